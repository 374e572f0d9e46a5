import Quantities
import Semantics
import Source
import Syntax

/// Bounds on several plans together, decided by what they draw.
extension PortfolioReviewer {
  mutating func reviewJoints() throws(RunFailure) -> [PortfolioReview.Joint] {
    var joints: [PortfolioReview.Joint] = []
    var known: Set<Span> = []
    for (script, checked) in portfolio.scripts.enumerated() {
      for joint in checked.program.joints where known.insert(joint.span).inserted {
        let spans = joint.plans.map { checked.program.plans[$0.index].span }
        let own = spans.flatMap { span in shares.filter { $0.outline.plan.span == span } }
        // A plan that could not be looked at has been told.
        guard Set(own.map(\.outline.plan.span)).count == spans.count else { continue }
        for bound in joint.bounds {
          let found = review(joint, bound, own, script)
          joints.append(found)
          if found.holds == false { diagnostics.append(jointMissed(joint, bound, found)) }
        }
      }
    }
    return joints
  }

  private func review(
    _ joint: JointDeclaration, _ bound: JointDeclaration.Bound, _ shares: [PlanShare],
    _ script: Int
  ) -> PortfolioReview.Joint {
    let parts = shares.map {
      PortfolioReview.Joint.Part(
        plan: $0.outline.name.text, drawn: $0.drawn, population: $0.population)
    }
    let measured: JointShare =
      switch bound.measure {
      case .sum:
        shares.reduce(JointShare.none) { $0.adding($1.drawn, of: $1.population) }
      case .coverage:
        coverage(
          shares, spaces[spaceName(shares[0].outline.plan.registry, shares[0].outline.script)])
      }
    return PortfolioReview.Joint(
      name: joint.name.text, bound: bound.words, parts: parts,
      thousandths: measured.thousandths, isExpected: measured.isExpected,
      holds: measured.meets(bound.quantity.bound))
  }

  /// Objects that one of the plans draws, of all that one of them draws from.
  private func coverage(_ shares: [PlanShare], _ space: KeySpace?) -> JointShare {
    var classes = ObjectClasses(objects: space?.count ?? 0)
    for share in shares { classes.divide(by: share.ofObjects, limit: share.states.count) }
    var covered: UInt128 = 0
    var population = 0
    var isExpected = false
    for group in classes.all() {
      let states = zip(shares, group.values).map { $0.states[Int($1)] }
      if states.contains(where: \.isInPopulation) { population += group.size }
      if states.contains(where: \.isCertain) {
        covered += UInt128(group.size) << 32
        continue
      }
      let chances = zip(shares.indices, states).map { index, state in
        VisitOdds.Chance(
          probability: state.probability, visits: 1,
          tickets: shares[index].dependence(index), lowest: state.lowestTicket)
      }
      let odds = VisitOdds.above(0, chances)
      if odds > 0 { isExpected = true }
      covered += UInt128(odds) * UInt128(group.size)
    }
    return JointShare(
      covered: covered, population: population, isExpected: isExpected, parts: [])
  }
}

/// A share of several plans: exact where the plans are.
struct JointShare {
  static let none = JointShare(covered: nil, population: 0, isExpected: false, parts: [])

  /// In units of 2⁻³²; nil for shares that are added up.
  let covered: UInt128?
  let population: Int
  let isExpected: Bool
  /// Shares that are added up.
  let parts: [(drawn: Int, population: Int)]

  func adding(_ drawn: Int, of population: Int) -> JointShare {
    JointShare(
      covered: nil, population: 0, isExpected: isExpected,
      parts: population == 0 ? parts : parts + [(drawn, population)])
  }

  /// The share as numerator and denominator.
  private var fraction: (Int128, Int128) {
    if let covered {
      return (Int128(clamping: covered), Int128(population) << 32)
    }
    var (numerator, denominator): (Int128, Int128) = (0, 1)
    for part in parts {
      let (left, overflow) = numerator.multipliedReportingOverflow(by: Int128(part.population))
      let (right, more) = denominator.multipliedReportingOverflow(by: Int128(part.drawn))
      let (whole, most) = denominator.multipliedReportingOverflow(by: Int128(part.population))
      // Beyond 38 digits the rest is left out: never for fewer than five plans of ten million.
      if overflow || more || most { break }
      (numerator, denominator) = (left + right, whole)
      let common = Self.divisor(numerator, denominator)
      (numerator, denominator) = (numerator / common, denominator / common)
    }
    return (numerator, denominator)
  }

  private static func divisor(_ a: Int128, _ b: Int128) -> Int128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }

  var thousandths: Int {
    let (numerator, denominator) = fraction
    guard denominator > 0 else { return 0 }
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: 1_000)
    if overflow { return Int(clamping: numerator / max(denominator / 1_000, 1)) }
    return Int(clamping: (scaled + (isExpected ? denominator / 2 : 0)) / denominator)
  }

  /// Nil where it cannot be told yet.
  func meets(_ bound: PlanDeclaration.Quantity.Bound) -> Bool? {
    if isExpected { return nil }
    return switch bound {
    case .all: compared(to: .ratio(.one)) >= 0
    case .exactly(let amount), .atLeast(let amount): compared(to: amount) >= 0
    case .atMost(let amount): compared(to: amount) <= 0
    case .range(let low, let high): compared(to: low) >= 0 && compared(to: high) <= 0
    }
  }

  /// Negative, zero or positive.
  private func compared(to amount: PlanDeclaration.Quantity.Amount) -> Int {
    switch amount {
    case .count(let count):
      let drawn =
        covered.map { Int64(clamping: $0 >> 32) } ?? parts.reduce(0) { $0 + Int64($1.drawn) }
      return drawn < count ? -1 : drawn > count ? 1 : 0
    case .ratio(let ratio):
      let (numerator, denominator) = fraction
      guard let part = Decimal(coefficient: numerator, places: 0),
        let whole = Decimal(coefficient: denominator, places: 0),
        let limit = try? ratio.multiplied(by: whole)
      else { return 0 }
      return part < limit ? -1 : limit < part ? 1 : 0
    // Bounds over several plans have no parameters.
    case .open: return 0
    }
  }
}
