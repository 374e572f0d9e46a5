import GRDB
public import Store

/// A store in one SQLite file, with its write-ahead log beside it.
///
/// Safe to share between threads, and the file between processes: readers see snapshots and never
/// wait; writers take turns, and wait for each other at most as long as they are told.
public final class SQLiteStore: Store {
  let pool: DatabasePool
  let path: String
  private let importBuffer: Int

  /// Opens the file, which is made if it is not there.
  ///
  /// - Parameters:
  ///   - mustExist: refuse to make the file.
  ///   - timeout: how long to wait for another writer, in seconds; then `.busy`.
  public convenience init(
    path: String, mustExist: Bool = false, timeout: Double = 10
  ) throws(StoreError) {
    try self.init(
      path: path, mustExist: mustExist, timeout: timeout, importBuffer: SQLiteImport.bufferLimit)
  }

  /// - Parameter importBuffer: bytes of rows that an import keeps in memory before it sorts through
  ///   temporary tables.
  package init(
    path: String, mustExist: Bool, timeout: Double, importBuffer: Int
  ) throws(StoreError) {
    self.importBuffer = importBuffer
    self.path = path
    try checkPath(path, mustExist: mustExist)
    var configuration = Configuration()
    configuration.busyMode = .timeout(timeout)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA cache_size = -16384;
          PRAGMA temp_store = FILE;
          PRAGMA journal_size_limit = 16777216;
          """)
    }
    pool = try opening(path) {
      let found = try storedFormat(path, configuration)
      if found > SQLiteFormat.version {
        throw StoreError.newerFormat(found: found, known: SQLiteFormat.version)
      }
      let pool = try DatabasePool(path: plainPath(path), configuration: configuration)
      try pool.writeWithoutTransaction { database in
        // Only now: a pool sets its connection to NORMAL, with which commits do not wait for the disk.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try migrate(database)
      }
      return pool
    }
  }

  public func snapshot() throws(StoreError) -> any StoreSnapshot {
    try storeErrors(.reading) { SQLiteSnapshot(try pool.makeSnapshot()) }
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
    return SQLiteImport(schema, mode, pool, bufferLimit: importBuffer)
  }

  public func append(
    _ payload: [UInt8], kind: String, to stream: String, expectedVersion: Int
  ) throws(StoreError) -> StoredEvent {
    let event = StoredEvent(
      stream: stream, version: expectedVersion &+ 1, kind: kind, payload: payload)
    try event.check()
    return try storeErrors(.writing) {
      try pool.write { database in
        let found = try newestVersion(of: stream, database)
        guard found == expectedVersion else {
          throw StoreError.versionConflict(
            stream: stream, expected: expectedVersion, found: found)
        }
        let insert = try RawStatement(
          database, "INSERT INTO events (stream, version, kind, payload) VALUES (?, ?, ?, ?)")
        try insert.bind(stream, at: 1)
        try insert.bind(Int64(event.version), at: 2)
        try insert.bind(kind, at: 3)
        try insert.bind(blob: payload, at: 4)
        _ = try insert.step()
        return event
      }
    }
  }

  private func newestVersion(of stream: String, _ database: Database) throws -> Int {
    let query = try RawStatement(database, "SELECT max(version) FROM events WHERE stream = ?")
    try query.bind(stream, at: 1)
    return try query.step() ? Int(query.integer(at: 0)) : 0
  }
}
