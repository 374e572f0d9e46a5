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
    let (interpreter, ready, text) = try prepared(id, arguments, scope)
    let sample = try interpreter.sample(
      ready.plan, ready.round, seed: text, seedSpan: arguments.seed.span)
    // A draw that is more than can be done is none.
    _ = try sample.loads(program)
    var objects = sample.objects
    if let second = sample.second, arguments.stage == 2 {
      return .rows(RowSet(second.rows, second.objects.map(\.row)))
    }
    if let layer = arguments.layer {
      guard case .scalar(.integer(let number)) = try evaluate(layer, scope) else {
        throw .impossible("a layer that is no number")
      }
      objects.removeAll { $0.layers < number }
    }
    return .rows(RowSet(sample.rows, objects.map(\.row)))
  }

  /// What a draw is made with: the interpreter on its day, the plan with its parameters and the
  /// round, and the seed.
  private func prepared(
    _ id: PlanID, _ arguments: TypedDraw, _ scope: Scope
  ) throws(Stop) -> (Interpreter, ready: (plan: PlanDeclaration, round: Round), seed: String) {
    let plan = program.plans[id.index]
    guard case .scalar(.date(let day)) = try evaluate(arguments.date, scope),
      case .scalar(.text(let text)) = try evaluate(arguments.seed, scope)
    else { throw .impossible("a draw without a date or a seed") }
    _ = try plan.round(drawnOn: day, at: arguments.date.span)
    if let mistake = outsideWindow(day, plan, at: arguments.date.span) { throw .fault(mistake) }
    if text.isEmpty { throw .fault(emptySeed(at: arguments.seed.span)) }
    var values: [PlanDeclaration.ParameterValue?] = plan.parameters.map { _ in nil }
    for (index, expression) in arguments.parameters {
      guard case .scalar(let value) = try evaluate(expression, scope) else {
        throw .impossible("a parameter without a value")
      }
      values[index] = PlanDeclaration.ParameterValue(value, at: expression.span)
    }
    let interpreter = on(day)
    let ready = try interpreter.ready(plan, values, on: day, at: arguments.date.span)
    return (interpreter, ready, text)
  }

  /// A draw that was made in a test, as an earlier one.
  func pastDraw(
    _ id: PlanID, _ arguments: TypedDraw, _ scope: Scope, _ rows: RowSet
  ) throws(Stop) -> PastDraw {
    let (interpreter, ready, _) = try prepared(id, arguments, scope)
    var keys: [String] = []
    for position in 0..<rows.count { keys.append(try rows.source.key(of: rows[position])) }
    return PastDraw(
      registry: program.registries[ready.plan.registry.index].name.text,
      plan: ready.plan.name.text, on: interpreter.asOf ?? .minimum, period: ready.round.text,
      event: 0, digest: "", visits: ready.plan.visitsOfObject(in: ready.round.days) ?? 1,
      keys: keys)
  }

  /// Draws the sample of a round of a resolved plan. The interpreter's as-of date is the date of the
  /// draw.
  ///
  /// - Parameter asksEngine: whether the store's engine is to count and select, if it can and the plan
  ///   permits; the sample then has the drawn rows only, and is the same otherwise.
  func sample(
    _ plan: PlanDeclaration, _ round: Round, seed: String, seedSpan: Span?,
    asksEngine: Bool = false
  ) throws(Stop) -> Sample {
    let rows = try registries.rows(plan.registry, at: plan.name.span)
    try checkAsAt(plan, rows)
    let other = try along(plan, seed: seed, seedSpan: seedSpan, asksEngine)
    let root: DrawRoot
    if let other {
      root = other.root
    } else {
      root = try self.root(plan, round, rows, seed: seed, seedSpan: seedSpan)
    }
    if asksEngine, let selection = EngineSelection(plan, rows) {
      do throws(Stop) {
        if let frame = try frame(of: plan, round, by: selection, among: other, root) {
          return try sample(plan, round, from: frame, root, along: other, seedSpan)
        }
      } catch let stop where stop.isFault || stop.needsRows {
        // Told below, of the row that it is about.
      }
    }
    try rows.load(plan.fields(key: rows.declaration.key))
    let frame = try frame(of: plan, round, rows, among: other)
    return try sample(plan, round, from: frame, root, along: other, seedSpan)
  }

  private func sample(
    _ plan: PlanDeclaration, _ round: Round, from frame: SamplingFrame, _ root: DrawRoot,
    along other: Sample?, _ seedSpan: Span?
  ) throws(Stop) -> Sample {
    let (population, cells, parts) = (frame.population, frame.cells, frame.parts)
    let quotas = frame.allotment.quotas
    let rows = population.rows.source
    var cellsOfRows = Array(repeating: Int32(-1), count: rows.rowCount)
    for position in 0..<population.rows.count
    where !population.isCounted[position] && !population.isSpent(position) {
      cellsOfRows[Int(population.rows[position])] = cells.ofRows[position]
    }
    guard case .texts(let keys) = try rows.column(rows.declaration.key) else {
      throw .impossible("a key that is no text")
    }
    var objects: [Sample.Object] = []
    // By cell, what comes on top aside.
    var drawn = Array(repeating: 0, count: cells.cells.count)
    do {
      var candidates = Choice.Rows(cells: cellsOfRows)
      candidates.ranks = frame.ranks
      candidates.classes = parts.ofRows
      let choice = try Choice(
        root: root, keys: keys, rows: candidates,
        quotas: zip(quotas, cells.cells).map { $0 - $1.included },
        requirements: parts.requirements(cells, quotas), meter: meter)
      for (cell, selected) in choice.cells.enumerated() {
        drawn[cell] += selected.count
        for object in selected {
          objects.append(
            Sample.Object(
              row: Int32(object.row), ticket: object.ticket,
              stratum: cells.cells[cell].stratum, isIncluded: false, cell: cell))
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
            stratum: cells.cells[cell].stratum, isIncluded: true, cell: cell))
      }
      for row in population.onTop {
        objects.append(
          Sample.Object(
            row: row, ticket: try hasher.ticket(ofRow: row, keys), stratum: nil, isIncluded: true))
      }
    } catch .requirementNotMet(let index) where index < parts.units.count {
      throw .mistakes([
        QuotaMistakes(plan: plan, places: places(plan, cells)).spreadContradicts(
          parts.units[index])
      ])
    } catch {
      throw stop(error, plan, rows, seedSpan)
    }
    objects.sort { a, b in
      if a.ticket != b.ticket { return a.ticket < b.ticket }
      return keys[Int(a.row)].utf8.lexicographicallyPrecedes(keys[Int(b.row)].utf8)
    }
    try addLayers(&objects, plan, round, cells, ranks: frame.ranks)
    var strata = try counts(plan, cells, frame.allotment, drawn: drawn)
    strata.add(plan.sampling.strata, cells, parts, objects)
    let drawnRows = RowSet(rows, objects.map(\.row))
    let attendances = try attendances(of: plan, at: drawnRows)
    var sample = Sample(
      plan: plan, round: round, population: population, rows: rows, root: root,
      inScope: population.inScope,
      excluded: population.excluded, includedOnTop: population.onTop.count,
      strata: strata, objects: objects, attendances: attendances,
      applications: try applications(of: plan, to: drawnRows, attendances))
    sample.areas = parts.results(of: plan, objects)
    sample.frequencyArms = try frequencyArms(of: plan, drawnRows)
    sample.second = try secondStage(of: sample, keys)
    sample.relations = try relations(of: sample, population, along: other)
    return sample
  }

  private func root(
    _ plan: PlanDeclaration, _ round: Round, _ rows: RegistryRows, seed: String, seedSpan: Span?
  ) throws(Stop) -> DrawRoot {
    do {
      return try DrawRoot(seed: seed, group: plan.group, period: round.text)
    } catch {
      throw stop(error, plan, rows, seedSpan)
    }
  }

  func stop(
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
    case .digest: .store(.noDigest)
    case .rowsMismatch, .noQuota, .requirementNotMet: .impossible("strata without quotas")
    }
  }

  /// What has a quota of its own: strata, or cells.
  func places(
    _ plan: PlanDeclaration, _ cells: Cells
  ) -> [(stratum: Int, cell: String?)] {
    if case .spread = plan.sampling.within {
      return plan.sampling.strata.indices.map { ($0, nil) }
    }
    return cells.cells.map { ($0.stratum, $0.label) }
  }

  private func counts(
    _ plan: PlanDeclaration, _ cells: Cells, _ allotment: Allotment, drawn: [Int]
  ) throws(Stop) -> [DrawResult.Stratum] {
    let (quotas, choices) = (allotment.quotas, allotment.choices)
    guard drawn == quotas else { throw .impossible("a sample of another size than its quotas") }
    let hasCells = choices.count == cells.cells.count && plan.sampling.within != nil
    return plan.sampling.strata.indices.map { index in
      let quantity = plan.sampling.strata[index].quantity
      var total = DrawResult.Counts()
      var parts: [DrawResult.Cell] = []
      for cell in cells.range(of: index) {
        var counts = DrawResult.Counts(
          population: cells.cells[cell].population, included: cells.cells[cell].included,
          quota: quotas[cell], drawn: drawn[cell])
        counts.drawnBefore = cells.cells[cell].spent
        total.add(counts)
        if let label = cells.cells[cell].label {
          var part = DrawResult.Cell(label: label, counts: counts)
          if hasCells { part.alternative = quantity.label(ofAlternative: choices[cell]) }
          parts.append(part)
        }
      }
      var stratum = DrawResult.Stratum(
        label: plan.sampling.strata[index].label, counts: total, cells: parts)
      if !hasCells { stratum.alternative = quantity.label(ofAlternative: choices[index]) }
      if allotment.starts[index] != total.quota {
        stratum.quotaBeforeOverall = allotment.starts[index]
      }
      return stratum
    }
  }
}

extension DrawResult.Counts {
  fileprivate mutating func add(_ other: DrawResult.Counts) {
    population += other.population
    included += other.included
    quota += other.quota
    drawn += other.drawn
    drawnBefore += other.drawnBefore
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

extension PlanDeclaration.Quantity {
  /// Which of several alternatives it was, as written; nil without alternatives.
  fileprivate func label(ofAlternative choice: Int) -> String? {
    if alternatives.isEmpty { return nil }
    return choice == 0 ? label : alternatives[choice - 1].label
  }
}
