import Engine
import GRDB
import Store
import Synchronization

/// A registry being written to a `SQLiteStore`.
///
/// Rows are sorted before they go into the registry's table: in memory while they fit, through
/// temporary tables where they do not. So the table is written from its beginning to its end, and the
/// file is locked for other writers only while `commit` runs. An import holds about 25 bytes for each
/// key and `bufferLimit` bytes of rows.
final class SQLiteImport: RegistryImport {
  static let bufferLimit = 24 << 20
  private static let imports = Atomic<Int>(0)

  let schema: RegistrySchema
  let mode: RegistryImportMode
  private let pool: DatabasePool
  private let bufferLimit: Int
  private var buffer: RowBuffer
  private var runs: SortedRuns
  private var keys = KeyIndex()
  /// Rows in the runs; the numbers of rows in the buffer begin here.
  private var spilled = 0
  private var isOpen = true

  init(
    _ schema: RegistrySchema, _ mode: RegistryImportMode, _ pool: DatabasePool, bufferLimit: Int
  ) {
    self.schema = schema
    self.mode = mode
    self.pool = pool
    self.bufferLimit = bufferLimit
    buffer = RowBuffer(schema)
    let number = SQLiteImport.imports.wrappingAdd(1, ordering: .relaxed).newValue
    runs = SortedRuns(schema, name: "import_\(number)")
  }

  deinit { if isOpen { cancel() } }

  func append(_ rows: Engine.Table) throws(StoreError) -> [Int] {
    guard isOpen else { throw .invalidRows("the import has ended") }
    try schema.check(rows)
    var duplicates: [Int] = []
    for (position, row) in buffer.encode(rows).enumerated() {
      if try isDuplicate(row) { duplicates.append(position) } else { buffer.add(row) }
    }
    if buffer.byteCount >= bufferLimit { try spill() }
    return duplicates
  }

  /// Whether the row's key came before; else it is known from now on.
  private func isDuplicate(_ row: RowBuffer.Row) throws(StoreError) -> Bool {
    let number = Int32(truncatingIfNeeded: spilled + buffer.rows.count)
    let before = try keys.insert(row.key, in: buffer.bytes, row: number) {
      (other) throws(StoreError) in
      if Int(other) >= spilled { return buffer.hasSameKey(at: Int(other) - spilled, as: row.key) }
      return try storeErrors(.writing) {
        try pool.writeWithoutTransaction { try runs.contains(buffer.bytes[row.key], $0) }
      }
    }
    return before != nil
  }

  private func spill() throws(StoreError) {
    buffer.sort()
    try storeErrors(.writing) { try pool.writeWithoutTransaction { try runs.add(buffer, $0) } }
    spilled += buffer.rows.count
    buffer.removeAll()
  }

  func difference(limit: Int, meter: Meter) throws(StoreError) -> RegistryDifference {
    guard isOpen else { throw .invalidRows("the import has ended") }
    let snapshot = try storeErrors(.reading) { SQLiteSnapshot(try pool.makeSnapshot()) }
    if runs.count > 0, buffer.rows.count > 0 { try spill() }
    // The buffer itself stays as it is: the keys' index knows its rows by their numbers.
    var sorted = buffer
    sorted.sort()
    return try storeErrors(.reading) {
      try pool.writeWithoutTransaction { database in
        var rows = try SortedRows(sorted, runs, database)
        return try RegistryDifference(
          mode, schema, against: snapshot, limit: limit, meter: meter
        ) { (row: inout [UInt8]) throws(StoreError) in
          try storeErrors(.reading) { try rows.next(&row) }
        }
      }
    }
  }

  func commit(_ origin: ImportOrigin) throws(StoreError) -> RegistryVersion {
    guard isOpen else { throw .invalidRows("the import has ended") }
    try origin.check()
    if runs.count > 0, buffer.rows.count > 0 { try spill() }
    buffer.sort()
    defer { cancel() }
    return try storeErrors(.writing) {
      try pool.writeWithoutTransaction { database in
        var version: RegistryVersion?
        try database.inTransaction(.immediate) {
          let rows = try SortedRows(buffer, runs, database)
          version = try VersionWriter(schema, mode, database).write(rows, origin)
          return .commit
        }
        guard let version else { throw StoreError.cannotWrite("the transaction did not run") }
        return version
      }
    }
  }

  func cancel() {
    isOpen = false
    buffer = RowBuffer(schema)
    keys = KeyIndex()
    // What cannot be dropped goes with the connection.
    if runs.count > 0 { try? pool.writeWithoutTransaction { try runs.drop($0) } }
  }
}
