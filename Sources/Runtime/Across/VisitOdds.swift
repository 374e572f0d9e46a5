/// How probable numbers of visits are, up to a limit. In whole numbers: the same on any machine.
struct VisitOdds {
  /// What a plan may do to an object.
  struct Chance {
    /// In units of 2⁻³².
    let probability: UInt64
    let visits: Int64
    /// Plans of one group and period share their tickets: of two of them the less probable one
    /// draws only what the other draws as well.
    let tickets: String
    /// The lowest of the tickets that draw the object.
    var lowest: UInt64 = 0
  }

  /// The probability of more visits than the limit, in units of 2⁻³². Plans without common tickets
  /// draw independently.
  static func above(_ limit: Int64, _ chances: [Chance]) -> UInt64 {
    // Beyond what matters a cap is no cap.
    guard limit < 1_000 else { return 0 }
    let places = Int(limit) + 2
    var odds = Array(repeating: UInt64(0), count: places)
    odds[0] = PlanShare.State.certainty
    for group in grouped(chances) {
      var next = Array(repeating: UInt64(0), count: places)
      for (probability, visits) in outcomes(group) where probability > 0 {
        for place in odds.indices where odds[place] > 0 {
          let sum = min(Int64(place).addingReportingOverflow(visits), cap: Int64(places - 1))
          // Certainty times certainty is one bit more than 64.
          next[Int(sum)] += UInt64((UInt128(odds[place]) * UInt128(probability)) >> 32)
        }
      }
      odds = next
    }
    return odds[places - 1]
  }

  private static func grouped(_ chances: [Chance]) -> [[Chance]] {
    var groups: [[Chance]] = []
    var known: [String: Int] = [:]
    for chance in chances where chance.probability > 0 {
      if let index = known[chance.tickets] {
        groups[index].append(chance)
      } else {
        known[chance.tickets] = groups.count
        groups.append([chance])
      }
    }
    return groups
  }

  /// What plans with common tickets do together: between two neighbouring ends of their tickets the
  /// same of them draw the object.
  private static func outcomes(_ group: [Chance]) -> [(probability: UInt64, visits: Int64)] {
    let ends = group.flatMap { [$0.lowest, $0.lowest + $0.probability] }
    let cuts = Set(ends + [0, PlanShare.State.certainty]).sorted()
    return zip(cuts, cuts.dropFirst()).map { low, high in
      let visits = group.reduce(Int64(0)) { sum, chance in
        guard chance.lowest <= low, high <= chance.lowest + chance.probability else { return sum }
        return min(sum.addingReportingOverflow(chance.visits), cap: .max)
      }
      return (high - low, visits)
    }
  }

  private static func min(
    _ sum: (partialValue: Int64, overflow: Bool), cap: Int64
  ) -> Int64 {
    sum.overflow ? cap : Swift.min(sum.partialValue, cap)
  }
}
