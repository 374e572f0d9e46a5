import Source
import Syntax

/// Mistakes in plans that are based on others.
extension Checker {
  func inheritedDoesNotFit(_ mistake: Diagnostic, _ overlay: Overlay) -> Diagnostic {
    let message = Words(
      zh: mistake.message(in: .chinese), en: mistake.message(in: .english))
    var related = mistake.related
    if case .source(let span) = mistake.location {
      related.insert(Label(span, Message(.inheritedFrom)), at: 0)
    }
    return Diagnostic(
      .inheritedDoesNotFit, at: overlay.place,
      [.text(overlay.plan.text), .text(overlay.base.text), .words(message)], related: related,
      notes: mistake.notes)
  }

  func changesNothing(_ change: Span, _ base: Span) -> Diagnostic {
    Diagnostic(
      .changesNothing, at: change, related: [Label(base, Message(.baseSaysSame))])
  }

  func standsForNobody(_ name: Name, _ base: Name) -> Diagnostic {
    Diagnostic(.standsForNobody, at: name.span, [.text(name.text), .text(base.text)])
  }
}
