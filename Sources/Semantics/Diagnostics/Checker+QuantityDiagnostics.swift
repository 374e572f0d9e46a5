import Source
import Syntax

/// Mistakes in what quantities say besides their bounds, and in capacities.
extension Checker {
  func inspectorsUnknown(_ span: Span, isAmbiguous: Bool) -> Diagnostic {
    let word = Keyword.capacity.spelling(in: language)
    let name = language == .chinese ? " 部门名 8人" : " department_name 8 persons"
    return Diagnostic(
      .inspectorsUnknown, at: span, [spelled(.perInspector)],
      notes: [
        isAmbiguous
          ? Message(.capacityOfLead) : Message(.writeCapacity, [.text(word + name)])
      ])
  }

  func quantityImpossible(_ span: Span, _ reason: Phrase) -> Diagnostic {
    Diagnostic(.quantityImpossible, at: span, [.words(reason.words)])
  }

  func capacityUnbalanced(
    _ span: Span, _ equation: String, correction: (span: Span, text: String)?
  ) -> Diagnostic {
    Diagnostic(
      .capacityUnbalanced, at: span, [.text(equation)],
      fixIts: correction.map {
        [FixIt(Message(.writeInstead, [.text($0.text)]), [FixIt.Edit($0.span, $0.text)])]
      } ?? [])
  }
}
