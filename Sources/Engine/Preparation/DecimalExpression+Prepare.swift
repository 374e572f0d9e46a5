import Quantities

extension DecimalExpression {
  func prepared(_ preparation: Preparation) -> DecimalExpression {
    switch self {
    case .constant, .column: return self
    case .slot(let slot):
      if case .decimal(let leaf) = preparation.leaf(slot) { return leaf }
      return self
    case .integer(let value):
      let value = value.prepared(preparation)
      if case .constant(let constant) = value { return .constant(Decimal(constant)) }
      return .integer(value)
    case .add(let left, let right, let site):
      return binary(left, right, preparation) { .add($0, $1, site) }
    case .subtract(let left, let right, let site):
      return binary(left, right, preparation) { .subtract($0, $1, site) }
    case .multiply(let left, let right, let site):
      return binary(left, right, preparation) { .multiply($0, $1, site) }
    case .divide(let left, let right, let site):
      return binary(left, right, preparation) { .divide($0, $1, site) }
    case .negate(let value): return folding(.negate(value.prepared(preparation)), [value])
    case .absolute(let value): return folding(.absolute(value.prepared(preparation)), [value])
    case .round(let rounding, let value, let places, let site):
      let value = value.prepared(preparation)
      let places = places.prepared(preparation)
      let made = DecimalExpression.round(rounding, value, places: places, site)
      return places.isConstant ? folding(made, [value]) : made
    case .divideRounded(let rounding, let left, let right, let places, let site):
      let left = left.prepared(preparation)
      let right = right.prepared(preparation)
      let places = places.prepared(preparation)
      let made = DecimalExpression.divideRounded(rounding, left, right, places: places, site)
      return places.isConstant ? folding(made, [left, right]) : made
    case .choose(let condition, let then, let otherwise):
      switch condition.prepared(preparation) {
      case .constant(true): return then.prepared(preparation)
      case .constant(false): return otherwise.prepared(preparation)
      case let chosen:
        return .choose(
          chosen, then: then.prepared(preparation), otherwise: otherwise.prepared(preparation))
      }
    case .bind(let bound, let body):
      let (kept, inner) = preparation.binding(bound)
      return kept.isEmpty ? body.prepared(inner) : .bind(kept, in: body.prepared(inner))
    }
  }

  private func binary(
    _ left: DecimalExpression, _ right: DecimalExpression, _ preparation: Preparation,
    _ make: (DecimalExpression, DecimalExpression) -> DecimalExpression
  ) -> DecimalExpression {
    let left = left.prepared(preparation)
    let right = right.prepared(preparation)
    return folding(make(left, right), [left, right])
  }

  var isConstant: Bool {
    if case .constant = self { return true }
    return false
  }

  /// The value of an operation whose operands are constants, or the operation if it faults.
  private func folding(
    _ operation: DecimalExpression, _ operands: [DecimalExpression]
  ) -> DecimalExpression {
    guard operands.allSatisfy(\.isConstant), let value = try? operation.value() else {
      return operation
    }
    return .constant(value)
  }
}
