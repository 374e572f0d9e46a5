public import Engine
import Synchronization

/// A store whose imports are made in a stated manner: merged, by somebody, compared with what was
/// there, or only tried. Everything else goes to the store that is behind it, so whatever imports into
/// a store need not know of any of this.
public final class ImportingStore: Store {
  /// How imports are made.
  public struct Manner: Sendable {
    /// What becomes of the rows that are there.
    public var mode = RegistryImportMode.replace
    /// Who imports.
    public var importedBy: String?
    /// When, as `ImportOrigin.importedAt` wants it.
    public var importedAt: String?
    /// Nothing is stored; the version that a commit gives is the one that would be made, without a
    /// digest.
    public var isDryRun = false
    /// How many rows that differ are told one by one; nil where the rows are not to be compared,
    /// which takes a walk over those that are stored.
    public var differenceLimit: Int?

    /// A replacement by nobody in particular, which is not compared.
    public init() {}
  }

  private let store: any Store
  private let manner: Manner
  private let meter: Meter
  private let told = Mutex<RegistryDifference?>(nil)

  /// - Parameter meter: is charged for the comparison.
  public init(_ store: any Store, _ manner: Manner, meter: Meter = Meter()) {
    self.store = store
    self.manner = manner
    self.meter = meter
  }

  /// What the last import changed, or would have, if that was asked for.
  public var difference: RegistryDifference? { told.withLock { $0 } }

  public func snapshot() throws(StoreError) -> any StoreSnapshot { try store.snapshot() }

  /// - Parameter mode: a merge if either this or the manner says so.
  public func beginImport(
    _ schema: RegistrySchema, _ mode: RegistryImportMode
  ) throws(StoreError) -> any RegistryImport {
    var manner = manner
    if mode == .merge { manner.mode = .merge }
    let target = try store.beginImport(schema, manner.mode)
    let isMergeUnknown = self.manner.mode == .merge && mode != .merge
    return MannerlyImport(target, schema, store, manner, isMergeUnknown, meter) { difference in
      self.told.withLock { $0 = difference }
    }
  }

  public func append(
    _ payload: [UInt8], kind: String, to stream: String, expectedVersion: Int
  ) throws(StoreError) -> StoredEvent {
    try store.append(payload, kind: kind, to: stream, expectedVersion: expectedVersion)
  }

  public func status() throws(StoreError) -> StoreStatus { try store.status() }

  public func verify(_ meter: Meter) throws(StoreError) -> [StoreFault] {
    try store.verify(meter)
  }
}

/// An import of an `ImportingStore`.
private final class MannerlyImport: RegistryImport {
  private let target: any RegistryImport
  private let schema: RegistrySchema
  private let store: any Store
  private let manner: ImportingStore.Manner
  /// Whether who imports takes a merge for a replacement.
  private let isMergeUnknown: Bool
  private let meter: Meter
  private let tell: (RegistryDifference) -> Void

  init(
    _ target: any RegistryImport, _ schema: RegistrySchema, _ store: any Store,
    _ manner: ImportingStore.Manner, _ isMergeUnknown: Bool, _ meter: Meter,
    tell: @escaping (RegistryDifference) -> Void
  ) {
    self.target = target
    self.schema = schema
    self.store = store
    self.manner = manner
    self.isMergeUnknown = isMergeUnknown
    self.meter = meter
    self.tell = tell
  }

  func append(_ rows: Table) throws(StoreError) -> [Int] { try target.append(rows) }

  func difference(limit: Int, meter: Meter) throws(StoreError) -> RegistryDifference {
    try target.difference(limit: limit, meter: meter)
  }

  func commit(_ origin: ImportOrigin) throws(StoreError) -> RegistryVersion {
    let before =
      manner.isDryRun || isMergeUnknown ? try store.snapshot().registry(schema.name) : nil
    // After a merge no single file has all rows: whoever derives a draw from the rows must not want it.
    let isPart = isMergeUnknown && before != nil
    let origin = ImportOrigin(
      name: origin.name, fileDigest: isPart ? nil : origin.fileDigest, asAt: origin.asAt,
      importedBy: origin.importedBy ?? manner.importedBy,
      importedAt: origin.importedAt ?? manner.importedAt)
    if !manner.isDryRun, manner.differenceLimit == nil { return try target.commit(origin) }
    let difference = try target.difference(limit: manner.differenceLimit ?? 0, meter: meter)
    if manner.differenceLimit != nil { tell(difference) }
    if !manner.isDryRun { return try target.commit(origin) }
    target.cancel()
    let imported = difference.added + difference.changed + difference.unchanged
    let rowCount =
      manner.mode == .merge ? (before?.rowCount ?? 0) + difference.added : imported
    return RegistryVersion(
      schema: schema, version: (before?.version ?? 0) + 1, rowCount: rowCount, digest: "",
      origin: origin)
  }

  func cancel() { target.cancel() }
}
