import Engine
import Store

extension ConformanceCheck {
  static let differences = [
    ConformanceCheck("a first import adds every row") { store in
      for mode in [RegistryImportMode.replace, .merge] {
        let found = try difference([["b", 1], ["a", .none]], simple, mode, in: store)
        var expected = RegistryDifference()
        expected.added = 2
        expected.first = [
          ChangedRow(key: "a", change: .added), ChangedRow(key: "b", change: .added),
        ]
        try expectEqual(found, expected, "difference")
      }
      try expectEqual(try store.snapshot().registries(), [], "registries after both")
    },
    ConformanceCheck("what a replacement and a merge would change") { store in
      let version = try importing(
        [["a", 1], ["b", 2], ["c", .none], ["d", 4], ["f", 6]], into: store)
      let new: [[Cell]] = [["e", 5], ["c", 3], ["b", .none], ["d", 4], ["A", 0]]
      var expected = RegistryDifference()
      expected.added = 2
      expected.changed = 2
      expected.unchanged = 1
      expected.changedFields = [ChangedField(name: "数", rowCount: 2)]
      let told = [
        ChangedRow(key: "A", change: .added), ChangedRow(key: "a", change: .removed),
        ChangedRow(key: "b", change: .changed([ChangedValue(field: "数", old: "2", new: nil)])),
        ChangedRow(key: "c", change: .changed([ChangedValue(field: "数", old: nil, new: "3")])),
        ChangedRow(key: "e", change: .added), ChangedRow(key: "f", change: .removed),
      ]
      expected.first = told.filter { $0.change != .removed }
      try expectEqual(try difference(new, simple, .merge, in: store), expected, "merge")
      expected.removed = 2
      expected.first = told
      try expectEqual(try difference(new, simple, .replace, in: store), expected, "replacement")
      for limit in [0, 1, 3] {
        expected.first = Array(told.prefix(limit))
        try expectEqual(
          try difference(new, simple, .replace, in: store, limit: limit), expected,
          "the first \(limit)")
      }
      try expectEqual(try store.snapshot().registries(), [version], "registries after all")
    },
    ConformanceCheck("values of every kind that differ are told as people write them") { store in
      let kinds = schema(
        "各类", key: 1,
        fields: everyKind.fields + [
          FieldSchema(name: "不变", kind: .text, isOptional: true)
        ])
      let old: [Cell] = [
        1, "b", -5, .decimal("12.5"), .decimal("0.05"), "91310115000000000X", 20_513, 1, "文",
        "同",
      ]
      let new: [Cell] = [
        0, "b", 7, .decimal("0"), .decimal("0.125"), .none, 0, 0, "", "同",
      ]
      try importing([old], kinds, into: store)
      let values = [
        ChangedValue(field: "真假", old: "true", new: "false"),
        ChangedValue(field: "整数", old: "-5", new: "7"),
        ChangedValue(field: "小数", old: "12.5", new: "0"),
        ChangedValue(field: "比例", old: "5%", new: "12.5%"),
        ChangedValue(field: "代码", old: "91310115000000000X", new: nil),
        ChangedValue(field: "日期", old: "2026-03-01", new: "1970-01-01"),
        ChangedValue(field: "等级", old: "乙", new: "甲"),
        ChangedValue(field: "文本", old: "文", new: ""),
      ]
      var expected = RegistryDifference()
      expected.changed = 1
      expected.changedFields = values.map { ChangedField(name: $0.field, rowCount: 1) }
      expected.first = [ChangedRow(key: "b", change: .changed(values))]
      try expectEqual(try difference([new], kinds, .replace, in: store), expected, "difference")
    },
    ConformanceCheck("fields that come and go are told, and the others compared") { store in
      try importing([["a", 1], ["b", 2]], into: store)
      let changed = schema(
        "简单", key: 1, ("新", .text, true), ("键", .text, false), ("数", .text, true))
      let found = try difference(
        [["x", "a", "1"], ["y", "b", "3"]], changed, .replace, in: store)
      var expected = RegistryDifference()
      expected.changed = 1
      expected.unchanged = 1
      expected.addedFields = ["新"]
      expected.changedFields = [ChangedField(name: "数", rowCount: 1)]
      expected.first = [
        ChangedRow(key: "b", change: .changed([ChangedValue(field: "数", old: "2", new: "3")]))
      ]
      try expectEqual(found, expected, "difference")
      let fewer = schema("简单", ("键", .text, false))
      let less = try difference([["a"], ["b"]], fewer, .replace, in: store)
      try expectEqual(less.removedFields, ["数"], "removed fields")
      try expectEqual(less.unchanged, 2, "unchanged rows")
    },
    ConformanceCheck("rows may follow a difference, and a commit") { store in
      try importing(scattered(3_000), into: store)
      let target = try store.beginImport(simple, .merge)
      _ = try target.append(try table(simple, scattered(2_000)))
      let first = try target.difference(limit: 5)
      try expectEqual(first.changed + first.unchanged, 2_000, "rows that are there")
      try expectEqual(
        try target.append(try table(simple, [["k7", 1], ["新", 1]])), [0], "duplicates")
      try expectEqual(try target.difference(limit: 5).added, 1, "rows added")
      try expectEqual(try target.commit(origin).rowCount, 3_001, "row count")
      try expectError("a difference after the commit", isInvalidRows) {
        _ = try target.difference(limit: 5)
      }
    },
    ConformanceCheck("a difference stops when its meter says so") { store in
      try importing(scattered(10_000), into: store)
      let target = try store.beginImport(simple)
      try expectError("a limit", { $0 == .limit(.cancelled) }) {
        _ = try target.difference(
          limit: 5, meter: Meter(Limits(interruption: { .cancelled })))
      }
      target.cancel()
    },
  ]

  private static func difference(
    _ rows: [[Cell]], _ schema: RegistrySchema, _ mode: RegistryImportMode, in store: any Store,
    limit: Int = 100
  ) throws -> RegistryDifference {
    let target = try store.beginImport(schema, mode)
    _ = try target.append(try table(schema, rows))
    let difference = try target.difference(limit: limit)
    target.cancel()
    return difference
  }
}
