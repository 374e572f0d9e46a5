import Quantities
import Source
import Syntax

/// Mistakes in plans.
extension Checker {
  func clauseTwice(_ clause: Words, _ span: Span, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .clauseTwice, at: span, [.words(clause)],
      related: [Label(earlier, Message(.usedHereFirst))])
  }

  func clausesMissing(_ plan: Name, _ clauses: [Words]) -> Diagnostic {
    let all = Words(
      zh: clauses.map(\.chinese).joined(separator: "、"),
      en: clauses.map(\.english).joined(separator: ", "))
    return Diagnostic(.clausesMissing, at: plan.span, [.text(plan.text), .words(all)])
  }

  func periodReversed(_ span: Span) -> Diagnostic { Diagnostic(.periodReversed, at: span) }

  func departmentTwice(_ name: Name, _ earlier: Name) -> Diagnostic {
    Diagnostic(
      .departmentTwice, at: name.span, [.text(name.text)],
      related: [Label(earlier.span, Message(.usedHereFirst))])
  }

  func departmentOutside(_ name: Name, _ plan: Name) -> Diagnostic {
    Diagnostic(.departmentOutside, at: name.span, [.text(name.text), .text(plan.text)])
  }

  func countTooSmall(_ span: Span) -> Diagnostic { Diagnostic(.countTooSmall, at: span) }

  func badGroup(_ span: Span) -> Diagnostic { Diagnostic(.badGroup, at: span) }

  func stratumType(_ value: TypedExpression) -> Diagnostic {
    Diagnostic(.stratumType, at: value.span, [words(value.type)])
  }

  func armWithoutBy(_ span: Span) -> Diagnostic { Diagnostic(.armWithoutBy, at: span) }

  func sampleWithoutQuantity(_ span: Span) -> Diagnostic {
    Diagnostic(.sampleWithoutQuantity, at: span)
  }

  func quantityTwice(_ arm: Span, _ single: Span) -> Diagnostic {
    Diagnostic(.quantityTwice, at: arm, related: [Label(single, Message(.usedHereFirst))])
  }

  /// A bare number is offered as a number of objects and as a percentage, a fraction as the latter.
  func notAnAmount(_ value: TypedExpression, _ syntax: Expression) -> Diagnostic {
    var diagnostic = Diagnostic(.notAnAmount, at: value.span, [words(value.type)])
    if case .literal(.decimal(let digits)) = syntax.kind, let number = Decimal(digits),
      let scaled = try? number.multiplied(by: 100)
    {
      let ratio = "\(scaled)%"
      diagnostic.fixIts = [
        FixIt(Message(.writeAsRatio, [.text(ratio)]), [FixIt.Edit(syntax.span, ratio)])
      ]
    }
    guard case .literal(.integer(let digits)) = syntax.kind else { return diagnostic }
    let space = language == .english ? " " : ""
    let objects = digits + space + Keyword.objects.spelling(in: language)
    diagnostic.fixIts = [
      FixIt(Message(.writeAsObjects, [.text(objects)]), [FixIt.Edit(syntax.span, objects)]),
      FixIt(
        Message(.writeAsRatio, [.text(digits + "%")]), [FixIt.Edit(syntax.span, digits + "%")]),
    ]
    return diagnostic
  }

  func thresholdNotCount(_ span: Span) -> Diagnostic { Diagnostic(.thresholdNotCount, at: span) }

  func ratioOutside(_ span: Span) -> Diagnostic { Diagnostic(.ratioOutside, at: span) }

  func negativeAmount(_ span: Span) -> Diagnostic { Diagnostic(.negativeAmount, at: span) }

  func mixedRange(_ span: Span) -> Diagnostic { Diagnostic(.mixedRange, at: span) }
}
