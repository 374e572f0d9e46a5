/// How deep the direct parts of a node are: the reason that walks over the tree may recurse.
extension Expression.Kind {
  var partsHeight: Int32 {
    switch self {
    case .missing, .literal, .name, .element, .asOf: 0
    case .deadline(let deadline): deadline.partsHeight
    case .member(let base, _), .keywordMember(let base, _, _), .unary(_, let base): base.height
    case .call(_, let arguments), .builtinCall(_, _, let arguments):
      arguments.reduce(0) { max($0, $1.value.height) }
    case .binary(_, _, let left, let right): max(left.height, right.height)
    case .conditional(let condition, let then, let otherwise):
      max(condition.height, then.height, otherwise.height)
    case .match(let subjects, let arms):
      max(subjects.tallest, arms.reduce(0) { max($0, $1.height) })
    case .query(let source, let steps):
      steps.reduce(source.height) { max($0, $1.kind.argument?.height ?? 0) }
    case .list(let elements), .set(let elements): elements.tallest
    }
  }
}

extension Pattern.Kind {
  var partsHeight: Int32 {
    switch self {
    case .missing, .wildcard, .otherwise: 0
    case .value(let value), .comparison(_, let value): value.height
    case .range(let low, let high): max(low.height, high.height)
    case .alternatives(let patterns): patterns.reduce(0) { max($0, $1.height) }
    case .not(let pattern): pattern.height
    }
  }
}

extension QueryStep.Kind {
  /// What follows the query word, if anything does.
  package var argument: Expression? {
    switch self {
    case .count: nil
    case .where(let argument), .sum(let argument), .minimum(let argument),
      .maximum(let argument), .average(let argument), .groupBy(let argument),
      .sortBy(let argument, _), .first(let argument), .any(let argument), .all(let argument):
      argument
    case .distinct(let argument): argument
    }
  }
}

extension MatchArm {
  fileprivate var height: Int32 { patterns.reduce(result.height) { max($0, $1.height) } }
}

extension [Expression] {
  fileprivate var tallest: Int32 { reduce(0) { Swift.max($0, $1.height) } }
}
