import Quantities
import Source
import Syntax

/// Mistakes in laws and in what rests on them.
extension Checker {
  func lapsesTooEarly(_ law: LawDeclaration, _ span: Span) -> Diagnostic {
    Diagnostic(
      .lapsesTooEarly, at: span,
      [.text(law.cited), day(law.effective), day(law.lapses)])
  }

  func unknownNumber(_ number: String, _ known: [LawID], _ span: Span) -> Diagnostic {
    let laws = known.map { program.laws[$0.index] }
    return Diagnostic(
      .unknownLawNumber, at: span, [.text(laws[0].title), .text(number)],
      related: laws.map { Label($0.name.span, Message(.declaredHere, [.text($0.cited)])) })
  }

  func basisLapses(
    _ basis: Basis, _ law: LawDeclaration, _ day: CivilDate,
    _ period: (from: CivilDate, to: CivilDate), _ successor: LawDeclaration?, _ place: Span?
  ) -> Diagnostic {
    var diagnostic = validity(.basisLapses, basis, law, day, period.to, place)
    guard let successor else { return diagnostic }
    diagnostic.notes = [Message(.replacedBy, [.text(successor.cited)])]
    guard place == nil else { return diagnostic }
    let cited = successor.cited + (basis.article ?? "")
    diagnostic.fixIts = [
      FixIt(Message(.citeInstead, [.text(cited)]), [FixIt.Edit(basis.span, cited)])
    ]
    return diagnostic
  }

  func basisNotYetInForce(
    _ basis: Basis, _ law: LawDeclaration, _ day: CivilDate,
    _ period: (from: CivilDate, to: CivilDate), _ place: Span?
  ) -> Diagnostic {
    validity(.basisNotYetInForce, basis, law, day, period.from, place)
  }

  private func day(_ day: CivilDate?) -> MessageArgument { .text(day.map { "\($0)" } ?? "") }

  private func validity(
    _ code: DiagnosticCode, _ basis: Basis, _ law: LawDeclaration, _ day: CivilDate,
    _ edge: CivilDate, _ place: Span?
  ) -> Diagnostic {
    var related = [Label(law.name.span, Message(.declaredHere, [.text(law.cited)]))]
    if place != nil { related.insert(Label(basis.span, Message(.restsOnItHere)), at: 0) }
    return Diagnostic(
      code, at: place ?? basis.span, [.text(law.cited), self.day(day), self.day(edge)],
      related: related)
  }
}

extension LawDeclaration {
  /// `《养老机构管理办法》(民政部令第66号)`
  var cited: String { "《\(title)》" + (number.map { "(\($0))" } ?? "") }
}
