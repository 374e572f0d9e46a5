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
    default:
      for part in children { part.collectFields(depth: depth, into: &fields) }
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
