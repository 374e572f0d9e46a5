import Digest
import Engine
import Sampling
import TestSupport
import Testing

@Suite struct SelectionTests {
  let root: DrawRoot

  init() throws {
    root = try DrawRoot(seed: "seed", group: "group", period: "2026-03-01/2026-11-30")
  }

  /// Against hashing and sorting everything, with many shapes of strata and quotas.
  @Test func agreesWithAFullSort() throws {
    var random = SplitMix64(seed: 5)
    for round in 0..<40 {
      let count = Int.random(in: 0...400, using: &random)
      let strataCount = Int.random(in: 1...6, using: &random)
      // Every third registry has keys that repeat, which must not upset anything.
      let keys = (0..<count).map { index in
        round % 3 == 0 ? "k\(Int.random(in: 0...20, using: &random))" : "键\(round)-\(index)"
      }
      let strata = keys.map { _ in Int32.random(in: -1..<Int32(strataCount), using: &random) }
      let quotas = (0..<strataCount).map { _ in Int.random(in: -1...200, using: &random) }
      let flat = Self.flat(keys)
      let selection = try Selection(root: root, keys: flat, strata: strata, quotas: quotas)
      let dictionary = try Selection(
        root: root, keys: Self.dictionary(keys), strata: strata, quotas: quotas)
      let expected = try fullSort(keys: keys, strata: strata, quotas: quotas)
      let observed = selection.strata.map { $0.map(\.row) }
      if observed != expected || dictionary.strata != selection.strata {
        Issue.record("round \(round): \(observed), not \(expected)")
      }
      let all = selection.merged(keys: flat)
      if all.map(\.ticket) != selection.strata.joined().map(\.ticket).sorted() {
        Issue.record("round \(round): not in ticket order")
      }
      var hasher = try TicketHasher(root)
      for drawn in all where try hasher.ticket(of: keys[drawn.row]) != drawn.ticket {
        Issue.record("round \(round): row \(drawn.row) has another ticket")
      }
    }
  }

  /// Several morsels, small quotas: most tickets are cut away unseen.
  @Test func manyRows() throws {
    let keys = (0..<70_000).map { "9131\($0)" }
    let strata = keys.indices.map { Int32($0 % 7) - 1 }
    let quotas = [3, 100, 0, 1_000, 9_000, 1]
    let selection = try Selection(
      root: root, keys: Self.flat(keys), strata: strata, quotas: quotas)
    let expected = try fullSort(keys: keys, strata: strata, quotas: quotas)
    #expect(selection.strata.map { $0.map(\.row) } == expected)
  }

  /// 5 % of a registry are among its 10 %, and the order of storage decides nothing.
  @Test func nestedAndIndependentOfOrder() throws {
    var random = SplitMix64(seed: 6)
    let keys = (0..<2_000).map { "企业\($0)" }
    let strata = keys.indices.map { Int32($0 % 3) }
    let small = try drawn(keys, strata, [33, 33, 33])
    let large = try drawn(keys, strata, [66, 70, 333])
    for (few, many) in zip(small, large) { #expect(Array(many.prefix(few.count)) == few) }
    let order = keys.indices.shuffled(using: &random)
    let shuffled = try drawn(order.map { keys[$0] }, order.map { strata[$0] }, [66, 70, 333])
    #expect(shuffled == large)
  }

  /// Over many seeds every object is drawn about equally often: the sum of squares of deviations
  /// has 199 degrees of freedom (mean 199, standard deviation 20; without replacement a little less).
  @Test func fair() throws {
    let keys = (0..<200).map { "K\($0)" }
    let column = Self.flat(keys)
    let strata = [Int32](repeating: 0, count: keys.count)
    var hits = [Int](repeating: 0, count: keys.count)
    for seed in 0..<2_000 {
      let root = try DrawRoot(seed: "\(seed)", group: "g", period: "p")
      let selection = try Selection(root: root, keys: column, strata: strata, quotas: [20])
      for drawn in selection.strata[0] { hits[drawn.row] += 1 }
    }
    #expect(hits.reduce(0, +) == 40_000)
    // Expected 200 for each, with a variance of 2000 × 0.1 × 0.9 = 180.
    let squares = hits.reduce(0) { $0 + ($1 - 200) * ($1 - 200) }
    #expect((120...280).contains(squares / 180))
  }

  @Test func failures() throws {
    let keys = Self.flat(["a", "b\nc", "d"])
    #expect(throws: DrawFailure.lineFeedInKey(row: 1)) {
      try Selection(root: root, keys: keys, strata: [0, 0, 0], quotas: [1])
    }
    #expect(throws: DrawFailure.rowsMismatch(keys: 3, strata: 2)) {
      try Selection(root: root, keys: keys, strata: [0, 0], quotas: [1])
    }
    #expect(throws: DrawFailure.noQuota(stratum: 1)) {
      try Selection(root: root, keys: keys, strata: [0, 1, 0], quotas: [1])
    }
    let cancelled = Meter(Limits(interruption: { .cancelled }))
    #expect(throws: DrawFailure.limit(.cancelled)) {
      try Selection(root: root, keys: keys, strata: [0, 0, 0], quotas: [1], meter: cancelled)
    }
    #expect(throws: DrawFailure.limit(.memory(10))) {
      try Selection(
        root: root, keys: keys, strata: [0, -1, 0], quotas: [1], meter: Meter(Limits(memory: 10)))
    }
    // A row outside every stratum is not looked at.
    let selection = try Selection(root: root, keys: keys, strata: [0, -1, 0], quotas: [9])
    #expect(Set(selection.strata[0].map(\.row)) == [0, 2])
  }

  private func drawn(
    _ keys: [String], _ strata: [Int32], _ quotas: [Int]
  ) throws -> [[String]] {
    let selection = try Selection(
      root: root, keys: Self.flat(keys), strata: strata, quotas: quotas)
    return selection.strata.map { $0.map { keys[$0.row] } }
  }

  private func fullSort(
    keys: [String], strata: [Int32], quotas: [Int]
  ) throws -> [[Int]] {
    let tickets = try keys.map { key in
      let text = root.text + key
      return try SHA256.digest(of: text.utf8.span)
    }
    return quotas.indices.map { stratum in
      let rows = keys.indices.filter { strata[$0] == Int32(stratum) }
      let sorted = rows.sorted { (tickets[$0], $0) < (tickets[$1], $1) }
      return Array(sorted.prefix(max(0, quotas[stratum])))
    }
  }

  static func flat(_ keys: [String]) -> TextColumn {
    var bytes: [UInt8] = []
    var offsets = [0]
    for key in keys {
      bytes += Array(key.utf8)
      offsets.append(bytes.count)
    }
    return TextColumn(storage: .flat(bytes: bytes, offsets: offsets), known: nil)
  }

  static func dictionary(_ keys: [String]) -> TextColumn {
    var codes: [UInt32] = []
    var values: [String] = []
    var known: [String: UInt32] = [:]
    for key in keys {
      let code = known[key] ?? UInt32(values.count)
      if known.updateValue(code, forKey: key) == nil { values.append(key) }
      codes.append(code)
    }
    return TextColumn(storage: .dictionary(codes: codes, values: values), known: nil)
  }
}
