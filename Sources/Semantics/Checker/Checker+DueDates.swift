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
      if case .after(let event, _) = deadline.kind, event != .draw {
        report(outOfPlace(syntax.span, Phrase.listBeforehand.words))
      }
      due.deadline = deadline
    case .immediately: break
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

  /// When the plan was issued, and by when it is public: a length of time is counted from the issue.
  mutating func issued(_ day: Expression, _ publication: Expression?, _ draft: inout PlanDraft) {
    draft.times.issued = constantDate(day).map { ($0, day.span) }
    guard let publication, var due = due(publication) else { return }
    switch due.kind {
    case .immediately: break
    case .by(let deadline):
      if case .after = deadline.kind {
        report(outOfPlace(publication.span, Phrase.planSinceIssue.words))
        return
      }
      due.deadline = deadline
    case .within(let term):
      var calendar: CalendarID?
      if term.unit == .workingDays {
        calendar = theCalendar(for: publication.span)
        if calendar == nil { return }
      }
      if let issued = draft.times.issued, let span = term.span(by: calendar) {
        due.deadline = Deadline(.afterDate(issued.date, span))
      }
    }
    draft.times.planDue = due
  }

  /// The plan is issued before it ends; when it is public has an answer.
  mutating func reportIssue(of plan: PlanDeclaration) {
    guard let issued = plan.times.issued else { return }
    if issued.date > plan.period.to, plan.period.from <= plan.period.to {
      report(issuedAfterPeriod(issued.span, plan.period.to))
    }
    guard let due = plan.times.planDue, let deadline = due.deadline else { return }
    let last = reportingFault(of: deadline, from: issued.date, at: due.span)
    guard case .afterDate(_, let span) = deadline.kind, span.unit == .workingDays, let last,
      let days = program.calendars[span.calendar].days
    else { return }
    let assumed = days.assumedYears(from: issued.date, to: last)
    if !assumed.isEmpty {
      report(assumedYears(assumed, CalendarID(span.calendar), due.span))
    }
  }

  /// The last day of a deadline, if it has one; reported where it should have but has none.
  private mutating func reportingFault(
    of deadline: Deadline, from start: CivilDate, at span: Span
  ) -> CivilDate? {
    do throws(DeadlineFault) {
      return try deadline.due(from: start, calendars: program.deadlineCalendars)
    } catch {
      switch error {
      case .dateOutOfRange: report(constantFails(.dateOutOfRange, span))
      case .outsideCalendar:
        let calendar: Int? =
          switch deadline.kind {
          case .after(_, let length), .afterDate(_, let length): length.calendar
          default: nil
          }
        guard let calendar, let days = program.calendars[calendar].days else { return nil }
        report(constantFails(outside(CalendarID(calendar), days), span))
      }
      return nil
    }
  }

  /// Counts the publication of the results from the day on which the plan is completed, if it says
  /// one; what is constant is known to have an answer.
  mutating func schedule(_ plan: inout PlanDeclaration) {
    guard let due = plan.publication?.deadline else { return }
    switch due.kind {
    case .immediately: break
    case .by(let deadline):
      if case .after(.expiry, _) = deadline.kind {
        report(outOfPlace(due.span, Phrase.publicationAfterTerm.words))
      }
      plan.publication?.deadline?.deadline = deadline
    case .within(let term):
      // Without a completion there is nothing to count from, and no calendar is asked.
      guard !plan.times.completions.isEmpty else { return }
      let calendar = term.unit == .workingDays ? onlyCalendar(at: due.span) : nil
      plan.publication?.deadline?.deadline = term.deadline(after: .completion, by: calendar)
      if let calendar, let days = program.calendars[calendar.index].days {
        let assumed = assumed(days, by: plan, term)
        if !assumed.isEmpty { report(assumedYears(assumed, calendar, due.span)) }
      }
    }
    guard let deadline = plan.publication?.deadline?.deadline,
      case .after(.completion, _) = deadline.kind
    else { return }
    for completed in plan.times.completions.compactMap(\.completeBy) {
      // One cause, told once.
      if reportingFault(of: deadline, from: completed, at: due.span) == nil { return }
    }
  }

  /// The assumed years that a length of time after the completion touches, or might touch where
  /// the completion depends on the draw.
  private func assumed(
    _ days: WorkingDayCalendar, by plan: PlanDeclaration, _ term: PlanDeclaration.Term
  ) -> [Int] {
    var years: Set<Int> = []
    for completion in plan.times.completions {
      guard let first = completion.completeBy else { return days.assumedYears }
      guard let last = days.adding(workingDays: Int(term.count), to: first) else { continue }
      years.formUnion(days.assumedYears(from: first, to: last))
    }
    return years.sorted()
  }
}

extension PlanDeclaration.Term {
  /// So long after an event; nil in hours, and in working days without a calendar.
  fileprivate func deadline(after event: Deadline.Event, by calendar: CalendarID?) -> Deadline? {
    span(by: calendar).map { Deadline(.after(event, $0)) }
  }

  /// Nil in hours, and in working days without a calendar.
  fileprivate func span(by calendar: CalendarID?) -> Deadline.Span? {
    guard let unit = Deadline.Unit(unit), (0...65_535).contains(count) else { return nil }
    if unit == .workingDays {
      guard let calendar, calendar.index < 256 else { return nil }
      return Deadline.Span(count: Int(count), unit: unit, calendar: calendar.index)
    }
    return Deadline.Span(count: Int(count), unit: unit)
  }
}
