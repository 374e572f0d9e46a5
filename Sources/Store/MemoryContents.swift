import Engine
import Synchronization

/// Everything in a `MemoryStore` at one moment.
struct MemoryContents: Sendable {
  struct Registry: Sendable {
    /// Oldest first; never empty.
    var versions: [RegistryVersion]
    /// Of the newest version, in ascending order of the keys' bytes.
    var rows: Table
  }

  /// A name as a key: told from others by its bytes, as in stores that are no Swift dictionaries.
  typealias Name = [UInt8]

  var registries: [Name: Registry] = [:]
  /// None is empty.
  var streams: [Name: [StoredEvent]] = [:]

  func registry(_ name: String) -> Registry? { registries[Name(name.utf8)] }

  func version(of registry: String) -> RegistryVersion? { self.registry(registry)?.versions.last }

  func events(in stream: String) -> [StoredEvent] { streams[Name(stream.utf8)] ?? [] }

  /// Refuses a merge into rows of another shape.
  func checkMerge(_ schema: RegistrySchema) throws(StoreError) {
    guard let stored = version(of: schema.name)?.schema, stored != schema else { return }
    throw .schemaMismatch(stored: stored, given: schema)
  }

  /// Makes rows, which are sorted, a registry's newest version.
  mutating func commit(
    _ rows: RowBuffer, _ schema: RegistrySchema, _ mode: RegistryImportMode, _ origin: ImportOrigin
  ) throws(StoreError) -> RegistryVersion {
    if mode == .merge { try checkMerge(schema) }
    let before = registry(schema.name)
    let stored = mode == .merge ? before?.rows : nil
    let (table, digest) = try merged(rows, into: stored, schema)
    let versions = before?.versions ?? []
    let version = RegistryVersion(
      schema: schema, version: versions.count + 1, rowCount: table.rowCount, digest: digest,
      origin: origin)
    registries[Name(schema.name.utf8)] = Registry(versions: versions + [version], rows: table)
    return version
  }
}

/// What a store and its imports share.
final class SharedContents: Sendable {
  private let contents = Mutex(MemoryContents())

  func withLock<Result: Sendable>(_ body: (inout MemoryContents) -> Result) -> Result {
    contents.withLock { contents in body(&contents) }
  }
}

/// Imported rows, which are sorted, between stored ones, if any; where both have a key the imported
/// row stays. Gives the rows by key, and their digest.
private func merged(
  _ rows: RowBuffer, into stored: Table?, _ schema: RegistrySchema
) throws(StoreError) -> (Table, digest: String) {
  var table = TableBuilder(schema.fields.map(\.kind))
  var digest = try ContentDigest(schema)
  func take(_ row: RowBuffer.Row, _ buffer: RowBuffer) throws(StoreError) {
    let bytes = buffer.bytes.span.extracting(row.range)
    try digest.update(bytes)
    guard table.append(canonicalRow: bytes) else { throw .corrupt("a row in memory") }
  }
  var imported = rows.rows[...]
  if let stored {
    var buffer = RowBuffer(schema)
    for old in buffer.encode(stored) {
      let key = buffer.bytes[old.key]
      while let new = imported.first, rows.bytes[new.key].lexicographicallyPrecedes(key) {
        try take(new, rows)
        imported.removeFirst()
      }
      if let new = imported.first, rows.bytes[new.key].elementsEqual(key) { continue }
      try take(old, buffer)
    }
  }
  for new in imported { try take(new, rows) }
  return (table.finish(), try digest.finish())
}
