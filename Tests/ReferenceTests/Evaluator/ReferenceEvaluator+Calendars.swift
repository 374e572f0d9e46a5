import Quantities
import Semantics
import Source

/// Working days, counted day by day.
extension ReferenceEvaluator {
  func ask(
    _ question: CalendarQuestion, _ id: CalendarID, _ arguments: [TypedExpression],
    _ context: Context, _ span: Span
  ) throws(ReferenceFault) -> Boxed {
    guard let calendar = program.calendars[id.index].days else {
      throw broken("a calendar with mistakes", span)
    }
    let values = try evaluate(all: arguments, context)
    switch (question, values[0], values.count > 1 ? values[1] : .none) {
    case (.isWorkingDay, .date(let day), _): return .bool(try isWorked(day, calendar, span))
    case (.workingDaysBetween, .date(let from), .date(let to)):
      var (day, count) = (from, Int64.zero)
      while day != to {
        let step = to < day ? -1 : 1
        guard let next = day.adding(days: step) else {
          throw ReferenceFault(.outsideCalendar, span)
        }
        if try isWorked(next, calendar, span) { count += Int64(step) }
        day = next
      }
      return .integer(count)
    case (.addWorkingDays, .date(let from), .integer(let count)):
      var (day, left) = (from, count)
      if left == 0 { _ = try isWorked(day, calendar, span) }
      while left != 0 {
        guard let next = day.adding(days: left < 0 ? -1 : 1) else {
          throw ReferenceFault(.outsideCalendar, span)
        }
        if try isWorked(next, calendar, span) { left += left < 0 ? 1 : -1 }
        day = next
      }
      return .date(day)
    default: throw broken("a question to a calendar about other values", span)
    }
  }

  private func isWorked(
    _ day: CivilDate, _ calendar: WorkingDayCalendar, _ span: Span
  ) throws(ReferenceFault) -> Bool {
    guard let year = calendar.years.first(where: { $0.number == day.year }) else {
      throw ReferenceFault(.outsideCalendar, span)
    }
    if let isWorked = year.changed[day] { return isWorked }
    // 2000-01-01 was a Saturday.
    guard let saturday = CivilDate(year: 2000, month: 1, day: 1) else {
      throw broken("a day that there was", span)
    }
    let days = saturday.days(to: day) % 7
    return ![0, 1].contains(days < 0 ? days + 7 : days)
  }
}

extension ReferenceEvaluator {
  func deadline(
    _ operation: DeadlineOperation, _ arguments: [TypedExpression], _ context: Context,
    _ span: Span
  ) throws(ReferenceFault) -> Boxed {
    let values = try evaluate(all: arguments, context)
    switch (operation, values[0], values[values.count - 1]) {
    case (.withDate(let base), .date(let date), _):
      return .integer(base + Int64(date.dayNumber) + Deadline.dateOffset)
    case (.due, .integer(let code), .date(let start)):
      guard let deadline = Deadline(code: code) else { throw broken("no deadline", span) }
      do throws(DeadlineFault) {
        let calendars = program.calendars.map(\.days)
        return try deadline.due(from: start, calendars: calendars).map { .date($0) } ?? .none
      } catch {
        throw ReferenceFault(.outsideCalendar, span)
      }
    default: throw broken("a deadline of other values", span)
    }
  }
}
