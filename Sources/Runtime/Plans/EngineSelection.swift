<<<<<<< HEAD
import Digest
import Engine
import Sampling
=======
import Engine
>>>>>>> select
import Semantics
import Store
import Syntax

/// The draw of a plan as a store's engine can do it: it counts the rows by what decides on the draw,
/// and selects those with the smallest tickets. The one place that says which plans take this way.
struct EngineSelection {
  let engine: any SelectingSnapshot
  let whole: RegistryRows
  /// What decides who is drawn, and all that is read of who is.
  let decidingFields: [Int]
  let fields: [Int]

  /// More combinations than this are no gain over the rows themselves.
  static let mostCombinations = 65_536

<<<<<<< HEAD
  /// Nil where every row has to be looked at: no engine selects, or the plan asks for keys or for the
  /// objects of another plan.
  init?(_ plan: PlanDeclaration, _ rows: RegistryRows) {
    guard let engine = rows.selecting, rows.rowCount > 0, plan.relations.along == nil else {
      return nil
    }
=======
  /// More rows than this are no gain over all of them.
  var most: Int { max(Self.mostCombinations, whole.rowCount / 4) }

  /// Nil where every row has to be looked at: no engine selects, or not worthwhile, or the plan asks
  /// for keys or for the objects of another plan.
  init?(_ plan: PlanDeclaration, _ rows: RegistryRows) {
    guard let engine = rows.selecting, plan.relations.along == nil,
      rows.rowCount >= max(1, engine.worthwhileRowCount)
    else { return nil }
>>>>>>> select
    self.engine = engine
    whole = rows
    decidingFields = plan.decidingFields
    fields = plan.fields(key: rows.declaration.key)
    if decidingFields.contains(rows.declaration.key) { return nil }
  }

<<<<<<< HEAD
  private var name: String { whole.version.schema.name }
  private var key: Int { whole.declaration.key }

  private func kinds(_ fields: [Int]) -> [FieldKind] {
=======
  var name: String { whole.version.schema.name }
  var key: Int { whole.declaration.key }

  func kinds(_ fields: [Int]) -> [FieldKind] {
>>>>>>> select
    fields.map { whole.version.schema.fields[$0].kind }
  }

  // MARK: Counting

  /// Rows that stand for all objects of a registry: each combination of what decides on the draw for
  /// those that have it, and one by one those that earlier draws have drawn.
  struct Combinations {
    let rows: RegistryRows
<<<<<<< HEAD
    /// Whom the combinations stand for.
    let filter: RowFilter
    let count: Int
    /// The others, with all fields that the draw reads; they come after the combinations.
    let singles: Table
=======
    /// How many of the rows are combinations; the others come after them.
    let count: Int
    /// The others, with all fields that the draw reads.
    let singles: Table
    /// For each combination how many of the others have the same values.
    let alike: [Int]
>>>>>>> select
  }

  /// Nil where there are too many.
  ///
  /// - Parameter keys: of objects that are looked at one by one; ascending.
  func combinations(
    apart keys: [String], _ meter: Meter
  ) throws(StoreError) -> Combinations? {
<<<<<<< HEAD
    let known = RowFilter.isAmong(field: key, keys.map { .text($0) })
    let filter = keys.isEmpty ? RowFilter.all : .not(known)
    guard engine.canTest(filter, in: whole.version.schema) else { return nil }
    let singles =
      try keys.isEmpty ? TableBuilder(kinds(fields)).finish() : rows(where: known, meter)
    let groups: GroupedCounts
    do throws(StoreError) {
      groups = try engine.counts(
        name, where: filter, by: decidingFields, meter: meter.within(Self.mostCombinations))
    } catch .limit(.steps(Self.mostCombinations)) {
      return nil
    }
    guard groups.counts.reduce(singles.rowCount, +) == whole.rowCount else { throw .corrupt(name) }
    let count = groups.groups.rowCount
    var builder = TableBuilder(kinds(decidingFields + [key]))
    var noKeys = TextColumnBuilder()
    for _ in 0..<count { noKeys.appendMissing() }
    let ofSingles = (decidingFields + [key]).compactMap { fields.firstIndex(of: $0) }
    guard
      builder.append(
        contentsOf: Table(
          rowCount: count, columns: groups.groups.columns + [.texts(noKeys.finish())])),
      builder.append(
        contentsOf: Table(
          rowCount: singles.rowCount, columns: ofSingles.map { singles.columns[$0] }))
    else { throw .corrupt(name) }
    let rows = try RegistryRows(
      of: whole, decidingFields + [key], builder.finish(),
      objectCounts: groups.counts + Array(repeating: 1, count: singles.rowCount))
    return Combinations(rows: rows, filter: filter, count: count, singles: singles)
  }

  private func rows(where filter: RowFilter, _ meter: Meter) throws(StoreError) -> Table {
    var rows = TableBuilder(kinds(fields))
    try engine.scan(
      name, fields: fields, where: filter, batchSize: Self.mostCombinations, meter: meter
    ) { (batch: Table) throws(StoreError) in
      guard rows.append(contentsOf: batch) else { throw .corrupt(name) }
      return true
    }
    return rows.finish()
  }

  // MARK: Selecting

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
    var rows: [Int32] = []
    var population = 0
    var count: Int { min(wanted, population) }
  }

  /// The frame over enough rows to draw from: all that must be included, and of each other kind as
  /// many as its cell gives, those with the smallest tickets. Nil where that is much of the registry.
  func selected(
    _ frame: SamplingFrame, _ combinations: Combinations, _ root: DrawRoot, _ meter: Meter
  ) throws(StoreError) -> SamplingFrame? {
    let classes = classes(frame, combinations)
    let total = classes.reduce(combinations.singles.rowCount) { $0 + $1.count }
    guard total <= max(Self.mostCombinations, whole.rowCount / 4) else { return nil }
    let tuples = try combinations.rows.values(decidingFields)
    let chosen = try engine.select(
      name, where: combinations.filter, fields: fields,
      TicketSelection(
        root: root.bytes, by: decidingFields,
        classes: classes.map { one in
          TicketSelection.Class(tuples: one.rows.map { tuples[Int($0)] }, count: one.count)
        }), meter: meter)
    guard chosen.rows.rowCount == classes.reduce(0, { $0 + $1.count }) else { throw .corrupt(name) }
    try check(chosen, root)
    var table = TableBuilder(kinds(fields))
    guard table.append(contentsOf: chosen.rows), table.append(contentsOf: combinations.singles)
    else { throw .corrupt(name) }
    let rows = try RegistryRows(of: whole, fields, table.finish())
    let singles = combinations.count..<combinations.rows.rowCount
    return frame.over(rows, chosen.classes.map { classes[$0].origin } + singles.map { Int32($0) })
  }

  private func classes(_ frame: SamplingFrame, _ combinations: Combinations) -> [Class] {
    var classes: [Class] = []
    var numbers: [Kind: Int] = [:]
    func add(_ row: Int32, _ kind: Kind, wanted: Int) {
      // Who is looked at one by one is there already.
      guard row < combinations.count else { return }
      let number = numbers[kind] ?? classes.count
      if number == classes.count { classes.append(Class(origin: row, wanted: max(0, wanted))) }
      numbers[kind] = number
      classes[number].rows.append(row)
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

  /// The draw rests on tickets that it works out itself: the engine's have to be the same.
  private func check(_ chosen: SelectedRows, _ root: DrawRoot) throws(StoreError) {
    guard let position = fields.firstIndex(of: key),
      case .texts(let keys) = chosen.rows.columns[position]
    else { throw .corrupt(name) }
    do throws(DrawFailure) {
      var hasher = try TicketHasher(root)
      for (row, ticket) in chosen.tickets.enumerated() {
        if try hasher.ticket(of: keys[row]).bytes != ticket { throw DrawFailure.digest }
      }
    } catch {
      throw .corrupt(name)
    }
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
    of plan: PlanDeclaration, _ round: Round, by selection: EngineSelection, _ root: DrawRoot
  ) throws(Stop) -> SamplingFrame? {
    var keys: Set<String> = []
    if plan.dependsOnHistory || plan.rounds != nil, let asOf {
      let past = try registries.pastDraws(of: plan.registry)
      let history = PlanHistory(of: plan, round, on: asOf, among: past)
      for draw in history.draws + history.own { keys.formUnion(draw.keys) }
    }
    let combinations: EngineSelection.Combinations?
    do {
      combinations = try selection.combinations(apart: keys.sorted(), meter)
    } catch {
      throw Stop(error)
    }
    guard let combinations else { return nil }
    let whole = try frame(of: plan, round, combinations.rows, among: nil)
    do {
      return try selection.selected(whole, combinations, root, meter)
    } catch {
      throw Stop(error)
    }
  }
}

extension RegistryRows {
  /// The values of some columns that are here, row by row.
  fileprivate func values(_ fields: [Int]) throws(StoreError) -> [[RowValue?]] {
    var columns: [Column] = []
    for field in fields {
      do { columns.append(try column(field)) } catch { throw .corrupt(declaration.name.text) }
    }
    return (0..<rowCount).map { row in columns.map { $0.value(at: row) } }
  }
=======
    guard keys.count <= most else { return nil }
    let groups: GroupedCounts
    do throws(StoreError) {
      groups = try engine.counts(
        name, where: .all, by: decidingFields, meter: meter.within(Self.mostCombinations))
    } catch .limit(.steps(Self.mostCombinations)) {
      return nil
    }
    guard groups.counts.reduce(0, +) == whole.rowCount else { throw .corrupt(name) }
    let singles = try engine.rows(of: whole.version.schema, withKeys: keys, fields, meter)
    let places = (decidingFields + [key]).compactMap { fields.firstIndex(of: $0) }
    let ofSingles = Table(
      rowCount: singles.rowCount, columns: places.map { singles.columns[$0] })
    var (counts, alike) = (groups.counts, groups.counts.map { _ in 0 })
    if singles.rowCount > 0 {
      var numbers: [[RowValue?]: Int] = [:]
      for number in counts.indices { numbers[groups.groups.values(at: number)] = number }
      for row in 0..<singles.rowCount {
        guard let number = numbers[ofSingles.values(at: row).dropLast()], counts[number] > 0
        else { throw .corrupt(name) }
        counts[number] -= 1
        alike[number] += 1
      }
    }
    let left = counts.indices.filter { counts[$0] > 0 }
    var builder = TableBuilder(kinds(decidingFields + [key]))
    var noKeys = TextColumnBuilder()
    for _ in left { noKeys.appendMissing() }
    let combinations = groups.groups.gather(left.map { Int32($0) })
    guard
      builder.append(
        contentsOf: Table(
          rowCount: left.count, columns: combinations.columns + [.texts(noKeys.finish())])),
      builder.append(contentsOf: ofSingles)
    else { throw .corrupt(name) }
    let rows = try RegistryRows(
      of: whole, decidingFields + [key], builder.finish(),
      objectCounts: left.map { counts[$0] } + Array(repeating: 1, count: singles.rowCount))
    return Combinations(
      rows: rows, count: left.count, singles: singles, alike: left.map { alike[$0] })
  }

}

extension Table {
  /// The values of a row, column by column.
  func values(at row: Int) -> [RowValue?] { columns.map { $0.value(at: row) } }
>>>>>>> select
}

extension Column {
  fileprivate func value(at row: Int) -> RowValue? {
    switch self {
    case .integers: integer(at: row).map { .integer($0) }
    case .decimals: decimal(at: row).map { .decimal($0) }
    case .texts: text(at: row).map { .text($0) }
    }
  }
}

extension Meter {
  /// A meter of its own with a limit of steps, which stops with this one.
  fileprivate func within(_ steps: Int) -> Meter {
    Meter(
      Limits(steps: steps) {
        do throws(LimitExceeded) {
          try self.spend(steps: 0)
          return nil
        } catch {
          return error == .timeout ? .timeout : .cancelled
        }
      })
  }
}
