import GRDB
import Store

private let columns = """
  id, schema, version, row_count, digest, origin, file_digest, as_at, imported_by, imported_at
  """

/// The newest version of one registry, or of all, by name; each with the number of its row table.
func newestVersions(
  _ database: Database, named name: String?
) throws -> [(id: Int64, version: RegistryVersion)] {
  let query = try RawStatement(
    database,
    """
    SELECT \(columns) FROM registry_versions AS v
    WHERE version = (SELECT max(version) FROM registry_versions WHERE name = v.name)
    \(name == nil ? "" : "AND name = ?") ORDER BY name
    """)
  if let name { try query.bind(name, at: 1) }
  return try rows(of: query)
}

/// Every version of a registry, oldest first.
func allVersions(_ database: Database, of name: String) throws -> [RegistryVersion] {
  let query = try RawStatement(
    database, "SELECT \(columns) FROM registry_versions WHERE name = ? ORDER BY version")
  try query.bind(name, at: 1)
  return try rows(of: query).map(\.version)
}

private func rows(
  of query: RawStatement
) throws -> [(id: Int64, version: RegistryVersion)] {
  var found: [(id: Int64, version: RegistryVersion)] = []
  while try query.step() {
    guard let text = query.text(at: 1), let schema = RegistrySchema(encoded: text),
      let digest = query.text(at: 4), let origin = query.text(at: 5)
    else { throw StoreError.corrupt("registry_versions") }
    let version = RegistryVersion(
      schema: schema, version: Int(query.integer(at: 2)), rowCount: Int(query.integer(at: 3)),
      digest: digest,
      origin: ImportOrigin(
        name: origin, fileDigest: query.text(at: 6), asAtText: query.text(at: 7),
        importedBy: query.text(at: 8), importedAt: query.text(at: 9)))
    found.append((query.integer(at: 0), version))
  }
  return found
}

/// The number of the next row table.
func newId(_ database: Database) throws -> Int64 {
  let query = try RawStatement(database, "SELECT coalesce(max(id), 0) + 1 FROM registry_versions")
  return try query.step() ? query.integer(at: 0) : 1
}

/// Records a version whose rows are in the table of the given number.
func record(_ version: RegistryVersion, _ id: Int64, _ database: Database) throws {
  let insert = try RawStatement(
    database,
    """
    INSERT INTO registry_versions (name, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """)
  let origin = version.origin
  try insert.bind(version.schema.name, at: 1)
  try insert.bind(id, at: 2)
  try insert.bind(version.schema.encoded, at: 3)
  try insert.bind(Int64(version.version), at: 4)
  try insert.bind(Int64(version.rowCount), at: 5)
  try insert.bind(version.digest, at: 6)
  try insert.bind(origin.name, at: 7)
  let optional = [origin.fileDigest, origin.asAtText, origin.importedBy, origin.importedAt]
  for (index, text) in zip(CInt(8)..., optional) {
    if let text { try insert.bind(text, at: index) } else { try insert.bindNull(at: index) }
  }
  _ = try insert.step()
}
