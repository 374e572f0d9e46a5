import Sampling
import TestSupport
import Testing

/// Ranks and requirements, against trying every sample there is.
@Suite struct ChoiceTests {
  let root: DrawRoot

  init() throws { root = try DrawRoot(seed: "seed", group: "group", period: "period") }

  /// A registry of a few rows, in cells that are drawn from together or alone.
  struct Trial {
    var keys: [String]
    var rows: Choice.Rows
    var quotas: [Int]
    var requirements: [Requirement]

    /// - Parameter spread: Whether all cells are drawn from together.
    init(_ random: inout SplitMix64, spread: Bool) {
      let count = Int.random(in: 0...11, using: &random)
      let cellCount = spread ? Int.random(in: 1...3, using: &random) : 2
      let classCount = Int.random(in: 1...5, using: &random)
      keys = (0..<count).map { "key \($0)" }
      rows = Choice.Rows(
        cells: keys.map { _ in Int32.random(in: -1..<Int32(cellCount), using: &random) })
      if Bool.random(using: &random) {
        rows.ranks = keys.map { _ in UInt8.random(in: 0...2, using: &random) }
      }
      // The class of a row says its cell as well.
      rows.classes = rows.cells.map {
        max(0, $0) * Int32(classCount) + Int32.random(in: 0..<Int32(classCount), using: &random)
      }
      var quotas: [Int] = []
      for cell in 0..<Int32(cellCount) {
        let population = rows.cells.count { $0 == cell }
        quotas.append(Int.random(in: 0...population, using: &random))
      }
      self.quotas = quotas
      let together = spread ? [Array(0..<cellCount)] : [[0]]
      requirements = together.map { cells in
        let classes = cells.flatMap { $0 * classCount..<($0 + 1) * classCount }
        var parts = (0..<Int.random(in: 0...4, using: &random)).map { _ in
          let least = Int.random(in: 0...3, using: &random)
          return Requirement.Part(
            classes: classes.filter { _ in Bool.random(using: &random) }, least: least,
            greatest: Bool.random(using: &random)
              ? .max : least + Int.random(in: 0...3, using: &random))
        }
        if cells.count > 1 {
          for cell in cells {
            parts.append(
              Requirement.Part(
                classes: Array(cell * classCount..<(cell + 1) * classCount), least: quotas[cell],
                greatest: quotas[cell]))
          }
        }
        return Requirement(cells: cells, classes: classes, parts: parts)
      }
    }

    func total(_ requirement: Requirement) -> Int {
      requirement.cells.reduce(0) { $0 + quotas[$1] }
    }

    /// All sets of the given rows that meet a requirement.
    func samples(_ requirement: Requirement, of order: [Int]) -> [[Int]] {
      (0..<1 << order.count).compactMap { mask in
        let chosen = order.indices.filter { mask >> $0 & 1 == 1 }.map { order[$0] }
        let fits = requirement.parts.allSatisfy { part in
          let number = chosen.count { part.classes.contains(Int(rows.classes[$0])) }
          return part.least <= number && number <= part.greatest
        }
        return fits ? chosen : nil
      }
    }

    /// The rows of cells by rank and ticket.
    func order(_ cells: [Int], _ root: DrawRoot) throws -> [Int] {
      var hasher = try TicketHasher(root)
      var tickets: [Ticket] = []
      for key in keys { tickets.append(try hasher.ticket(of: key)) }
      return keys.indices.filter { cells.contains(Int(rows.cells[$0])) }.sorted { a, b in
        let ranks = rows.ranks.isEmpty ? (0, 0) : (rows.ranks[a], rows.ranks[b])
        return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : tickets[a] < tickets[b]
      }
    }
  }

  @Test(arguments: [false, true])
  func agreesWithTryingAll(spread: Bool) throws {
    var random = SplitMix64(seed: spread ? 11 : 12)
    var (met, unmet) = (0, 0)
    for round in 0..<1_500 {
      let trial = Trial(&random, spread: spread)
      var expected: [[Int]]? = try trial.quotas.indices.map { cell in
        Array(try trial.order([cell], root).prefix(trial.quotas[cell]))
      }
      for requirement in trial.requirements {
        let order = try trial.order(requirement.cells, root)
        let samples = trial.samples(requirement, of: order)
        // The first sample: at the first row where two differ, the one that has it.
        let positions = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        let first = samples.filter { $0.count == trial.total(requirement) }.min { a, b in
          a.map { positions[$0] ?? 0 }.lexicographicallyPrecedes(b.map { positions[$0] ?? 0 })
        }
        for cell in requirement.cells {
          expected?[cell] = first?.filter { trial.rows.cells[$0] == Int32(cell) } ?? []
        }
        if first == nil { expected = nil }
        var populations = [Int](repeating: 0, count: 1 + (requirement.classes.max() ?? 0))
        for row in order { populations[Int(trial.rows.classes[row])] += 1 }
        let range = Int.random(in: 0...2, using: &random)...order.count + 2
        let totals = try requirement.totals(range, of: populations)
        let sizes = samples.map(\.count).filter { range.contains($0) }
        let bounds = sizes.min().map { $0...(sizes.max() ?? 0) }
        if totals != bounds { Issue.record("round \(round): totals \(String(describing: totals))") }
      }
      let observed = Result {
        () throws(DrawFailure) in
        try Choice(
          root: root, keys: SelectionTests.flat(trial.keys), rows: trial.rows,
          quotas: trial.quotas, requirements: trial.requirements
        ).cells.map { $0.map(\.row) }
      }
      switch observed {
      case .success(let cells):
        met += 1
        if cells != expected { Issue.record("round \(round): \(cells), not \(expected ?? [])") }
      case .failure(let failure):
        unmet += 1
        if failure != .requirementNotMet(0) || expected != nil {
          Issue.record("round \(round): \(failure)")
        }
      }
    }
    #expect(met > 300 && unmet > 100)
  }

  /// One of each of many categories, in a large cell: the first rows, and of each category that is
  /// not among them its first.
  @Test func manyCategories() throws {
    let keys = (0..<60_000).map { "9131\($0)" }
    var rows = Choice.Rows(cells: keys.map { _ in 0 })
    // A few large categories, and many of one or two rows.
    rows.classes = keys.indices.map { $0 < 600 ? Int32($0 / 2) : Int32(300 + $0 % 3) }
    let requirement = Requirement(
      cells: [0], classes: Array(0..<303),
      parts: (0..<303).map { Requirement.Part(classes: [$0], least: 1) })
    let choice = try Choice(
      root: root, keys: SelectionTests.flat(keys), rows: rows, quotas: [1_000],
      requirements: [requirement])
    let drawn = choice.cells[0].map(\.row)
    #expect(drawn.count == 1_000)
    #expect(Set(drawn.map { rows.classes[$0] }).count == 303)
    let cancelled = Requirement(cells: [0], classes: [0], parts: [])
    #expect(try cancelled.totals(0...1, of: [0]) == 0...0)
  }
}
