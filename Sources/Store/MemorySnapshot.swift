import Engine

/// A `MemoryStore` at one moment.
struct MemorySnapshot: LoadedSnapshot {
  let contents: MemoryContents

  func registries() throws(StoreError) -> [RegistryVersion] {
    contents.registries.values.compactMap(\.versions.last).sorted {
      $0.schema.name.utf8.lexicographicallyPrecedes($1.schema.name.utf8)
    }
  }

  func registry(_ name: String) throws(StoreError) -> RegistryVersion? {
    contents.version(of: name)
  }

  func versions(of registry: String) throws(StoreError) -> [RegistryVersion] {
    contents.registry(registry)?.versions ?? []
  }

  func scan(
    _ registry: String, fields: [Int], batchSize: Int,
    _ body: (Table) throws(StoreError) -> Bool
  ) throws(StoreError) {
    let rows = try rows(of: registry, fields: fields)
    guard batchSize > 0 else { throw .invalidRows("\(registry): batches of no rows") }
    if rows.rowCount <= batchSize {
      if rows.rowCount > 0 { _ = try body(rows) }
      return
    }
    var start = 0
    while start < rows.rowCount {
      let end = min(rows.rowCount, start.addingReportingOverflow(batchSize).partialValue)
      guard try body(rows.slice(start..<end)) else { return }
      start = end
    }
  }

  func rows(of registry: String, fields: [Int]) throws(StoreError) -> Table {
    guard let rows = contents.registry(registry)?.rows else { throw .noSuchRegistry(registry) }
    guard fields.allSatisfy(rows.columns.indices.contains) else {
      throw .invalidRows("\(registry): fields that do not exist")
    }
    return Table(rowCount: rows.rowCount, columns: fields.map { rows.columns[$0] })
  }

  func events(in stream: String) throws(StoreError) -> [StoredEvent] {
    contents.events(in: stream)
  }

  func streams(startingWith prefix: String) throws(StoreError) -> [String] {
    contents.streams.keys.filter { $0.starts(with: prefix.utf8) }
      .sorted { $0.lexicographicallyPrecedes($1) }
      .compactMap { contents.streams[$0]?.first?.stream }
  }
}
