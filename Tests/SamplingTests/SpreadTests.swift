import Sampling
import TestSupport
import Testing

@Suite struct SpreadTests {
  /// Worked by hand: quota, populations, minima, result.
  @Test(arguments: [
    // Shares 4.77, 3.18, 1.59, 0.45: 8 whole, and one more for .77 and .59.
    (10, [30, 20, 10, 3], [], [5, 3, 2, 0]),
    // Equal fractions: the earlier cells.
    (2, [5, 5, 5], [], [1, 1, 0]), (5, [1, 1, 1, 1], [], [1, 1, 1, 1]),
    (0, [4, 4], [], [0, 0]), (3, [], [], []), (3, [0, 0], [], [0, 0]), (-1, [3], [], [0]),
    (9, [0, 9, 0], [], [0, 9, 0]), (7, [5, 2], [], [5, 2]),
    // The second has 3 of 5 anyway; the other two share the 2 that are left.
    (5, [10, 10, 10], [0, 3, 0], [1, 3, 1]),
    // 4 for the first leave 1 for the other two, whose shares were 1.67.
    (5, [10, 10, 10], [4, 0, 1], [4, 0, 1]),
    (5, [10, 10, 10], [4, 4, 0], [4, 4, 0]),
  ])
  func workedByHand(_ quota: Int, _ populations: [Int], _ minima: [Int], _ expected: [Int]) {
    #expect(spread(quota, over: populations, minima: minima) == expected)
  }

  @Test func sumsAndShares() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<3_000 {
      let populations = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Int.random(in: 0...60, using: &random)
      }
      let total = populations.reduce(0, +)
      let quota = Int.random(in: 0...total, using: &random)
      let plain = spread(quota, over: populations)
      // Each is its share rounded down or up.
      let near = zip(plain, populations).allSatisfy { number, population in
        let share = quota * population
        return number <= population && number * total > share - max(1, total)
          && number * total < share + max(1, total)
      }
      let minima = populations.map { Int.random(in: 0...max(1, $0 / 3), using: &random) % ($0 + 1) }
      let raised = spread(quota, over: populations, minima: minima)
      let kept = zip(raised, zip(minima, populations)).allSatisfy { $0 >= $1.0 && $0 <= $1.1 }
      if plain.reduce(0, +) != quota || !near || !kept
        || raised.reduce(0, +) != max(quota, minima.reduce(0, +))
      {
        Issue.record("\(quota) over \(populations), \(minima): \(plain), \(raised)")
      }
    }
  }
}
