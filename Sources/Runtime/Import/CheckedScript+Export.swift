public import Engine
public import Import
import Semantics
import Source
public import Store
import Syntax

/// Why a registry was not written into a file.
public enum ExportFailure: Error, Sendable {
  case run(RunFailure)
  case file(ReadFailure)
}

extension CheckedScript {
  /// Writes the rows of a registry's newest version in the order of their keys, under the names that
  /// an import looks for: importing the file gives the same rows again, except that a workbook has no
  /// empty texts.
  ///
  /// - Parameter meter: is charged a step for each row, and asked whether to go on.
  public func exportRegistry(
    _ name: String, to writer: inout any TableWriter, from store: any Store, meter: Meter = Meter()
  ) throws(ExportFailure) -> RegistryVersion {
    guard let declaration = program.registries.first(where: { $0.name.text == name }) else {
      throw .run(.mistakes([unknownRegistry(name, program.registries)]))
    }
    let snapshot = try asking { () throws(StoreError) in try store.snapshot() }
    guard let version = try asking({ () throws(StoreError) in try snapshot.registry(name) }) else {
      throw .run(.mistakes([Diagnostic(.registryNotImported, at: .nowhere, [.text(name)])]))
    }
    let fields = version.schema.fields
    let titles = fields.map { field in
      declaration.fields.first { $0.name.text == field.name }?.title ?? field.name
    }
    do { try writer.start(titles.map { .text($0) }) } catch { throw .file(error) }
    var failure: ExportFailure?
    try asking { () throws(StoreError) in
      try snapshot.scan(name, fields: Array(fields.indices), batchSize: 4_096) {
        (batch: Table) throws(StoreError) -> Bool in
        do throws(LimitExceeded) { try meter.spend(steps: batch.rowCount) } catch {
          failure = .run(.limit(limitReached(error)))
          return false
        }
        for row in 0..<batch.rowCount {
          let cells = zip(fields, batch.columns).map { $0.kind.cell($1, row) }
          do throws(ReadFailure) { try writer.add(cells) } catch {
            failure = .file(error)
            return false
          }
        }
        return true
      }
    }
    if let failure { throw failure }
    do { try writer.finish() } catch { throw .file(error) }
    return version
  }

  private func asking<Answer>(
    _ body: () throws(StoreError) -> Answer
  ) throws(ExportFailure) -> Answer {
    do { return try body() } catch { throw .run(RunFailure(error)) }
  }
}
