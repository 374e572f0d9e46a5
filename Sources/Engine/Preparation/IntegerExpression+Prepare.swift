extension IntegerExpression {
  func prepared(_ preparation: Preparation) -> IntegerExpression {
    switch self {
    case .constant, .column, .coded: return self
    case .slot(let slot):
      if case .integer(let leaf) = preparation.leaf(slot) { return leaf }
      return self
    case .add(let left, let right, let site):
      return binary(left, right, preparation) { .add($0, $1, site) }
    case .subtract(let left, let right, let site):
      return binary(left, right, preparation) { .subtract($0, $1, site) }
    case .multiply(let left, let right, let site):
      return binary(left, right, preparation) { .multiply($0, $1, site) }
    case .addDays(let date, let days, let site):
      return binary(date, days, preparation) { .addDays($0, $1, site) }
    case .addMonths(let date, let months, let site):
      return binary(date, months, preparation) { .addMonths($0, $1, site) }
    case .calendar, .due: return preparedTimes(preparation)
    case .negate(let value, let site): return unary(value, preparation) { .negate($0, site) }
    case .absolute(let value, let site): return unary(value, preparation) { .absolute($0, site) }
    case .year(let date): return unary(date, preparation) { .year($0) }
    case .month(let date): return unary(date, preparation) { .month($0) }
    case .day(let date): return unary(date, preparation) { .day($0) }
    case .choose(let condition, let then, let otherwise):
      switch condition.prepared(preparation) {
      case .constant(true): return then.prepared(preparation)
      case .constant(false): return otherwise.prepared(preparation)
      case let chosen:
        return .choose(
          chosen, then: then.prepared(preparation), otherwise: otherwise.prepared(preparation))
      }
    case .length(let text):
      let text = text.prepared(preparation)
      if case .constant(let value) = text { return .constant(scalarCount(value.utf8.span)) }
      guard let (codes, values) = preparation.dictionary(text) else { return .length(text) }
      return .coded(codes: codes, values: values.map { scalarCount($0.utf8.span) })
    case .bind(let bound, let body):
      let (kept, inner) = preparation.binding(bound)
      return kept.isEmpty ? body.prepared(inner) : .bind(kept, in: body.prepared(inner))
    }
  }

  /// Apart, because every case adds to the stack that a deep tree takes.
  private func preparedTimes(_ preparation: Preparation) -> IntegerExpression {
    switch self {
    case .calendar(let question, let day, let other, let calendar, let site):
      return binary(day, other, preparation) { .calendar(question, $0, $1, calendar, site) }
    case .due(let deadline, let start, let calendars, let site):
      return binary(deadline, start, preparation) { .due($0, $1, calendars, site) }
    default: return self
    }
  }

  private func unary(
    _ operand: IntegerExpression, _ preparation: Preparation,
    _ make: (IntegerExpression) -> IntegerExpression
  ) -> IntegerExpression {
    let operand = operand.prepared(preparation)
    let made = make(operand)
    return operand.isConstant ? made.folded : made
  }

  private func binary(
    _ left: IntegerExpression, _ right: IntegerExpression, _ preparation: Preparation,
    _ make: (IntegerExpression, IntegerExpression) -> IntegerExpression
  ) -> IntegerExpression {
    let left = left.prepared(preparation)
    let right = right.prepared(preparation)
    let made = make(left, right)
    return left.isConstant && right.isConstant ? made.folded : made
  }

  var isConstant: Bool {
    if case .constant = self { return true }
    return false
  }

  /// The value of an operation on constants, or the operation if it faults.
  private var folded: IntegerExpression {
    (try? value()).map { .constant($0) } ?? self
  }
}
