import Engine
import Store

extension ConformanceCheck {
  static let scans = [
    ConformanceCheck("batches of every size hold the same rows") { store in
      let sample = byKey(scattered(50))
      try importing(sample, into: store)
      let snapshot = try store.snapshot()
      for size in [1, 2, 7, 49, 50, 51, .max] {
        var sizes: [Int] = []
        try snapshot.scan("简单", fields: [1], batchSize: size) { (rows: Table) throws(StoreError) in
          sizes.append(rows.rowCount)
          return true
        }
        try expect(sizes.dropLast().allSatisfy { $0 == size }, "batches of \(size): \(sizes)")
        try expectEqual(sizes.reduce(0, +), 50, "rows in batches of \(size)")
        try expectEqual(try rows(snapshot, batch: size), sample, "rows in batches of \(size)")
      }
    },
    ConformanceCheck("columns come as they were asked for") { store in
      try importing([["a", 1], ["b", .none]], into: store)
      let cases: [([Int], [[Cell]])] = [
        ([1, 0], [[1, "a"], [.none, "b"]]), ([1], [[1], [.none]]),
        ([0, 0, 1], [["a", "a", 1], ["b", "b", .none]]), ([], [[], []]),
      ]
      for (fields, expected) in cases {
        var found: [[Cell]] = []
        try store.snapshot().scan("简单", fields: fields, batchSize: 10) {
          (rows: Table) throws(StoreError) in
          found += cells(rows)
          return true
        }
        try expectEqual(found, expected, "fields \(fields)")
      }
      for fields in [[2], [-1]] {
        try expectError("fields \(fields)", isInvalidRows) {
          try store.snapshot().scan("简单", fields: fields, batchSize: 1) { _ in true }
        }
      }
    },
    ConformanceCheck("a scan stops when its body says so, or throws") { store in
      try importing(scattered(100), into: store)
      let snapshot = try store.snapshot()
      var batches = 0
      try snapshot.scan("简单", fields: [0], batchSize: 10) { (_: Table) throws(StoreError) in
        batches += 1
        return batches < 3
      }
      try expectEqual(batches, 3, "batches before the stop")
      try expectError("a limit in the body", { $0 == .limit(.cancelled) }) {
        try snapshot.scan("简单", fields: [0], batchSize: 10) { (_: Table) throws(StoreError) in
          throw .limit(.cancelled)
        }
      }
      try expectEqual(try rows(snapshot).count, 100, "rows after both")
    },
    ConformanceCheck("a scan's body may read and append") { store in
      try importing(scattered(30), into: store)
      let snapshot = try store.snapshot()
      var inner = 0
      var failure: (any Error)?
      try snapshot.scan("简单", fields: [0], batchSize: 10) { (_: Table) throws(StoreError) in
        do { inner += try rows(snapshot).count } catch { failure = error }
        let version = try store.snapshot().events(in: "s").count
        _ = try store.append([1], kind: "k", to: "s", expectedVersion: version)
        return true
      }
      if let failure { throw failure }
      try expectEqual(inner, 90, "rows read inside")
      try expectEqual(try store.snapshot().events(in: "s").count, 3, "events appended inside")
    },
    ConformanceCheck("what is not there is told") { store in
      let snapshot = try store.snapshot()
      try expectEqual(try snapshot.registries(), [], "registries")
      try expectEqual(try snapshot.registry("无"), nil, "a registry")
      try expectEqual(try snapshot.events(in: "无"), [], "events")
      try expectError("a scan", { $0 == .noSuchRegistry("无") }) {
        try snapshot.scan("无", fields: [], batchSize: 1) { _ in true }
      }
    },
  ]

  static let snapshots = [
    ConformanceCheck("a snapshot does not change") { store in
      let empty = try store.snapshot()
      try importing([["a", 1]], into: store)
      _ = try store.append([1], kind: "k", to: "s", expectedVersion: 0)
      let first = try store.snapshot()
      let version = try first.registry("简单")
      try importing(scattered(3_000), into: store)
      _ = try store.append([2], kind: "k", to: "s", expectedVersion: 1)
      try expectEqual(try empty.registries(), [], "registries at the start")
      try expectEqual(try empty.events(in: "s"), [], "events at the start")
      try expectEqual(try first.registry("简单"), version, "first version")
      try expectEqual(try rows(first), [["a", 1]], "first rows")
      try expectEqual(try first.events(in: "s").count, 1, "first events")
      try expectEqual(try store.snapshot().registry("简单")?.rowCount, 3_000, "rows at the end")
    }
  ]
}
