import Engine
import Quantities
import Semantics
import Source

/// The functions of the language.
extension Interpreter {
  func lowerBuiltin(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    guard case .builtin(let builtin, let arguments) = expression.kind else {
      throw .impossible("not a builtin")
    }
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
    if builtin == .parentDivision { return try lowerParentDivision(first, scope) }
    let value: Scalar.Value =
      switch builtin {
      case .yearOf: .integer(.year(try integer(first)))
      case .monthOf: .integer(.month(try integer(first)))
      case .dayOf: .integer(.day(try integer(first)))
      case .daysBetween:
        // The first date is looked at first.
        .integer(.negate(.subtract(try integer(first), try integer(last), site), site))
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
      case .withinDivision:
        .condition(.textMatches(.withinDivision, try text(first), try text(last)))
      case .roundUp, .roundDown, .roundHalfUp, .parentDivision: throw .impossible("handled above")
      }
    return try operation(value, on: terms, type: expression.type, scope)
  }

  /// Absent where the division above is the empty text.
  private func lowerParentDivision(_ division: Term, _ scope: Scope) throws(Stop) -> Term {
    let above = TextExpression.parentDivision(try self.text(division))
    let term = shared(
      try operation(.text(above), on: [division], type: .text, scope), scope)
    if case .constant(.scalar(.text(let text))) = term {
      return text.isEmpty ? .constant(.scalar(.none)) : term
    }
    let value = try self.text(term)
    return .scalar(
      Scalar(.text(value), known: .compareTexts(.notEqual, value, .constant(""))))
  }

  /// Places of percentage points as places of the ratio: two more. What is out of range stays so.
  private func digits(ofPercent places: Term, _ site: Site) throws(Stop) -> IntegerExpression {
    let slot = newSlot()
    let isInRange = Condition.integerIn(.slot(slot), IntegerSet(Array(0...36)))
    return .bind(
      [BoundSlot(slot, .integer(try integer(places)))],
      in: .choose(
        isInRange, then: .add(.slot(slot), .constant(2), site), otherwise: .constant(-1)))
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
    let digits = try type == .percent ? digits(ofPercent: places, site) : integer(places)
    let value: DecimalExpression =
      if let divisor {
        .divideRounded(
          rounding, try decimal(numerator), try decimal(divisor), places: digits,
          site)
      } else {
        .round(rounding, try decimal(numerator), places: digits, site)
      }
    return try operation(.decimal(value), on: operands, type: type, scope)
  }
}
