import Quantities
import Source
import Syntax

/// By when the follow-up of a plan is due, as far as it is known without any data.
extension Checker {
  mutating func due(_ syntax: Expression) -> PlanDeclaration.Due? {
    let value = infer(syntax, hint: .duration(.workingDays))
    let words = written(syntax.span)
    if value.type == .deadline {
      guard case .integer(let code)? = constant(value, .amount), let deadline = Deadline(code: code)
      else { return nil }
      return PlanDeclaration.Due(.by(deadline), words: words, span: syntax.span)
    }
    guard case .duration(let unit) = value.type else {
      if !value.type.isUnknown { report(typeMismatch(value, .duration(.workingDays))) }
      return nil
    }
    guard case .integer(let count)? = constant(value, .amount) else { return nil }
    if count < 1 { report(countTooSmall(syntax.span)) }
    return PlanDeclaration.Due(
      .within(PlanDeclaration.Term(count: count, unit: unit)), words: words, span: syntax.span)
  }

  /// By when the list of the drawn objects is public: a length of time is counted from the draw.
  mutating func listDue(_ syntax: Expression) -> PlanDeclaration.Due? {
    guard var due = due(syntax) else { return nil }
    switch due.kind {
    case .by(let deadline):
      if case .after(.completion, _) = deadline.kind {
        report(outOfPlace(syntax.span, Phrase.listBeforehand.words))
      }
      due.deadline = deadline
    case .within(let term):
      guard term.unit == .workingDays else {
        due.deadline = term.deadline(after: .draw, by: nil)
        break
      }
      guard let calendar = theCalendar(for: syntax.span) else { return nil }
      due.deadline = term.deadline(after: .draw, by: calendar)
      let assumed = program.calendars[calendar.index].days?.assumedYears ?? []
      if !assumed.isEmpty { report(assumedYears(assumed, calendar, syntax.span)) }
    }
    return due
  }

  /// Counts the publication of the results from the day on which the plan is completed, if it says
  /// one; what is constant is known to have an answer.
  mutating func schedule(_ plan: inout PlanDeclaration) {
    guard let due = plan.publication?.deadline else { return }
    switch due.kind {
    case .by(let deadline): plan.publication?.deadline?.deadline = deadline
    case .within(let term):
      // Without a completion there is nothing to count from, and no calendar is asked.
      guard plan.times.completion != nil else { return }
      let calendar = term.unit == .workingDays ? onlyCalendar(at: due.span) : nil
      plan.publication?.deadline?.deadline = term.deadline(after: .completion, by: calendar)
      if let calendar, let days = program.calendars[calendar.index].days {
        let assumed = assumed(days, by: plan, term)
        if !assumed.isEmpty { report(assumedYears(assumed, calendar, due.span)) }
      }
    }
    guard let completed = plan.times.completeBy,
      let deadline = plan.publication?.deadline?.deadline,
      case .after(.completion, let span) = deadline.kind
    else { return }
    do throws(DeadlineFault) {
      _ = try deadline.due(from: completed, calendars: program.deadlineCalendars)
    } catch {
      switch error {
      case .dateOutOfRange: report(constantFails(.dateOutOfRange, due.span))
      case .outsideCalendar:
        let id = CalendarID(span.calendar)
        guard let days = program.calendars[id.index].days else { return }
        report(constantFails(outside(id, days), due.span))
      }
    }
  }

  /// The assumed years that a length of time after the completion touches, or might touch where
  /// the completion depends on the draw.
  private func assumed(
    _ days: WorkingDayCalendar, by plan: PlanDeclaration, _ term: PlanDeclaration.Term
  ) -> [Int] {
    guard let first = plan.times.completeBy else { return days.assumedYears }
    guard let last = days.adding(workingDays: Int(term.count), to: first) else { return [] }
    return days.assumedYears(from: first, to: last)
  }
}

extension PlanDeclaration.Term {
  /// So long after an event; nil in hours, and in working days without a calendar.
  fileprivate func deadline(after event: Deadline.Event, by calendar: CalendarID?) -> Deadline? {
    guard let unit = Deadline.Unit(unit), (0...65_535).contains(count) else { return nil }
    if unit == .workingDays {
      guard let calendar, calendar.index < 256 else { return nil }
      return Deadline(
        .after(event, Deadline.Span(count: Int(count), unit: unit, calendar: calendar.index)))
    }
    return Deadline(.after(event, Deadline.Span(count: Int(count), unit: unit)))
  }
}
