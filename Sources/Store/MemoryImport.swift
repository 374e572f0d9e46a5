import Engine

/// A registry being written to a `MemoryStore`.
final class MemoryImport: RegistryImport {
  private let schema: RegistrySchema
  private let mode: RegistryImportMode
  private let contents: SharedContents
  private var rows: RowBuffer
  private var keys = KeyIndex()
  private var isOpen = true

  init(_ schema: RegistrySchema, _ mode: RegistryImportMode, _ contents: SharedContents) {
    self.schema = schema
    self.mode = mode
    self.contents = contents
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

  func difference(limit: Int, meter: Meter) throws(StoreError) -> RegistryDifference {
    guard isOpen else { throw .invalidRows("the import has ended") }
    let snapshot = MemorySnapshot(contents: contents.withLock { $0 })
    var sorted = rows
    sorted.sort()
    var rest = sorted.rows[...]
    return try RegistryDifference(mode, schema, against: snapshot, limit: limit, meter: meter) {
      (row: inout [UInt8]) throws(StoreError) in
      guard let next = rest.popFirst() else { return false }
      row = Array(sorted.bytes[next.range])
      return true
    }
  }

  func commit(_ origin: ImportOrigin) throws(StoreError) -> RegistryVersion {
    guard isOpen else { throw .invalidRows("the import has ended") }
    try origin.check()
    rows.sort()
    let version = try contents.withLock { [rows, schema, mode] contents in
      Result { () throws(StoreError) in try contents.commit(rows, schema, mode, origin) }
    }.get()
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
