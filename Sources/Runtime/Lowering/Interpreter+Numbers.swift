import Engine
import Quantities
import Semantics
import Source

extension Interpreter {
  func lowerNumber(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
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
    case .arithmetic(let arithmetic, let left, let right):
      let a = try lower(left, scope)
      let b = try lower(right, scope)
      let value = try calculate(
        arithmetic, a, left.type, b, right.type, result: expression.type,
        sites.site(expression.span))
      return try operation(value, on: [a, b], type: expression.type, scope)
    default: throw .impossible("not a number")
    }
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

  func lowerBuiltin(
    _ builtin: Builtin, _ arguments: [TypedExpression], _ expression: TypedExpression,
    _ scope: Scope
  ) throws(Stop) -> Term {
    let site = sites.site(expression.span)
    switch builtin {
    case .roundUp: return try lowerRounding(.up, arguments, expression.type, site, scope)
    case .roundDown: return try lowerRounding(.down, arguments, expression.type, site, scope)
    case .roundHalfUp: return try lowerRounding(.halfUp, arguments, expression.type, site, scope)
    default: break
    }
    var terms: [Term] = []
    for argument in arguments { terms.append(try lower(argument, scope)) }
    guard let first = terms.first, let last = terms.last else {
      throw .impossible("a builtin without arguments")
    }
    let value: Scalar.Value =
      switch builtin {
      case .yearOf: .integer(.year(try integer(first)))
      case .monthOf: .integer(.month(try integer(first)))
      case .dayOf: .integer(.day(try integer(first)))
      case .daysBetween: .integer(.subtract(try integer(last), try integer(first), site))
      case .addDays: .integer(.addDays(try integer(first), try integer(last), site))
      case .addMonths: .integer(.addMonths(try integer(first), try integer(last), site))
      case .absolute:
        if Family(expression.type) == .decimal {
          .decimal(.absolute(try decimal(first)))
        } else {
          .integer(.absolute(try integer(first), site))
        }
      case .length: .integer(.length(try text(first)))
      case .contains: .condition(.textMatches(.contains, try text(first), try text(last)))
      case .startsWith: .condition(.textMatches(.startsWith, try text(first), try text(last)))
      case .endsWith: .condition(.textMatches(.endsWith, try text(first), try text(last)))
      case .roundUp, .roundDown, .roundHalfUp: throw .impossible("handled above")
      }
    return try operation(value, on: terms, type: expression.type, scope)
  }

  /// A division that stands directly inside is rounded once, from the exact quotient.
  private func lowerRounding(
    _ rounding: Rounding, _ arguments: [TypedExpression], _ type: Type, _ site: Site,
    _ scope: Scope
  ) throws(Stop) -> Term {
    guard let argument = arguments.first else { throw .impossible("nothing to round") }
    var operands: [Term] = []
    var numerator: Term
    var divisor: Term?
    if case .arithmetic(.divide, let left, let right) = argument.kind {
      numerator = try lower(left, scope)
      let below = try lower(right, scope)
      divisor = below
      operands = [numerator, below]
    } else {
      numerator = try lower(argument, scope)
      operands = [numerator]
    }
    let places = arguments.count > 1 ? try lower(arguments[1], scope) : .constant(.integer(0))
    operands.append(places)
    let value: DecimalExpression =
      if let divisor {
        .divideRounded(
          rounding, try decimal(numerator), try decimal(divisor), places: try integer(places),
          site)
      } else {
        .round(rounding, try decimal(numerator), places: try integer(places), site)
      }
    return try operation(.decimal(value), on: operands, type: type, scope)
  }
}
