import Engine
import Foundation
import Store

/// Something that is written again and again. What the store must hold follows from how often it was
/// done, so that a store can be checked without knowing what its writers did.
struct Work {
  enum Kind: String, CaseIterable {
    /// Events appended to a stream.
    case append
    /// A registry replaced.
    case replace
    /// Rows merged into a registry.
    case merge
  }

  let kind: Kind
  let store: any Store

  init(_ kind: Kind, _ store: any Store) {
    self.kind = kind
    self.store = store
  }

  private var schema: RegistrySchema {
    RegistrySchema(
      name: kind.rawValue, key: 0,
      fields: [
        FieldSchema(name: "k", kind: .text, isOptional: false),
        FieldSchema(name: "n", kind: .integer, isOptional: false),
        FieldSchema(name: "t", kind: .text, isOptional: true),
      ])
  }

  /// How often it was done, as far as the store shows.
  func count() throws -> Int {
    let snapshot = try store.snapshot()
    return switch kind {
    case .append: try snapshot.events(in: "faults").count
    case .replace, .merge: try snapshot.registry(kind.rawValue)?.version ?? 0
    }
  }

  /// Does it again and again; each time is told once the store has taken it. Another writer of the
  /// same may come between.
  func run(rounds: Int) throws {
    var done = 0
    var before: Int?
    while done < rounds {
      do {
        let number = try perform(after: before ?? count())
        before = number
        done += 1
        // One write, so that a line is told whole or not at all.
        FileHandle.standardOutput.write(Data("\(number)\n".utf8))
      } catch StoreError.versionConflict { before = nil }
    }
  }

  private func perform(after before: Int) throws -> Int {
    switch kind {
    case .append:
      return try store.append(
        Work.payload(before + 1), kind: "faults", to: "faults", expectedVersion: before
      ).version
    case .replace, .merge:
      let next = before + 1
      let target = try store.beginImport(schema, kind == .merge ? .merge : .replace)
      var rows = written(in: next)[...]
      while !rows.isEmpty {
        _ = try target.append(table(rows.prefix(300)))
        rows = rows.dropFirst(300)
      }
      return try target.commit(ImportOrigin(name: "\(next)", fileDigest: nil)).version
    }
  }

  /// Mostly short, some of several pages.
  private static func payload(_ number: Int) -> [UInt8] {
    let count = number.isMultiple(of: 16) ? 20_000 : number * 7_919 % 1_000
    return Array(repeating: UInt8(truncatingIfNeeded: number), count: count)
  }

  /// The rows of one import, by their keys.
  private func written(in number: Int) -> [(key: Int, value: Int)] {
    let count = kind == .merge ? 100 : 200 + number * 37 % 1_500
    return (0..<count).map { ((number * 131 + $0 * 7) % 2_003, number) }
  }

  private func table(_ rows: ArraySlice<(key: Int, value: Int)>) -> Table {
    var table = TableBuilder(schema.fields.map(\.kind))
    for row in rows {
      _ = table.append(utf8: "k\(row.key)".utf8.span, to: 0)
      _ = table.append(Int64(row.value), to: 1)
      _ = table.append(utf8: String(repeating: "行", count: row.key % 50).utf8.span, to: 2)
      table.endRow()
    }
    return table.finish()
  }

  /// Whether the store holds what so many rounds leave.
  ///
  /// - Parameter expected: how often it was done; nil if that is not known.
  func check(_ expected: Int?) throws {
    let found = try count()
    if let expected, found != expected {
      throw Failure("\(kind): \(expected) are expected, \(found) are there")
    }
    let snapshot = try store.snapshot()
    if kind == .append {
      for (index, event) in try snapshot.events(in: "faults").enumerated()
      where event.payload != Work.payload(index + 1) {
        throw Failure("event \(index + 1) is another one")
      }
      return
    }
    // Each import is named after its number, which is the version unless several wrote at once.
    let names = try snapshot.versions(of: kind.rawValue).compactMap { Int($0.origin.name) }
    var expected: [String: Int64] = [:]
    for number in names {
      if kind == .replace { expected = [:] }
      for row in written(in: number) where expected["k\(row.key)"] != Int64(number) {
        expected["k\(row.key)"] = Int64(row.value)
      }
    }
    var rows: [String: Int64] = [:]
    if found > 0 {
      try snapshot.scan(kind.rawValue, fields: [0, 1], batchSize: 1_000) {
        (batch: Table) throws(StoreError) in
        for row in 0..<batch.rowCount {
          rows[batch.columns[0].text(at: row) ?? ""] = batch.columns[1].integer(at: row)
        }
        return true
      }
    }
    if rows != expected { throw Failure("\(kind): the rows are not those of version \(found)") }
  }
}
