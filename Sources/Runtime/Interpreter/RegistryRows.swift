import Engine
import Semantics
import Source
import Store

/// The rows of one registry in one snapshot, whose columns are read when they are first used; or some
/// columns of what an engine made of them: rows that it selected, or combinations of values, each of
/// which stands for all objects that have them.
final class RegistryRows {
  let declaration: RegistryDeclaration
  let version: RegistryVersion
  let rowCount: Int
  /// How many objects each row stands for; nil where each is one.
  let objectCounts: [Int]?
  /// Nil where there is nothing to be read but what is here.
  private let snapshot: (any StoreSnapshot)?
  private let meter: Meter
  private var columns: [Column?]

  /// The engine that can count and select these rows by itself, if it can.
  var selecting: (any SelectingSnapshot)? { snapshot as? any SelectingSnapshot }

  init(
    _ declaration: RegistryDeclaration, version: RegistryVersion, snapshot: any StoreSnapshot,
    meter: Meter
  ) {
    self.declaration = declaration
    self.version = version
    rowCount = version.rowCount
    objectCounts = nil
    self.snapshot = snapshot
    self.meter = meter
    self.columns = Array(repeating: nil, count: declaration.fields.count)
  }

  /// - Parameters:
  ///   - fields: those that the table has, in its order; others cannot be read.
  ///   - objectCounts: how many objects each row stands for; nil where each is one.
  init(
    of whole: RegistryRows, _ fields: [Int], _ table: Table, objectCounts: [Int]? = nil
  ) throws(StoreError) {
    declaration = whole.declaration
    version = whole.version
    rowCount = table.rowCount
    self.objectCounts = objectCounts
    snapshot = nil
    meter = whole.meter
    columns = Array(repeating: nil, count: declaration.fields.count)
    for (field, column) in zip(fields, table.columns) { columns[field] = column }
    try charge(table)
  }

  /// Reads the columns of fields that have not been read yet, all in one scan.
  func load(_ fields: [Int]) throws(Stop) {
    let wanted = fields.filter { columns[$0] == nil }
    guard !wanted.isEmpty else { return }
    if rowCount == 0 {
      for field in wanted { columns[field] = emptyColumn(of: declaration.fields[field].type) }
      return
    }
    guard let snapshot else { throw .impossible("a field that the engine was not asked for") }
    let whole: Table
    do {
      whole = try read(wanted, from: snapshot)
    } catch {
      throw Stop(error)
    }
    for (position, field) in wanted.enumerated() { columns[field] = whole.columns[position] }
  }

  /// Rows between two looks at the limits: some tens of milliseconds, and a few megabytes.
  private static let batchSize = 65_536

  private func read(
    _ fields: [Int], from snapshot: any StoreSnapshot
  ) throws(StoreError) -> Table {
    let name = version.schema.name
    if let loaded = snapshot as? any LoadedSnapshot {
      let rows = try loaded.rows(of: name, fields: fields)
      try charge(rows)
      return rows
    }
    // A registry of one batch is taken as it comes.
    var first: Table?
    var rows: TableBuilder?
    let kinds = fields.map { version.schema.fields[$0].kind }
    try snapshot.scan(name, fields: fields, batchSize: Self.batchSize) {
      (batch: Table) throws(StoreError) in
      try charge(batch)
      if first == nil, rows == nil {
        first = batch
        return true
      }
      var all = rows.take() ?? TableBuilder(kinds)
      if let before = first.take(), !all.append(contentsOf: before) { throw .corrupt(name) }
      guard all.append(contentsOf: batch) else { throw .corrupt(name) }
      rows = all
      return true
    }
    guard let whole = first ?? rows?.finish(), whole.rowCount == rowCount,
      whole.columns.count == fields.count
    else { throw .corrupt(name) }
    return whole
  }

  private func charge(_ rows: Table) throws(StoreError) {
    do throws(LimitExceeded) {
      try meter.spend(bytes: rows.byteCount)
      try meter.spend(steps: rows.rowCount)
    } catch {
      throw .limit(error)
    }
  }

  func column(_ field: Int) throws(Stop) -> Column {
    try load([field])
    guard let column = columns[field] else { throw .impossible("a column that was not read") }
    return column
  }

  func value(field: Int, row: Int32) throws(Stop) -> TypedExpression.Constant {
    Family.constant(
      in: try column(field), at: Int(row), type: declaration.fields[field].type)
  }

  func key(of row: Int32) throws(Stop) -> String {
    try column(declaration.key).text(at: Int(row)) ?? ""
  }

  private func emptyColumn(of type: Type) -> Column {
    switch Family(type) {
    case .decimal: .decimals(DecimalColumnBuilder().finish())
    case .text: .texts(TextColumnBuilder().finish())
    case .condition, .integer, nil: .integers(IntegerColumnBuilder().finish())
    }
  }
}
