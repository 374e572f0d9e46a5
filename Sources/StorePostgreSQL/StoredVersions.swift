import Store

/// A version of a registry, and the number of the table with its rows.
struct StoredVersion: Sendable {
  let id: Int64
  let version: RegistryVersion
}

extension PostgreSQLFormat {
  private var versionColumns: String {
    """
    id, schema, version, row_count, digest, origin, file_digest, as_at, imported_by, imported_at
    """
  }

  /// The newest version of each registry, by name.
  func newestVersions(_ session: Session) throws -> [StoredVersion] {
    try stored(
      session.query(
        """
        SELECT DISTINCT ON (name) \(versionColumns) FROM \(schema).registry_versions
        ORDER BY name, version DESC
        """))
  }

  /// Every version of a registry, oldest first.
  func versions(_ session: Session, of registry: String) throws -> [StoredVersion] {
    try stored(
      session.query(
        """
        SELECT \(versionColumns) FROM \(schema).registry_versions WHERE name = $1 ORDER BY version
        """, [.text(registry)]))
  }

  /// The newest version of one registry.
  func newestVersion(_ session: Session, of registry: String) throws -> StoredVersion? {
    try stored(
      session.query(
        """
        SELECT \(versionColumns) FROM \(schema).registry_versions WHERE name = $1
        ORDER BY version DESC LIMIT 1
        """, [.text(registry)])
    ).first
  }

  private func stored(_ answer: ServerResult) throws(StoreError) -> [StoredVersion] {
    var found: [StoredVersion] = []
    for row in 0..<answer.rowCount {
      guard let id = answer.integer(row, 0),
        let registry = answer.text(row, 1).flatMap(RegistrySchema.init(encoded:)),
        let version = answer.integer(row, 2), let count = answer.integer(row, 3),
        let digest = answer.text(row, 4), let origin = answer.text(row, 5)
      else { throw .corrupt("\(schema).registry_versions") }
      found.append(
        StoredVersion(
          id: id,
          version: RegistryVersion(
            schema: registry, version: Int(version), rowCount: Int(count), digest: digest,
            origin: ImportOrigin(
              name: origin, fileDigest: answer.text(row, 6), asAtText: answer.text(row, 7),
              importedBy: answer.text(row, 8), importedAt: answer.text(row, 9)))))
    }
    return found
  }

  /// Records a version under the number of the table with its rows.
  func record(_ version: RegistryVersion, _ id: Int64, _ session: Session) throws(SessionFailure) {
    let origin = version.origin
    try session.query(
      """
      INSERT INTO \(schema).registry_versions (name, \(versionColumns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      [
        .text(version.schema.name), .integer(id), .text(version.schema.encoded),
        .integer(version.version), .integer(version.rowCount), .text(version.digest),
        .text(origin.name), .text(origin.fileDigest), .text(origin.asAtText),
        .text(origin.importedBy), .text(origin.importedAt),
      ])
  }
}
