import GRDB
import Store

/// Makes imported rows a registry's newest version, inside a transaction of the caller.
struct VersionWriter {
  private let schema: RegistrySchema
  private let mode: RegistryImportMode
  private let database: Database

  init(_ schema: RegistrySchema, _ mode: RegistryImportMode, _ database: Database) {
    self.schema = schema
    self.mode = mode
    self.database = database
  }

  func write(_ rows: consuming SortedRows, _ origin: ImportOrigin) throws -> RegistryVersion {
    let before = try newestVersions(database, named: schema.name).first
    let id = try newId(database)
    let table = SQLiteFormat.rowTable(id)
    let contents: RowContents
    if mode == .merge, let before {
      guard before.version.schema == schema else {
        throw StoreError.schemaMismatch(stored: before.version.schema, given: schema)
      }
      let old = SQLiteFormat.rowTable(before.id)
      try insert(&rows, into: old, conflict: onConflict) { _ in }
      try database.execute(sql: "ALTER TABLE \(old) RENAME TO \(table)")
      contents = try RowContents(of: table, schema, database)
    } else {
      try database.execute(sql: SQLiteFormat.createRowTable(id, schema))
      var digest = try ContentDigest(schema)
      var rowCount = 0
      try insert(&rows, into: table) { row in
        try digest.update(row)
        rowCount += 1
      }
      contents = RowContents(rowCount: rowCount, digest: try digest.finish())
      if let before {
        try database.execute(sql: "DROP TABLE \(SQLiteFormat.rowTable(before.id))")
      }
    }
    let version = RegistryVersion(
      schema: schema, version: (before?.version.version ?? 0) + 1, rowCount: contents.rowCount,
      digest: contents.digest, origin: origin)
    try record(version, id, database)
    return version
  }

  private func insert(
    _ rows: inout SortedRows, into table: String, conflict: String = "",
    _ body: (Span<UInt8>) throws -> Void
  ) throws {
    let values = Array(repeating: "?", count: schema.fields.count).joined(separator: ", ")
    let insert = try RawStatement(
      database, "INSERT INTO \(table) VALUES (\(values)) \(conflict)")
    var row: [UInt8] = []
    while try rows.next(&row) {
      try body(row.span)
      guard try insert.run(canonicalRow: row.span, fields: schema.fields.count) else {
        throw StoreError.corrupt("a row that was put aside")
      }
    }
  }

  /// Rows that are there already, value for value, are not written again.
  private var onConflict: String {
    let others = schema.fields.indices.filter { $0 != schema.key }.map { "c\($0)" }
    guard !others.isEmpty else { return "ON CONFLICT DO NOTHING" }
    let assignments = others.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    let differs = others.map { "\($0) IS NOT excluded.\($0)" }
    return """
      ON CONFLICT (c\(schema.key)) DO UPDATE SET \(assignments) \
      WHERE \(SQLText.joined(differs, by: "OR"))
      """
  }
}

/// How many rows a table has, and their digest.
struct RowContents {
  let rowCount: Int
  let digest: String
}

extension RowContents {
  init(of table: String, _ schema: RegistrySchema, _ database: Database) throws {
    let columns = schema.fields.indices.map { "c\($0)" }.joined(separator: ", ")
    let query = try RawStatement(
      database, "SELECT \(columns) FROM \(table) ORDER BY c\(schema.key)")
    var digest = try ContentDigest(schema)
    var rowCount = 0
    var row: [UInt8] = []
    while try query.step() {
      row.removeAll(keepingCapacity: true)
      for index in schema.fields.indices where !query.appendCell(CInt(index), to: &row) {
        throw StoreError.corrupt("\(schema.name).\(schema.fields[index].name)")
      }
      try digest.update(row.span)
      rowCount += 1
    }
    self.init(rowCount: rowCount, digest: try digest.finish())
  }
}
