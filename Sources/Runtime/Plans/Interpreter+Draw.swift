import Engine
import Quantities
import Sampling
import Semantics
import Source
import Store
import Syntax

extension Interpreter {
  /// `抽取(计划, 日期: d, 种子: s, …)`: the rows drawn, in ticket order.
  func draw(
    _ id: PlanID, _ arguments: TypedDraw, _ scope: Scope
  ) throws(Stop) -> Datum {
    let plan = program.plans[id.index]
    guard case .scalar(.date(let day)) = try evaluate(arguments.date, scope),
      case .scalar(.text(let text)) = try evaluate(arguments.seed, scope)
    else { throw .impossible("a draw without a date or a seed") }
    let round = try plan.round(drawnOn: day, at: arguments.date.span)
    if let mistake = outsideWindow(day, plan, at: arguments.date.span) { throw .fault(mistake) }
    if text.isEmpty { throw .fault(emptySeed(at: arguments.seed.span)) }
    let sample = try on(day).sample(
      try plan.ready(DrawContext(date: day)), round, seed: text,
      seedSpan: arguments.seed.span)
    return .rows(RowSet(sample.rows, sample.objects.map(\.row)))
  }

  /// Draws the sample of a round of a resolved plan. The interpreter's as-of date is the date of the
  /// draw.
  func sample(
    _ plan: PlanDeclaration, _ round: Round, seed: String, seedSpan: Span?
  ) throws(Stop) -> Sample {
    let rows = try registries.rows(plan.registry, at: plan.name.span)
    let root: DrawRoot
    do {
      root = try DrawRoot(seed: seed, group: plan.group, period: round.text)
    } catch {
      throw stop(error, plan, rows, seedSpan)
    }
    try rows.load(plan.fields(key: rows.declaration.key))
    let population = try population(of: plan, rows)
    let cells = try cells(of: plan, population)
    let quotas = try allocate(plan, round, cells)

    var strata = Array(repeating: Int32(-1), count: rows.rowCount)
    for position in 0..<population.rows.count where !population.isCounted[position] {
      strata[Int(population.rows[position])] = cells.ofRows[position]
    }
    guard case .texts(let keys) = try rows.column(rows.declaration.key) else {
      throw .impossible("a key that is no text")
    }
    var objects: [Sample.Object] = []
    // By cell, what comes on top aside.
    var drawn = Array(repeating: 0, count: cells.cells.count)
    do {
      let choice = try Choice(
        root: root, keys: keys, rows: Choice.Rows(cells: strata),
        quotas: zip(quotas, cells.cells).map { $0 - $1.included }, meter: meter)
      for (cell, selected) in choice.cells.enumerated() {
        drawn[cell] += selected.count
        for object in selected {
          objects.append(
            Sample.Object(
              row: Int32(object.row), ticket: object.ticket,
              stratum: cells.cells[cell].stratum, isIncluded: false))
        }
      }
      var hasher = try TicketHasher(root)
      for position in 0..<population.rows.count where population.isCounted[position] {
        let row = population.rows[position]
        let cell = Int(cells.ofRows[position])
        drawn[cell] += 1
        objects.append(
          Sample.Object(
            row: row, ticket: try hasher.ticket(ofRow: row, keys),
            stratum: cells.cells[cell].stratum, isIncluded: true))
      }
      for row in population.onTop {
        objects.append(
          Sample.Object(
            row: row, ticket: try hasher.ticket(ofRow: row, keys), stratum: nil, isIncluded: true))
      }
    } catch {
      throw stop(error, plan, rows, seedSpan)
    }
    objects.sort { a, b in
      if a.ticket != b.ticket { return a.ticket < b.ticket }
      return keys[Int(a.row)].utf8.lexicographicallyPrecedes(keys[Int(b.row)].utf8)
    }
    return Sample(
      plan: plan, round: round, rows: rows, root: root, inScope: population.inScope,
      excluded: population.excluded, includedOnTop: population.onTop.count,
      strata: try counts(plan, cells, quotas, drawn: drawn), objects: objects,
      applications: try applications(of: plan, to: RowSet(rows, objects.map(\.row))))
  }

  private func stop(
    _ failure: DrawFailure, _ plan: PlanDeclaration, _ rows: RegistryRows, _ seedSpan: Span?
  ) -> Stop {
    switch failure {
    case .lineFeed(let part):
      .fault(lineFeed(in: part, at: part == .seed ? seedSpan : plan.name.span))
    case .lineFeedInKey(let row):
      .fault(
        lineFeed(
          inKey: (try? rows.key(of: Int32(row))) ?? "", at: rows.declaration.name.span))
    case .limit(let limit): .limit(limit)
    case .digest: .store(.unavailable("libcrypto: no SHA-256"))
    case .rowsMismatch, .noQuota, .requirementNotMet: .impossible("strata without quotas")
    }
  }

  /// The quota of each cell.
  private func allocate(
    _ plan: PlanDeclaration, _ round: Round, _ cells: Cells
  ) throws(Stop) -> [Int] {
    let sampling = plan.sampling
    let overall = sampling.overall.map { Allocation.Quantity($0, in: round) }
    if case .spread = sampling.within {
      let whole = sampling.strata.indices.map { index in
        let own = cells.range(of: index)
        return Allocation.Stratum(
          population: own.reduce(0) { $0 + cells.cells[$1].population },
          included: own.reduce(0) { $0 + cells.cells[$1].included },
          quantity: Allocation.Quantity(sampling.strata[index].quantity, in: round))
      }
      let quotas = try quotas(
        whole, overall, plan, places: sampling.strata.indices.map { ($0, nil) })
      var spreaded = Array(repeating: 0, count: cells.cells.count)
      for index in sampling.strata.indices {
        let own = cells.range(of: index)
        let parts = spread(
          quotas[index], over: own.map { cells.cells[$0].population },
          minima: own.map { cells.cells[$0].included })
        for (cell, part) in zip(own, parts) { spreaded[cell] = part }
      }
      return spreaded
    }
    let strata = cells.cells.map {
      Allocation.Stratum(
        population: $0.population, included: $0.included,
        quantity: Allocation.Quantity(sampling.strata[$0.stratum].quantity, in: round))
    }
    return try quotas(
      strata, overall, plan, places: cells.cells.map { ($0.stratum, $0.label) })
  }

  private func quotas(
    _ strata: [Allocation.Stratum], _ overall: [Allocation.Quantity], _ plan: PlanDeclaration,
    places: [(stratum: Int, cell: String?)]
  ) throws(Stop) -> [Int] {
    do {
      return try Allocation(
        of: strata, overall: overall, allowsZero: plan.sampling.allowsZero
      ).quotas
    } catch {
      throw .mistakes(QuotaMistakes(plan: plan, places: places).diagnostics(error))
    }
  }

  private func counts(
    _ plan: PlanDeclaration, _ cells: Cells, _ quotas: [Int], drawn: [Int]
  ) throws(Stop) -> [DrawResult.Stratum] {
    guard drawn == quotas else { throw .impossible("a sample of another size than its quotas") }
    return plan.sampling.strata.indices.map { index in
      var total = DrawResult.Counts()
      var parts: [DrawResult.Cell] = []
      for cell in cells.range(of: index) {
        let counts = DrawResult.Counts(
          population: cells.cells[cell].population, included: cells.cells[cell].included,
          quota: quotas[cell], drawn: drawn[cell])
        total.add(counts)
        if let label = cells.cells[cell].label {
          parts.append(DrawResult.Cell(label: label, counts: counts))
        }
      }
      return DrawResult.Stratum(
        label: plan.sampling.strata[index].label, counts: total, cells: parts)
    }
  }
}

extension PlanDeclaration {
  /// The plan as it is drawn under these circumstances.
  func ready(_ context: DrawContext) throws(Stop) -> PlanDeclaration {
    do {
      return try resolved(context)
    } catch {
      throw .fault(error)
    }
  }
}

extension DrawResult.Counts {
  fileprivate mutating func add(_ other: DrawResult.Counts) {
    population += other.population
    included += other.included
    quota += other.quota
    drawn += other.drawn
  }
}

extension TicketHasher {
  fileprivate mutating func ticket(
    ofRow row: Int32, _ keys: TextColumn
  ) throws(DrawFailure) -> Ticket {
    let key = keys[Int(row)]
    if key.utf8.contains(UInt8(ascii: "\n")) { throw .lineFeedInKey(row: Int(row)) }
    return try ticket(of: key)
  }
}

extension Allocation.Quantity {
  /// In one round of the plan.
  fileprivate init(_ quantity: PlanDeclaration.Quantity, in round: Round) {
    let bound: Allocation.Bound =
      switch quantity.bound {
      case .all: .all
      case .exactly(let amount): .exactly(.init(amount))
      case .atLeast(let amount): .atLeast(.init(amount))
      case .atMost(let amount): .atMost(.init(amount))
      case .range(let low, let high): .range(.init(low), .init(high))
      }
    self.init(bound, allWhenFewerThan: quantity.allWhenFewerThan)
    if quantity.isYearTotal { part = round.part }
  }
}

extension Allocation.Amount {
  fileprivate init(_ amount: PlanDeclaration.Quantity.Amount) {
    self =
      switch amount {
      case .ratio(let ratio): .ratio(ratio)
      case .count(let count): .count(count)
      }
  }
}
