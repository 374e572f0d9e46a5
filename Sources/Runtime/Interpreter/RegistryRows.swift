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
    var batches: [Table] = []
    let meter = meter
    do {
      try snapshot.scan(
        version.schema.name, fields: wanted, batchSize: max(1, rowCount)
      ) { (table: Table) throws(StoreError) in
        do throws(LimitExceeded) {
          try meter.spend(bytes: table.byteCount)
          try meter.spend(steps: table.rowCount)
        } catch {
          throw .limit(error)
        }
        batches.append(table)
        return true
      }
    } catch .limit(let limit) {
      throw .limit(limit)
    } catch {
      throw .store(error)
    }
    guard let whole = Table.concatenating(batches), whole.rowCount == rowCount,
      whole.columns.count == wanted.count
    else { throw .store(.corrupt(version.schema.name)) }
    for (position, field) in wanted.enumerated() { columns[field] = whole.columns[position] }
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
