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
  ]
}
