import Engine
import Semantics
import Source
import Store

/// The rows of one registry in one snapshot. Columns are read when they are first used.
final class RegistryRows {
  let declaration: RegistryDeclaration
  let version: RegistryVersion
  private let snapshot: any StoreSnapshot
  private let meter: Meter
  private var columns: [Column?]

  var rowCount: Int { version.rowCount }

  init(
    _ declaration: RegistryDeclaration, version: RegistryVersion, snapshot: any StoreSnapshot,
    meter: Meter
  ) {
    self.declaration = declaration
    self.version = version
    self.snapshot = snapshot
    self.meter = meter
    self.columns = Array(repeating: nil, count: declaration.fields.count)
  }

  /// Reads the columns of fields that have not been read yet, all in one scan.
  func load(_ fields: [Int]) throws(Stop) {
    let wanted = fields.filter { columns[$0] == nil }
    guard !wanted.isEmpty else { return }
    if rowCount == 0 {
      for field in wanted { columns[field] = emptyColumn(of: declaration.fields[field].type) }
      return
    }
    let whole: Table
    do {
      whole = try read(wanted)
    } catch .limit(let limit) {
      throw .limit(limit)
    } catch {
      throw .store(error)
    }
    for (position, field) in wanted.enumerated() { columns[field] = whole.columns[position] }
  }

  /// Rows between two looks at the limits: some tens of milliseconds, and a few megabytes.
  private static let batchSize = 65_536

  private func read(_ fields: [Int]) throws(StoreError) -> Table {
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
