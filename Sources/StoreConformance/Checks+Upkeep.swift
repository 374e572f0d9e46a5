import Engine
import Store

extension ConformanceCheck {
  static let upkeep = [
    ConformanceCheck("a store tells what it holds") { store in
      let empty = try store.status()
      try expect(!empty.engine.isEmpty, "an engine without a name")
      try expectEqual(empty.rowCount + empty.registryCount, 0, "rows and registries at the start")
      try importing(scattered(50), into: store)
      try importing(scattered(30), into: store)
      try importing([["a"], ["b"]], schema("另", ("键", .text, false)), into: store)
      for (stream, count) in [("s", 3), ("t", 1)] {
        for version in 0..<count {
          _ = try store.append([1], kind: "k", to: stream, expectedVersion: version)
        }
      }
      let status = try store.status()
      try expectEqual(status.registryCount, 2, "registries")
      try expectEqual(status.rowCount, 32, "rows")
      try expectEqual(status.streamCount, 2, "streams")
      try expectEqual(status.eventCount, 4, "events")
      if let format = status.format {
        try expectEqual(format.found, format.known, "format of a store that was opened")
      }
    },
    ConformanceCheck("a sound store has no faults") { store in
      try expectEqual(try store.verify(Meter()), [], "faults of an empty store")
      try importing(scattered(5_000), into: store)
      try importing([["a", 1]], into: store, .merge)
      let full: [Cell] = [
        1, "b", -5, .decimal("12.5"), .decimal("0.05"), "91310115000000000X", 20_513, 1, "文",
      ]
      try importing([full], everyKind, into: store)
      for version in 0..<3 {
        _ = try store.append([1], kind: "k", to: "s", expectedVersion: version)
      }
      try expectEqual(try store.verify(Meter()), [], "faults")
      try expectError("a limit", { $0 == .limit(.cancelled) }) {
        _ = try store.verify(Meter(Limits(interruption: { .cancelled })))
      }
    },
    ConformanceCheck("a copy of another store holds the same, and can be copied on") { store in
      let memory = MemoryStore()
      try importing(scattered(9_000), into: memory)
      let full: [Cell] = [
        1, "b", -5, .decimal("12.5"), .decimal("0.05"), "91310115000000000X", 20_513, 1, "文",
      ]
      try importing([full], everyKind, into: memory, .merge)
      for version in 0..<3 {
        _ = try memory.append([1, 2], kind: "k", to: "s", expectedVersion: version)
      }
      let source = try memory.snapshot()
      let first = try store.copy(source)
      try expectEqual(first.registries, 2, "registries copied")
      try expectEqual(first.rows, 9_001, "rows copied")
      try expectEqual(first.events, 3, "events copied")
      let back = MemoryStore()
      _ = try back.copy(try store.snapshot())
      for copy in [try store.snapshot(), try back.snapshot()] {
        try expectEqual(try copy.registries(), try source.registries(), "registries")
        try expectEqual(try copy.events(in: "s"), try source.events(in: "s"), "events")
        try expect(try rows(copy) == rows(source), "rows")
      }
      // Once more: nothing is left to do. With more in the source: only that.
      _ = try memory.append([3], kind: "k", to: "s", expectedVersion: 3)
      try importing([["a"]], schema("新", ("键", .text, false)), into: memory)
      let second = try store.copy(try memory.snapshot())
      try expectEqual(second.registries + second.events, 2, "what was copied of the rest")
      try expectEqual(second.present, 2, "what was there")
      try importing([["b"]], schema("新", ("键", .text, false)), into: memory)
      try expectFailure(.registryDiffers("新")) { _ = try store.copy(try memory.snapshot()) }
      let other = MemoryStore()
      _ = try other.append([9], kind: "k", to: "s", expectedVersion: 0)
      try expectFailure(.streamDiffers("s")) { _ = try store.copy(try other.snapshot()) }
      let stopped = Meter(Limits(interruption: { .cancelled }))
      let rest = MemoryStore()
      try importing([["a"]], schema("第二", ("键", .text, false)), into: rest)
      try expectFailure(.limit(.cancelled)) {
        _ = try store.copy(try rest.snapshot(), meter: stopped)
      }
      try expectEqual(try store.snapshot().registry("第二"), nil, "a copy that was stopped")
    },
  ]

  private static func expectFailure(
    _ expected: StoreCopyFailure, _ body: () throws -> Void
  ) throws {
    do { try body() } catch let failure as StoreCopyFailure {
      return try expectEqual(failure, expected, "copy")
    }
    throw ConformanceFailure(description: "a copy was not refused: \(expected)")
  }
}
