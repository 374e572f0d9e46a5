import Engine

/// A registry being written to a `MemoryStore`.
final class MemoryImport: RegistryImport {
  typealias Publish = (RegistrySchema, Table, _ digest: String, ImportOrigin) -> RegistryVersion

  private let schema: RegistrySchema
  private let publish: Publish
  private var rows: RowBuffer
  private var keys = KeyIndex()
  private var isOpen = true

  init(_ schema: RegistrySchema, publish: @escaping Publish) {
    self.schema = schema
    self.publish = publish
    rows = RowBuffer(schema)
  }

  func append(_ batch: Table) throws(StoreError) -> [Int] {
    guard isOpen else { throw .invalidRows("the import has ended") }
    try schema.check(batch)
    var duplicates: [Int] = []
    for (position, row) in rows.encode(batch).enumerated() {
      let number = Int32(truncatingIfNeeded: rows.rows.count)
      let before = keys.insert(row.key, in: rows.bytes, row: number) { other in
        rows.hasSameKey(at: Int(other), as: row.key)
      }
      if before == nil { rows.add(row) } else { duplicates.append(position) }
    }
    return duplicates
  }

  func commit(_ origin: ImportOrigin) throws(StoreError) -> RegistryVersion {
    guard isOpen else { throw .invalidRows("the import has ended") }
    rows.sort()
    let rows = self.rows
    var digest = try ContentDigest(schema)
    var table = TableBuilder(schema.fields.map(\.kind))
    for row in rows.rows {
      let bytes = rows.bytes.span.extracting(row.range)
      try digest.update(bytes)
      guard table.append(canonicalRow: bytes) else { throw .corrupt("a row in memory") }
    }
    let finished = table.finish()
    let version = publish(schema, finished, try digest.finish(), origin)
    end()
    return version
  }

  func cancel() { end() }

  private func end() {
    isOpen = false
    rows = RowBuffer(schema)
    keys = KeyIndex()
  }
}
