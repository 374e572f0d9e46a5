import Engine
import Quantities
import Semantics
import Source

/// Sums, averages and extremes of the rows of each group; what is absent is left out.
extension Interpreter {
  /// The value of a step for each group. Nil for steps that are no aggregates.
  func aggregate(
    _ step: TypedStep, _ elements: Elements, _ groups: Groups, _ scope: Scope
  ) throws(Stop) -> [Datum]? {
    let site = sites.site(step.span)
    let inner: TypedExpression
    switch step.kind {
    case .count: return groups.sizes.map(Datum.integer)
    case .sum(let value), .average(let value), .minimum(let value), .maximum(let value):
      inner = value
    default: return nil
    }
    let column = try values(of: inner, elements, scope).column(inner.type)
    do throws(Fault) {
      switch (step.kind, column) {
      case (.sum, .integers(let column)):
        return try groups.sums(column, site).map { .scalar(.integer($0)) }
      case (.sum, .decimals(let column)):
        return try groups.sums(column, site).map { .scalar(.decimal($0)) }
      case (.average, let column):
        return data(.decimals(try groups.averages(column, site)), .decimal)
      case (.minimum, let column): return data(groups.minima(column), inner.type)
      case (.maximum, let column): return data(groups.maxima(column), inner.type)
      default: return nil
      }
    } catch {
      throw .fault(diagnostic(error))
    }
  }

  private func data(_ column: Column, _ type: Type) -> [Datum] {
    (0..<column.count).map { .scalar(Family.constant(in: column, at: $0, type: type)) }
  }

  /// The value of a step for all elements together.
  func aggregate(
    _ step: TypedStep, _ elements: Elements, _ scope: Scope
  ) throws(Stop) -> Datum {
    guard
      let values = try aggregate(step, elements, Groups(whole: elements.count), scope)
    else { throw .impossible("a step that is no aggregate") }
    if let value = values.first { return value }
    // Of nothing.
    switch step.kind {
    case .count: return .integer(0)
    case .sum: return .scalar(Family(step.type) == .decimal ? .decimal(.zero) : .integer(0))
    default: return .none
    }
  }

  /// Groups by ascending keys, each with the value that the next step computes for it.
  func group(
    _ elements: Elements, by key: TypedExpression, _ step: TypedStep, _ scope: Scope
  ) throws(Stop) -> Datum {
    let keys = try values(of: key, elements, scope).column(key.type)
    let groups = keys.groups()
    guard let values = try aggregate(step, elements, groups, scope) else {
      throw .impossible("groups without a value")
    }
    return .list(
      zip(groups.firstRows, values).map { row, value in
        .group(
          key: .scalar(Family.constant(in: keys, at: Int(row), type: key.type)), value: value)
      })
  }
}
