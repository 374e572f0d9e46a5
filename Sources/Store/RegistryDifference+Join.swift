public import Engine

extension RegistryDifference {
  /// Compares imported rows with a registry's rows in a snapshot: one walk over both, which needs the
  /// memory of one batch.
  ///
  /// - Parameters:
  ///   - mode: a merge leaves the rows that were not imported; they count for nothing.
  ///   - limit: how many rows are told one by one.
  ///   - meter: is charged a step for each stored row.
  ///   - next: replaces the buffer by the next imported row in canonical form, in ascending order of
  ///     the keys' bytes; false at the end.
  public init(
    _ mode: RegistryImportMode, _ schema: RegistrySchema, against snapshot: any StoreSnapshot,
    limit: Int, meter: Meter, next: (inout [UInt8]) throws(StoreError) -> Bool
  ) throws(StoreError) {
    let stored = try snapshot.registry(schema.name)?.schema
    var join = DifferenceJoin(mode, new: schema, old: stored ?? schema, limit: limit)
    try join.advance(next)
    if let stored {
      let fields = Array(stored.fields.indices)
      try snapshot.scan(schema.name, fields: fields, batchSize: 4_096) {
        (batch: Table) throws(StoreError) in
        do throws(LimitExceeded) { try meter.spend(steps: batch.rowCount) } catch {
          throw .limit(error)
        }
        try join.take(batch, next)
        return true
      }
    }
    self = try join.finish(next)
  }
}

/// A walk over imported and stored rows, both by key.
private struct DifferenceJoin {
  private let mode: RegistryImportMode
  private let new: RegistrySchema
  private let old: RegistrySchema
  private let limit: Int
  /// For each field of the new schema the field of the old one with its name.
  private let partners: [Int?]
  private var result = RegistryDifference()
  private var counts: [Int]
  /// The first imported row that was not compared; nil after the last.
  private var row: CanonicalCells?

  init(
    _ mode: RegistryImportMode, new: RegistrySchema, old: RegistrySchema, limit: Int
  ) {
    self.mode = mode
    self.new = new
    self.old = old
    self.limit = limit
    partners = new.fields.map { field in old.fields.firstIndex { $0.name == field.name } }
    counts = Array(repeating: 0, count: new.fields.count)
    let kept = Set(partners.compactMap(\.self))
    result.addedFields = zip(new.fields, partners).filter { $0.1 == nil }.map(\.0.name)
    result.removedFields = old.fields.indices.filter { !kept.contains($0) }.map {
      old.fields[$0].name
    }
  }

  /// Moves on to the next imported row.
  mutating func advance(_ next: (inout [UInt8]) throws(StoreError) -> Bool) throws(StoreError) {
    var bytes = row?.bytes ?? []
    row = nil
    guard try next(&bytes) else { return }
    row = try CanonicalCells(bytes, new)
  }

  /// Compares stored rows.
  mutating func take(
    _ batch: Table, _ next: (inout [UInt8]) throws(StoreError) -> Bool
  ) throws(StoreError) {
    var buffer = RowBuffer(old)
    for place in buffer.encode(batch) {
      let stored = try CanonicalCells(Array(buffer.bytes[place.range]), old)
      while let row, row.key.lexicographicallyPrecedes(stored.key) {
        add(row)
        try advance(next)
      }
      if let row, row.key.elementsEqual(stored.key) {
        compare(row, stored)
        try advance(next)
      } else if mode == .replace {
        result.removed += 1
        tell(stored.key, .removed)
      }
    }
  }

  mutating func finish(
    _ next: (inout [UInt8]) throws(StoreError) -> Bool
  ) throws(StoreError) -> RegistryDifference {
    while let row {
      add(row)
      try advance(next)
    }
    for (field, count) in zip(new.fields, counts) where count > 0 {
      result.changedFields.append(ChangedField(name: field.name, rowCount: count))
    }
    return result
  }

  private mutating func add(_ row: CanonicalCells) {
    result.added += 1
    tell(row.key, .added)
  }

  private mutating func compare(_ row: CanonicalCells, _ stored: CanonicalCells) {
    if new == old, row.bytes == stored.bytes {
      result.unchanged += 1
      return
    }
    let isTold = result.first.count < limit
    var values: [ChangedValue] = []
    var differs = false
    for (position, partner) in partners.enumerated() {
      guard let partner else { continue }
      let (field, before) = (new.fields[position], old.fields[partner])
      if field.kind == before.kind {
        if row.hasSameValue(position, as: stored, partner) { continue }
      } else if row.text(position, field.kind) == stored.text(partner, before.kind) {
        continue
      }
      differs = true
      counts[position] += 1
      if isTold {
        values.append(
          ChangedValue(
            field: field.name, old: stored.text(partner, before.kind),
            new: row.text(position, field.kind)))
      }
    }
    if differs {
      result.changed += 1
      tell(row.key, .changed(values))
    } else {
      result.unchanged += 1
    }
  }

  private mutating func tell(_ key: ArraySlice<UInt8>, _ change: ChangedRow.Change) {
    guard result.first.count < limit else { return }
    result.first.append(ChangedRow(key: String(decoding: key, as: UTF8.self), change: change))
  }
}
