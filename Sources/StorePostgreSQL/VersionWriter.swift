import Engine
import Store

/// Writes a version of a registry within a transaction.
struct VersionWriter: ~Copyable {
  /// PostgreSQL's indexes hold values of up to a third of a page; longer keys have none, and are
  /// sorted when they are read.
  static let longestIndexedKey = 2_500
  private static let chunk = 1 << 16

  private let schema: RegistrySchema
  private let mode: RegistryImportMode
  private let pool: SessionPool
  private let format: PostgreSQLFormat
  private let session: Session
  private var digest: ContentDigest
  private var encoder: CopyEncoder
  private var rowCount = 0
  private var longestKey = 0

  init(
    _ schema: RegistrySchema, _ mode: RegistryImportMode, _ pool: SessionPool,
    _ format: PostgreSQLFormat, _ session: Session
  ) throws(StoreError) {
    self.schema = schema
    self.mode = mode
    self.pool = pool
    self.format = format
    self.session = session
    digest = try ContentDigest(schema)
    encoder = CopyEncoder(schema)
  }

  /// Imports of the same registry take turns from here to the end of the transaction.
  mutating func write(_ rows: SortedRows, _ origin: ImportOrigin) throws -> RegistryVersion {
    try session.query(
      "SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))",
      [.text(format.schema), .text(schema.name)])
    let before = try format.newestVersion(session, of: schema.name)
    if mode == .merge, let stored = before?.version.schema, stored != schema {
      throw StoreError.schemaMismatch(stored: stored, given: schema)
    }
    let id = try newNumber()
    let table = format.rowTable(id)
    try session.run(format.createRowTable(id, schema))
    // The table is of this transaction, so its rows may be written as old ones: nobody has to touch
    // them again.
    try session.beginCopyIn("COPY \(table) FROM STDIN (FORMAT binary, FREEZE)")
    do {
      try send(rows, mode == .merge ? before : nil)
      try session.endCopyIn()
    } catch {
      session.abandonCopyIn()
      throw error
    }
    if longestKey <= VersionWriter.longestIndexedKey {
      try session.run("ALTER TABLE \(table) ADD PRIMARY KEY (c\(schema.key))")
    }
    try format.noteOrder(of: table, session)
    try session.run("ANALYZE \(table)")
    let version = RegistryVersion(
      schema: schema, version: (before?.version.version ?? 0) + 1, rowCount: rowCount,
      digest: try digest.finish(), origin: origin)
    try format.record(version, id, session)
    return version
  }

  private func newNumber() throws -> Int64 {
    let answer = try session.query(
      "SELECT nextval(pg_get_serial_sequence($1, 'id'))",
      [.text("\(format.schema).registry_versions")])
    guard let number = answer.integer(0, 0) else {
      throw StoreError.corrupt("\(format.schema).registry_versions")
    }
    return number
  }

  /// Sends the rows; for a merge together with those of the version before whose keys did not come.
  private mutating func send(_ rows: SortedRows, _ before: StoredVersion?) throws {
    var rows = rows
    var row: [UInt8] = []
    var isThere = try rows.next(&row)
    if before != nil {
      let snapshot = try PostgreSQLSnapshot(pool, format)
      let fields = Array(schema.fields.indices)
      var failure: (any Error)?
      try snapshot.scan(schema.name, fields: fields, batchSize: 4_096) {
        (batch: Table) throws(StoreError) in
        do {
          var stored = RowBuffer(schema)
          for place in stored.encode(batch) {
            let key = stored.bytes[place.key]
            while isThere, row[self.key(row.span)].lexicographicallyPrecedes(key) {
              try send(row.span)
              isThere = try rows.next(&row)
            }
            if isThere, row[self.key(row.span)] == key { continue }
            try send(stored.bytes.span.extracting(place.range))
          }
          return true
        } catch {
          failure = error
          return false
        }
      }
      if let failure { throw failure }
    }
    while isThere {
      try send(row.span)
      isThere = try rows.next(&row)
    }
    encoder.end()
    try session.copyIn(encoder.bytes.span)
    encoder.removeAll()
  }

  /// Where a row's key stands.
  private func key(_ row: Span<UInt8>) -> Range<Int> {
    var position = 0
    for _ in 0..<schema.key { _ = CanonicalRow.next(in: row, at: &position) }
    guard case .text(let range)? = CanonicalRow.next(in: row, at: &position) else { return 0..<0 }
    return range
  }

  private mutating func send(_ row: Span<UInt8>) throws {
    try digest.update(row)
    guard encoder.append(canonicalRow: row) else {
      throw StoreError.corrupt("a row that was put aside")
    }
    rowCount += 1
    longestKey = max(longestKey, key(row).count)
    if encoder.bytes.count >= VersionWriter.chunk {
      try session.copyIn(encoder.bytes.span)
      encoder.removeAll()
    }
  }
}
