import Engine
import Store

/// A registry being written to a `PostgreSQLStore`.
///
/// Rows are sorted before they go to the server: in memory while they fit, through a temporary file
/// where they do not. So the server hears of an import only in `commit`, which sends all rows in the
/// order of their keys, and which can be tried again. An import holds about 25 bytes for each key and
/// `bufferLimit` bytes of rows.
final class PostgreSQLImport: RegistryImport {
  static let bufferLimit = 24 << 20

  private let schema: RegistrySchema
  private let mode: RegistryImportMode
  private let pool: SessionPool
  private let format: PostgreSQLFormat
  private let bufferLimit: Int
  private var buffer: RowBuffer
  private var file: RowFile?
  private var keys = KeyIndex()
  /// Rows in the file; the numbers of rows in the buffer begin here.
  private var spilled = 0
  private var isOpen = true

  init(
    _ schema: RegistrySchema, _ mode: RegistryImportMode, _ pool: SessionPool,
    _ format: PostgreSQLFormat, bufferLimit: Int
  ) {
    self.schema = schema
    self.mode = mode
    self.pool = pool
    self.format = format
    self.bufferLimit = bufferLimit
    buffer = RowBuffer(schema)
  }

  func append(_ rows: Table) throws(StoreError) -> [Int] {
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
      return try file?.contains(buffer.bytes[row.key]) ?? false
    }
    return before != nil
  }

  private func spill() throws(StoreError) {
    let file: RowFile
    if let open = self.file { file = open } else { file = try RowFile(schema) }
    self.file = file
    buffer.sort()
    try file.add(buffer)
    spilled += buffer.rows.count
    buffer.removeAll()
  }

  func difference(limit: Int, meter: Meter) throws(StoreError) -> RegistryDifference {
    guard isOpen else { throw .invalidRows("the import has ended") }
    if file != nil, !buffer.rows.isEmpty { try spill() }
    // The buffer itself stays as it is: the keys' index knows its rows by their numbers.
    var sorted = buffer
    sorted.sort()
    var rows = try SortedRows(sorted, file, key: schema.key)
    let snapshot = try storeErrors(.reading) { try PostgreSQLSnapshot(pool, format) }
    return try RegistryDifference(mode, schema, against: snapshot, limit: limit, meter: meter) {
      (row: inout [UInt8]) throws(StoreError) in try rows.next(&row)
    }
  }

  func commit(_ origin: ImportOrigin) throws(StoreError) -> RegistryVersion {
    guard isOpen else { throw .invalidRows("the import has ended") }
    try origin.check()
    if file != nil, !buffer.rows.isEmpty { try spill() }
    buffer.sort()
    defer { cancel() }
    let version = try storeErrors(.writing) {
      try pool.writing { session in
        var writer = try VersionWriter(schema, mode, pool, format, session)
        let rows = try SortedRows(buffer, file, key: schema.key)
        return try writer.write(rows, origin)
      }
    }
    format.dropReplacedRows(pool)
    return version
  }

  func cancel() {
    isOpen = false
    buffer = RowBuffer(schema)
    file = nil
    keys = KeyIndex()
  }
}
