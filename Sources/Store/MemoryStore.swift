public import Engine

/// A store in memory: for tests, embedding programs and runs whose data is not to be kept.
///
/// Safe to share between threads. A snapshot shares everything with the store and costs nothing.
public final class MemoryStore: Store {
  private let contents = SharedContents()

  /// A store that holds nothing.
  public init() {}

  public func snapshot() throws(StoreError) -> any StoreSnapshot {
    MemorySnapshot(contents: contents.withLock { $0 })
  }

  public func beginImport(
    _ schema: RegistrySchema, _ mode: RegistryImportMode
  ) throws(StoreError) -> any RegistryImport {
    try schema.checkNames()
    if mode == .merge { try contents.withLock { $0 }.checkMerge(schema) }
    return MemoryImport(schema, mode, contents)
  }

  public func append(
    _ payload: [UInt8], kind: String, to stream: String, expectedVersion: Int
  ) throws(StoreError) -> StoredEvent {
    let event = StoredEvent(
      stream: stream, version: expectedVersion &+ 1, kind: kind, payload: payload)
    try event.check()
    let appended = contents.withLock { contents -> Result<StoredEvent, StoreError> in
      let found = contents.events(in: stream).count
      guard found == expectedVersion else {
        return .failure(
          .versionConflict(stream: stream, expected: expectedVersion, found: found))
      }
      contents.streams[MemoryContents.Name(stream.utf8), default: []].append(event)
      return .success(event)
    }
    return try appended.get()
  }

  public func status() throws(StoreError) -> StoreStatus {
    try snapshot().counted(engine: "memory")
  }

  public func verify(_ meter: Meter) throws(StoreError) -> [StoreFault] {
    try snapshot().faults(meter)
  }
}
