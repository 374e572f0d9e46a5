import GRDB
import Store

/// The tables of a store, and how older files become newer ones.
enum SQLiteFormat {
  /// `PRAGMA application_id`: "YIJI".
  static let application: Int64 = 0x5949_4A49
  /// `PRAGMA user_version`. Each step of `migrations` raises it by one.
  static var version: Int { migrations.count }

  /// - `registry_versions`: every version that was ever committed; `id` names the table of its rows,
  ///   which only the newest version of a registry has (see `rowTable`).
  /// - `events`: the streams.
  static let migrations = [
    """
    CREATE TABLE registry_versions (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      schema TEXT NOT NULL,
      row_count INTEGER NOT NULL,
      digest TEXT NOT NULL,
      origin TEXT NOT NULL,
      file_digest TEXT,
      UNIQUE (name, version)
    ) STRICT;
    CREATE TABLE events (
      stream TEXT NOT NULL,
      version INTEGER NOT NULL,
      kind TEXT NOT NULL,
      payload BLOB NOT NULL,
      PRIMARY KEY (stream, version)
    ) STRICT, WITHOUT ROWID;
    """,
    // The day that a registry's rows show: yyyy-mm-dd.
    "ALTER TABLE registry_versions ADD COLUMN as_at TEXT",
    // Who imported a version, and when (UTC, ISO 8601 to the second).
    """
    ALTER TABLE registry_versions ADD COLUMN imported_by TEXT;
    ALTER TABLE registry_versions ADD COLUMN imported_at TEXT;
    """,
  ]

  /// The table with the rows of a version. Columns are called by their position in the schema, `c0`,
  /// `c1` and so on: names of fields are any text, and SQLite's are the same in either case.
  static func rowTable(_ id: Int64) -> String { "rows_\(id)" }

  static func createRowTable(_ id: Int64, _ schema: RegistrySchema) -> String {
    let columns = schema.fields.enumerated().map { index, field in
      "c\(index) \(columnType(field.kind))\(field.isOptional ? "" : " NOT NULL")"
    }
    return """
      CREATE TABLE \(rowTable(id)) (\(columns.joined(separator: ", ")), \
      PRIMARY KEY (c\(schema.key))) STRICT, WITHOUT ROWID
      """
  }

  /// Truth values, dates (days since 1970-01-01) and members (positions) are integers; decimals are
  /// texts in plain notation, because no number of SQLite holds them.
  private static func columnType(_ kind: FieldKind) -> String {
    switch kind {
    case .bool, .integer, .date, .enumeration: "INTEGER"
    case .decimal, .percent, .text, .code: "TEXT"
    }
  }
}

/// Brings a file to the newest format, in one transaction.
func migrate(_ database: Database) throws {
  let found = try pragma("user_version", database)
  if found == SQLiteFormat.version { return }
  try database.inTransaction(.immediate) {
    // Another process may have come first.
    let found = try pragma("user_version", database)
    if found > SQLiteFormat.version {
      throw StoreError.newerFormat(found: found, known: SQLiteFormat.version)
    }
    for migration in SQLiteFormat.migrations[found...] { try database.execute(sql: migration) }
    try database.execute(
      sql: """
        PRAGMA application_id = \(SQLiteFormat.application);
        PRAGMA user_version = \(SQLiteFormat.version);
        """)
    return .commit
  }
}

/// The format of a file, which is opened without writing to it; 0 if it is not there or empty. A
/// database of another program is refused.
func storedFormat(_ path: String, _ configuration: Configuration) throws -> Int {
  guard fileKind(path) == .file else { return 0 }
  var readOnly = configuration
  readOnly.readonly = true
  return try DatabaseQueue(path: plainPath(path), configuration: readOnly).read { database in
    let tables = try RawStatement(database, "SELECT count(*) FROM sqlite_schema")
    guard try tables.step(), tables.integer(at: 0) > 0 else { return 0 }
    guard try pragma("application_id", database) == Int(SQLiteFormat.application) else {
      throw StoreError.unavailable("\(path): a database of another program")
    }
    return try pragma("user_version", database)
  }
}

func pragma(_ name: String, _ database: Database) throws -> Int {
  let query = try RawStatement(database, "PRAGMA \(name)")
  return try query.step() ? Int(query.integer(at: 0)) : 0
}
