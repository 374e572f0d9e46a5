extension TypedExpression {
  /// The expressions directly inside, in order.
  package var children: [TypedExpression] {
    switch kind {
    case .constant, .local, .globalConstant, .field, .element, .asOf, .registry: []
    case .member(let value, _), .negate(let value), .not(let value), .widen(let value),
      .some(let value), .unwrap(let value), .isNone(let value):
      [value]
    case .and(let a, let b), .or(let a, let b), .arithmetic(_, let a, let b),
      .compare(_, let a, let b), .coalesce(let a, let b), .contains(let a, let b):
      [a, b]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .match(let subjects, let arms): subjects + arms.map(\.result)
    case .call(_, let values), .tableCall(_, let values), .builtin(_, let values),
      .calendar(_, _, let values), .deadline(_, let values),
      .hostCall(_, let values),
      .makeRecord(_, let values), .list(let values), .set(let values):
      values
    case .query(let source, let steps): [source] + steps.compactMap(\.expression)
    case .draw(_, let arguments): arguments.expressions
    }
  }

  /// The functions and tables called in it.
  var callees: [Entity] {
    var result: [Entity] = []
    var rest = [self]
    while let next = rest.popLast() {
      switch next.kind {
      case .call(let function, _): result.append(.function(function))
      case .tableCall(let table, _): result.append(.table(table))
      default: break
      }
      rest += next.children
    }
    return result
  }
}

extension TypedStep {
  /// What the step computes for each row, or once.
  package var expression: TypedExpression? {
    switch kind {
    case .where(let value), .sum(let value), .minimum(let value), .maximum(let value),
      .average(let value), .groupBy(let value), .sortBy(let value, _), .first(let value),
      .any(let value), .all(let value):
      value
    case .distinct(let value): value
    case .count: nil
    }
  }
}
