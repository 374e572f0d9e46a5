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

  private let schema: RegistrySchema
  private let pool: DatabasePool
  private let bufferLimit: Int
  private var buffer: RowBuffer
  private var runs: SortedRuns
  private var keys = KeyIndex()
  /// Rows in the runs; the numbers of rows in the buffer begin here.
  private var spilled = 0
  private var isOpen = true

  init(_ schema: RegistrySchema, _ pool: DatabasePool, bufferLimit: Int) {
    self.schema = schema
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

  func commit(_ origin: ImportOrigin) throws(StoreError) -> RegistryVersion {
    guard isOpen else { throw .invalidRows("the import has ended") }
    if runs.count > 0, buffer.rows.count > 0 { try spill() }
    buffer.sort()
    defer { cancel() }
    return try storeErrors(.writing) {
      try pool.writeWithoutTransaction { database in
        var version: RegistryVersion?
        try database.inTransaction(.immediate) {
          version = try write(origin, database)
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

  // MARK: - Inside the transaction

  private func write(_ origin: ImportOrigin, _ database: Database) throws -> RegistryVersion {
    let before = try versions(database, named: schema.name).first
    let id = try newId(database)
    try database.execute(sql: SQLiteFormat.createRowTable(id, schema))
    let digest = try writeRows(SQLiteFormat.rowTable(id), database)
    let version = RegistryVersion(
      schema: schema, version: (before?.version.version ?? 0) + 1,
      rowCount: spilled + buffer.rows.count,
      digest: digest, origin: origin)
    try record(version, id, database)
    if let before {
      try database.execute(sql: "DROP TABLE \(SQLiteFormat.rowTable(before.id))")
    }
    return version
  }

  /// Writes all rows in the order of their keys; gives their digest.
  private func writeRows(_ table: String, _ database: Database) throws -> String {
    let values = Array(repeating: "?", count: schema.fields.count).joined(separator: ", ")
    let insert = try RawStatement(database, "INSERT INTO \(table) VALUES (\(values))")
    var digest = try ContentDigest(schema)
    func write(_ row: Span<UInt8>) throws {
      try digest.update(row)
      guard try insert.run(canonicalRow: row, fields: schema.fields.count) else {
        throw StoreError.corrupt("a row that was put aside")
      }
    }
    if runs.count > 0 {
      try runs.merge(database, write)
    } else {
      let bytes = buffer.bytes
      for row in buffer.rows { try write(bytes.span.extracting(row.range)) }
    }
    return try digest.finish()
  }

  private func newId(_ database: Database) throws -> Int64 {
    let query = try RawStatement(
      database, "SELECT coalesce(max(id), 0) + 1 FROM registry_versions")
    return try query.step() ? query.integer(at: 0) : 1
  }

  private func record(_ version: RegistryVersion, _ id: Int64, _ database: Database) throws {
    let insert = try RawStatement(
      database, "INSERT INTO registry_versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try insert.bind(id, at: 1)
    try insert.bind(version.schema.name, at: 2)
    try insert.bind(Int64(version.version), at: 3)
    try insert.bind(version.schema.encoded, at: 4)
    try insert.bind(Int64(version.rowCount), at: 5)
    try insert.bind(version.digest, at: 6)
    try insert.bind(version.origin.name, at: 7)
    if let digest = version.origin.fileDigest {
      try insert.bind(digest, at: 8)
    } else {
      try insert.bindNull(at: 8)
    }
    if let asAt = version.origin.asAtText {
      try insert.bind(asAt, at: 9)
    } else {
      try insert.bindNull(at: 9)
    }
    _ = try insert.step()
  }
}
