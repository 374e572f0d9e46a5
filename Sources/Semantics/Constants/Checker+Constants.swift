import Quantities
import Source

/// Computing at check time: constants, amounts, patterns, defaults, given rows.
extension Checker {
  /// Why an expression has no value at check time.
  enum NotConstant: Error {
    /// It depends on data, on the as-of date, or on a function.
    case depends(Span)
    /// An operation has no result.
    case fails(ConstantFault, Span)
    /// Something in it has been reported already.
    case reported
  }

  /// Where a constant is wanted, for the message.
  enum ConstantPlace {
    case pattern, missing, period, amount, given, parameter, deadline, frequency, threshold
  }

  /// The value of an expression that must be constant; nil once its mistake is reported.
  mutating func constant(
    _ expression: TypedExpression, _ place: ConstantPlace
  ) -> TypedExpression.Constant? {
    if expression.type.isUnknown { return nil }
    do throws(NotConstant) {
      return try value(of: expression)
    } catch {
      switch error {
      case .depends(let span): report(notConstant(span, place))
      case .fails(let fault, let span): report(constantFails(fault, span))
      case .reported: break
      }
      return nil
    }
  }

  /// The value of an expression if it is known before anything runs; reports nothing.
  func knownValue(_ expression: TypedExpression) -> TypedExpression.Constant? {
    expression.type.isUnknown ? nil : try? value(of: expression)
  }

  /// The expression as a single constant, if it is one.
  mutating func folded(_ expression: TypedExpression) -> TypedExpression {
    if expression.type.isUnknown { return expression }
    if case .constant = expression.kind { return expression }
    do throws(NotConstant) {
      let value = try value(of: expression)
      return TypedExpression(.constant(value), expression.type, expression.span)
    } catch {
      if case .fails(let fault, let span) = error { report(constantFails(fault, span)) }
      return expression
    }
  }

  /// The value of an expression that needs nothing but the script.
  func value(
    of expression: TypedExpression
  ) throws(NotConstant) -> TypedExpression.Constant {
    if expression.type.isUnknown { throw .reported }
    switch expression.kind {
    case .constant(let constant): return constant
    case .globalConstant(let id):
      guard let value = constants[id.index], !value.type.isUnknown else { throw .reported }
      guard case .constant(let constant) = value.kind else { throw .depends(expression.span) }
      return constant
    case .negate(let operand):
      return try Fold.negated(value(of: operand), expression.span)
    case .not(let operand): return .bool(try !truth(operand))
    case .and(let left, let right):
      guard try truth(left) else { return .bool(false) }
      return .bool(try truth(right))
    case .or(let left, let right):
      guard try !truth(left) else { return .bool(true) }
      return .bool(try truth(right))
    case .arithmetic(let operation, let left, let right):
      return try Fold.arithmetic(
        operation, value(of: left), value(of: right), dates: left.type == .date, expression.span)
    case .compare(let comparison, let left, let right):
      return .bool(Fold.compare(comparison, try value(of: left), try value(of: right)))
    case .widen(let operand):
      guard case .integer(let integer) = try value(of: operand) else { throw .reported }
      return .decimal(Decimal(integer))
    case .some(let operand), .unwrap(let operand): return try value(of: operand)
    case .isNone(let operand): return .bool(try value(of: operand) == .none)
    case .coalesce(let left, let right):
      let first = try value(of: left)
      return first == .none ? try value(of: right) : first
    case .conditional(let condition, let then, let otherwise):
      return try truth(condition) ? value(of: then) : value(of: otherwise)
    case .builtin(let builtin, let arguments):
      return try self.builtin(builtin, arguments, expression.span)
    case .calendar: return try answer(to: expression).value
    case .deadline(.withDate(let base), let arguments):
      guard let date = arguments.first, case .date(let day) = try value(of: date) else {
        throw .reported
      }
      return .integer(base + Int64(day.dayNumber) + Deadline.dateOffset)
    case .deadline(.due, _): throw .depends(expression.span)
    case .local, .field, .element, .asOf, .member, .match, .call, .tableCall, .hostCall,
      .makeRecord, .list, .set, .contains, .registry, .query, .draw:
      throw .depends(expression.span)
    }
  }

  private func truth(_ expression: TypedExpression) throws(NotConstant) -> Bool {
    guard case .bool(let truth) = try value(of: expression) else { throw .reported }
    return truth
  }

  private func builtin(
    _ builtin: Builtin, _ arguments: [TypedExpression], _ span: Span
  ) throws(NotConstant) -> TypedExpression.Constant {
    if let rounding = builtin.rounding, arguments.count == 2 {
      guard case .integer(let written) = try value(of: arguments[1]) else { throw .reported }
      let places = Fold.places(written, of: arguments[0].type)
      // A division directly inside is rounded once, so it need not be exact.
      if case .arithmetic(.divide, let left, let right) = arguments[0].kind {
        return try Fold.divided(
          value(of: left), value(of: right), rounding, places: places, span)
      }
      return try Fold.rounded(value(of: arguments[0]), rounding, places: places, span)
    }
    var values: [TypedExpression.Constant] = []
    for argument in arguments { values.append(try value(of: argument)) }
    return try Fold.builtin(builtin, values, span)
  }
}

extension Builtin {
  /// How it rounds, if it does.
  var rounding: Decimal.Rounding? {
    switch self {
    case .roundUp: .up
    case .roundDown: .down
    case .roundHalfUp: .halfUp
    default: nil
    }
  }
}
