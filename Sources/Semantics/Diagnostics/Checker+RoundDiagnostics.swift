import Quantities
import Source
import Syntax

/// Mistakes in rounds.
extension Checker {
  func noRounds(_ span: Span) -> Diagnostic {
    Diagnostic(.badRounds, at: span, notes: [Message(.roundsAreEmpty)])
  }

  func tooManyRounds(_ count: Int64, _ days: Int, _ span: Span) -> Diagnostic {
    Diagnostic(
      .badRounds, at: span,
      notes: [Message(.moreRoundsThanDays, [.number(Int(clamping: count)), .number(days)])])
  }

  func roundOutsidePeriod(
    _ period: (from: CivilDate, to: CivilDate), _ span: Span
  ) -> Diagnostic {
    Diagnostic(
      .badRounds, at: span,
      notes: [
        Message(
          .roundOutsidePeriod,
          [.text(period.from.description), .text(period.to.description)])
      ])
  }

  func roundTooEarly(_ before: Round.Days, _ earlier: Span, _ span: Span) -> Diagnostic {
    Diagnostic(
      .badRounds, at: span,
      related: [Label(earlier, Message(.roundBefore))],
      notes: [Message(.roundTooEarly, [.text(before.to.description)])])
  }

  func badWindow(_ span: Span, _ note: Phrase) -> Diagnostic {
    Diagnostic(.badWindow, at: span, notes: [Message(note)])
  }
}
