package import Quantities

/// The values that an expression over a plan's parameters can get, as an interval.
package struct ParameterBounds: Hashable, Sendable {
  /// Nil where there is no bound.
  package let least: Decimal?
  package let greatest: Decimal?

  package init(_ least: Decimal?, _ greatest: Decimal?) {
    self.least = least
    self.greatest = greatest
  }

  /// - Parameter parameters: the locals of the expression.
  package init(_ expression: TypedExpression, _ parameters: [PlanDeclaration.Parameter]) {
    switch expression.kind {
    case .constant(let constant): self.init(constant.number, constant.number)
    case .local(let id) where parameters.indices.contains(id.index):
      self.init(parameters[id.index])
    case .widen(let value): self.init(value, parameters)
    case .arithmetic(let operation, let a, let b):
      let (left, right) = (Self(a, parameters), Self(b, parameters))
      switch operation {
      case .add:
        self.init(
          Self.combined(left.least, right.least) { try? $0.adding($1) },
          Self.combined(left.greatest, right.greatest) { try? $0.adding($1) })
      case .subtract:
        self.init(
          Self.combined(left.least, right.greatest) { try? $0.subtracting($1) },
          Self.combined(left.greatest, right.least) { try? $0.subtracting($1) })
      case .multiply where left.isNotNegative && right.isNotNegative:
        self.init(
          Self.combined(left.least, right.least) { try? $0.multiplied(by: $1) },
          Self.combined(left.greatest, right.greatest) { try? $0.multiplied(by: $1) })
      case .multiply, .divide: self.init(nil, nil)
      }
    default: self.init(nil, nil)
    }
  }

  private init(_ parameter: PlanDeclaration.Parameter) {
    if let range = parameter.range {
      self.init(range.low.number, range.high.number)
    } else {
      self.init(nil, nil)
    }
  }

  private var isNotNegative: Bool { least.map { !$0.isNegative } ?? false }

  private static func combined(
    _ a: Decimal?, _ b: Decimal?, _ operation: (Decimal, Decimal) -> Decimal?
  ) -> Decimal? {
    guard let a, let b else { return nil }
    return operation(a, b)
  }
}

extension ParameterBounds {
  /// Whether a condition over parameters holds for all their values (true), or for none (false);
  /// nil where that depends, or is not known. Each comparison is judged by itself.
  package static func truth(
    of condition: TypedExpression, _ parameters: [PlanDeclaration.Parameter]
  ) -> Bool? {
    switch condition.kind {
    case .constant(.bool(let value)): return value
    case .not(let value): return truth(of: value, parameters).map { !$0 }
    case .and(let a, let b):
      let sides = (truth(of: a, parameters), truth(of: b, parameters))
      if sides.0 == false || sides.1 == false { return false }
      return sides.0 == true && sides.1 == true ? true : nil
    case .or(let a, let b):
      let sides = (truth(of: a, parameters), truth(of: b, parameters))
      if sides.0 == true || sides.1 == true { return true }
      return sides.0 == false && sides.1 == false ? false : nil
    case .compare(let comparison, let a, let b):
      return truth(comparison, Self(a, parameters), Self(b, parameters))
    default: return nil
    }
  }

  private static func truth(
    _ comparison: TypedExpression.Comparison, _ a: ParameterBounds, _ b: ParameterBounds
  ) -> Bool? {
    switch comparison {
    case .less: return isBelow(a, b) ? true : reaches(a, b) ? false : nil
    case .greater: return isBelow(b, a) ? true : reaches(b, a) ? false : nil
    case .lessOrEqual: return reaches(b, a) ? true : isBelow(b, a) ? false : nil
    case .greaterOrEqual: return reaches(a, b) ? true : isBelow(a, b) ? false : nil
    case .equal: return isBelow(a, b) || isBelow(b, a) ? false : nil
    case .notEqual: return isBelow(a, b) || isBelow(b, a) ? true : nil
    }
  }

  /// Whether every value of `a` is below every value of `b`.
  private static func isBelow(_ a: ParameterBounds, _ b: ParameterBounds) -> Bool {
    guard let most = a.greatest, let least = b.least else { return false }
    return most < least
  }

  /// Whether every value of `a` is at least every value of `b`.
  private static func reaches(_ a: ParameterBounds, _ b: ParameterBounds) -> Bool {
    guard let least = a.least, let most = b.greatest else { return false }
    return least >= most
  }
}

extension TypedExpression.Constant {
  /// As a number; nil for what is none.
  var number: Decimal? {
    switch self {
    case .integer(let value): Decimal(value)
    case .decimal(let value): value
    default: nil
    }
  }
}
