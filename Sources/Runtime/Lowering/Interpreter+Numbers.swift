import Engine
import Quantities
import Semantics
import Source

extension Interpreter {
  func lowerSign(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    switch expression.kind {
    case .negate(let operand):
      let term = try lower(operand, scope)
      let value: Scalar.Value =
        if Family(expression.type) == .decimal {
          .decimal(.negate(try decimal(term)))
        } else {
          .integer(.negate(try integer(term), sites.site(expression.span)))
        }
      return try operation(value, on: [term], type: expression.type, scope)
    case .widen(let operand):
      let term = try lower(operand, scope)
      // An optional stays one: only its value is widened.
      if case .constant(let datum) = term, datum.isNone { return term }
      if case .scalar(let scalar) = term, let known = scalar.known {
        return .scalar(Scalar(.decimal(try decimal(term)), known: known))
      }
      return try operation(
        .decimal(try decimal(term)), on: [term], type: expression.type, scope)
    default: throw .impossible("not a number")
    }
  }

  func lowerArithmetic(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    guard case .arithmetic(let arithmetic, let left, let right) = expression.kind else {
      throw .impossible("not arithmetic")
    }
    let a = try lower(left, scope)
    let b = try lower(right, scope)
    let value = try calculate(
      arithmetic, a, left.type, b, right.type, result: expression.type,
      sites.site(expression.span))
    return try operation(value, on: [a, b], type: expression.type, scope)
  }

  private func calculate(
    _ arithmetic: TypedExpression.Arithmetic, _ a: Term, _ aType: Type, _ b: Term, _ bType: Type,
    result: Type, _ site: Site
  ) throws(Stop) -> Scalar.Value {
    if aType == .date, case .duration(let unit) = bType {
      return .integer(try move(a, by: b, unit, backwards: arithmetic == .subtract, site))
    }
    if bType == .date, case .duration(let unit) = aType {
      return .integer(try move(b, by: a, unit, backwards: false, site))
    }
    if Family(result) == .integer {
      let (x, y) = (try integer(a), try integer(b))
      switch arithmetic {
      case .add: return .integer(.add(x, y, site))
      case .subtract: return .integer(.subtract(x, y, site))
      case .multiply: return .integer(.multiply(x, y, site))
      case .divide: throw .impossible("a division of integers that is one")
      }
    }
    let (x, y) = (try decimal(a), try decimal(b))
    switch arithmetic {
    case .add: return .decimal(.add(x, y, site))
    case .subtract: return .decimal(.subtract(x, y, site))
    case .multiply: return .decimal(.multiply(x, y, site))
    case .divide: return .decimal(.divide(x, y, site))
    }
  }

  private func move(
    _ date: Term, by amount: Term, _ unit: DurationUnit, backwards: Bool, _ site: Site
  ) throws(Stop) -> IntegerExpression {
    let day = try integer(date)
    var count = try integer(amount)
    if backwards { count = .negate(count, site) }
    switch unit {
    case .naturalDays: return .addDays(day, count, site)
    case .months: return .addMonths(day, count, site)
    case .workingDays, .hours: throw .impossible("a date and working days or hours")
    }
  }
}
