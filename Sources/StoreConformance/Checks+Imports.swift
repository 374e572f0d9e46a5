import Engine
import Quantities
import Store

extension ConformanceCheck {
  static let imports = [
    ConformanceCheck("a key that came before is left out, and told") { store in
      let target = try store.beginImport(simple)
      try expectEqual(
        try target.append(
          try table(simple, [["b", 1], ["a", 2], ["b", 3], ["a", 4], ["c", 5]])),
        [2, 3], "duplicates in a batch")
      try expectEqual(
        try target.append(try table(simple, [["a", 6], ["d", 7], ["A", 8]])), [0],
        "duplicates across batches")
      try expectEqual(try target.commit(origin).rowCount, 5, "row count")
      let expected: [[Cell]] = [["A", 8], ["a", 2], ["b", 1], ["c", 5], ["d", 7]]
      try expectEqual(try rows(try store.snapshot()), expected, "rows")
    },
    ConformanceCheck("nothing shows before the commit, or after a cancel") { store in
      try importing([["old", 1]], into: store)
      let before = try store.snapshot().registry("简单")
      let target = try store.beginImport(simple)
      _ = try target.append(try table(simple, scattered(5_000)))
      try expectEqual(try store.snapshot().registry("简单"), before, "version before the commit")
      target.cancel()
      try expectEqual(try store.snapshot().registry("简单"), before, "version after the cancel")
      try expectEqual(try rows(try store.snapshot()), [["old", 1]], "rows after the cancel")
      try expectError("rows after a cancel", isInvalidRows) {
        _ = try target.append(try table(simple, [["x", 1]]))
      }
      try expectError("commit after a cancel", isInvalidRows) { _ = try target.commit(origin) }
      try expectEqual(try importing([["new", 1]], into: store).version, 2, "next version")
    },
    ConformanceCheck("an import that is dropped, or ended twice") { store in
      func drop() throws {
        _ = try store.beginImport(simple).append(try table(simple, [["x", 1]]))
      }
      try drop()
      try expectEqual(try store.snapshot().registries(), [], "registries")
      let target = try store.beginImport(simple)
      _ = try target.commit(origin)
      target.cancel()
      try expectError("a second commit", isInvalidRows) { _ = try target.commit(origin) }
      try expectEqual(try store.snapshot().registry("简单")?.version, 1, "version")
    },
    ConformanceCheck("a registry is replaced, with its schema") { store in
      try importing(scattered(100), into: store)
      let changed = schema("简单", key: 1, ("x", .bool, false), ("键", .text, false))
      let version = try importing([[1, "k"]], changed, into: store)
      try expectEqual(version.version, 2, "version")
      try expectEqual(try rows(try store.snapshot(), changed), [[1, "k"]], "rows")
      try expectEqual(try store.snapshot().registries(), [version], "registries")
    },
    ConformanceCheck("every version keeps who imported what and when") { store in
      let day = CivilDate(year: 2026, month: 1, day: 31)
      let digest = String(repeating: "0f", count: 32)
      let origins = [
        ImportOrigin(name: "x.csv", fileDigest: nil),
        ImportOrigin(
          name: "名录 '2'.csv", fileDigest: digest, asAt: day, importedBy: "王芳",
          importedAt: "2026-02-01T08:30:00Z"),
        ImportOrigin(name: "", fileDigest: nil, importedBy: "'; --\n"),
        ImportOrigin(name: "x", fileDigest: digest, importedAt: "2026-02-02T00:00:00Z"),
      ]
      try expectEqual(try store.snapshot().versions(of: "简单"), [], "versions before the first")
      let other = schema("简单二", ("键", .text, false))
      try importing([["z"]], other, into: store)
      var versions: [RegistryVersion] = []
      for (index, origin) in origins.enumerated() {
        let target = try store.beginImport(simple, index == 2 ? .merge : .replace)
        _ = try target.append(try table(simple, [[.text("a\(index)"), 1]]))
        versions.append(try target.commit(origin))
        try expectEqual(try store.snapshot().registry("简单")?.origin, origin, "origin")
      }
      let snapshot = try store.snapshot()
      try expectEqual(try snapshot.versions(of: "简单"), versions, "versions")
      try expectEqual(versions.map(\.version), [1, 2, 3, 4], "numbers of the versions")
      try expectEqual(versions.map(\.rowCount), [1, 1, 2, 1], "row counts of the versions")
      try expectEqual(
        try snapshot.versions(of: "无"), [], "versions of a registry that is not there")
    },
    ConformanceCheck("imports that overlap take turns") { store in
      let first = try store.beginImport(simple)
      let second = try store.beginImport(simple)
      let other = try store.beginImport(everyKind)
      _ = try first.append(try table(simple, [["a", 1]]))
      _ = try second.append(try table(simple, [["b", 2]]))
      try expectEqual(try second.commit(origin).version, 1, "version of the first commit")
      try expectEqual(try first.commit(origin).version, 2, "version of the second commit")
      other.cancel()
      try expectEqual(try rows(try store.snapshot()), [["a", 1]], "rows")
    },
    ConformanceCheck("rows that do not fit are refused") { store in
      let strict = schema(
        "严格", ("k", .text, false), ("n", .integer, false),
        ("e", .enumeration(members: ["甲", "乙"]), true), ("b", .bool, true), ("d", .date, true))
      let good: [Cell] = ["k", 1, 1, 1, 1]
      let mistakes: [(String, Int, Cell)] = [
        ("no key", 0, .none), ("an empty key", 0, ""), ("a key of two lines", 0, "a\nb"),
        ("no value", 1, .none), ("no such member", 2, 2), ("a negative member", 2, -1),
        ("neither true nor false", 3, 2), ("no such day", 4, 3_000_000),
      ]
      for (what, column, cell) in mistakes {
        var bad = good
        bad[column] = cell
        let target = try store.beginImport(strict)
        try expectError(what, isInvalidRows) {
          _ = try target.append(try table(strict, [good, bad]))
        }
        target.cancel()
      }
      let target = try store.beginImport(strict)
      try expectError("too few columns", isInvalidRows) {
        _ = try target.append(try table(simple, [["a", 1]]))
      }
      target.cancel()
      try expectEqual(try store.snapshot().registries(), [], "registries")
    },
    ConformanceCheck("names are names, whatever they look like") { store in
      let names = [
        "select", "\"; DROP TABLE events; --", "x'y", "a", "A", "c0", "rowid", "", " ", "\t\n\\",
        "[x]", "`y`", "%", "🏫", String(repeating: "长", count: 500),
      ]
      for name in names {
        let fields =
          [FieldSchema(name: "k", kind: .text, isOptional: false)]
          + names.map { FieldSchema(name: $0, kind: .integer, isOptional: true) }
        let hostile = RegistrySchema(name: name, key: 0, fields: fields)
        let row: [Cell] = [.text("k" + name.filter { $0 > " " })] + names.map { _ in 7 }
        try importing([row], hostile, into: store)
        try expectEqual(try rows(try store.snapshot(), hostile), [row], "rows of \(name)")
        try expectEqual(try store.snapshot().registry(name)?.schema, hostile, "schema of \(name)")
      }
      let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      try expectEqual(
        try store.snapshot().registries().map(\.schema.name), sorted, "registries by name")
    },
  ]
}
