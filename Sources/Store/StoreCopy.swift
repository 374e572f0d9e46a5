public import Engine

/// What a copy of one store into another did.
public struct StoreCopyReport: Hashable, Sendable {
  /// Registries whose rows were copied.
  public internal(set) var registries = 0
  /// Their rows.
  public internal(set) var rows = 0
  /// Events that were appended.
  public internal(set) var events = 0
  /// Registries and streams that the target had already.
  public internal(set) var present = 0

  /// Nothing so far.
  public init() {}
}

/// Why a store was not copied, or not to its end.
public enum StoreCopyFailure: Error, Hashable, Sendable {
  /// The store that is read failed.
  case source(StoreError)
  /// The store that is written failed.
  case target(StoreError)
  /// The target has another registry of this name; nothing was copied.
  case registryDiffers(String)
  /// The target has other events in this stream; nothing was copied.
  case streamDiffers(String)
  /// The meter said stop; what was copied so far is there, and the same copy goes on from it.
  case limit(LimitExceeded)
}

extension Store {
  /// Copies the newest version of every registry, with who imported it, and all events. Registries
  /// begin to count their versions at 1; the record of older versions stays behind.
  ///
  /// What the target has already is left as it is, so a copy that was stopped can be started again.
  /// Nothing is copied into a target that has something else under the same name.
  ///
  /// - Parameters:
  ///   - meter: is charged a step for each row and event, and asked whether to go on.
  ///   - progress: is told how many rows were copied.
  public func copy(
    _ source: any StoreSnapshot, meter: Meter = Meter(), progress: (Int) -> Void = { _ in }
  ) throws(StoreCopyFailure) -> StoreCopyReport {
    var report = StoreCopyReport()
    let registries: [RegistryVersion]
    let streams: [String]
    do throws(StoreError) {
      registries = try source.registries()
      streams = try source.streams(startingWith: "")
    } catch { throw .source(error) }

    let before = try writing { () throws(StoreError) in try snapshot() }
    var missing: [RegistryVersion] = []
    for version in registries {
      let name = version.schema.name
      guard let found = try writing({ () throws(StoreError) in try before.registry(name) }) else {
        missing.append(version)
        continue
      }
      guard found.digest == version.digest else { throw .registryDiffers(name) }
      report.present += 1
    }
    var rest: [(stream: String, count: Int)] = []
    for stream in streams {
      let found = try writing { () throws(StoreError) in try before.events(in: stream) }
      let all = try reading { () throws(StoreError) in try source.events(in: stream) }
      guard found.count <= all.count, Array(all.prefix(found.count)) == found else {
        throw .streamDiffers(stream)
      }
      if found.count == all.count {
        report.present += 1
      } else {
        rest.append((stream, found.count))
      }
    }

    for version in missing {
      try copy(version, from: source, &report, meter, progress)
    }
    // After the registries, so that no draw is there without its rows.
    for (stream, count) in rest {
      let events = try reading { () throws(StoreError) in try source.events(in: stream) }
      for event in events.dropFirst(count) {
        do throws(LimitExceeded) { try meter.spend(steps: 1) } catch { throw .limit(error) }
        _ = try writing { () throws(StoreError) in
          try append(
            event.payload, kind: event.kind, to: stream, expectedVersion: event.version - 1)
        }
        report.events += 1
      }
    }
    return report
  }

  private func copy(
    _ version: RegistryVersion, from source: any StoreSnapshot, _ report: inout StoreCopyReport,
    _ meter: Meter, _ progress: (Int) -> Void
  ) throws(StoreCopyFailure) {
    let schema = version.schema
    let target = try writing { () throws(StoreError) in try beginImport(schema) }
    var failure: StoreCopyFailure?
    var rows = report.rows
    do throws(StoreError) {
      let fields = Array(schema.fields.indices)
      try source.scan(schema.name, fields: fields, batchSize: 8_192) {
        (batch: Table) throws(StoreError) in
        do throws(LimitExceeded) {
          try meter.spend(steps: batch.rowCount)
        } catch { failure = .limit(error) }
        if failure == nil {
          do throws(StoreError) { _ = try target.append(batch) } catch { failure = .target(error) }
        }
        rows += batch.rowCount
        if failure == nil { progress(rows) }
        return failure == nil
      }
    } catch { failure = .source(error) }
    if let failure {
      target.cancel()
      throw failure
    }
    let copied = try writing { () throws(StoreError) in try target.commit(version.origin) }
    guard copied.digest == version.digest else {
      throw .source(.corrupt("\(schema.name): the rows are not those of the recorded digest"))
    }
    report.registries += 1
    report.rows = rows
  }
}

private func reading<Result>(
  _ body: () throws(StoreError) -> Result
) throws(StoreCopyFailure) -> Result {
  do { return try body() } catch { throw .source(error) }
}

private func writing<Result>(
  _ body: () throws(StoreError) -> Result
) throws(StoreCopyFailure) -> Result {
  do { return try body() } catch { throw .target(error) }
}
