import Digest
import Engine
import Sampling
import Semantics
import Store
import Syntax

extension EngineSelection {
  /// The rows of a frame that are drawn in the same way.
  private enum Kind: Hashable {
    case onTop
    case counted(cell: Int32, part: Int32)
    case free(cell: Int32, part: Int32, rank: UInt8)
  }

  private struct Class {
    /// A row that has all that they have in common.
    let origin: Int32
    /// How many objects are drawn at most.
    let wanted: Int
    var tuples: [[RowValue?]] = []
    var population = 0
    /// How many of those that are looked at one by one have the same values.
    var alike = 0
    var count: Int { min(wanted, population) }
    /// So many are asked for, because whoever is there already may have small tickets too.
    var asked: Int { count == 0 ? 0 : count + alike }
  }

  /// The frame over enough rows to draw from: all that must be included, and of each other kind as
  /// many as its cell gives, those with the smallest tickets. Nil where that is much of the registry.
  func selected(
    _ frame: SamplingFrame, _ combinations: Combinations, _ root: DrawRoot, _ meter: Meter
  ) throws(StoreError) -> SamplingFrame? {
    let classes = try classes(frame, combinations)
    guard classes.reduce(combinations.singles.rowCount, { $0 + $1.count }) <= most else {
      return nil
    }
    let selected = try engine.select(
      name, where: .all, fields: fields,
      TicketSelection(
        root: root.bytes, by: decidingFields,
        classes: classes.map {
          TicketSelection.Class(tuples: $0.tuples, count: $0.asked)
        }),
      meter: meter)
    let known = try keys(combinations.singles)
    let keys = try keys(selected.rows)
    var left = classes.map(\.count)
    var chosen: [Int32] = []
    do throws(DrawFailure) {
      var hasher = try TicketHasher(root)
      var singles = TextIndex()
      for row in 0..<combinations.singles.rowCount { _ = singles.insert(known[row]) }
      for (row, ticket) in selected.tickets.enumerated() {
        // The draw works out its tickets itself: the engine's have to be the same.
        if try hasher.ticket(of: keys[row]).bytes != ticket { throw DrawFailure.digest }
        guard left[selected.classes[row]] > 0, singles.find(keys[row]) == nil else { continue }
        left[selected.classes[row]] -= 1
        chosen.append(Int32(row))
      }
    } catch {
      throw .corrupt(name)
    }
    guard left.allSatisfy({ $0 == 0 }) else { throw .corrupt(name) }
    var table = TableBuilder(kinds(fields))
    guard table.append(contentsOf: selected.rows.gather(chosen)),
      table.append(contentsOf: combinations.singles)
    else { throw .corrupt(name) }
    let rows = try RegistryRows(of: whole, fields, table.finish())
    let singles = combinations.count..<combinations.rows.rowCount
    return frame.over(
      rows,
      chosen.map { classes[selected.classes[Int($0)]].origin } + singles.map { Int32($0) })
  }

  private func keys(_ rows: Table) throws(StoreError) -> TextColumn {
    guard let position = fields.firstIndex(of: key), case .texts(let keys) = rows.columns[position]
    else { throw .corrupt(name) }
    return keys
  }

  private func classes(
    _ frame: SamplingFrame, _ combinations: Combinations
  ) throws(StoreError) -> [Class] {
    let values = try combinations.rows.table(decidingFields)
    var classes: [Class] = []
    var numbers: [Kind: Int] = [:]
    func add(_ row: Int32, _ kind: Kind, wanted: Int) {
      // Who is looked at one by one is there already.
      guard row < combinations.count else { return }
      let number = numbers[kind] ?? classes.count
      if number == classes.count { classes.append(Class(origin: row, wanted: max(0, wanted))) }
      numbers[kind] = number
      classes[number].tuples.append(values.values(at: Int(row)))
      classes[number].alike += combinations.alike[Int(row)]
      classes[number].population += combinations.rows.objectCounts?[Int(row)] ?? 1
    }
    let (population, cells) = (frame.population, frame.cells)
    for row in population.onTop { add(row, .onTop, wanted: .max) }
    for position in 0..<population.rows.count {
      let row = population.rows[position]
      let cell = cells.ofRows[position]
      let part = frame.parts.ofRows.isEmpty ? 0 : frame.parts.ofRows[Int(row)]
      if population.isCounted[position] {
        add(row, .counted(cell: cell, part: part), wanted: .max)
      } else {
        let rank = frame.ranks.isEmpty ? 0 : frame.ranks[Int(row)]
        add(
          row, .free(cell: cell, part: part, rank: rank),
          wanted: frame.allotment.quotas[Int(cell)] - cells.cells[Int(cell)].included)
      }
    }
    return classes
  }
}

extension SamplingFrame {
  /// The same over other rows.
  ///
  /// - Parameter origins: for each of them the row of this frame that says what it is.
  fileprivate func over(_ rows: RegistryRows, _ origins: [Int32]) -> SamplingFrame {
    var positions = Array(repeating: Int32(-1), count: population.rows.source.rowCount)
    for position in 0..<population.rows.count {
      positions[Int(population.rows[position])] = Int32(position)
    }
    var chosen: [Int32] = []
    var frame = self
    frame.population.isCounted = []
    frame.population.isSpent = []
    frame.cells.ofRows = []
    for (row, origin) in zip(Int32(0)..., origins) {
      let position = Int(positions[Int(origin)])
      if position < 0 { continue }
      chosen.append(row)
      frame.population.isCounted.append(population.isCounted[position])
      frame.population.isSpent.append(population.isSpent(position))
      frame.cells.ofRows.append(cells.ofRows[position])
    }
    func rowsOf(_ old: [Int32]) -> [Int32] {
      let old = Set(old)
      return zip(Int32(0)..., origins).filter { old.contains($1) }.map(\.0)
    }
    frame.population.rows = RowSet(rows, chosen)
    frame.population.onTop = rowsOf(population.onTop)
    frame.population.onTopBefore = rowsOf(population.onTopBefore)
    frame.ranks = ranks.isEmpty ? [] : origins.map { ranks[Int($0)] }
    frame.parts.ofRows = parts.ofRows.isEmpty ? [] : origins.map { parts.ofRows[Int($0)] }
    return frame
  }
}

extension Interpreter {
  /// The frame of a round over the rows that an engine counts and selects; nil where the rows have to
  /// be looked at themselves. Faults may name other rows than those of the registry.
  func frame(
    of plan: PlanDeclaration, _ round: Round, by selection: EngineSelection, among other: Sample?,
    _ root: DrawRoot
  ) throws(Stop) -> SamplingFrame? {
    let keys = try knownKeys(of: plan, round, key: selection.key, among: other)
    let combinations: EngineSelection.Combinations?
    do {
      combinations = try selection.combinations(apart: keys.sorted(), meter)
    } catch {
      throw Stop(error)
    }
    guard let combinations else { return nil }
    let whole = try frame(of: plan, round, combinations.rows, among: other)
    do {
      return try selection.selected(whole, combinations, root, meter)
    } catch {
      throw Stop(error)
    }
  }
}

extension Interpreter {
  /// The keys by which a plan knows objects: those of earlier draws, of another plan's sample, and of
  /// the registries that are left out; perhaps of others besides.
  private func knownKeys(
    of plan: PlanDeclaration, _ round: Round, key: Int, among other: Sample?
  ) throws(Stop) -> Set<String> {
    var keys: Set<String> = []
    if plan.dependsOnHistory || plan.rounds != nil, let asOf {
      let past = try registries.pastDraws(of: plan.registry)
      let history = PlanHistory(of: plan, round, on: asOf, among: past)
      for draw in history.draws + history.own { keys.formUnion(draw.keys) }
    }
    for object in other?.objects ?? [] {
      if let other { keys.insert(try other.rows.key(of: object.row)) }
    }
    for exception in plan.relations.exceptions where exception.ownField == key {
      let rows = try registries.rows(exception.registry, at: exception.span)
      let column = try rows.column(exception.otherField)
      for row in 0..<rows.rowCount {
        if let text = column.text(at: row) { keys.insert(text) }
      }
    }
    return keys
  }
}

extension RegistryRows {
  /// Columns that are here.
  fileprivate func table(_ fields: [Int]) throws(StoreError) -> Table {
    var columns: [Column] = []
    for field in fields {
      do { columns.append(try column(field)) } catch { throw .corrupt(declaration.name.text) }
    }
    return Table(rowCount: rowCount, columns: columns)
  }
}
