import Semantics

extension TypedExpression {
  /// Collects the fields of the row that is `depth` loops further out.
  func collectFields(depth: Int, into fields: inout Set<Int>) {
    switch kind {
    case .field(let index, depth): fields.insert(index)
    case .member(let base, let field):
      if case .element(depth) = base.kind {
        fields.insert(field)
      } else {
        base.collectFields(depth: depth, into: &fields)
      }
    case .query(let source, let steps):
      source.collectFields(depth: depth, into: &fields)
      for step in steps { step.collectFields(depth: depth, into: &fields) }
    case .match(let subjects, let arms):
      for subject in subjects { subject.collectFields(depth: depth, into: &fields) }
      for arm in arms { arm.result.collectFields(depth: depth, into: &fields) }
    default:
      for part in parts { part.collectFields(depth: depth, into: &fields) }
    }
  }

  /// The expressions directly inside, without those of queries and matches.
  var parts: [TypedExpression] {
    switch kind {
    case .constant, .local, .globalConstant, .field, .element, .asOf, .registry, .query, .match:
      []
    case .member(let a, _), .negate(let a), .not(let a), .widen(let a), .some(let a),
      .unwrap(let a), .isNone(let a):
      [a]
    case .and(let a, let b), .or(let a, let b), .arithmetic(_, let a, let b),
      .compare(_, let a, let b), .coalesce(let a, let b), .contains(let a, let b),
      .draw(_, let a, let b):
      [a, b]
    case .conditional(let a, let b, let c): [a, b, c]
    case .call(_, let all), .tableCall(_, let all), .builtin(_, let all), .makeRecord(_, let all),
      .list(let all), .set(let all):
      all
    }
  }
}

extension TypedStep {
  func collectFields(depth: Int, into fields: inout Set<Int>) {
    switch kind {
    case .where(let inner), .sum(let inner), .minimum(let inner), .maximum(let inner),
      .average(let inner), .groupBy(let inner), .sortBy(let inner, _), .any(let inner),
      .all(let inner), .distinct(let inner?):
      inner.collectFields(depth: depth + 1, into: &fields)
    case .first(let count): count.collectFields(depth: depth, into: &fields)
    case .count, .distinct(nil): break
    }
  }
}
