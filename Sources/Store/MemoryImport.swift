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
    for position in 0..<batch.rowCount {
      rows.append(batch, at: position)
      let added = rows.count - 1
      let key = rows.key(at: added)
      let before = keys.insert(key, in: rows.bytes, row: Int32(truncatingIfNeeded: added)) { row in
        rows.hasSameKey(at: Int(row), as: key)
      }
      if before != nil {
        rows.removeLast()
        duplicates.append(position)
      }
    }
    return duplicates
  }

  func commit(_ origin: ImportOrigin) throws(StoreError) -> RegistryVersion {
    guard isOpen else { throw .invalidRows("the import has ended") }
    rows.sort()
    let rows = self.rows
    var digest = try ContentDigest(schema)
    var table = TableBuilder(schema.fields.map(\.kind))
    for position in 0..<rows.count {
      let bytes = rows.bytes.span.extracting(rows.row(at: position))
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
