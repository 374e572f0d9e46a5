import Quantities
import Source
import Syntax

/// Asking a calendar at check time.
extension Checker {
  /// An answer, and the first and last day that it rests on.
  struct CalendarAnswer {
    let value: TypedExpression.Constant
    let first: CivilDate
    let last: CivilDate
  }

  /// What a calendar answers to a question whose arguments are constant.
  func answer(to expression: TypedExpression) throws(NotConstant) -> CalendarAnswer {
    guard case .calendar(let question, let id, let arguments) = expression.kind,
      let days = program.calendars[id.index].days
    else { throw .reported }
    var values: [TypedExpression.Constant] = []
    for argument in arguments { values.append(try value(of: argument)) }
    guard case .date(let date)? = values.first, let second = values.last else { throw .reported }
    switch (question, second) {
    case (.addWorkingDays, .integer(let count)):
      if let result = days.adding(workingDays: Int(count), to: date) {
        return CalendarAnswer(value: .date(result), first: date, last: result)
      }
    case (.workingDaysBetween, .date(let other)):
      if let count = days.workingDays(from: date, to: other) {
        return CalendarAnswer(value: .integer(Int64(count)), first: date, last: other)
      }
    case (.isWorkingDay, _):
      if let isWorked = days.isWorkingDay(date) {
        return CalendarAnswer(value: .bool(isWorked), first: date, last: date)
      }
    default: throw .reported
    }
    throw .fails(outside(id, days), expression.span)
  }

  func outside(_ id: CalendarID, _ days: WorkingDayCalendar) -> ConstantFault {
    .outsideCalendar(
      name: program.calendars[id.index].name.text, first: days.firstDay.year,
      last: days.lastDay.year)
  }
}
