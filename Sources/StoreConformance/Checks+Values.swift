import Engine
import Quantities
import Store

extension ConformanceCheck {
  static let everyKind = schema(
    "各类", key: 1, ("真假", .bool, true), ("键", .text, false), ("整数", .integer, true),
    ("小数", .decimal, true), ("比例", .percent, true), ("代码", .code(.uniform), true),
    ("日期", .date, true), ("等级", .enumeration(members: ["甲", "乙"]), true), ("文本", .text, true))

  static let values = [
    ConformanceCheck("every kind of value, and its absence") { store in
      let full: [Cell] = [
        1, "b", -5, .decimal("12.5"), .decimal("0.05"), "91310115000000000X", 20_513, 1, "文",
      ]
      let bare: [Cell] = [.none, "a", .none, .none, .none, .none, .none, .none, .none]
      let version = try importing([full, bare], everyKind, into: store)
      let snapshot = try store.snapshot()
      try expectEqual(try rows(snapshot, everyKind), [bare, full], "rows")
      let expected = RegistryVersion(
        schema: everyKind, version: 1, rowCount: 2, digest: version.digest, origin: origin)
      try expectEqual(version, expected, "version")
      try expectEqual(try snapshot.registry("各类"), expected, "stored version")
      try expectEqual(try snapshot.registries(), [expected], "registries")
    },
    ConformanceCheck("columns without any value, and registries without rows") { store in
      let empty = schema("空", ("k", .text, false), ("x", .decimal, true), ("y", .text, true))
      try importing([], empty, into: store)
      try expectEqual(try rows(try store.snapshot(), empty), [], "no rows")
      let sparse: [[Cell]] = (0..<2_000).map { [.text("k\(10_000 + $0)"), .none, .none] }
      try importing(sparse, empty, into: store)
      try expectEqual(try rows(try store.snapshot(), empty, batch: 64), sparse, "rows")
    },
    ConformanceCheck("empty texts, long texts, and characters that mean something elsewhere") {
      store in
      let texts = schema("文本", ("k", .text, false), ("t", .text, true))
      let sample: [[Cell]] = [
        ["'; DROP TABLE events; --", "\"quoted\" 'twice' \\ % _ \t\r\n ?1 :x @y $z"],
        ["1", ""], ["2", .none], ["3", .text(String(repeating: "件", count: 350_000))],
        ["4", "q\u{301} 각 \u{FFFD} \u{10FFFF}"], ["5", "12"], ["6", "0x1"], ["7", "NULL"],
      ]
      try importing(sample, texts, into: store)
      try expectEqual(try rows(try store.snapshot(), texts), byKey(sample), "rows")
    },
    ConformanceCheck("texts are kept byte for byte, and keys told apart by their bytes") { store in
      // Pairs that Unicode calls equivalent, or that some collations do; a store changes nothing.
      let keys = [
        "é", "e\u{301}", "Å", "\u{212B}", "가", "\u{1100}\u{1161}", "ß", "ss", "A", "a", "a ", "ａ",
        "\u{1E9B}\u{323}", "ﬁ", "fi", "𠀀", "\u{2F800}",
      ]
      let texts = schema("字节", ("k", .text, false), ("t", .text, true))
      try importing(keys.map { [.text($0), .text($0)] }, texts, into: store)
      let expected = keys.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
      var found: [[[UInt8]]] = [[], []]
      try store.snapshot().scan("字节", fields: [0, 1], batchSize: 5) {
        (rows: Table) throws(StoreError) in
        for (index, column) in rows.columns.enumerated() {
          found[index] += (0..<rows.rowCount).map { Array((column.text(at: $0) ?? "").utf8) }
        }
        return true
      }
      try expect(found == [expected, expected], "texts: \(found)")
    },
    ConformanceCheck("codes of every kind, also as keys") { store in
      let codes = schema(
        "事项", ("编码", .code(.matter), false), ("区划", .code(.division), true),
        ("机关", .code(.uniform), true))
      let sample: [[Cell]] = [
        ["00000000000000", "310112", "11371525004442025C"],
        ["01310118000200", "310112105001", .none], ["01310118000210", .none, .none],
      ]
      let version = try importing(sample, codes, into: store)
      try expectEqual(try rows(try store.snapshot(), codes), sample, "rows")
      try expectEqual(version.schema, codes, "schema")
    },
    ConformanceCheck("numbers and dates at their ends") { store in
      let numbers = schema(
        "数值", ("k", .text, false), ("i", .integer, false), ("d", .decimal, false),
        ("date", .date, false))
      let nines = String(repeating: "9", count: 38)
      let tiny = "0." + String(repeating: "0", count: 37) + "1"
      let first = Int64(CivilDate.minimum.dayNumber)
      let last = Int64(CivilDate.maximum.dayNumber)
      let sample: [[Cell]] = [
        ["a", .integer(.min), .decimal(nines), .integer(first)],
        ["b", .integer(.max), .decimal("-" + nines), .integer(last)],
        ["c", 0, .decimal(tiny), 0], ["d", -1, .decimal("-" + tiny), -1],
        ["e", 1, .decimal("0"), 1], ["f", 128, .decimal("-1.5"), 32_768],
        ["g", 1, .decimal("0." + nines), 1],
      ]
      try importing(sample, numbers, into: store)
      try expectEqual(try rows(try store.snapshot(), numbers), sample, "rows")
    },
  ]

  static let order = [
    ConformanceCheck("rows come in the order of their keys' UTF-8 bytes") { store in
      // UTF-16 would put U+10000 before U+FF5E, and a dictionary would put é before z.
      let keys = [
        " ", "A", "B", "a", "a ", "aa", "z", "é", "ÿ", "ｚ", "～", "\u{10000}", "中", "一", "丁", "10",
        "9", "a\u{FFFD}", "à", "ß", "ss",
      ]
      let sample = keys.map { key -> [Cell] in [.text(key), 1] }
      try importing(sample.reversed(), into: store, batch: 3)
      try expectEqual(try rows(try store.snapshot()), byKey(sample), "rows")
    },
    ConformanceCheck("many rows, given in no order") { store in
      let sample = scattered(20_011)
      let version = try importing(sample, into: store, batch: 777)
      try expectEqual(version.rowCount, sample.count, "row count")
      let found = try rows(try store.snapshot(), batch: 1_024)
      try expect(found == byKey(sample), "rows differ")
    },
    ConformanceCheck("digests depend on the rows and the schema, and on nothing else") { store in
      let sample = scattered(500)
      let first = try importing(sample, into: store, batch: 7)
      let again = try importing(sample.reversed(), into: store, batch: 500)
      try expectEqual(again.digest, first.digest, "digest of the same rows")
      let memory = try importing(sample, into: MemoryStore())
      try expectEqual(first.digest, memory.digest, "digest in memory")
      var changed = sample
      changed[3][1] = .none
      let other = try importing(changed, into: store)
      try expect(other.digest != first.digest, "another row, the same digest")
      let renamed = schema("简单", ("键", .text, false), ("量", .integer, true))
      let last = try importing(sample, renamed, into: store)
      try expect(last.digest != first.digest, "another schema, the same digest")
    },
    ConformanceCheck("the digest is the published one") { store in
      // Computed from the description of `ContentDigest` by another program.
      let sample: [[Cell]] = [
        [1, "b", -5, .decimal("12.5"), .decimal("0.05"), "91310115000000000X", 20_513, 1, "文"],
        [.none, "a", .none, .none, .none, .none, .none, .none, .none],
      ]
      try expectEqual(
        try importing(sample, everyKind, into: store).digest, publishedDigest, "digest")
    },
  ]

  private static let publishedDigest =
    "ed10499456be9d98249b6cc2bd1d3d495e09877f23bb0db39745c211f91332f1"
}
