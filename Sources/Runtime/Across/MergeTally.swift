import Quantities
import Semantics
import Syntax

/// Counts the objects that two plans visit in periods that touch.
struct MergeTally {
  private let shares: [PlanShare]
  private let year: Int
  private let tickets: [String]
  private var pairs: [Pair]

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
    pairs = []
    for first in shares.indices {
      for second in shares.indices where first < second {
        let (a, b) = (shares[first], shares[second])
        guard a.round.days.from <= b.round.days.to, b.round.days.from <= a.round.days.to,
          a.outline.plan.span != b.outline.plan.span
        else { continue }
        pairs.append(Pair(first: first, second: second))
      }
    }
  }

  mutating func count(_ group: ObjectClasses.Class, _ states: [PlanShare.State]) {
    for index in pairs.indices {
      let (a, b) = (states[pairs[index].first], states[pairs[index].second])
      guard a.isPossible, b.isPossible else { continue }
      let least = min(a.probability, b.probability)
      let product = (a.probability &* b.probability) >> 32
      // Certainty is one bit more than 32.
      let independent = a.isCertain ? b.probability : b.isCertain ? a.probability : product
      let both = tickets[pairs[index].first] == tickets[pairs[index].second] ? least : independent
      let size = UInt128(group.size)
      let together = UInt128(
        min(
          shares[pairs[index].first].visits(a, in: year).upperBound,
          shares[pairs[index].second].visits(b, in: year).upperBound))
      pairs[index].shared += UInt128(both) * size
      pairs[index].saved += UInt128(both) * size * together
      pairs[index].most += UInt128(least) * size * together
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
