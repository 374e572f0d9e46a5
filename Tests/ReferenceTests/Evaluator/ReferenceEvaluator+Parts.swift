import Quantities
import Semantics
import Source

/// Ranks, layers, and parts of a cell: the generated plans have one subquota or one covering, for
/// which it is a matter of counting whether the rest can still be made up.
extension ReferenceEvaluator {
  /// The first condition of 优先 that holds goes first; rows are in the order of their tickets.
  func byRank(_ plan: PlanDeclaration, _ rows: [Boxed]) throws(ReferenceFault) -> [Boxed] {
    var levels = plan.sampling.prefers.map { _ in [Boxed]() } + [[]]
    for row in rows {
      var level = 0
      for condition in plan.sampling.prefers {
        if try truth(condition, Context(rows: [row])) { break }
        level += 1
      }
      levels[level].append(row)
    }
    return levels.flatMap { $0 }
  }

  /// Of the drawn rows of a cell, by rank and ticket, those of a layer.
  func layer(
    _ layer: Int64, of drawn: [Boxed], _ plan: PlanDeclaration, _ cell: Cell
  ) throws(ReferenceFault) -> [Boxed] {
    let quantity = plan.sampling.strata[cell.stratum].quantity
    var taken = drawn
    var wantedLayer = layer < 2 ? drawn : []
    for (index, further) in quantity.layers.enumerated() {
      let amount = PlanDeclaration.Quantity(
        bound: .exactly(further.amount), allWhenFewerThan: nil, span: further.span)
      let wanted = try permitted(amount, cell.population).start
      if wanted > taken.count { throw ReferenceFault(.quantities, nil) }
      taken = Array(taken.prefix(wanted))
      if index + 2 == layer { wantedLayer = taken }
    }
    return wantedLayer
  }

  /// Rows of cells in the order of the registry, which is that of their keys.
  private func inOrder(_ plan: PlanDeclaration, _ cells: [Cell]) -> [Boxed] {
    let key = program.registries[plan.registry.index].key
    func value(_ row: Boxed) -> Boxed {
      if case .record(let fields) = row { fields[key] } else { row }
    }
    return cells.flatMap { $0.included + $0.others }.sorted {
      Boxed.order(value($0), value($1)) < 0
    }
  }

  /// Evaluates the conditions of all parts, so that faults come before numbers that cannot be.
  func evaluateParts(_ plan: PlanDeclaration, _ cells: [Cell]) throws(ReferenceFault) {
    for area in plan.sampling.areas {
      for row in inOrder(plan, cells) {
        _ = try evaluate(area.expression, Context(rows: [row]))
      }
    }
    for (index, stratum) in plan.sampling.strata.enumerated() {
      let rows = inOrder(plan, cells.filter { $0.stratum == index })
      let conditions = stratum.quantity.subquotas.map(\.condition)
      let values = stratum.quantity.covering.map { [$0.expression] } ?? []
      for expression in conditions + values {
        for row in rows { _ = try evaluate(expression, Context(rows: [row])) }
      }
    }
  }

  func evaluatePreferences(_ plan: PlanDeclaration, _ cells: [Cell]) throws(ReferenceFault) {
    let rows = inOrder(plan, cells)
    for condition in plan.sampling.prefers {
      for row in rows { _ = try evaluate(condition, Context(rows: [row])) }
    }
  }

  /// What the parts of a cell make of its rows.
  private struct CellPart {
    /// For a subquota, whether a row belongs to it.
    var condition: TypedExpression?
    var least = 0
    var greatest = Int.max
    /// For a covering.
    var value: TypedExpression?
  }

  private func part(_ plan: PlanDeclaration, _ cell: Cell) throws(ReferenceFault) -> CellPart? {
    let quantity = plan.sampling.strata[cell.stratum].quantity
    if let limit = quantity.allWhenFewerThan, cell.population < limit { return nil }
    if let covering = quantity.covering { return CellPart(value: covering.expression) }
    guard let subquota = quantity.subquotas.first else { return nil }
    let members = try count(subquota.condition, cell.included + cell.others)
    let own = try permitted(subquota.quantity, members)
    let there = try count(subquota.condition, cell.included)
    return CellPart(
      condition: subquota.condition, least: max(0, own.least - there),
      greatest: max(0, own.greatest - there))
  }

  private func count(
    _ condition: TypedExpression, _ rows: [Boxed]
  ) throws(ReferenceFault) -> Int {
    var count = 0
    for row in rows where try truth(condition, Context(rows: [row])) { count += 1 }
    return count
  }

  /// Different values of rows that none of some others has.
  private func uncovered(
    _ value: TypedExpression, _ rows: [Boxed], by others: [Boxed]
  ) throws(ReferenceFault) -> [Boxed] {
    var seen: [Boxed] = []
    for row in others { seen.append(try evaluate(value, Context(rows: [row]))) }
    var missing: [Boxed] = []
    for row in rows {
      let own = try evaluate(value, Context(rows: [row]))
      if !(seen + missing).contains(where: { Boxed.same($0, own) }) { missing.append(own) }
    }
    return missing
  }

  /// Whether so many of the rows can be taken.
  private func canTake(
    _ number: Int, of rows: [Boxed], _ part: CellPart, beside taken: [Boxed]
  ) throws(ReferenceFault) -> Bool {
    if number < 0 || number > rows.count { return false }
    if let value = part.value {
      return try uncovered(value, rows, by: taken).count <= number
    }
    guard let condition = part.condition else { return true }
    let members = try count(condition, rows)
    let others = rows.count - members
    let there = try count(condition, taken)
    let least = max(0, part.least - there, number - others)
    return least <= min(part.greatest - there, members, number)
  }

  /// The quotas that the parts permit.
  func partsPermit(
    _ plan: PlanDeclaration, _ cell: Cell
  ) throws(ReferenceFault) -> ClosedRange<Int>? {
    guard var part = try part(plan, cell) else { return nil }
    var beside: [Boxed] = []
    if part.value != nil { beside = cell.included }
    part.greatest = min(part.greatest, cell.population)
    var permitted: [Int] = []
    for number in 0...cell.others.count
    where try canTake(number, of: cell.others, part, beside: beside) {
      permitted.append(number + cell.included.count)
    }
    guard let first = permitted.first, let last = permitted.last else {
      throw ReferenceFault(.quantities, nil)
    }
    return first...last
  }

  /// The first rows that meet the parts of the cell: each is taken if the rest can still be had.
  func first(
    _ number: Int, of rows: [Boxed], _ plan: PlanDeclaration, _ cell: Cell
  ) throws(ReferenceFault) -> [Boxed] {
    guard let part = try part(plan, cell) else { return Array(rows.prefix(max(0, number))) }
    let included = part.value == nil ? [] : cell.included
    var taken: [Boxed] = []
    for (index, row) in rows.enumerated() where taken.count < number {
      let rest = Array(rows[(index + 1)...])
      let more = taken + [row]
      if try canTake(number - more.count, of: rest, part, beside: included + more) {
        taken = more
      }
    }
    return taken
  }
}
