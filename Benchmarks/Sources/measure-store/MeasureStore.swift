// Imports a registry of 8 columns into a store, then answers every line of input with the seconds that
// a job took and what it came to: `scan` (all columns into batches, the rows counted), `select` (the draw
// of 64 strata by the store's engine, the drawn counted).
// Usage: measure-store sqlite:PATH|postgresql://… ROWS

import Foundation
import StorePostgreSQL
import StoreSQLite
import Yijian

@main
enum MeasureStore {
  static let districts = (0..<16).map { "街道\($0)" }
  static let tiers = ["A", "B", "C", "D"]
  /// How many of a hundred are drawn of each tier.
  static let shares = [1, 3, 10, 30]

  static let schema = RegistrySchema(
    name: "enterprises", key: 0,
    fields: [
      FieldSchema(name: "uscc", kind: .text, isOptional: false),
      FieldSchema(name: "name", kind: .text, isOptional: false),
      FieldSchema(name: "district", kind: .text, isOptional: false),
      FieldSchema(name: "tier", kind: .enumeration(members: tiers), isOptional: false),
      FieldSchema(name: "score", kind: .integer, isOptional: true),
      FieldSchema(name: "area", kind: .decimal, isOptional: true),
      FieldSchema(name: "registered", kind: .date, isOptional: false),
      FieldSchema(name: "inspected", kind: .date, isOptional: true),
    ])

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let rows = Int(arguments[2]) else { return }
    let store = try open(arguments[1])
    let importing = try seconds { try fill(store, rows) }
    say("imported in \(importing) s")
    while let job = readLine() {
      switch job {
      case "scan":
        var count = 0
        let time = try seconds {
          let fields = Array(schema.fields.indices)
          try store.snapshot().scan("enterprises", fields: fields, batchSize: 65_536) {
            (batch: Table) throws(StoreError) in
            count += batch.rowCount
            return true
          }
        }
        say("\(time) \(count)")
      case "select":
        var count = 0
        let time = try seconds { count = try draw(store, rows) }
        say("\(time) \(count)")
      default: return
      }
    }
  }

  static func open(_ url: String) throws -> any Store {
    let file = "sqlite:"
    return url.hasPrefix(file)
      ? try SQLiteStore(path: String(url.dropFirst(file.count)))
      : try PostgreSQLStore(address: url)
  }

  static func fill(_ store: any Store, _ rows: Int) throws {
    let target = try store.beginImport(schema)
    var start = 0
    while start < rows {
      var batch = TableBuilder(schema.fields.map(\.kind))
      for row in start..<min(rows, start + 65_536) {
        // In no order, as a file has them.
        let number = row &* 7_368_787 % rows
        _ = batch.append(utf8: "\(910_000_000_000_000_000 + number)".utf8.span, to: 0)
        _ = batch.append(utf8: "企业名称\(number)有限公司".utf8.span, to: 1)
        _ = batch.append(utf8: districts[number % 16].utf8.span, to: 2)
        _ = batch.append(Int64(number / 16 % 4), to: 3)
        if number % 7 == 0 {
          batch.appendMissing(to: 4)
        } else {
          _ = batch.append(Int64(number % 100), to: 4)
        }
        _ = batch.append(utf8: "\(number % 1_000).\(number % 9 + 1)".utf8.span, to: 5)
        _ = batch.append(Int64(15_000 + number % 5_000), to: 6)
        if number % 5 == 0 {
          batch.appendMissing(to: 7)
        } else {
          _ = batch.append(Int64(20_000 + number % 400), to: 7)
        }
        batch.endRow()
      }
      start += 65_536
      _ = try target.append(batch.finish())
    }
    _ = try target.commit(ImportOrigin(name: "benchmark", fileDigest: nil))
  }

  static func draw(_ store: any Store, _ rows: Int) throws -> Int {
    guard let snapshot = try store.snapshot() as? any SelectingSnapshot else { return 0 }
    let classes = districts.flatMap { district in
      tiers.indices.map { tier in
        TicketSelection.Class(
          tuples: [[.text(district), .integer(Int64(tier))]], count: rows / 64 * shares[tier] / 100)
      }
    }
    let selection = TicketSelection(root: Array(0..<32), by: [2, 3], classes: classes)
    return try snapshot.select(
      "enterprises", where: .all, fields: [0], selection, meter: Meter()
    ).rows.rowCount
  }

  /// At once: who asked waits for it.
  static func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    let time = start.duration(to: .now).components
    return Double(time.seconds) + Double(time.attoseconds) * 1e-18
  }
}
