package import Quantities
package import Source

extension PlanDeclaration {
  /// A row of a table of tasks that the plan names.
  package struct Task: Sendable {
    package let task: String
    /// Nil where the table has no such column.
    package let content: String?
    package let responsible: [DepartmentID]
    /// Its deadline as written, and as far as it does not depend on a date of an object.
    package let due: Due
    /// The last day, where the row or the table's period says it.
    package let day: CivilDate?
  }

  /// What a plan says about times besides its period, or one of its rounds.
  package struct Times: Sendable {
    /// When the draw may take place; the whole period where nothing is said.
    package var window: (from: CivilDate, to: CivilDate)?
    package var windowSpan: Span?
    /// By when the plan is completed.
    package var completion: Deadline?
    /// The same as written; empty without it.
    package var completionWords = ""
    package var completionSpan: Span?
    /// The day of the completion, unless it depends on the draw.
    package var completeBy: CivilDate?
    /// When the plan was issued, and by when it is public itself.
    package var issued: (date: CivilDate, span: Span)?
    package var planDue: Due?
    /// What listed rounds say of their own, in order.
    package var rounds: [Times] = []

    /// The plan's and the rounds' that have a completion.
    package var completions: [Times] { ([self] + rounds).filter { $0.completion != nil } }

    package init() {}
  }

  /// The times of one round: its own, else the plan's.
  package func times(of round: Round) -> Times {
    var result = times
    result.rounds = []
    guard times.rounds.indices.contains(round.number - 1) else { return result }
    let own = times.rounds[round.number - 1]
    if own.window != nil { (result.window, result.windowSpan) = (own.window, own.windowSpan) }
    if own.completion != nil {
      result.completion = own.completion
      result.completionWords = own.completionWords
      result.completionSpan = own.completionSpan
      result.completeBy = own.completeBy
    }
    return result
  }

  /// Rounds that the plan's window shuts out, or that begin after the plan is completed: told of
  /// the first one each.
  package func roundTimeMistakes() -> [Diagnostic] {
    guard rounds != nil else { return [] }
    let rounds = allRounds.map { round in
      (round: round, times: times(of: round))
    }
    var mistakes: [Diagnostic] = []
    if let window = times.window, let span = times.windowSpan,
      let out = rounds.first(where: { round, times in
        times.windowSpan == span && (window.to < round.days.from || round.days.to < window.from)
      })
    {
      mistakes.append(roundShutOut(out.round, window, span))
    }
    if let day = times.completeBy, let span = times.completionSpan {
      let late = rounds.first { round, times in
        times.completionSpan == span && day < round.days.from
      }
      if let late { mistakes.append(roundAfterCompletion(late.round, day, span)) }
    }
    return mistakes
  }

  private func roundShutOut(
    _ round: Round, _ window: (from: CivilDate, to: CivilDate), _ span: Span
  ) -> Diagnostic {
    Diagnostic(
      .timeOrder, at: span,
      [
        .text("\(window.from)–\(window.to)"),
        .words(
          Words(
            zh: "之内抽不了第 \(round.number) 轮（\(round.days.from) 至 \(round.days.to)）",
            en: "leaves no day for the draw of round \(round.number)"
              + " (\(round.days.from) to \(round.days.to))")),
      ], notes: [Message(.windowOfRound)])
  }

  private func roundAfterCompletion(
    _ round: Round, _ day: CivilDate, _ span: Span
  ) -> Diagnostic {
    Diagnostic(
      .timeOrder, at: span,
      [
        .text(times.completionWords),
        .words(
          Words(
            zh: "（\(day)）早于第 \(round.number) 轮的第一天 \(round.days.from)",
            en: "(\(day)) is before round \(round.number) begins, on \(round.days.from)")),
      ], notes: [Message(.completionOfRound)])
  }
}
