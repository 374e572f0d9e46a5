import Engine
import Store
import Synchronization

/// A store that keeps count of what is asked of its snapshots.
struct WatchedStore: Store {
  let base: any Store
  let watch = Watch()

  /// How often each registry was scanned whole, and how often its engine selected.
  final class Watch: Sendable {
    private let counts = Mutex((scans: [String: Int](), selections: [String: Int]()))

    func scanned(_ registry: String) { counts.withLock { $0.scans[registry, default: 0] += 1 } }
    func selected(_ registry: String) {
      counts.withLock { $0.selections[registry, default: 0] += 1 }
    }
    func scans(_ registry: String) -> Int { counts.withLock { $0.scans[registry] ?? 0 } }
    func selections(_ registry: String) -> Int { counts.withLock { $0.selections[registry] ?? 0 } }
    func reset() { counts.withLock { $0 = ([:], [:]) } }
  }

  func snapshot() throws(StoreError) -> any StoreSnapshot {
    let snapshot = try base.snapshot()
    guard let selecting = snapshot as? any SelectingSnapshot else { return snapshot }
    return WatchedSnapshot(base: selecting, watch: watch)
  }

  func beginImport(
    _ schema: RegistrySchema, _ mode: RegistryImportMode
  ) throws(StoreError) -> any RegistryImport { try base.beginImport(schema, mode) }

  func append(
    _ payload: [UInt8], kind: String, to stream: String, expectedVersion: Int
  ) throws(StoreError) -> StoredEvent {
    try base.append(payload, kind: kind, to: stream, expectedVersion: expectedVersion)
  }

  func status() throws(StoreError) -> StoreStatus { try base.status() }

  func verify(_ meter: Meter) throws(StoreError) -> [StoreFault] { try base.verify(meter) }
}

private struct WatchedSnapshot: SelectingSnapshot {
  let base: any SelectingSnapshot
  let watch: WatchedStore.Watch
  /// Small ones too, so that tests need no large registries.
  let worthwhileRowCount = 0

  func registries() throws(StoreError) -> [RegistryVersion] { try base.registries() }

  func registry(_ name: String) throws(StoreError) -> RegistryVersion? { try base.registry(name) }

  func versions(of registry: String) throws(StoreError) -> [RegistryVersion] {
    try base.versions(of: registry)
  }

  func scan(
    _ registry: String, fields: [Int], batchSize: Int, _ body: (Table) throws(StoreError) -> Bool
  ) throws(StoreError) {
    watch.scanned(registry)
    try base.scan(registry, fields: fields, batchSize: batchSize, body)
  }

  func events(in stream: String) throws(StoreError) -> [StoredEvent] {
    try base.events(in: stream)
  }

  func streams(startingWith prefix: String) throws(StoreError) -> [String] {
    try base.streams(startingWith: prefix)
  }

  func canTest(_ filter: RowFilter, in schema: RegistrySchema) -> Bool {
    base.canTest(filter, in: schema)
  }

  func scan(
    _ registry: String, fields: [Int], where filter: RowFilter, batchSize: Int, meter: Meter,
    _ body: (Table) throws(StoreError) -> Bool
  ) throws(StoreError) {
    if filter == .all { watch.scanned(registry) }
    try base.scan(
      registry, fields: fields, where: filter, batchSize: batchSize, meter: meter, body)
  }

  func counts(
    _ registry: String, where filter: RowFilter, by fields: [Int], meter: Meter
  ) throws(StoreError) -> GroupedCounts {
    try base.counts(registry, where: filter, by: fields, meter: meter)
  }

  func select(
    _ registry: String, where filter: RowFilter, fields: [Int], _ selection: TicketSelection,
    meter: Meter
  ) throws(StoreError) -> SelectedRows {
    watch.selected(registry)
    return try base.select(registry, where: filter, fields: fields, selection, meter: meter)
  }
}
