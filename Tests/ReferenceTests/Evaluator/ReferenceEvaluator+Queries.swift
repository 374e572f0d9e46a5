import Quantities
import Semantics
import Source

/// Queries: each step goes through all elements before the next one starts.
extension ReferenceEvaluator {
  func query(
    _ source: TypedExpression, _ steps: [TypedStep], _ context: Context
  ) throws(ReferenceFault) -> Boxed {
    var current = try evaluate(source, context)
    var index = 0
    while index < steps.count {
      let step = steps[index]
      let elements = try elements(current, step.span)
      if case .groupBy(let key) = step.kind {
        index += 1
        current = try groups(elements, by: key, steps[index], context)
      } else {
        current = try apply(step, elements, context)
      }
      index += 1
    }
    return current
  }

  private func values(
    _ expression: TypedExpression, _ elements: [Boxed], _ context: Context
  ) throws(ReferenceFault) -> [Boxed] {
    var values: [Boxed] = []
    for element in elements { values.append(try evaluate(expression, context.inside(element))) }
    return values
  }

  private func keep(
    _ condition: TypedExpression, _ elements: [Boxed], _ context: Context
  ) throws(ReferenceFault) -> [Boxed] {
    let truths = try values(condition, elements, context)
    return zip(elements, truths).filter { $0.1 == .bool(true) }.map(\.0)
  }

  private func apply(
    _ step: TypedStep, _ elements: [Boxed], _ context: Context
  ) throws(ReferenceFault) -> Boxed {
    switch step.kind {
    case .where(let condition): return .list(try keep(condition, elements, context))
    case .any(let condition): return .bool(try keep(condition, elements, context).count > 0)
    case .all(let condition):
      return .bool(try keep(condition, elements, context).count == elements.count)
    case .count: return .integer(Int64(elements.count))
    case .sum(let value), .average(let value), .minimum(let value), .maximum(let value):
      return try aggregate(step, values(value, elements, context), of: value.type)
    case .sortBy(let key, let descending):
      let keys = try values(key, elements, context)
      let order = elements.indices.sorted { a, b in
        let order = Boxed.order(keys[a], keys[b])
        if order == 0 { return a < b }
        return descending ? order > 0 : order < 0
      }
      return .list(order.map { elements[$0] })
    case .first(let count):
      guard case .integer(let wanted) = try evaluate(count, context) else {
        throw broken("a count that is no integer", step.span)
      }
      return .list(elements.enumerated().filter { Int64($0.offset) < wanted }.map(\.element))
    case .distinct(let key):
      let keys = try key.map { (key) throws(ReferenceFault) in
        try values(key, elements, context)
      }
      return .list(firstOfEach(elements, keys ?? elements))
    case .groupBy: throw broken("groups without a value", step.span)
    }
  }

  /// The first element of each key, in the order of the elements.
  private func firstOfEach(_ elements: [Boxed], _ keys: [Boxed]) -> [Boxed] {
    runs(keys).compactMap(\.first).sorted().map { elements[$0] }
  }

  /// The positions of equal keys together, by ascending keys.
  private func runs(_ keys: [Boxed]) -> [[Int]] {
    let order = keys.indices.sorted { a, b in
      let order = Boxed.order(keys[a], keys[b])
      return order == 0 ? a < b : order < 0
    }
    var runs: [[Int]] = []
    for position in order {
      if let last = runs.last?.last, Boxed.same(keys[last], keys[position]) {
        runs[runs.count - 1].append(position)
      } else {
        runs.append([position])
      }
    }
    return runs
  }

  /// Keys of all elements first; then the values, all together, before the first sum.
  private func groups(
    _ elements: [Boxed], by key: TypedExpression, _ step: TypedStep, _ context: Context
  ) throws(ReferenceFault) -> Boxed {
    let keys = try values(key, elements, context)
    var inner: TypedExpression?
    switch step.kind {
    case .sum(let value), .average(let value), .minimum(let value), .maximum(let value):
      inner = value
    default: break
    }
    let all = try inner.map { (inner) throws(ReferenceFault) in
      try values(inner, elements, context)
    }
    var result: [Boxed] = []
    for members in runs(keys) {
      let key = keys[members[0]]
      if let all, let inner {
        let value = try aggregate(step, members.map { all[$0] }, of: inner.type)
        result.append(.group(key, value))
      } else {
        result.append(.group(key, .integer(Int64(members.count))))
      }
    }
    return .list(result)
  }

  private func aggregate(
    _ step: TypedStep, _ values: [Boxed], of type: Type
  ) throws(ReferenceFault) -> Boxed {
    switch step.kind {
    case .minimum: return values.min { Boxed.order($0, $1) < 0 } ?? .none
    case .maximum: return values.max { Boxed.order($0, $1) < 0 } ?? .none
    case .sum:
      let (integer, decimal) = try sum(values, step.span)
      if type == .decimal || type == .percent { return .decimal(decimal) }
      guard let small = Int64(exactly: integer) else {
        throw ReferenceFault(.overflow, step.span)
      }
      return .integer(small)
    case .average:
      if values.isEmpty { return .none }
      let (integer, decimal) = try sum(values, step.span)
      guard let whole = Decimal(coefficient: integer, places: 0) else {
        throw ReferenceFault(.overflow, step.span)
      }
      let total = type == .decimal || type == .percent ? decimal : whole
      return .decimal(
        try self.decimal(step.span) { () throws(DecimalFault) in
          try total.dividedRounded(
            by: Decimal(Int64(values.count)), places: 10, rounding: .halfUp)
        })
    default: throw broken("a step that is no aggregate", step.span)
    }
  }

  /// Integers exactly; decimals one after the other, each partial sum having to fit.
  private func sum(
    _ values: [Boxed], _ span: Span
  ) throws(ReferenceFault) -> (Int128, Decimal) {
    var integer: Int128 = 0
    var total = Decimal.zero
    for value in values {
      switch value {
      case .integer(let value): integer += Int128(value)
      case .decimal(let value):
        let before = total
        total = try decimal(span) { () throws(DecimalFault) in try before.adding(value) }
      default: throw broken("the sum of no numbers", span)
      }
    }
    return (integer, total)
  }
}
