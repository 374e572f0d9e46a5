import Engine
import Quantities
import Semantics
import Source
import Syntax

/// Questions to working-day calendars.
extension Interpreter {
  func lowerCalendar(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    guard case .calendar(let question, let id, let arguments) = expression.kind,
      let days = program.calendars[id.index].days
    else { throw .impossible("no question to a calendar") }
    let site = sites.calendarSite(expression.span, program.calendars[id.index].name.text, days)
    var terms: [Term] = []
    for argument in arguments { terms.append(try lower(argument, scope)) }
    guard let first = terms.first, let last = terms.last else {
      throw .impossible("a question without a date")
    }
    let day = try integer(first)
    let value: Scalar.Value =
      switch question {
      case .addWorkingDays: .integer(.calendar(.add, day, try integer(last), days, site))
      case .workingDaysBetween:
        .integer(.calendar(.between, day, try integer(last), days, site))
      case .isWorkingDay:
        .condition(
          .compareIntegers(
            .equal, .calendar(.isWorked, day, .constant(0), days, site), .constant(1)))
      }
    return try operation(value, on: terms, type: expression.type, scope)
  }
}
