import Engine
import Store
import TestSupport
import Testing

@testable import StorePostgreSQL

/// Names and values that look like SQL go through every statement; what comes back is what a store
/// in memory gives.
@Suite(.enabled(if: Server.isThere)) struct HostileTests {
  private static let pieces = [
    "'", "''", "\"", "\\", "--", ";", "/*", "*/", "$1", "$$", "$tag$", "?", ":x", "%", "_", "\t",
    "\n",
    "\r", " ", "(", ")", ",", "NULL", "\\N", "DROP SCHEMA yijian CASCADE", "' OR '1'='1",
    "\u{202E}",
    "\u{FEFF}", "🏫", "名", "é", "\u{10FFFF}", "\u{7F}", "\u{1}", "COPY", "{", "}",
    "E'\\x41'",
    "\\.", "rows_1", "c0", "x",
  ]

  private static func text(_ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...5, using: &random)).map { _ in
      pieces[Int.random(in: pieces.indices, using: &random)]
    }.joined()
  }

  @Test(arguments: 1...4) func namesAndValues(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let scratch = try Scratch(schema: Server.newSchema(Self.text(&random)))
    let stores: [any Store] = [try scratch.store(), MemoryStore()]
    var prefixes = [""]
    for _ in 0..<25 {
      let (stream, kind) = (Self.text(&random), Self.text(&random))
      let payload = Array(Self.text(&random).utf8)
      prefixes.append(String(stream.unicodeScalars.prefix(2)))
      let found = try stores.map { store in
        let version = try store.snapshot().events(in: stream).count
        return try store.append(payload, kind: kind, to: stream, expectedVersion: version)
      }
      #expect(found[0] == found[1])
    }
    for _ in 0..<6 {
      let registry = RegistrySchema(
        name: Self.text(&random), key: 0,
        fields: [
          FieldSchema(name: Self.text(&random), kind: .text, isOptional: false),
          FieldSchema(
            name: Self.text(&random),
            kind: .enumeration(members: [Self.text(&random), Self.text(&random)]), isOptional: true),
          FieldSchema(name: Self.text(&random), kind: .text, isOptional: true),
        ])
      var rows = TableBuilder(registry.fields.map(\.kind))
      for index in 0..<20 {
        let key = "\(index)" + Self.text(&random).filter { $0 > " " && $0 != "\u{7F}" }
        _ = rows.append(utf8: key.utf8.span, to: 0)
        rows.appendMissing(to: 1)
        _ = rows.append(utf8: Self.text(&random).utf8.span, to: 2)
        rows.endRow()
      }
      let sample = rows.finish()
      let origin = ImportOrigin(
        name: Self.text(&random), fileDigest: Self.text(&random), importedBy: Self.text(&random),
        importedAt: Self.text(&random))
      let found = try stores.map { store in
        let target = try store.beginImport(registry)
        _ = try target.append(sample)
        return try target.commit(origin)
      }
      #expect(found[0] == found[1])
      try compareFilters(try stores[0].snapshot(), registry, sample, &random)
    }
    let snapshots = try stores.map { try $0.snapshot() }
    #expect(try snapshots[0].registries() == snapshots[1].registries())
    for prefix in prefixes {
      #expect(
        try snapshots[0].streams(startingWith: prefix) == snapshots[1].streams(startingWith: prefix)
      )
    }
    for stream in try snapshots[1].streams(startingWith: "") {
      #expect(try snapshots[0].events(in: stream) == snapshots[1].events(in: stream))
    }
    #expect(try stores[0].verify(Meter()) == [])
  }

  /// Values of filters and classes are compared, and never read as anything else.
  private func compareFilters(
    _ snapshot: any StoreSnapshot, _ registry: RegistrySchema, _ sample: Table,
    _ random: inout SplitMix64
  ) throws {
    let selecting = try #require(snapshot as? any SelectingSnapshot)
    let texts = (0..<sample.rowCount).map { sample.columns[2].text(at: $0) ?? "" }
    for text in texts.prefix(3) + [Self.text(&random)] {
      let expected = texts.count { $0.utf8.elementsEqual(text.utf8) }
      let filters: [RowFilter] = [
        .compare(field: 2, .equal, .text(text)), .isAmong(field: 2, [.text(text)]),
        .and([.startsWith(field: 2, text), .compare(field: 2, .lessOrEqual, .text(text))]),
      ]
      for filter in filters {
        let counts = try selecting.counts(registry.name, where: filter, by: [], meter: Meter())
        #expect(counts.counts == [expected], "\(filter)")
      }
      let one = TicketSelection.Class(tuples: [[.text(text)]], count: 100)
      let drawn = try selecting.select(
        registry.name, where: .all, fields: [2],
        TicketSelection(root: Array(text.utf8), by: [2], classes: [one]), meter: Meter())
      #expect(drawn.rows.rowCount == expected)
    }
  }
}
