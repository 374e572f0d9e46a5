public import Engine
public import Store

/// A store in a PostgreSQL database, in a schema of its own.
///
/// Safe to share between threads, and the database between machines: readers see snapshots and never
/// wait; imports of one registry take turns, appends wait only for appends to the same stream. The
/// store keeps a few connections; what was begun on one that breaks ends with it and is never
/// silently begun again.
public final class PostgreSQLStore: Store {
  let pool: SessionPool
  let format: PostgreSQLFormat
  private let importBuffer: Int

  /// Connects, and makes the schema and its tables where they are missing and the role may.
  ///
  /// - Parameters:
  ///   - address: `postgresql://[USER@]HOST[:PORT]/DATABASE[?PARAMETER=VALUE…]`, as libpq takes it
  ///     (TLS is `sslmode` and so on), without a password. What it leaves open comes from the
  ///     environment, the service file and the password file, as for `psql`.
  ///   - schema: where in the database.
  ///   - mustExist: refuse to make the schema.
  ///   - lockTimeout: how long to wait for another writer, in seconds; then `.busy`. A `lock_timeout`
  ///     that the address, the role or the server sets has precedence.
  ///   - statementTimeout: how long a statement may take, in seconds; likewise.
  ///   - interruption: asked while the server is waited for; an answer cancels the statement, and the
  ///     call throws `.limit`.
  public convenience init(
    address: String, schema: String = "yijian", mustExist: Bool = false,
    lockTimeout: Double = 10, statementTimeout: Double? = nil,
    interruption: @escaping @Sendable () -> Interruption? = { nil }
  ) throws(StoreError) {
    try self.init(
      address: address, schema: schema, mustExist: mustExist,
      settings: SessionSettings(lockTimeout: lockTimeout, statementTimeout: statementTimeout),
      interruption: interruption, libraries: ClientLibrary.names,
      importBuffer: PostgreSQLImport.bufferLimit)
  }

  /// - Parameters:
  ///   - libraries: names of the client library.
  ///   - importBuffer: bytes of rows that an import keeps in memory before it sorts through a file.
  init(
    address: String, schema: String, mustExist: Bool, settings: SessionSettings,
    interruption: @escaping @Sendable () -> Interruption?, libraries: [String], importBuffer: Int
  ) throws(StoreError) {
    self.importBuffer = importBuffer
    // The server would cut a longer name, and find nothing under the whole one.
    guard 1...63 ~= schema.utf8.count, !schema.hasNull else {
      throw .unavailable("the name of a schema has 1 to 63 bytes, and no U+0000")
    }
    let library = try ClientLibrary(names: libraries)
    let target = try Address(address, library)
    let pool = SessionPool(library, target, settings, interruption)
    let format = PostgreSQLFormat(schema: schema)
    try storeErrors(.opening) {
      try pool.with { try format.prepare($0, mustExist: mustExist) }
    }
    self.pool = pool
    self.format = format
  }

  public func snapshot() throws(StoreError) -> any StoreSnapshot {
    try storeErrors(.reading) { try PostgreSQLSnapshot(pool, format) }
  }

  public func beginImport(
    _ schema: RegistrySchema, _ mode: RegistryImportMode
  ) throws(StoreError) -> any RegistryImport {
    try schema.checkNames()
    if mode == .merge, let stored = try snapshot().registry(schema.name)?.schema,
      stored != schema
    {
      throw .schemaMismatch(stored: stored, given: schema)
    }
    return PostgreSQLImport(schema, mode, pool, format, bufferLimit: importBuffer)
  }

  public func append(
    _ payload: [UInt8], kind: String, to stream: String, expectedVersion: Int
  ) throws(StoreError) -> StoredEvent {
    let event = StoredEvent(
      stream: stream, version: expectedVersion &+ 1, kind: kind, payload: payload)
    try event.check()
    return try storeErrors(.writing) {
      try pool.writing { session in
        if try !insert(event, expectedVersion, session) {
          session.rollback()
          throw StoreError.versionConflict(
            stream: stream, expected: expectedVersion, found: try newest(stream, session))
        }
        return event
      }
    }
  }

  /// False where the stream has another version. Of two that append the same version at once, the
  /// primary key stops one.
  private func insert(
    _ event: StoredEvent, _ expected: Int, _ session: Session
  ) throws(SessionFailure) -> Bool {
    do {
      let answer = try session.query(
        """
        INSERT INTO \(format.schema).events (stream, version, kind, payload)
        SELECT $1, newest + 1, $3, $4 FROM (
          SELECT coalesce(max(version), 0) AS newest FROM \(format.schema).events WHERE stream = $1
        ) AS before WHERE newest = $2 RETURNING version
        """,
        [.text(event.stream), .integer(expected), .text(event.kind), .bytes(event.payload)])
      return answer.rowCount == 1
    } catch  where error.isRefused("23505") {
      return false
    }
  }

  private func newest(_ stream: String, _ session: Session) throws(SessionFailure) -> Int {
    let answer = try session.query(
      "SELECT coalesce(max(version), 0) FROM \(format.schema).events WHERE stream = $1",
      [.text(stream)])
    return Int(answer.integer(0, 0) ?? 0)
  }
}
