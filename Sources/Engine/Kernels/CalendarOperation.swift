import Quantities

/// What a working-day calendar can be asked about a day and a second number.
package enum CalendarOperation: Hashable, Sendable {
  /// The day number so many working days after a day.
  case add
  /// Working days from one day to another.
  case between
  /// 1 if the day is worked, else 0; the second number is not looked at.
  case isWorked

  /// Nil where the calendar does not know.
  @inline(__always)
  func answer(_ calendar: WorkingDayCalendar, _ day: CivilDate, _ other: Int64) -> Int64? {
    switch self {
    case .add:
      calendar.adding(workingDays: Int(other), to: day).map { Int64($0.dayNumber) }
    case .between:
      calendar.workingDays(from: day, to: civilDate(other)).map { Int64($0) }
    case .isWorked: calendar.isWorkingDay(day).map { $0 ? 1 : 0 }
    }
  }
}

/// Asks a calendar about each day number, in place; returns whether it did not know some answer.
func ask(
  _ calendar: WorkingDayCalendar, _ question: CalendarOperation, _ days: inout [Int64],
  _ count: Int, _ others: [Int64]
) -> Bool {
  var failed = false
  combine(&days, count, with: others.span) { day, other in
    guard let answer = question.answer(calendar, civilDate(day), other) else {
      failed = true
      return 0
    }
    return answer
  }
  return failed
}

/// Replaces the codes of deadlines by their last days, counted from a day each; returns whether a
/// calendar did not reach so far. A number that is no deadline can only stand in a row that is not
/// asked for.
func endDeadlines(
  _ deadlines: inout [Int64], _ count: Int, _ starts: [Int64], _ calendars: [WorkingDayCalendar?]
) -> Bool {
  var failed = false
  combine(&deadlines, count, with: starts.span) { code, start in
    do throws(DeadlineFault) {
      let due = try Deadline(code: code)?.due(from: civilDate(start), calendars: calendars)
      return due.map { Int64($0.dayNumber) } ?? 0
    } catch {
      failed = true
      return 0
    }
  }
  return failed
}
