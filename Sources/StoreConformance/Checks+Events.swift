import Dispatch
import Engine
import Store
import Synchronization

extension ConformanceCheck {
  static let events = [
    ConformanceCheck("events come back in order, byte for byte") { store in
      let streams = ["计划/2026", "计划", "'; --", "", "e"]
      let payloads: [[UInt8]] = [
        [], [0], Array("{\"种子\": \"\\u0000\"}".utf8), Array(0...255),
        Array(repeating: 0xAB, count: 1 << 20),
      ]
      for stream in streams {
        for (position, payload) in payloads.enumerated() {
          let event = try store.append(
            payload, kind: "k\(position)", to: stream, expectedVersion: position)
          let expected = StoredEvent(
            stream: stream, version: position + 1, kind: "k\(position)", payload: payload)
          try expect(event == expected, "event \(position + 1) of \(stream) as appended")
        }
      }
      for stream in streams {
        let found = try store.snapshot().events(in: stream)
        try expectEqual(found.map(\.version), Array(1...payloads.count), "versions of \(stream)")
        try expect(found.map(\.payload) == payloads, "payloads of \(stream)")
        try expectEqual(found.map(\.kind), payloads.indices.map { "k\($0)" }, "kinds of \(stream)")
      }
    },
    ConformanceCheck("streams are found by the beginning of their names") { store in
      for stream in ["draws/乙/2026", "draws/b", "draw", "draws/b/2", "别的", "draws/"] {
        _ = try store.append([1], kind: "k", to: stream, expectedVersion: 0)
      }
      _ = try store.append([2], kind: "k", to: "draws/b", expectedVersion: 1)
      let snapshot = try store.snapshot()
      _ = try store.append([1], kind: "k", to: "draws/later", expectedVersion: 0)
      try expectEqual(
        try snapshot.streams(startingWith: "draws/"),
        ["draws/", "draws/b", "draws/b/2", "draws/乙/2026"], "streams of draws")
      try expectEqual(try snapshot.streams(startingWith: "没有"), [], "streams of nothing")
      try expectEqual(try snapshot.streams(startingWith: "").count, 6, "all streams")
    },
    ConformanceCheck("an append to another version is refused") { store in
      for expected in [1, -1, .max] {
        let conflict = StoreError.versionConflict(stream: "s", expected: expected, found: 0)
        try expectError("version \(expected) of 0", { $0 == conflict }) {
          _ = try store.append([1], kind: "k", to: "s", expectedVersion: expected)
        }
      }
      _ = try store.append([1], kind: "k", to: "s", expectedVersion: 0)
      let conflict = StoreError.versionConflict(stream: "s", expected: 0, found: 1)
      try expectError("version 0 of 1", { $0 == conflict }) {
        _ = try store.append([2], kind: "k", to: "s", expectedVersion: 0)
      }
      try expectEqual(try store.snapshot().events(in: "s").map(\.payload), [[1]], "payloads")
    },
  ]

  static let concurrency = [
    ConformanceCheck("readers see whole versions while a writer replaces them") { store in
      try importing([["k0", 0]], into: store)
      let shared = try store.snapshot()
      try concurrently(6) { thread in
        for round in 1...5 {
          if thread == 0 {
            let sample = (0...round).map { index -> [Cell] in
              [.text("k\(index)"), .integer(Int64(round))]
            }
            try importing(sample, into: store)
            continue
          }
          try expectEqual(try rows(shared), [["k0", 0]], "rows of the shared snapshot")
          let snapshot = try store.snapshot()
          let found = try rows(snapshot)
          try expectEqual(found.count, try snapshot.registry("简单")?.rowCount, "row count")
          try expect(
            found.allSatisfy { $0[1] == .integer(Int64(found.count - 1)) },
            "rows of two versions at once")
        }
      }
      try expectEqual(try store.snapshot().registry("简单")?.version, 6, "version at the end")
    },
    ConformanceCheck("writers that append at once lose nothing") { store in
      try concurrently(4) { thread in
        var left: [UInt8] = Array(0..<20)
        while let next = left.last {
          let version = try store.snapshot().events(in: "s").count
          do {
            let payload = [UInt8(truncatingIfNeeded: thread), next]
            _ = try store.append(payload, kind: "k", to: "s", expectedVersion: version)
            left.removeLast()
          } catch StoreError.versionConflict {}
        }
      }
      let found = try store.snapshot().events(in: "s")
      try expectEqual(found.map(\.version), Array(1...80), "versions")
      try expectEqual(Set(found.map(\.payload)).count, 80, "different payloads")
    },
  ]
}

/// Runs the body on several threads; throws what one of them threw.
private func concurrently(_ threads: Int, _ body: @Sendable (Int) throws -> Void) throws {
  let failures = Mutex<[any Error]>([])
  DispatchQueue.concurrentPerform(iterations: threads) { thread in
    do { try body(thread) } catch { failures.withLock { $0.append(error) } }
  }
  if let failure = failures.withLock({ $0.first }) { throw failure }
}
