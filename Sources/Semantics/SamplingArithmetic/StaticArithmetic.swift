import Quantities
package import Source

extension PlanDeclaration {
  /// What is certainly wrong with the quantities of the sample, whatever the registry holds.
  ///
  /// Nothing is said where it depends on the objects: the draw checks that. A mistake inside one
  /// quantity is told alone; what would follow from it is not. Wants amounts that are folded, with
  /// ratios in 0…1, counts from 0 and the ends of ranges in order.
  ///
  /// - Parameter language: the keyword set of the script, for what is advised.
  package func staticArithmetic(spelledIn language: Language) -> [Diagnostic] {
    if case .open(let open) = rounds { return staticArithmetic(open, spelledIn: language) }
    let arithmetic = SamplingArithmetic(
      sampling, yearlyRounds: yearlyRounds, spelledIn: language)
    let own = arithmetic.quantityMistakes()
    let hasErrors = own.contains { $0.severity == .error }
    if hasErrors { return own }
    return own + arithmetic.overallMistakes()
      + historyMistakes() + includeMistakes()
  }

  /// What is wrong in any number of rounds; what some numbers make right is left to the draw.
  private func staticArithmetic(
    _ open: OpenRounds, spelledIn language: Language
  ) -> [Diagnostic] {
    var best: [Diagnostic]?
    for count in open.counts {
      let found = inRounds(count).staticArithmetic(spelledIn: language)
      if found.isEmpty { return [] }
      let isBetter = best?.contains { $0.severity == .error } ?? true
      if isBetter, best == nil || !found.contains(where: { $0.severity == .error }) { best = found }
    }
    return best ?? []
  }
}

/// The quantities of a sample and what follows from them together.
struct SamplingArithmetic: Sendable {
  let sampling: PlanDeclaration.Sampling
  let language: Language
  let strata: [QuantityBounds]
  /// Bounds over all strata; ratios of areas are such bounds too.
  let whole: [PlanDeclaration.Quantity]
  let overall: [QuantityBounds]

  /// Rounds of a year, where some quantities are totals of a year and others are not: all are
  /// compared as totals then. 1 where they can be compared as they are, nil where not at all.
  let scale: Int?

  /// - Parameter yearlyRounds: see `PlanDeclaration.yearlyRounds`.
  init(
    _ sampling: PlanDeclaration.Sampling, yearlyRounds: Int? = 1, spelledIn language: Language
  ) {
    self.sampling = sampling
    self.language = language
    whole = sampling.overall + sampling.areas.map(\.quantity).filter(\.isOfRatios)
    let quantities = sampling.strata.map(\.quantity) + whole
    let isMixed = Set(quantities.map(\.isYearTotal)).count > 1
    scale = isMixed ? yearlyRounds : 1
    let factor = scale ?? 1
    strata = sampling.strata.map { QuantityBounds($0.quantity, inRounds: factor) }
    overall = whole.map { QuantityBounds($0, inRounds: factor) }
  }

  /// Whether a stratum has as many quotas as it has cells with objects.
  var hasCells: Bool { if case .each = sampling.within { true } else { false } }

  /// Mistakes that one quantity makes by itself, in the order they are written.
  func quantityMistakes() -> [Diagnostic] {
    var result: [Diagnostic] = []
    for (stratum, bounds) in zip(sampling.strata, strata) {
      result += mistakes(in: stratum.quantity)
      result += subquotaMistakes(stratum, bounds) + layerMistakes(stratum, bounds)
      if bounds.isZero, !sampling.allowsZero {
        result.append(certainZero(stratum))
      }
    }
    for quantity in sampling.areas.map(\.quantity) where !quantity.isOfRatios {
      result += mistakes(in: quantity)
    }
    for (quantity, bounds) in zip(whole, overall) {
      result += mistakes(in: quantity)
      if bounds.isZero, !sampling.allowsZero {
        result.append(overallZero(quantity))
      }
    }
    return result + risingMistakes()
  }

  private func mistakes(in quantity: PlanDeclaration.Quantity) -> [Diagnostic] {
    var result: [Diagnostic] = []
    if case .range(.ratio(let low), .ratio(let high)) = quantity.bound, low == high, low > 0,
      low < 1
    {
      result.append(rangeOfOneRatio(quantity, low))
    }
    guard let limit = quantity.allWhenFewerThan else { return result }
    if limit <= 1 || quantity.bound == .all {
      result.append(pointlessThreshold(quantity, limit))
    } else if let wanted = quantity.leastCount, wanted > limit {
      result.append(thresholdBelowCount(quantity, limit, wanted))
    }
    return result
  }

  /// Bounds over all strata that exclude each other, or what the strata must or may give.
  func overallMistakes() -> [Diagnostic] {
    guard scale != nil else { return [] }
    let contradiction = ratioContradiction() ?? countContradiction()
    if let contradiction { return [contradiction] }
    return [
      ratiosAboveOverall() ?? countsAboveOverall(), ratiosBelowOverall() ?? countsBelowOverall(),
    ]
    .compactMap(\.self)
  }

  /// The bounds over all strata, the tightest of each kind, with the quantity each comes from.
  var greatestOverallRatio: Int? {
    overall.indices.filter { overall[$0].ratios.upperBound < 1 }
      .min { overall[$0].ratios.upperBound < overall[$1].ratios.upperBound }
  }

  var leastOverallRatio: Int? {
    overall.indices.filter { overall[$0].ratios.lowerBound > 0 }
      .max { overall[$0].ratios.lowerBound < overall[$1].ratios.lowerBound }
  }

  private var greatestOverallCount: Int? {
    overall.indices.filter { overall[$0].greatest != nil }
      .min { overall[$0].greatest ?? 0 < overall[$1].greatest ?? 0 }
  }

  private var leastOverallCount: Int? {
    overall.indices.filter { overall[$0].least > 0 }
      .max { overall[$0].least < overall[$1].least }
  }

  private func ratioContradiction() -> Diagnostic? {
    guard let low = leastOverallRatio, let high = greatestOverallRatio,
      overall[low].ratios.lowerBound > overall[high].ratios.upperBound
    else { return nil }
    return overallBoundsContradict(
      (low, .ratio(overall[low].ratios.lowerBound)),
      (high, .ratio(overall[high].ratios.upperBound)))
  }

  private func countContradiction() -> Diagnostic? {
    guard let low = leastOverallCount, let high = greatestOverallCount,
      let most = overall[high].greatest, overall[low].least > most
    else { return nil }
    return overallBoundsContradict((low, .count(overall[low].least)), (high, .count(most)))
  }

  /// Every stratum gives at least its share, so all together give at least the smallest share.
  private func ratiosAboveOverall() -> Diagnostic? {
    guard let index = greatestOverallRatio, let floor = strata.map(\.ratios.lowerBound).min()
    else { return nil }
    let limit = overall[index].ratios.upperBound
    if floor > limit { return strataAboveOverall(index, floor: floor, limit: limit) }
    // Each stratum rounds up, all together round down (or once only).
    let isTight = overall[index].roundsDown || strata.count > 1 || hasCells
    if floor == limit, floor > 0, isTight, scale == 1 { return onlyWithoutRemainder(index, floor) }
    return nil
  }

  /// No stratum gives more than its share. Rounding up may give more where there are many small
  /// cells.
  private func ratiosBelowOverall() -> Diagnostic? {
    guard let index = leastOverallRatio, let ceiling = strata.map(\.ratios.upperBound).max(),
      !hasCells
    else { return nil }
    // A number of objects may be any share of them.
    let limit = overall[index].ratios.lowerBound
    if ceiling < limit { return strataBelowOverall(index, ceiling: ceiling, limit: limit) }
    let roundsDown = strata.contains { $0.ratios.upperBound == ceiling && $0.roundsDown }
    if ceiling == limit, ceiling < 1, roundsDown, scale == 1 {
      return onlyWithoutRemainder(index, ceiling)
    }
    return nil
  }

  private func countsAboveOverall() -> Diagnostic? {
    guard !hasCells, let index = greatestOverallCount, let most = overall[index].greatest else {
      return nil
    }
    let least = strata.map(\.least)
    let (sum, overflow) = least.saturatingSum
    guard overflow || sum > most else { return nil }
    return countsAbove(index, least, sum, most)
  }

  private func countsBelowOverall() -> Diagnostic? {
    guard !hasCells, let index = leastOverallCount else { return nil }
    let greatest = strata.compactMap(\.greatest)
    guard greatest.count == strata.count else { return nil }
    let (sum, overflow) = greatest.saturatingSum
    guard !overflow, sum < overall[index].least else { return nil }
    return countsBelow(index, greatest, sum, overall[index].least)
  }
}

extension [Int64] {
  /// The sum of numbers from 0, or the greatest integer.
  fileprivate var saturatingSum: (Int64, overflow: Bool) {
    var sum: Int64 = 0
    for element in self {
      let (next, overflow) = sum.addingReportingOverflow(element)
      if overflow { return (.max, true) }
      sum = next
    }
    return (sum, false)
  }
}

extension PlanDeclaration.Quantity {
  /// Whether it says nothing of numbers.
  fileprivate var isOfRatios: Bool {
    ([self] + alternatives).allSatisfy { quantity in
      quantity.agreedCount == nil
        && quantity.bound.amounts.allSatisfy { if case .ratio = $0 { true } else { false } }
    }
  }

  /// How many objects there must be, apart from a threshold below which all are taken.
  fileprivate var leastCount: Int64? {
    switch bound {
    case .exactly(.count(let count)), .atLeast(.count(let count)), .range(.count(let count), _):
      count
    default: nil
    }
  }
}
