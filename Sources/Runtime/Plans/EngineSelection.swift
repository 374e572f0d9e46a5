import Engine
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

  /// More rows than this are no gain over all of them.
  var most: Int { max(Self.mostCombinations, whole.rowCount / 4) }

  /// Nil where every row has to be looked at: no engine selects, or not worthwhile, or the plan has
  /// conditions on keys.
  init?(_ plan: PlanDeclaration, _ rows: RegistryRows) {
    guard let engine = rows.selecting, rows.rowCount >= max(1, engine.worthwhileRowCount) else {
      return nil
    }
    self.engine = engine
    whole = rows
    decidingFields = plan.decidingFields(key: rows.declaration.key)
    fields = plan.fields(key: rows.declaration.key)
    if decidingFields.contains(rows.declaration.key) { return nil }
  }

  var name: String { whole.version.schema.name }
  var key: Int { whole.declaration.key }

  func kinds(_ fields: [Int]) -> [FieldKind] {
    fields.map { whole.version.schema.fields[$0].kind }
  }

  // MARK: Counting

  /// Rows that stand for all objects of a registry: each combination of what decides on the draw for
  /// those that have it, and one by one those that the plan knows by their keys.
  struct Combinations {
    let rows: RegistryRows
    /// How many of the rows are combinations; the others come after them.
    let count: Int
    /// The others, with all fields that the draw reads.
    let singles: Table
    /// For each combination how many of the others have the same values.
    let alike: [Int]
  }

  /// Nil where there are too many.
  ///
  /// - Parameter keys: of objects that are looked at one by one; ascending.
  func combinations(
    apart keys: [String], _ meter: Meter
  ) throws(StoreError) -> Combinations? {
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
