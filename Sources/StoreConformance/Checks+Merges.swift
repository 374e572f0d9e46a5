import Engine
import Store

extension ConformanceCheck {
  static let merges = [
    ConformanceCheck("a merge keeps, replaces and adds rows by their keys") { store in
      try importing([["b", 1], ["d", 2], ["f", .none]], into: store, .merge)
      try importing([["f", 6], ["a", 0], ["d", .none], ["g", 7]], into: store, .merge)
      let expected: [[Cell]] = [["a", 0], ["b", 1], ["d", .none], ["f", 6], ["g", 7]]
      let snapshot = try store.snapshot()
      try expectEqual(try rows(snapshot), expected, "rows")
      let merged = try snapshot.registry("简单")
      try expectEqual(merged?.version, 2, "version")
      try expectEqual(merged?.rowCount, 5, "row count")
      let same = try importing(expected, into: MemoryStore())
      try expectEqual(merged?.digest, same.digest, "digest of the same rows in one import")
      try expectEqual(
        try importing([], into: store, .merge).digest, same.digest, "merge of nothing")
    },
    ConformanceCheck("a merge of many rows, given in no order") { store in
      let old = scattered(9_001)
      try importing(old, into: store)
      let new = scattered(4_003).map { row -> [Cell] in [row[0], .none] }
      let added = scattered(3_001).map { row -> [Cell] in
        guard case .text(let key) = row[0] else { return row }
        return [.text(key + "新"), row[1]]
      }
      let version = try importing(new + added, into: store, .merge, batch: 501)
      var expected: [Cell: [Cell]] = [:]
      for row in old + new + added { expected[row[0]] = row }
      let found = try rows(try store.snapshot(), batch: 1_024)
      try expect(found == byKey(Array(expected.values)), "rows differ")
      try expectEqual(version.rowCount, expected.count, "row count")
      try expectEqual(
        version.digest, try importing(found, into: MemoryStore()).digest, "digest")
    },
    ConformanceCheck("a merge of every kind of value, and of keys alone") { store in
      let full: [Cell] = [
        1, "b", -5, .decimal("12.5"), .decimal("0.05"), "91310115000000000X", 20_513, 1, "文",
      ]
      let bare: [Cell] = [.none, "b", .none, .none, .none, .none, .none, .none, .none]
      for row in [full, bare, full] {
        try importing([row], everyKind, into: store, .merge)
        try expectEqual(try rows(try store.snapshot(), everyKind), [row], "row")
      }
      let keys = schema("键", ("k", .text, false))
      try importing([["b"], ["a"]], keys, into: store, .merge)
      try importing([["c"], ["a"]], keys, into: store, .merge)
      try expectEqual(try rows(try store.snapshot(), keys), [["a"], ["b"], ["c"]], "keys")
    },
    ConformanceCheck("a key that comes twice in a merge is told") { store in
      try importing([["a", 1]], into: store)
      let target = try store.beginImport(simple, .merge)
      try expectEqual(
        try target.append(try table(simple, [["a", 2], ["b", 3], ["a", 4]])), [2], "duplicates")
      _ = try target.commit(origin)
      try expectEqual(try rows(try store.snapshot()), [["a", 2], ["b", 3]], "rows")
    },
    ConformanceCheck("a merge into rows of another shape is refused") { store in
      let changed = schema("简单", ("键", .text, false), ("数", .integer, false))
      try importing([["a", 1]], into: store)
      let early = try store.beginImport(simple, .merge)
      try expectError("another schema", isMismatch(simple, changed)) {
        _ = try store.beginImport(changed, .merge)
      }
      _ = try early.append(try table(simple, [["b", 2]]))
      // The shape changes while the merge is under way.
      try importing([["c", 3]], changed, into: store)
      try expectError("a schema that changed", isMismatch(changed, simple)) {
        _ = try early.commit(origin)
      }
      try expectEqual(try rows(try store.snapshot(), changed), [["c", 3]], "rows")
    },
    ConformanceCheck("a merge goes into the version that is the newest at its commit") { store in
      try importing([["a", 1]], into: store)
      let before = try store.snapshot()
      let target = try store.beginImport(simple, .merge)
      _ = try target.append(try table(simple, [["b", 2]]))
      try importing([["c", 3]], into: store)
      try expectEqual(try target.commit(origin).version, 3, "version")
      try expectEqual(try rows(try store.snapshot()), [["b", 2], ["c", 3]], "rows")
      try expectEqual(try rows(before), [["a", 1]], "rows of the snapshot before")
    },
    ConformanceCheck("a merge that is given up changes nothing") { store in
      let version = try importing([["a", 1]], into: store)
      let target = try store.beginImport(simple, .merge)
      _ = try target.append(try table(simple, scattered(2_000)))
      target.cancel()
      try expectEqual(try store.snapshot().registries(), [version], "registries")
      try expectEqual(try rows(try store.snapshot()), [["a", 1]], "rows")
    },
  ]

  private static func isMismatch(
    _ stored: RegistrySchema, _ given: RegistrySchema
  ) -> (StoreError) -> Bool {
    { $0 == .schemaMismatch(stored: stored, given: given) }
  }
}
