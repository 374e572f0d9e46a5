import Engine
import Synchronization

/// A store in memory: for tests, embedding programs and runs whose data is not to be kept.
///
/// Safe to share between threads. A snapshot shares everything with the store and costs nothing.
public final class MemoryStore: Store {
  private let contents: Mutex<MemoryContents>

  /// A store that holds nothing.
  public init() { contents = Mutex(MemoryContents()) }

  public func snapshot() throws(StoreError) -> any StoreSnapshot {
    MemorySnapshot(contents: contents.withLock { $0 })
  }

  public func beginImport(
    _ schema: RegistrySchema
  ) throws(StoreError) -> any RegistryImport {
    MemoryImport(schema) { schema, rows, digest, origin in
      self.contents.withLock { $0.replace(schema, rows: rows, digest: digest, origin: origin) }
    }
  }

  public func append(
    _ payload: [UInt8], kind: String, to stream: String, expectedVersion: Int
  ) throws(StoreError) -> StoredEvent {
    let appended = contents.withLock { contents -> Result<StoredEvent, StoreError> in
      let found = contents.streams[stream]?.count ?? 0
      guard found == expectedVersion else {
        return .failure(
          .versionConflict(stream: stream, expected: expectedVersion, found: found))
      }
      let event = StoredEvent(stream: stream, version: found + 1, kind: kind, payload: payload)
      contents.streams[stream, default: []].append(event)
      return .success(event)
    }
    return try appended.get()
  }
}

/// Everything in a store at one moment.
struct MemoryContents: Sendable {
  struct Registry: Sendable {
    let version: RegistryVersion
    /// In ascending order of the keys' bytes.
    let rows: Table
  }

  var registries: [String: Registry] = [:]
  var streams: [String: [StoredEvent]] = [:]

  mutating func replace(
    _ schema: RegistrySchema, rows: Table, digest: String, origin: ImportOrigin
  ) -> RegistryVersion {
    let version = RegistryVersion(
      schema: schema, version: (registries[schema.name]?.version.version ?? 0) + 1,
      rowCount: rows.rowCount, digest: digest, origin: origin)
    registries[schema.name] = Registry(version: version, rows: rows)
    return version
  }
}
