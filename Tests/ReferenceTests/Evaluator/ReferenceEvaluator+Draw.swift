import Digest
import Quantities
import Semantics
import Source
import Syntax

/// `抽取`, worked out the long way from the description of `yijian-draw/1`.
extension ReferenceEvaluator {
  private typealias Row = Boxed

  func draw(
    _ declared: PlanDeclaration, _ arguments: TypedDraw, _ context: Context
  ) throws(ReferenceFault) -> Boxed {
    let (date, seed) = (arguments.date, arguments.seed)
    guard case .date(let day) = try evaluate(date, context),
      case .text(let seedText) = try evaluate(seed, context)
    else { throw broken("a draw without a date or a seed", date.span) }
    if day < declared.period.from || day > declared.period.to {
      throw ReferenceFault(.drawOutsidePeriod, date.span)
    }
    if seedText.isEmpty { throw ReferenceFault(.emptySeed, seed.span) }
    let plan = try ready(declared, arguments, context, on: day)
    if seedText.utf8.contains(10) { throw ReferenceFault(.lineFeedInSeed, seed.span) }
    // Conditions of a plan see the day of the draw as the as-of date.
    let evaluator = ReferenceEvaluator(program, registries: registries, asOf: day)
    let rounds = plan.roundsDayByDay
    guard let round = rounds.firstIndex(where: { $0.contains(day) }) else {
      throw ReferenceFault(.drawBetweenRounds, date.span)
    }
    let (first, last) = (rounds[round].first ?? day, rounds[round].last ?? day)
    var root = try hash(
      "yijian-draw/1\n\(seedText)\n\(plan.group)\n\(first)/\(last)", plan.span)
    var among: [Boxed]?
    if let id = plan.relations.along {
      let other = program.plans[id.index]
      var simple = TypedDraw(date: date, seed: seed)
      simple.parameters = []
      if day < other.period.from || day > other.period.to {
        throw ReferenceFault(.drawOutsidePeriod, plan.name.span)
      }
      guard other.roundsDayByDay.contains(where: { $0.contains(day) }) else {
        throw ReferenceFault(.drawBetweenRounds, plan.name.span)
      }
      guard case .list(let rows) = try draw(other, simple, context) else {
        throw broken("a draw of no rows", plan.span)
      }
      let key = program.registries[other.registry.index].key
      among = rows.map { evaluator.field(key, of: $0) }
      let theirs =
        try ready(other, simple, context, on: day).roundsDayByDay.first { $0.contains(day) } ?? []
      root = try hash(
        "yijian-draw/1\n\(seedText)\n\(other.group)\n"
          + "\(theirs.first ?? day)/\(theirs.last ?? day)", plan.span)
    }
    let earlier = self.earlier(plan, first, last, on: day)
    let visits = plan.visitsOfObject(in: Round.Days(from: first, to: last)) ?? 1
    let (onTop, cells) = try evaluator.cells(plan, among: among, earlier, visits: visits)
    try evaluator.evaluateParts(plan, cells)
    let year = rounds.indices.filter { rounds[$0].first?.year == first.year }
    let part = (place: year.firstIndex(of: round) ?? 0, count: year.count)
    let areas = try evaluator.areas(plan, cells, part)
    let quotas = try evaluator.quotas(plan, cells, part: part, areas)
    try evaluator.evaluatePreferences(plan, cells)
    let keyField = program.registries[plan.registry.index].key
    func ticket(_ row: Boxed) throws(ReferenceFault) -> [UInt8] {
      guard case .record(let fields) = row, case .text(let key) = fields[keyField] else {
        throw broken("a row without a key", plan.span)
      }
      return Array(try hash(root + key, plan.span).utf8) + Array(" \(key)".utf8)
    }
    func inOrder(_ rows: [Boxed]) throws(ReferenceFault) -> [Boxed] {
      var tickets: [(ticket: [UInt8], row: Boxed)] = []
      for row in rows { tickets.append((try ticket(row), row)) }
      return tickets.sorted { Boxed.orderOfTexts($0.ticket, $1.ticket) < 0 }.map(\.row)
    }
    var layer: Int64 = 1
    if let expression = arguments.layer,
      case .integer(let number) = try evaluate(expression, context)
    {
      layer = number
    }
    var drawn = layer < 2 ? onTop : []
    var all = onTop
    let across =
      areas.isEmpty
      ? nil
      : try evaluator.firstAcross(
        areas, cells, quotas,
        evaluator.byTurn(
          plan, cells, try evaluator.byRank(plan, try inOrder(cells.flatMap(\.others))), earlier))
    for (index, (cell, quota)) in zip(cells, quotas).enumerated() {
      let others = evaluator.byTurn(
        plan, cell.stratum, try evaluator.byRank(plan, try inOrder(cell.others)), earlier)
      var taken = cell.included
      if let across {
        taken += across[index]
      } else {
        taken += try evaluator.first(quota - cell.included.count, of: others, plan, cell)
      }
      all += taken
      drawn += try evaluator.layer(
        layer,
        of: evaluator.byTurn(
          plan, cell.stratum, try evaluator.byRank(plan, try inOrder(taken)), earlier),
        plan, cell)
    }
    // Whatever is asked for, a draw has both stages.
    if let stage = plan.relations.secondStage {
      let seconds = try evaluator.secondStage(stage, of: plan, try inOrder(all), root)
      if arguments.stage == 2 { return .list(seconds) }
    }
    return .list(try inOrder(drawn))
  }

  /// Of each object drawn, the rows with the smallest tickets among those that name it.
  private func secondStage(
    _ stage: PlanRelations.SecondStage, of plan: PlanDeclaration, _ firsts: [Boxed], _ root: String
  ) throws(ReferenceFault) -> [Boxed] {
    var rows = registries[stage.registry.index]
    if let condition = stage.condition { rows = try keeping(condition, rows) }
    let (firstKey, key) = (
      program.registries[plan.registry.index].key, program.registries[stage.registry.index].key
    )
    var drawn: [(ticket: [UInt8], row: Boxed)] = []
    for first in firsts {
      let own = rows.filter { Boxed.same(field(stage.field, of: $0), field(firstKey, of: first)) }
      var tickets: [(ticket: [UInt8], row: Boxed)] = []
      for row in own {
        guard case .text(let text) = field(key, of: row) else {
          throw broken("a row without a key", plan.span)
        }
        let ticket = try hash(root + text, plan.span)
        tickets.append((Array("\(ticket) \(text)".utf8), row))
      }
      tickets.sort { Boxed.orderOfTexts($0.ticket, $1.ticket) < 0 }
      drawn += tickets.prefix(
        try quota(stage.quantity, population: own.count, allowsZero: stage.allowsZero))
    }
    return drawn.sorted { Boxed.orderOfTexts($0.ticket, $1.ticket) < 0 }.map(\.row)
  }

  private func field(_ index: Int, of row: Boxed) -> Boxed {
    guard case .record(let fields) = row else { return .none }
    return fields[index]
  }

  private func keeping(
    _ condition: TypedExpression, _ rows: [Boxed]
  ) throws(ReferenceFault) -> [Boxed] {
    var kept: [Boxed] = []
    for row in rows where try truth(condition, Context(rows: [row])) { kept.append(row) }
    return kept
  }

  private func hash(_ text: String, _ span: Span) throws(ReferenceFault) -> String {
    guard let hex = try? SHA256.hex(of: text) else { throw broken("no SHA-256", span) }
    return hex
  }

  /// The rows of a stratum, or of one value in it.
  struct Cell {
    let stratum: Int
    /// Must-include rows that count towards the quota.
    var included: [Boxed] = []
    var others: [Boxed] = []
    /// Rows not to be drawn again.
    var spent: [Boxed] = []
    var available: Int { included.count + others.count }
    var population: Int { available + spent.count }

    mutating func add(_ row: Boxed, isCounted: Bool, isSpent: Bool) {
      if isSpent {
        spent.append(row)
      } else if isCounted {
        included.append(row)
      } else {
        others.append(row)
      }
    }
  }

  private func cells(
    _ plan: PlanDeclaration, among: [Boxed]?, _ earlier: [ReferencePast], visits: Int64
  ) throws(ReferenceFault) -> (onTop: [Boxed], cells: [Cell]) {
    func holding(
      _ condition: TypedExpression, _ rows: [Boxed]
    ) throws(ReferenceFault) -> [Bool] {
      var result: [Bool] = []
      for row in rows { result.append(try truth(condition, Context(rows: [row]))) }
      return result
    }
    var rows = registries[plan.registry.index]
    if let scope = plan.scope {
      rows = zip(rows, try holding(scope, rows)).filter(\.1).map(\.0)
    }
    for exception in plan.relations.exceptions {
      var listed = registries[exception.registry.index]
      if let condition = exception.condition { listed = try keeping(condition, listed) }
      let codes = listed.map { field(exception.otherField, of: $0) }.filter { $0 != .none }
      rows.removeAll { row in
        codes.contains { Boxed.same($0, field(exception.ownField, of: row)) }
      }
    }
    for exclude in plan.sampling.excludes {
      rows = zip(rows, try holding(exclude, rows)).filter { !$0.1 }.map(\.0)
    }
    // What is out is known of all rows before the first goes.
    for exception in plan.sampling.history.exclusions.map(\.except)
      + plan.sampling.history.caps.map(\.except)
    {
      if let exception { _ = try holding(exception, rows) }
    }
    var left: [Boxed] = []
    for row in rows where try !isOut(row, plan, earlier, visits: visits) { left.append(row) }
    rows = left
    if let among {
      let key = program.registries[plan.registry.index].key
      rows = rows.filter { row in among.contains { Boxed.same($0, field(key, of: row)) } }
    }
    var isSpent: [Bool] = []
    for row in rows { isSpent.append(try self.isSpent(row, plan, earlier)) }
    var isOnTop = rows.map { _ in false }
    var isCounted = isOnTop
    for include in plan.sampling.includes {
      for (index, holds) in try holding(include.condition, rows).enumerated()
      where holds {
        if include.counted { isCounted[index] = true } else { isOnTop[index] = true }
      }
    }
    let onTop = rows.indices.filter { isOnTop[$0] && !isSpent[$0] }.map { rows[$0] }
    let kept = rows.indices.filter { !isOnTop[$0] }
    var strata: [Int] = []
    for index in kept {
      let values = try evaluate(all: plan.sampling.by, Context(rows: [rows[index]]))
      let stratum = plan.sampling.strata.firstIndex { fits($0.patterns, values) }
      guard let stratum else { throw broken("a row without a stratum", plan.span) }
      strata.append(stratum)
    }
    var within: TypedExpression?
    switch plan.sampling.within {
    case .each(let expression), .spread(let expression): within = expression
    case nil: break
    }
    guard let within else {
      var cells = plan.sampling.strata.indices.map { Cell(stratum: $0) }
      for (index, stratum) in zip(kept, strata) {
        cells[stratum].add(
          rows[index], isCounted: isCounted[index], isSpent: isSpent[index])
      }
      return (onTop, cells)
    }
    var values: [Boxed] = []
    for index in kept { values.append(try evaluate(within, Context(rows: [rows[index]]))) }
    var distinct: [Boxed] = []
    for value in values where !distinct.contains(where: { Boxed.same($0, value) }) {
      distinct.append(value)
    }
    distinct.sort { Boxed.order($0, $1) < 0 }
    var cells: [Cell] = []
    for stratum in plan.sampling.strata.indices {
      for value in distinct {
        var cell = Cell(stratum: stratum)
        for position in kept.indices
        where strata[position] == stratum && Boxed.same(values[position], value) {
          let index = kept[position]
          cell.add(rows[index], isCounted: isCounted[index], isSpent: isSpent[index])
        }
        if cell.population > 0 { cells.append(cell) }
      }
    }
    return (onTop, cells)
  }
}
