import Sampling
import TestSupport
import Testing

/// Quotas across strata, against trying all numbers there are.
@Suite struct SharedQuotasTests {
  /// Strata with cells, and areas across them. The class of an object is its cell and area.
  struct Trial {
    let units: [SharedQuotas.Unit]
    let areas: [ClosedRange<Int>]
    let populations: [Int]
    let total: ClosedRange<Int>

    init(_ random: inout SplitMix64) {
      let sizes = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Int.random(in: 1...2, using: &random)
      }
      let cellCount = sizes.reduce(0, +)
      let areaCount = cellCount > 4 ? 1 : 2
      let populations = (0..<cellCount * areaCount).map { _ in
        Int.random(in: 0...2, using: &random)
      }
      var next = 0
      units = sizes.map { size in
        let cells = Array(next..<next + size)
        next += size
        let there = cells.reduce(0) { sum, cell in
          sum + populations[cell * areaCount..<(cell + 1) * areaCount].reduce(0, +)
        }
        let low = Int.random(in: 0...there, using: &random)
        let high = Int.random(in: low...there, using: &random)
        return SharedQuotas.Unit(
          cells: cells, start: Int.random(in: low...high, using: &random), permitted: low...high)
      }
      areas = (0..<areaCount).map { _ in
        let low = Int.random(in: 0...3, using: &random)
        return low...(Bool.random(using: &random) ? 99 : low + 1)
      }
      self.populations = populations
      let least = Int.random(in: 0...3, using: &random)
      total = least...(Bool.random(using: &random) ? 99 : least + 4)
    }

    var cellCount: Int { populations.count / areas.count }

    var problem: SharedQuotas.Problem {
      SharedQuotas.Problem(
        units: units,
        requirement: Requirement(
          cells: Array(0..<cellCount), classes: Array(populations.indices),
          parts: areas.enumerated().map { area, range in
            Requirement.Part(
              classes: populations.indices.filter { $0 % areas.count == area },
              least: range.lowerBound, greatest: range.upperBound, family: 1)
          }),
        classesOfCell: (0..<cellCount).map {
          Array($0 * areas.count..<($0 + 1) * areas.count)
        }, populations: populations, total: total)
    }

    func share(_ unit: Int, _ quota: Int) -> [Int] {
      spread(
        quota,
        over: units[unit].cells.map {
          populations[$0 * areas.count..<($0 + 1) * areas.count].reduce(0, +)
        })
    }

    /// The numbers of all cells with which everything can be met.
    var solutions: Set<[Int]> {
      var numbers = [[Int]()]
      for population in populations {
        numbers = numbers.flatMap { some in (0...population).map { some + [$0] } }
      }
      var result: Set<[Int]> = []
      for some in numbers {
        let cells = (0..<cellCount).map {
          some[$0 * areas.count..<($0 + 1) * areas.count].reduce(0, +)
        }
        let fits =
          total.contains(some.reduce(0, +))
          && units.allSatisfy { $0.permitted.contains($0.cells.reduce(0) { $0 + cells[$1] }) }
          && areas.indices.allSatisfy { area in
            areas[area].contains(
              some.indices.filter { $0 % areas.count == area }.reduce(0) { $0 + some[$1] })
          }
        if fits { result.insert(cells) }
      }
      return result
    }

    /// By the description.
    var expected: [[Int]]? {
      var left = solutions
      func sum(_ cells: [Int], _ unit: Int) -> Int {
        units[unit].cells.reduce(0) { $0 + cells[$1] }
      }
      let starts = units.indices.map { share($0, units[$0].start) }
      if left.contains(starts.flatMap { $0 }) { return starts }
      for index in units.indices {
        let start = units[index].start
        let sums = left.map { sum($0, index) }
        guard let best = sums.min(by: { (abs($0 - start), -$0) < (abs($1 - start), -$1) }) else {
          return nil
        }
        left = left.filter { sum($0, index) == best }
      }
      for index in units.indices {
        let own = units[index].cells
        guard let quota = left.first.map({ sum($0, index) }) else { return nil }
        let shares = share(index, quota)
        let kept = left.filter { cells in own.map { cells[$0] } == shares }
        if !kept.isEmpty {
          left = kept
          continue
        }
        for place in shares.indices.sorted(by: { (shares[$0], $0) < (shares[$1], $1) }) {
          let (start, cell) = (shares[place], own[place])
          let best = left.map { $0[cell] }
            .min { (abs($0 - start), -$0) < (abs($1 - start), -$1) }
          left = left.filter { $0[cell] == best }
        }
      }
      return left.first.map { cells in units.map { $0.cells.map { cells[$0] } } }
    }
  }

  @Test func agreesWithTryingAll() throws {
    var random = SplitMix64(seed: 21)
    var (met, unmet, moved) = (0, 0, 0)
    for round in 0..<700 {
      let trial = Trial(&random)
      let found = try SharedQuotas(trial.problem, share: trial.share)
      let expected = trial.expected
      if found?.cells != expected {
        Issue.record("round \(round): \(found?.cells ?? []), not \(expected ?? [])")
      }
      #expect(try trial.problem.hasSolution() == (found != nil))
      if found == nil { unmet += 1 } else { met += 1 }
      if let expected,
        expected != trial.units.indices.map({ trial.share($0, trial.units[$0].start) })
      {
        moved += 1
      }
    }
    #expect(met > 150 && unmet > 150 && moved > 50)
  }

  /// Forty counties that only two strata of ten each have: 20 is fewer than 40, which no bound of a
  /// single county or stratum shows.
  @Test func manyAreasOfTwoStrata() throws {
    let areas = 40
    let requirement = Requirement(
      cells: [0, 1], classes: Array(0..<2 * areas),
      parts: (0..<areas).map {
        Requirement.Part(classes: [$0, areas + $0], least: 1, family: 1)
      })
    func problem(_ quota: Int) -> SharedQuotas.Problem {
      SharedQuotas.Problem(
        units: [0, 1].map {
          SharedQuotas.Unit(cells: [$0], start: quota, permitted: quota...quota)
        },
        requirement: requirement,
        classesOfCell: [Array(0..<areas), Array(areas..<2 * areas)],
        populations: Array(repeating: 30, count: 2 * areas), total: 0...2 * quota)
    }
    #expect(try !problem(19).hasSolution())
    #expect(try problem(20).hasSolution())
  }
}
