import Quantities
import Source
import Syntax

/// A plan's period, the window of its draw, and by when it is completed.
extension Checker {
  /// An interval with its ends in months or days.
  mutating func period(
    _ from: Expression, _ to: Expression
  ) -> (from: CivilDate, to: CivilDate)? {
    // A last day without a year has that of the first: without that there is nothing to say about it.
    guard let start = end(from, isLast: false, yearOf: nil),
      let finish = end(to, isLast: true, yearOf: start)
    else { return nil }
    if start > finish { report(periodReversed(from.span, to.span)) }
    return (start, finish)
  }

  private mutating func end(
    _ expression: Expression, isLast: Bool, yearOf first: CivilDate?
  ) -> CivilDate? {
    guard case .deadline(.wholeMonth(let year, let month)) = expression.kind else {
      guard case .date(let date)? = constant(check(expression, as: .date), .period) else {
        return nil
      }
      return date
    }
    guard let month = self.month(month), valid(year) else { return nil }
    guard let year = year.flatMap({ Int($0.digits) }) ?? first?.year else {
      report(yearNeeded(expression.span, [], none: true))
      return nil
    }
    let day = isLast ? CivilDate.lastDay(ofMonth: month, year: year) : 1
    return CivilDate(year: year, month: month, day: day)
  }

  /// What a plan says about times, until its period is known.
  struct TimeDraft {
    var period: (from: CivilDate, to: CivilDate, span: Span)?
    var window: (from: CivilDate, to: CivilDate, span: Span)?
    var completion: (code: Int64, span: Span)?
    var issued: (date: CivilDate, span: Span)?
    var planDue: PlanDeclaration.Due?
    /// By when it is completed at the latest; nil: within the period.
    var lastDay: CivilDate?
    /// Of the listed rounds, in order.
    var rounds: [TimeDraft] = []
  }

  /// The times of a plan, or of one of its rounds.
  mutating func times(_ draft: TimeDraft) -> PlanDeclaration.Times {
    var times = PlanDeclaration.Times()
    times.window = draft.window.map { ($0.from, $0.to) }
    times.windowSpan = draft.window?.span
    times.completion = draft.completion.flatMap { Deadline(code: $0.code) }
    times.completionWords = draft.completion.map { written($0.span) } ?? ""
    times.completionSpan = draft.completion?.span
    times.completeBy = completeBy(draft)
    times.issued = draft.issued
    times.planDue = draft.planDue
    for round in draft.rounds { times.rounds.append(self.times(round)) }
    return times
  }

  /// The deadline of a `完成` clause: one that is the same for every object.
  mutating func completion(_ expression: Expression) -> (code: Int64, span: Span)? {
    let deadline = check(expression, as: .deadline)
    guard case .integer(let code)? = constant(deadline, .deadline) else { return nil }
    return (code, expression.span)
  }

  /// Checks the window and the completion against the period, and each other; returns the last day
  /// of the completion where it does not depend on the draw.
  private mutating func completeBy(_ times: TimeDraft) -> CivilDate? {
    guard let period = times.period, period.from <= period.to else { return nil }
    if let window = times.window, window.from <= window.to {
      if !(period.from <= window.from && window.to <= period.to) {
        let years = period.from.year...period.to.year
        if years.contains(window.from.year), years.contains(window.to.year) {
          report(outsidePeriod(window.span, period))
        } else {
          report(otherYear(window.span, period))
        }
        return nil
      }
    }
    guard let completion = times.completion, let deadline = Deadline(code: completion.code) else {
      return nil
    }
    let start = times.window?.to ?? period.from
    if case .after(.draw, _) = deadline.kind {
      // The latest that the draw allows: it may pass the end of the period.
      return nil
    }
    switch deadline.kind {
    case .openEnded, .everyMonth, .everyMonthEnd, .everyQuarterEnd, .after(.completion, _),
      .after(.expiry, _):
      report(noCompletion(completion.span))
      return nil
    default: break
    }
    let within = (period.from, times.lastDay ?? period.to, period.span)
    return day(deadline, in: within, notBefore: start, completion.span)
  }

  /// The one day of a deadline that lies in a period, not before a day of it.
  private mutating func day(
    _ deadline: Deadline, in period: (from: CivilDate, to: CivilDate, span: Span),
    notBefore start: CivilDate, _ span: Span
  ) -> CivilDate? {
    var found: [CivilDate] = []
    for year in period.from.year...period.to.year {
      guard let first = CivilDate(year: year, month: 1, day: 1),
        let due = try? deadline.due(from: first, calendars: program.deadlineCalendars)
      else { continue }
      if start <= due, due <= period.to, !found.contains(due) { found.append(due) }
    }
    if found.count > 1 {
      report(yearNeeded(span, found, none: false))
      return nil
    }
    if let day = found.first { return day }
    let due = try? deadline.due(from: period.from, calendars: program.deadlineCalendars)
    if let due, !(period.from.year...period.to.year).contains(due.year) {
      report(otherYear(span, period))
    } else if let due, due < start, due >= period.from {
      report(completedTooEarly(span, due, start))
    } else {
      report(outsidePeriod(span, period))
    }
    return nil
  }

  /// The day of a task's deadline: nil where it depends on events or never comes; reported where it
  /// does not lie in the table's period.
  mutating func taskDay(
    _ deadline: Deadline, in period: (from: CivilDate, to: CivilDate, span: Span)?, _ span: Span
  ) -> CivilDate? {
    switch deadline.kind {
    case .openEnded, .everyMonth, .everyMonthEnd, .everyQuarterEnd, .after: return nil
    default: break
    }
    if let period { return day(deadline, in: period, notBefore: period.from, span) }
    // Without a period only days of one year can be compared.
    guard let first = CivilDate(year: 2000, month: 1, day: 1) else { return nil }
    return try? deadline.due(from: first, calendars: program.deadlineCalendars)
  }
}
