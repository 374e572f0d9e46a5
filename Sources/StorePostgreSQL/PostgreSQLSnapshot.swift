import Engine
import Store
import Synchronization

/// A store as it was when the snapshot was made: a transaction that stays open.
///
/// A session does one thing at a time. Where the snapshot is read by several threads, or in the body
/// of a scan, further sessions take on the first one's snapshot. The tables with the rows are locked
/// against being dropped as long as the snapshot lives.
final class PostgreSQLSnapshot: StoreSnapshot {
  private struct Sessions: Sendable {
    var free: [Session]
    /// Why the first session ended: without it no other can take on its snapshot.
    var lost: StoreError?
  }

  private let pool: SessionPool
  let format: PostgreSQLFormat
  /// By name.
  private let versions: [StoredVersion]
  private let exported: String
  private let first: Session
  private let sessions: Mutex<Sessions>

  init(_ pool: SessionPool, _ format: PostgreSQLFormat) throws {
    self.pool = pool
    self.format = format
    let session = try pool.take()
    do {
      (exported, versions) = try PostgreSQLSnapshot.begin(session, format)
    } catch {
      pool.giveBack(session)
      throw error
    }
    first = session
    sessions = Mutex(Sessions(free: [session], lost: nil))
  }

  deinit {
    let free = sessions.withLock { sessions in
      defer { sessions.free = [] }
      return sessions.free
    }
    for session in free { pool.giveBack(session) }
  }

  /// How often an import may come between the first look at the versions and the lock.
  private static let attempts = 20

  private static func begin(
    _ session: Session, _ format: PostgreSQLFormat
  ) throws -> (exported: String, versions: [StoredVersion]) {
    for _ in 0..<attempts {
      try session.run("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
      guard let exported = try session.query("SELECT pg_export_snapshot()").text(0, 0) else {
        throw SessionFailure.misunderstood("pg_export_snapshot")
      }
      let versions = try format.newestVersions(session)
      if try lock(versions.map { format.rowTable($0.id) }, session) { return (exported, versions) }
      // Replaced and dropped in between: there are newer versions now.
      session.rollback()
    }
    throw StoreError.corrupt("\(format.schema): a table of rows is missing")
  }

  /// Keeps tables from being dropped as long as the transaction lasts. False if one is gone.
  private static func lock(
    _ tables: [String], _ session: Session
  ) throws(SessionFailure) -> Bool {
    do {
      if !tables.isEmpty {
        try session.run("LOCK TABLE \(tables.joined(separator: ", ")) IN ACCESS SHARE MODE")
      }
      try session.run("SAVEPOINT reading")
      return true
    } catch {
      if error.isRefused("42P01") { return false }
      throw error
    }
  }

  /// Lends a session that sees the snapshot.
  func reading<Result>(_ body: (Session) throws -> Result) throws(StoreError) -> Result {
    try storeErrors(.reading) {
      let session = try freeSession()
      defer { giveBack(session) }
      return try body(session)
    }
  }

  private func freeSession() throws -> Session {
    let free = sessions.withLock { sessions in
      if let lost = sessions.lost { return Result<Session?, StoreError>.failure(lost) }
      return .success(sessions.free.popLast())
    }
    if let session = try free.get() { return session }
    let session = try pool.take()
    do {
      try session.run(
        """
        BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;
        SET TRANSACTION SNAPSHOT \(literal(exported)); SAVEPOINT reading
        """)
    } catch {
      pool.giveBack(session)
      throw error
    }
    return session
  }

  private func giveBack(_ session: Session) {
    if session.isInFailedTransaction {
      // An error ends what was read, not the snapshot.
      try? session.uninterrupted { () throws(SessionFailure) in
        try session.run("ROLLBACK TO SAVEPOINT reading")
      }
    }
    sessions.withLock { sessions in
      if !session.isBroken {
        sessions.free.append(session)
      } else if session === first {
        sessions.lost = .interrupted("the snapshot's session has ended")
      }
    }
  }
}

// MARK: - Reading

extension PostgreSQLSnapshot {
  func registries() throws(StoreError) -> [RegistryVersion] { versions.map(\.version) }

  func registry(_ name: String) throws(StoreError) -> RegistryVersion? {
    stored(name)?.version
  }

  func stored(_ name: String) -> StoredVersion? {
    versions.first { $0.version.schema.name.utf8.elementsEqual(name.utf8) }
  }

  func versions(of registry: String) throws(StoreError) -> [RegistryVersion] {
    if registry.hasNull { return [] }
    return try reading { try format.versions($0, of: registry).map(\.version) }
  }

  func scan(
    _ registry: String, fields: [Int], batchSize: Int,
    _ body: (Table) throws(StoreError) -> Bool
  ) throws(StoreError) {
    guard let found = stored(registry) else { throw .noSuchRegistry(registry) }
    let schema = found.version.schema
    guard fields.allSatisfy(schema.fields.indices.contains), batchSize > 0 else {
      throw .invalidRows("\(registry): a scan of fields or batches that do not exist")
    }
    let kinds = fields.map { schema.fields[$0].kind }
    try reading { session in
      let source = try copySource(found, fields, session)
      var decoder = CopyDecoder(kinds, ascending: fields.firstIndex(of: schema.key))
      var batch = TableBuilder(kinds)
      var isWanted = true
      try session.copyOut("COPY \(source) TO STDOUT (FORMAT binary)") { message in
        guard decoder.decode(message, into: &batch) else { throw StoreError.corrupt(registry) }
        if batch.rowCount < batchSize { return true }
        isWanted = try body(batch.finish())
        batch = TableBuilder(kinds)
        return isWanted
      }
      if isWanted, batch.rowCount > 0 { _ = try body(batch.finish()) }
    }
  }

  /// Rows were written in the order of their keys, in one go, and are never changed, so they come in
  /// that order from the table as it stands: in half the time of a walk along the index. The decoder
  /// sees to it. A table that was restored or written anew may have another order.
  private func copySource(
    _ found: StoredVersion, _ fields: [Int], _ session: Session
  ) throws -> String {
    let table = format.rowTable(found.id)
    let columns = fields.map { "c\($0)" }.joined(separator: ", ")
    guard try format.isInOrder(table, session) else {
      return "(SELECT \(columns) FROM \(table) ORDER BY c\(found.version.schema.key))"
    }
    let isList = !fields.isEmpty && Set(fields).count == fields.count
    return isList ? "\(table) (\(columns))" : "(SELECT \(columns) FROM \(table))"
  }

  func events(in stream: String) throws(StoreError) -> [StoredEvent] {
    if stream.hasNull { return [] }
    return try reading { session in
      let answer = try session.query(
        """
        SELECT version, kind, payload FROM \(format.schema).events
        WHERE stream = $1 ORDER BY version
        """, [.text(stream)])
      return try (0..<answer.rowCount).map { row in
        guard let version = answer.integer(row, 0), let kind = answer.text(row, 1),
          let payload = answer.bytes(row, 2)
        else { throw StoreError.corrupt("events of \(stream)") }
        return StoredEvent(stream: stream, version: Int(version), kind: kind, payload: payload)
      }
    }
  }

  func streams(startingWith prefix: String) throws(StoreError) -> [String] {
    if prefix.hasNull { return [] }
    return try reading { session in
      let answer = try session.query(
        """
        SELECT DISTINCT stream FROM \(format.schema).events
        WHERE starts_with(stream, $1) ORDER BY stream
        """, [.text(prefix)])
      return try (0..<answer.rowCount).map { row in
        guard let stream = answer.text(row, 0) else { throw StoreError.corrupt("events") }
        return stream
      }
    }
  }
}
