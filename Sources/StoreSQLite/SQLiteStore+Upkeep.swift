public import Engine
import GRDB
import GRDBSQLite
public import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension SQLiteStore {
  /// The format of a file that is not opened as a store, so that it stays as it is; opening it
  /// would bring it to the newest format.
  ///
  /// - Throws: `.unavailable` where there is no file, or one that is no store.
  public static func format(ofFile path: String) throws(StoreError) -> StoreFormat {
    try checkPath(path, mustExist: true)
    let found = try opening(path) { try storedFormat(path, Configuration()) }
    return StoreFormat(found: found, known: SQLiteFormat.version)
  }

  public func status() throws(StoreError) -> StoreStatus {
    try storeErrors(.reading) {
      try pool.read { database in
        let versions = try newestVersions(database, named: nil).map(\.version)
        let events = try RawStatement(
          database, "SELECT count(*), count(DISTINCT stream) FROM events")
        _ = try events.step()
        let found = try pragma("user_version", database)
        let engine = unsafe String(cString: sqlite3_libversion())
        return StoreStatus(
          engine: "SQLite \(engine)",
          format: StoreFormat(found: found, known: SQLiteFormat.version), byteCount: byteCount,
          registryCount: versions.count, rowCount: versions.reduce(0) { $0 + $1.rowCount },
          streamCount: Int(events.integer(at: 1)), eventCount: Int(events.integer(at: 0)))
      }
    }
  }

  /// Of the file and its write-ahead log.
  private var byteCount: Int {
    ["", "-wal"].reduce(0) { total, ending in
      var status = stat()
      guard unsafe stat(path + ending, &status) == 0 else { return total }
      return total + Int(status.st_size)
    }
  }

  /// SQLite's `integrity_check`, tables of rows that no version has, and what every store checks.
  public func verify(_ meter: Meter) throws(StoreError) -> [StoreFault] {
    let snapshot = try storeErrors(.reading) { try pool.makeSnapshot() }
    var faults: [StoreFault] = []
    do throws(StoreError) {
      faults += try storeErrors(.reading) {
        try snapshot.read { database in
          try watching(meter, database) { try SQLiteStore.damage(database) }
        }
      }
      faults += try storeErrors(.reading) { try snapshot.read(SQLiteStore.leftovers) }
      faults += try SQLiteSnapshot(snapshot).faults(meter)
    } catch .corrupt(let text) {
      faults.append(.engine(text))
    }
    return faults
  }

  private static func damage(_ database: Database) throws -> [StoreFault] {
    let check = try RawStatement(database, "PRAGMA integrity_check")
    var faults: [StoreFault] = []
    while try check.step() {
      if let text = check.text(at: 0), text != "ok" { faults.append(.engine(text)) }
    }
    return faults
  }

  private static func leftovers(_ database: Database) throws -> [StoreFault] {
    let known = Set(try newestVersions(database, named: nil).map { SQLiteFormat.rowTable($0.id) })
    let tables = try RawStatement(
      database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'rows_*'")
    var faults: [StoreFault] = []
    while try tables.step() {
      if let name = tables.text(at: 0), !known.contains(name) { faults.append(.leftover(name)) }
    }
    return faults
  }
}
