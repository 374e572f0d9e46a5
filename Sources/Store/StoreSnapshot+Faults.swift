public import Engine

extension StoreSnapshot {
  /// What every store can check of itself by reading: that all rows can be read, in the order of
  /// their keys, as many as were recorded and with the recorded digest, and that versions and events
  /// count from 1 without gaps.
  ///
  /// - Parameter meter: is charged a step for each row, and asked whether to go on.
  public func faults(_ meter: Meter) throws(StoreError) -> [StoreFault] {
    var faults: [StoreFault] = []
    for version in try registries() {
      let name = version.schema.name
      do throws(StoreError) {
        try faults += rowFaults(version, meter)
      } catch .corrupt(let reason) {
        faults.append(.unreadable(registry: name, reason: reason))
      } catch .invalidRows(let reason) {
        faults.append(.unreadable(registry: name, reason: reason))
      }
      let versions = try self.versions(of: name).map(\.version)
      if let gap = firstGap(versions) {
        faults.append(.versionMissing(registry: name, version: gap))
      } else if versions.last != version.version {
        faults.append(.versionMissing(registry: name, version: version.version))
      }
    }
    for stream in try streams(startingWith: "") {
      if let gap = firstGap(try events(in: stream).map(\.version)) {
        faults.append(.eventMissing(stream: stream, version: gap))
      }
    }
    return faults
  }

  private func rowFaults(
    _ version: RegistryVersion, _ meter: Meter
  ) throws(StoreError) -> [StoreFault] {
    let schema = version.schema
    var faults: [StoreFault] = []
    var digest = try ContentDigest(schema)
    var count = 0
    var last: [UInt8]?
    var isOrdered = true
    let fields = Array(schema.fields.indices)
    try scan(schema.name, fields: fields, batchSize: 4_096) { (batch: Table) throws(StoreError) in
      do throws(LimitExceeded) { try meter.spend(steps: batch.rowCount) } catch {
        throw .limit(error)
      }
      try schema.check(batch)
      var buffer = RowBuffer(schema)
      for row in buffer.encode(batch) {
        let key = buffer.bytes[row.key]
        if isOrdered, let before = last, !before.lexicographicallyPrecedes(key) {
          isOrdered = false
          faults.append(
            .keyOrder(registry: schema.name, key: String(decoding: key, as: UTF8.self)))
        }
        last = Array(key)
      }
      count += batch.rowCount
      try digest.update(buffer.bytes.span)
      return true
    }
    if count != version.rowCount {
      faults.append(
        .rowCount(registry: schema.name, recorded: version.rowCount, found: count))
    }
    let found = try digest.finish()
    if found != version.digest {
      faults.append(.digest(registry: schema.name, recorded: version.digest, found: found))
    }
    return faults
  }
}

extension StoreSnapshot {
  /// The numbers of `Store.status` that every store can count of itself.
  package func counted(
    engine: String, format: StoreFormat? = nil, byteCount: Int? = nil
  ) throws(StoreError) -> StoreStatus {
    let registries = try self.registries()
    let streams = try self.streams(startingWith: "")
    var events = 0
    for stream in streams { events += try self.events(in: stream).count }
    return StoreStatus(
      engine: engine, format: format, byteCount: byteCount, registryCount: registries.count,
      rowCount: registries.reduce(0) { $0 + $1.rowCount }, streamCount: streams.count,
      eventCount: events)
  }
}

/// The first number that is not there; nil if they are 1, 2, 3 and so on.
private func firstGap(_ numbers: [Int]) -> Int? {
  for (index, number) in numbers.enumerated() where number != index + 1 { return index + 1 }
  return nil
}
