import Quantities
import Semantics
import Source
import Syntax

/// Counts the objects at which two departments inspect the same by two plans in one year, whenever
/// in the year that is.
struct TwiceTally {
  private let shares: [PlanShare]
  private let dependence: [String]
  private var pairs: [Pair] = []

  private struct Pair {
    /// The shares of the plans' rounds.
    let first: [Int]
    let second: [Int]
    let subjects: [(subject: PlanOutline.Subject, by: PlanOutline.Department)]
    /// In units of 2⁻³²: objects that both visit.
    var shared: UInt128 = 0
    /// Whether draws still to come decide on some of them.
    var isExpected = false
  }

  init(_ shares: [PlanShare]) {
    self.shares = shares
    dependence = shares.indices.map { shares[$0].dependence($0) }
    var plans: [[Int]] = []
    var places: [Span: Int] = [:]
    for (index, share) in shares.enumerated() {
      if let place = places[share.outline.plan.span] {
        plans[place].append(index)
      } else {
        places[share.outline.plan.span] = plans.count
        plans.append([index])
      }
    }
    for (index, first) in plans.enumerated() {
      for second in plans[(index + 1)...] {
        let (a, b) = (shares[first[0]], shares[second[0]])
        let subjects = a.outline.inspectedTwice(with: b.outline)
        // Those of one group that are drawn together are visited together.
        guard !subjects.isEmpty,
          !a.isJoint(with: b),
          a.outline.plan.group != b.outline.plan.group || a.round.text != b.round.text
        else { continue }
        pairs.append(Pair(first: first, second: second, subjects: subjects))
      }
    }
  }

  mutating func count(_ group: ObjectClasses.Class, _ states: [PlanShare.State]) {
    for index in pairs.indices {
      let both = odds(pairs[index], states)
      if both > 0, both < PlanShare.State.certainty { pairs[index].isExpected = true }
      pairs[index].shared += UInt128(both) * UInt128(group.size)
    }
  }

  /// The probability that an object is visited by both plans and both departments of one subject.
  private func odds(_ pair: Pair, _ states: [PlanShare.State]) -> UInt64 {
    if (pair.first + pair.second).allSatisfy({ states[$0].absence == 0 }) {
      return odds(pair.first, pair.second, states)
    }
    return pair.subjects.reduce(0) { most, one in
      let first = pair.first.filter {
        shares[$0].sends([one.subject.department.key], to: states[$0])
      }
      let second = pair.second.filter { shares[$0].sends([one.by.key], to: states[$0]) }
      return max(most, odds(first, second, states))
    }
  }

  /// The probability that an object is visited by both plans, in whichever of their rounds.
  private func odds(_ first: [Int], _ second: [Int], _ states: [PlanShare.State]) -> UInt64 {
    guard first.contains(where: { states[$0].isPossible }),
      second.contains(where: { states[$0].isPossible })
    else { return 0 }
    if first.contains(where: { states[$0].isCertain }) { return odds(second, states) }
    if second.contains(where: { states[$0].isCertain }) { return odds(first, states) }
    // Either, or the other, less one of them.
    let (a, b) = (odds(first, states), odds(second, states))
    let any = odds(first + second, states)
    return a + b > any ? a + b - any : 0
  }

  /// The probability that an object is visited in one of the rounds.
  private func odds(_ rounds: [Int], _ states: [PlanShare.State]) -> UInt64 {
    if rounds.count == 1 { return states[rounds[0]].probability }
    return VisitOdds.above(
      0,
      rounds.map { index in
        VisitOdds.Chance(
          probability: states[index].probability, visits: 1, tickets: dependence[index],
          lowest: states[index].lowestTicket)
      })
  }

  func diagnostics(_ year: Int) -> [Diagnostic] {
    pairs.compactMap { pair in
      let shared = PortfolioReview.Expected(fixed: pair.shared)
      guard shared.tenths > 0 else { return nil }
      return inspectedTwice(
        shares[pair.first[0]].outline, shares[pair.second[0]].outline, pair.subjects, year, shared,
        isExpected: pair.isExpected)
    }
  }
}
