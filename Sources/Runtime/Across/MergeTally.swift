import Quantities
import Semantics
import Syntax

/// Counts the objects that two plans visit in periods that touch.
struct MergeTally {
  private let shares: [PlanShare]
  private let year: Int
  private let tickets: [String]
  /// By share and state.
  private let visits: [[ClosedRange<Int64>]]
  private var pairs: [Pair] = []
  /// The pair of two shares, or −1, at `first × shares + second`.
  private var places: [Int32]

  private struct Pair {
    let first: Int
    let second: Int
    /// In units of 2⁻³²: objects of both, visits saved, and visits saved with common tickets.
    var shared: UInt128 = 0
    var saved: UInt128 = 0
    var most: UInt128 = 0
  }

  init(_ shares: [PlanShare], _ year: Int) {
    self.shares = shares
    self.year = year
    tickets = shares.indices.map { shares[$0].tickets($0) }
    visits = shares.map { $0.visits(in: year) }
    places = Array(repeating: -1, count: shares.count * shares.count)
    for first in shares.indices {
      for second in shares.indices where first < second {
        let (a, b) = (shares[first], shares[second])
        guard a.round.days.from <= b.round.days.to, b.round.days.from <= a.round.days.to,
          a.outline.plan.span != b.outline.plan.span, !a.isJoint(with: b)
        else { continue }
        places[first * shares.count + second] = Int32(pairs.count)
        pairs.append(Pair(first: first, second: second))
      }
    }
  }

  /// O(k²) for the k plans that may visit the objects.
  mutating func count(_ group: ObjectClasses.Class, _ states: [PlanShare.State]) {
    let size = UInt128(group.size)
    let possible = shares.indices.filter { states[$0].isPossible }
    for (position, first) in possible.enumerated() {
      for second in possible[(position + 1)...] {
        let place = Int(places[first * shares.count + second])
        guard place >= 0 else { continue }
        let (a, b) = (states[first], states[second])
        let least = min(a.probability, b.probability)
        // Certainty is one bit more than 32.
        let independent =
          a.isCertain
          ? b.probability
          : b.isCertain ? a.probability : (a.probability &* b.probability) >> 32
        let both = tickets[first] == tickets[second] ? least : independent
        let together = UInt128(
          min(
            visits[first][Int(group.values[first])].upperBound,
            visits[second][Int(group.values[second])].upperBound))
        pairs[place].shared += UInt128(both) * size
        pairs[place].saved += UInt128(both) * size * together
        pairs[place].most += UInt128(least) * size * together
      }
    }
  }

  /// The pairs that have something to merge, the most first.
  var merges: [PortfolioReview.Merge] {
    pairs.compactMap { pair in
      let (a, b) = (shares[pair.first], shares[pair.second])
      let saved = PortfolioReview.Expected(fixed: pair.saved)
      let most = PortfolioReview.Expected(fixed: pair.most)
      let mayCoordinate =
        a.basis == .planned && b.basis == .planned
        && tickets[pair.first] != tickets[pair.second]
      guard saved.tenths > 0 || mayCoordinate && most.tenths > 0 else { return nil }
      return PortfolioReview.Merge(
        plans: [a.outline.name.text, b.outline.name.text], registry: a.outline.registry,
        year: year, shared: PortfolioReview.Expected(fixed: pair.shared), saved: saved,
        savedIfCoordinated: mayCoordinate ? most : nil)
    }.sorted { $0.saved.tenths > $1.saved.tenths }
  }
}
