/// What a store holds, in numbers.
public struct StoreStatus: Hashable, Sendable {
  /// The engine's name and version: `SQLite 3.46.1`.
  public let engine: String
  /// The format of what is stored; nil for an engine that keeps nothing.
  public let format: StoreFormat?
  /// Bytes on the disk, where the engine knows.
  public let byteCount: Int?
  /// Registries that have a version.
  public let registryCount: Int
  /// Rows of all registries together.
  public let rowCount: Int
  /// Streams that have events.
  public let streamCount: Int
  /// Events of all streams together.
  public let eventCount: Int

  /// For stores, which answer with it.
  public init(
    engine: String, format: StoreFormat?, byteCount: Int?, registryCount: Int, rowCount: Int,
    streamCount: Int, eventCount: Int
  ) {
    self.engine = engine
    self.format = format
    self.byteCount = byteCount
    self.registryCount = registryCount
    self.rowCount = rowCount
    self.streamCount = streamCount
    self.eventCount = eventCount
  }
}

/// The format of what is stored, beside the newest one that the program knows. Opening a store of
/// an older format brings it to the newest in one transaction; a newer one is refused.
public struct StoreFormat: Hashable, Sendable {
  /// 0 for a store that holds nothing yet, then counting.
  public let found: Int
  /// What a store has once it was opened.
  public let known: Int

  /// Two numbers of formats.
  public init(found: Int, known: Int) {
    self.found = found
    self.known = known
  }

  /// Whether opening the store would change it.
  public var isOlder: Bool { found < known }
}
