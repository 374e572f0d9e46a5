import Quantities
import Source
import Syntax

/// Mistakes in rounds.
extension Checker {
  func noRounds(_ span: Span) -> Diagnostic {
    Diagnostic(.badRounds, at: span, notes: [Message(.roundsAreEmpty)])
  }

  /// - Parameter ranges: of the parameters that make so many.
  func tooManyRounds(
    _ count: Int64, _ days: Int, _ span: Span, _ ranges: [Message] = []
  ) -> Diagnostic {
    Diagnostic(
      .badRounds, at: span,
      notes: [Message(.moreRoundsThanDays, [.number(Int(clamping: count)), .number(days)])]
        + ranges)
  }

  func roundsMayBeTooFew(
    _ value: TypedExpression, _ parameters: [PlanDeclaration.Parameter], _ least: Int64
  ) -> Diagnostic {
    Diagnostic(
      .badRounds, at: value.span,
      notes: [Message(.tooFewRounds, [.number(Int(clamping: least))])]
        + parameters.ranges(of: value))
  }

  func roundsWithoutRange(
    _ value: TypedExpression, _ parameters: [PlanDeclaration.Parameter]
  ) -> Diagnostic {
    let open = parameters.indices.first {
      value.mentions(LocalID($0)) && parameters[$0].range == nil
    }
    return Diagnostic(
      .badRounds, at: value.span,
      notes: [Message(.roundsNotBounded)]
        + (open.map { [Message(.giveRange, [.text(parameters[$0].name.text)])] } ?? []))
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
