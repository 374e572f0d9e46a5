import Engine
import GRDB
import Store

/// A connection that keeps seeing the store as it was when the snapshot was made.
struct SQLiteSnapshot: StoreSnapshot {
  private let database: DatabaseSnapshot

  init(_ database: DatabaseSnapshot) { self.database = database }

  func registries() throws(StoreError) -> [RegistryVersion] {
    try read { try newestVersions($0, named: nil).map(\.version) }
  }

  func registry(_ name: String) throws(StoreError) -> RegistryVersion? {
    try read { try newestVersions($0, named: name).first?.version }
  }

  func versions(of registry: String) throws(StoreError) -> [RegistryVersion] {
    try read { try allVersions($0, of: registry) }
  }

  func scan(
    _ registry: String, fields: [Int], batchSize: Int,
    _ body: (Engine.Table) throws(StoreError) -> Bool
  ) throws(StoreError) {
    try read { database in
      try FilteredRows(registry, .all, fields, database).scan(database, batchSize, body)
    }
  }

  func events(in stream: String) throws(StoreError) -> [StoredEvent] {
    try read { database in
      let query = try RawStatement(
        database, "SELECT version, kind, payload FROM events WHERE stream = ? ORDER BY version")
      try query.bind(stream, at: 1)
      var events: [StoredEvent] = []
      while try query.step() {
        guard let kind = query.text(at: 1), let payload = query.bytes(at: 2) else {
          throw StoreError.corrupt("events of \(stream)")
        }
        events.append(
          StoredEvent(
            stream: stream, version: Int(query.integer(at: 0)), kind: kind, payload: payload))
      }
      return events
    }
  }

  func streams(startingWith prefix: String) throws(StoreError) -> [String] {
    try read { database in
      let query = try RawStatement(
        database, "SELECT DISTINCT stream FROM events ORDER BY stream")
      var streams: [String] = []
      while try query.step() {
        guard let stream = query.text(at: 0) else { throw StoreError.corrupt("events") }
        if stream.utf8.starts(with: prefix.utf8) { streams.append(stream) }
      }
      return streams
    }
  }

  /// Reentrant, so that the body of a scan may read as well.
  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try storeErrors(.reading) { try database.unsafeReentrantRead(body) }
  }
}
