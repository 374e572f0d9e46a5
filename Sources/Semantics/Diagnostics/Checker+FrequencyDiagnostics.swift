import Source
import Syntax

/// Mistakes in how often objects are visited.
extension Checker {
  func timesReversed(_ low: Expression, _ high: Expression) -> Diagnostic {
    Diagnostic(
      .rangeReversed, at: low.span.joined(high.span),
      [.text(written(low.span)), .text(written(high.span))])
  }

  func moreVisitsThanDays(_ span: Span, _ visits: Int64, _ days: Int64) -> Diagnostic {
    Diagnostic(
      .moreVisitsThanDays, at: span, [.text("\(visits)"), .text("\(days)")])
  }
}
