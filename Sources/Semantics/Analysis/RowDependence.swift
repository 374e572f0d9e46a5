import Source

/// What an expression depends on beyond the script and the data as a whole.
///
/// Inside an expression that is evaluated for each row, queries, lists and sets must be the same
/// for every row: then they are computed once. This finds those that are not.
struct RowDependence {
  /// How many enclosing queries outwards the rows are that it depends on, as seen from where the
  /// expression stands; and the parameters and bindings.
  var depths: Set<Int> = []
  var locals: Set<LocalID> = []

  mutating func formUnion(_ other: RowDependence) {
    depths.formUnion(other.depths)
    locals.formUnion(other.locals)
  }

  /// As seen from one query further out: that query's own rows do not count there.
  var outside: RowDependence {
    RowDependence(depths: Set(depths.compactMap { $0 > 0 ? $0 - 1 : nil }), locals: locals)
  }
}

/// For each function and table, the parameters that its queries, lists and sets depend on. Shared
/// by the walks of one check, so that none of them copies it.
final class SensitiveParameters {
  var of: [Entity: Set<Int>] = [:]
}

/// Walks a typed body.
struct RowDependenceWalk {
  enum Mistake: Hashable {
    /// A query that goes through different rows or answers differently for each outer row.
    case query(Span)
    case collection(Span)
    /// An argument that a function or table uses inside a query.
    case argument(Span, Entity)
  }

  let sensitive: SensitiveParameters
  private(set) var mistakes: [Mistake] = []
  /// Locals that queries, lists and sets depend on.
  private(set) var sensitiveLocals: Set<LocalID> = []

  init(_ sensitive: SensitiveParameters) { self.sensitive = sensitive }

  @discardableResult
  mutating func walk(_ expression: TypedExpression) -> RowDependence {
    switch expression.kind {
    case .constant, .globalConstant, .asOf, .registry: return RowDependence()
    case .local(let local): return RowDependence(locals: [local])
    case .field(_, let depth), .element(let depth): return RowDependence(depths: [depth])
    case .member(let value, _), .negate(let value), .not(let value), .widen(let value),
      .some(let value), .unwrap(let value), .isNone(let value):
      return walk(value)
    case .and(let a, let b), .or(let a, let b), .arithmetic(_, let a, let b),
      .compare(_, let a, let b), .coalesce(let a, let b), .contains(let a, let b):
      return walk(all: [a, b])
    case .conditional(let condition, let then, let otherwise):
      return walk(all: [condition, then, otherwise])
    case .match(let subjects, let arms): return walk(all: subjects + arms.map(\.result))
    case .builtin(_, let values), .calendar(_, _, let values), .deadline(_, let values),
      .hostCall(_, let values),
      .makeRecord(_, let values):
      return walk(all: values)
    case .call(let function, let arguments): return call(.function(function), arguments)
    case .tableCall(let table, let arguments): return call(.table(table), arguments)
    case .list(let elements), .set(let elements):
      return fixed(walk(all: elements), .collection(expression.span))
    case .query(let source, let steps):
      return fixed(query(source, steps), .query(expression.span))
    case .draw(_, let arguments):
      return fixed(walk(all: arguments.expressions), .query(expression.span))
    }
  }

  private mutating func walk(all expressions: [TypedExpression]) -> RowDependence {
    var result = RowDependence()
    for expression in expressions { result.formUnion(walk(expression)) }
    return result
  }

  /// Takes note of something that must not depend on rows around it.
  private mutating func fixed(_ dependence: RowDependence, _ mistake: Mistake) -> RowDependence {
    sensitiveLocals.formUnion(dependence.locals)
    guard !dependence.depths.isEmpty else { return dependence }
    mistakes.append(mistake)
    // Reported here; what contains it is not to blame.
    return RowDependence(locals: dependence.locals)
  }

  private mutating func query(
    _ source: TypedExpression, _ steps: [TypedStep]
  ) -> RowDependence {
    var result = walk(source)
    for step in steps {
      switch step.kind {
      case .where(let value), .sum(let value), .minimum(let value), .maximum(let value),
        .average(let value), .groupBy(let value), .sortBy(let value, _), .any(let value),
        .all(let value):
        result.formUnion(walk(value).outside)
      case .distinct(let value):
        guard let value else { continue }
        result.formUnion(walk(value).outside)
      case .first(let count): result.formUnion(walk(count))
      case .count: break
      }
    }
    return result
  }

  private mutating func call(
    _ callee: Entity, _ arguments: [TypedExpression]
  ) -> RowDependence {
    let sensitive = sensitive.of[callee] ?? []
    var result = RowDependence()
    for (index, argument) in arguments.enumerated() {
      var dependence = walk(argument)
      if sensitive.contains(index) {
        dependence = fixed(dependence, .argument(argument.span, callee))
      }
      result.formUnion(dependence)
    }
    return result
  }
}
