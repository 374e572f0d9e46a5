public import Engine
public import Quantities

/// Keeps registries and append-only streams of events. Everything that runs above it sees the same
/// rows in the same order whatever the engine is.
public protocol Store: Sendable {
  /// A consistent view that later writes do not change.
  func snapshot() throws(StoreError) -> any StoreSnapshot

  /// Starts replacing (or creating) a registry. Nothing is visible before `commit`.
  func beginImport(_ schema: RegistrySchema) throws(StoreError) -> any RegistryImport

  /// Appends an event if the stream has exactly `expectedVersion` events, else `.versionConflict`.
  /// The event is durable when the call returns.
  func append(
    _ payload: [UInt8], kind: String, to stream: String, expectedVersion: Int
  ) throws(StoreError) -> StoredEvent
}

/// A consistent view of a store.
public protocol StoreSnapshot: Sendable {
  /// Newest version of every registry, by name.
  func registries() throws(StoreError) -> [RegistryVersion]

  /// Newest version of a registry; nil if it was never imported.
  func registry(_ name: String) throws(StoreError) -> RegistryVersion?

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

/// A registry being written, in one transaction.
public protocol RegistryImport: AnyObject {
  /// Adds rows with a column for each field of the schema. Rows whose key is already there are left
  /// out; their positions in the batch are returned, ascending.
  func append(_ rows: Table) throws(StoreError) -> [Int]

  /// Makes the rows the registry's newest version.
  func commit(_ origin: ImportOrigin) throws(StoreError) -> RegistryVersion

  /// Gives up; the store is as it was before `beginImport`.
  func cancel()
}

/// Where rows came from.
public struct ImportOrigin: Hashable, Sendable {
  /// The file's name without folders, or what the embedding program calls its data.
  public let name: String
  /// SHA-256 of the file's bytes in lowercase hex, where there was a file.
  public let fileDigest: String?
  /// The day that the rows show, where it was stated.
  public let asAt: CivilDate?

  /// A name, and the digest of the file if there was one.
  public init(name: String, fileDigest: String?, asAt: CivilDate? = nil) {
    self.name = name
    self.fileDigest = fileDigest
    self.asAt = asAt
  }
}

extension ImportOrigin {
  /// The day as `yyyy-mm-dd`, for stores that keep texts.
  package var asAtText: String? { asAt?.description }

  /// With the day as a store keeps it; a text that is no day is none.
  package init(name: String, fileDigest: String?, asAtText: String?) {
    self.init(name: name, fileDigest: fileDigest, asAt: asAtText.flatMap { CivilDate($0) })
  }
}

/// A committed state of a registry.
public struct RegistryVersion: Hashable, Sendable {
  /// The shape that the rows have; later imports may have another.
  public let schema: RegistrySchema
  /// 1 for the first import, then counting.
  public let version: Int
  /// How many rows the registry has.
  public let rowCount: Int
  /// SHA-256 of the rows in canonical form (see `ContentDigest`), lowercase hex.
  public let digest: String
  /// Where the rows came from.
  public let origin: ImportOrigin

  /// For stores, which answer with it.
  public init(
    schema: RegistrySchema, version: Int, rowCount: Int, digest: String, origin: ImportOrigin
  ) {
    self.schema = schema
    self.version = version
    self.rowCount = rowCount
    self.digest = digest
    self.origin = origin
  }
}

/// An event as stored.
public struct StoredEvent: Hashable, Sendable {
  /// The stream that the event belongs to.
  public let stream: String
  /// 1 for the first event of the stream, then counting.
  public let version: Int
  /// What the event records; the store gives it no meaning.
  public let kind: String
  /// The event's content; the store gives it no meaning.
  public let payload: [UInt8]

  /// For stores, which answer with it.
  public init(stream: String, version: Int, kind: String, payload: [UInt8]) {
    self.stream = stream
    self.version = version
    self.kind = kind
    self.payload = payload
  }
}
