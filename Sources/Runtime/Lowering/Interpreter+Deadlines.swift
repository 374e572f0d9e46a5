import Engine
import Quantities
import Semantics
import Source
import Syntax

/// Deadlines that depend on a date, and the days on which they end.
extension Interpreter {
  func lowerDeadline(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    guard case .deadline(let operation, let arguments) = expression.kind,
      let first = arguments.first, let last = arguments.last
    else { throw .impossible("no deadline") }
    switch operation {
    case .withDate(let base):
      let date = try lower(first, scope)
      let code = IntegerExpression.add(
        .constant(base + Deadline.dateOffset), try integer(date), sites.site(expression.span))
      return try self.operation(.integer(code), on: [date], type: .deadline, scope)
    case .due:
      let deadline = shared(try lower(first, scope), scope)
      let start = try lower(last, scope)
      if case .constant(.scalar(.integer(Deadline.openEndedCode))) = deadline {
        return .constant(.none)
      }
      let code = try integer(deadline)
      let due = IntegerExpression.due(
        code, try integer(start), program.deadlineCalendars, deadlineSite(expression.span))
      if deadline.isConstant || expression.type == .date {
        return try self.operation(.integer(due), on: [deadline, start], type: .date, scope)
      }
      let ends = Condition.compareIntegers(
        .notEqual, code, .constant(Deadline.openEndedCode))
      return .scalar(Scalar(.integer(due), known: ends))
    }
  }

  /// A fault there is one of the calendar that is declared last: the nearest to the script.
  private func deadlineSite(_ span: Span) -> Site {
    for calendar in program.calendars.reversed() {
      if let days = calendar.days { return sites.calendarSite(span, calendar.name.text, days) }
    }
    return sites.site(span)
  }
}
