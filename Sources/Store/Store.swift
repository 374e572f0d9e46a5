public import Engine

/// Keeps registries and append-only streams of events. Everything that runs above it sees the same
/// rows in the same order whatever the engine is.
public protocol Store: Sendable {
  /// A consistent view that later writes do not change.
  func snapshot() throws(StoreError) -> any StoreSnapshot

  /// Starts a new version of a registry. Nothing is visible before `commit`.
  ///
  /// - Throws: `.schemaMismatch` for a merge into a registry whose rows have another shape.
  func beginImport(
    _ schema: RegistrySchema, _ mode: RegistryImportMode
  ) throws(StoreError) -> any RegistryImport

  /// Appends an event if the stream has exactly `expectedVersion` events, else `.versionConflict`.
  /// The event is durable when the call returns.
  func append(
    _ payload: [UInt8], kind: String, to stream: String, expectedVersion: Int
  ) throws(StoreError) -> StoredEvent

  /// What is stored, in numbers.
  func status() throws(StoreError) -> StoreStatus

  /// Checks everything that is stored: the engine's own check of its files, and what
  /// `StoreSnapshot.faults` looks at.
  ///
  /// - Parameter meter: is charged a step for each row, and asked whether to go on.
  /// - Returns: what is wrong; nothing for a sound store.
  func verify(_ meter: Meter) throws(StoreError) -> [StoreFault]
}

extension Store {
  /// Starts replacing (or creating) a registry. Nothing is visible before `commit`.
  public func beginImport(_ schema: RegistrySchema) throws(StoreError) -> any RegistryImport {
    try beginImport(schema, .replace)
  }
}

/// A consistent view of a store.
public protocol StoreSnapshot: Sendable {
  /// Newest version of every registry, by name.
  func registries() throws(StoreError) -> [RegistryVersion]

  /// Newest version of a registry; nil if it was never imported.
  func registry(_ name: String) throws(StoreError) -> RegistryVersion?

  /// Every version of a registry that was ever committed, oldest first; rows are kept only of the
  /// newest. Empty if it was never imported.
  func versions(of registry: String) throws(StoreError) -> [RegistryVersion]

  /// Hands over the rows in ascending order of their keys (by UTF-8 bytes), in batches of at most
  /// `batchSize`, with one column for each of `fields` (indices into the schema), in that order.
  /// The body returns false to stop.
  func scan(
    _ registry: String, fields: [Int], batchSize: Int, _ body: (Table) throws(StoreError) -> Bool
  ) throws(StoreError)

  /// Events of a stream, oldest first; empty for a stream that was never written.
  func events(in stream: String) throws(StoreError) -> [StoredEvent]

  /// The streams that have events and whose names begin with a text, in ascending order of their
  /// UTF-8 bytes.
  func streams(startingWith prefix: String) throws(StoreError) -> [String]
}
