import Engine
import Quantities
import Semantics
import Source

extension Interpreter {
  /// Applies the steps of a query, one after the other.
  func query(
    _ source: Datum, type: Type, _ steps: [TypedStep], _ scope: Scope
  ) throws(Stop) -> Datum {
    depth += Self.queryDepth
    defer { depth -= Self.queryDepth }
    var current = source
    var type = type
    var index = 0
    while index < steps.count {
      let step = steps[index]
      let elements = try elements(of: current, type)
      do {
        try meter.spend(steps: elements.count)
      } catch {
        throw .limit(error)
      }
      if case .groupBy(let key) = step.kind {
        guard index + 1 < steps.count else { throw .impossible("groups without a value") }
        index += 1
        current = try group(elements, by: key, steps[index], scope)
      } else {
        current = try apply(step, elements, scope)
      }
      type = steps[index].type
      index += 1
    }
    return current
  }

  private func elements(of datum: Datum, _ type: Type) throws(Stop) -> Elements {
    guard let element = type.element else { throw .impossible("a query over no list") }
    if case .rows(let rows) = datum { return .rows(rows, element) }
    guard let list = datum.elements else { throw .impossible("a query over no list") }
    return .list(list, element)
  }

  private func apply(
    _ step: TypedStep, _ elements: Elements, _ scope: Scope
  ) throws(Stop) -> Datum {
    switch step.kind {
    case .where(let condition):
      return elements.at(try positions(where: condition, elements, scope))
    case .count: return .integer(elements.count)
    case .any(let condition):
      return .bool(try !positions(where: condition, elements, scope).isEmpty)
    case .all(let condition):
      return .bool(try positions(where: condition, elements, scope).count == elements.count)
    case .sum, .average, .minimum, .maximum: return try aggregate(step, elements, scope)
    case .sortBy(let key, let descending):
      return try sort(elements, by: key, descending: descending, scope)
    case .first(let count):
      guard case .scalar(.integer(let wanted)) = try evaluate(count, scope) else {
        throw .impossible("a count that is no integer")
      }
      let kept = Int(min(max(wanted, 0), Int64(elements.count)))
      return elements.at((0..<Int32(kept)).map { $0 })
    case .distinct(let key): return try distinct(elements, by: key, scope)
    case .groupBy: throw .impossible("groups without a value")
    }
  }

  /// Ties keep their order; absence comes last in both directions.
  private func sort(
    _ elements: Elements, by key: TypedExpression, descending: Bool, _ scope: Scope
  ) throws(Stop) -> Datum {
    let keys = try values(of: key, elements, scope).column(key.type)
    return elements.at(keys.sortedRows(descending: descending))
  }

  /// The first element of each value stays.
  private func distinct(
    _ elements: Elements, by key: TypedExpression?, _ scope: Scope
  ) throws(Stop) -> Datum {
    if let key {
      let keys = try values(of: key, elements, scope).column(key.type)
      return elements.at(keys.distinctRows())
    }
    // Structures have no equality of their own.
    guard Family(elements.type) != nil else { throw .impossible("distinct structures") }
    var builder = DatumColumnBuilder(elements.type)
    for position in 0..<elements.count { builder.append(elements[position]) }
    return elements.at(builder.finish().distinctRows())
  }
}
