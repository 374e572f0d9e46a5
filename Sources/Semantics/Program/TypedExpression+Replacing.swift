extension TypedExpression {
  /// The expression with parts of it replaced: those for which there is a replacement, the
  /// outermost first. O(nodes).
  package func replacing(_ replacement: (TypedExpression) -> TypedExpression?) -> TypedExpression {
    if let other = replacement(self) { return other }
    func new(_ expression: TypedExpression) -> TypedExpression {
      expression.replacing(replacement)
    }
    let kind: Kind =
      switch self.kind {
      case .constant, .local, .globalConstant, .field, .element, .asOf, .registry: self.kind
      case .member(let value, let field): .member(new(value), field: field)
      case .negate(let value): .negate(new(value))
      case .not(let value): .not(new(value))
      case .and(let a, let b): .and(new(a), new(b))
      case .or(let a, let b): .or(new(a), new(b))
      case .arithmetic(let operation, let a, let b): .arithmetic(operation, new(a), new(b))
      case .compare(let comparison, let a, let b): .compare(comparison, new(a), new(b))
      case .widen(let value): .widen(new(value))
      case .some(let value): .some(new(value))
      case .unwrap(let value): .unwrap(new(value))
      case .isNone(let value): .isNone(new(value))
      case .coalesce(let a, let b): .coalesce(new(a), new(b))
      case .conditional(let condition, let then, let otherwise):
        .conditional(new(condition), then: new(then), otherwise: new(otherwise))
      case .match(let subjects, let arms):
        .match(
          subjects: subjects.map(new),
          arms: arms.map { TypedArm(patterns: $0.patterns, result: new($0.result)) })
      case .call(let function, let values): .call(function, values.map(new))
      case .tableCall(let table, let values): .tableCall(table, values.map(new))
      case .builtin(let builtin, let values): .builtin(builtin, values.map(new))
      case .calendar(let question, let calendar, let values):
        .calendar(question, calendar, values.map(new))
      case .deadline(let operation, let values): .deadline(operation, values.map(new))
      case .hostCall(let function, let values): .hostCall(function, values.map(new))
      case .makeRecord(let record, let values): .makeRecord(record, values.map(new))
      case .list(let values): .list(values.map(new))
      case .set(let values): .set(values.map(new))
      case .contains(let element, let collection): .contains(new(element), in: new(collection))
      case .query(let source, let steps):
        .query(
          source: new(source),
          steps: steps.map { TypedStep($0.kind.replacing(new), type: $0.type, span: $0.span) })
      case .draw(let plan, let arguments): .draw(plan, arguments.replacing(new))
      }
    return TypedExpression(kind, type, span)
  }
}

extension TypedStep.Kind {
  fileprivate func replacing(_ new: (TypedExpression) -> TypedExpression) -> TypedStep.Kind {
    switch self {
    case .where(let value): .where(new(value))
    case .count: .count
    case .sum(let value): .sum(new(value))
    case .minimum(let value): .minimum(new(value))
    case .maximum(let value): .maximum(new(value))
    case .average(let value): .average(new(value))
    case .groupBy(let value): .groupBy(new(value))
    case .sortBy(let value, let descending): .sortBy(new(value), descending: descending)
    case .first(let value): .first(new(value))
    case .distinct(let value): .distinct(value.map(new))
    case .any(let value): .any(new(value))
    case .all(let value): .all(new(value))
    }
  }
}
