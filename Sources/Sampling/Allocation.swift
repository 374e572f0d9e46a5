package import Quantities

/// How many objects each stratum of a plan gives: pure arithmetic over populations.
///
/// Every stratum's quantity permits an interval of quotas and has one to start from:
///
/// | quantity | permitted | start |
/// | --- | --- | --- |
/// | all | N | N |
/// | exactly `r` | ⌈r·N⌉ | |
/// | at least `r` | ⌈r·N⌉ … N | the least |
/// | at most `r` | 0 … ⌊r·N⌋ | the greatest |
/// | `a..b` | ⌈a·N⌉ … ⌊b·N⌋ | the least |
///
/// A count instead of a ratio stands as it is; one that has to be drawn must not be above `N`. With
/// `allWhenFewerThan: k` a population below `k` is taken whole. Zero is permitted for a population
/// above zero only if the plan allows it. Of a total that is divided over rounds, each end of the
/// interval is divided. Bounds over all strata then move quotas inside their
/// intervals, in proportion to the room each has (`spread`, ties in the order of the strata).
package struct Allocation: Hashable, Sendable {
  /// A number of objects, or a share of them.
  package enum Amount: Hashable, Sendable {
    /// 0…1
    case ratio(Decimal)
    case count(Int64)
  }

  package enum Bound: Hashable, Sendable {
    case all
    case exactly(Amount)
    case atLeast(Amount)
    case atMost(Amount)
    case range(Amount, Amount)
  }

  package struct Quantity: Hashable, Sendable {
    package let bound: Bound
    package let allWhenFewerThan: Int64?
    /// Which part of the number is taken; nil for all of it.
    package var part: Part?
    /// How many objects the bound's ratio is said to be, with the bound's own rounding.
    package var agreedCount: Int64?
    /// Quantities of which, together with this one, the one that starts with the fewest objects is
    /// taken; of equal ones the first. Their thresholds and alternatives do not count.
    package var alternatives: [Quantity] = []

    package init(_ bound: Bound, allWhenFewerThan: Int64? = nil) {
      self.bound = bound
      self.allWhenFewerThan = allWhenFewerThan
    }
  }

  /// One of several parts into which a whole number is divided as evenly as can be; the earlier
  /// ones get what does not come out even. All parts together are the number.
  package struct Part: Hashable, Sendable {
    /// From 0.
    package let place: Int
    package let count: Int

    /// Nil unless there is such a part.
    package init?(_ place: Int, of count: Int) {
      guard 0 <= place, place < count else { return nil }
      self.place = place
      self.count = count
    }

    package func of(_ whole: Int) -> Int { whole / count + (place < whole % count ? 1 : 0) }
  }

  /// A stratum, or a cell that has a quota of its own.
  package struct Stratum: Hashable, Sendable {
    /// Objects in scope, without those excluded and without must-include objects on top.
    package let population: Int
    /// Must-include objects among them that count towards the quota.
    package let included: Int
    package let quantity: Quantity
    /// Objects of the population that cannot be drawn again. Ratios are of the whole population;
    /// the quota is of what is left.
    package var spent = 0
    /// Objects that can be drawn.
    package var available: Int { population - spent }
    /// The quotas that what is wanted of parts of the stratum permits (`Requirement.totals`).
    package var permitted: ClosedRange<Int>?

    package init(population: Int, included: Int = 0, quantity: Quantity) {
      self.population = population
      self.included = included
      self.quantity = quantity
    }
  }

  /// Objects of each stratum in the sample, never fewer than those included, for which there has to
  /// be room; in the order of the strata.
  package let quotas: [Int]
  /// For each stratum which of its alternatives was taken; 0 is the quantity itself.
  package let choices: [Int]
  /// For each stratum the quotas that it permits by itself.
  package let permitted: [ClosedRange<Int>]
  /// The sums of quotas that bounds over all strata permit.
  package let total: ClosedRange<Int>
  /// For each stratum its quota before bounds over all strata moved it.
  package let starts: [Int]

  /// - Parameters:
  ///   - overall: Bounds on the sum over all strata, as against the sum of populations.
  ///   - allowsZero: Whether a stratum with objects may give none.
  package init(
    of strata: [Stratum], overall: [Quantity] = [], allowsZero: Bool = false
  ) throws(AllocationFailure) {
    var intervals: [QuotaInterval] = []
    var errors: [AllocationError] = []
    for (index, stratum) in strata.enumerated() {
      do {
        intervals.append(
          try QuotaInterval(stratum, place: .stratum(index), allowsZero: allowsZero))
      } catch {
        errors.append(error)
      }
    }
    if !errors.isEmpty { throw AllocationFailure(errors: errors) }
    do {
      let bounds = try OverallBounds(
        overall, population: strata.reduce(0) { $0 + $1.population },
        available: strata.reduce(0) { $0 + $1.available })
      starts = intervals.map(\.start)
      permitted = intervals.map { $0.least...$0.greatest }
      total = bounds.permitted
      try bounds.move(&intervals)
    } catch {
      throw AllocationFailure(errors: [error])
    }
    quotas = intervals.map(\.start)
    choices = intervals.map(\.choice)
  }
}

extension Allocation.Quantity {
  /// The mistake if a range, or one round's part of it, is said to come to another number.
  package func disagreement(
    drawn: Int, place: AllocationError.Place
  ) -> AllocationError? {
    guard case .range = bound, let agreedCount, let whole = Int(exactly: agreedCount) else {
      return nil
    }
    let stated = part?.of(whole) ?? whole
    if drawn == stated { return nil }
    return .resultDisagrees(
      place, drawn: drawn, stated: stated, year: .init(whole, of: self))
  }

  /// The least and the greatest number of objects it permits of a population, of which some are not
  /// available.
  package func bounds(
    over population: Int, available: Int? = nil, place: AllocationError.Place
  ) throws(AllocationError) -> ClosedRange<Int> {
    var interval = try QuotaInterval(self, population: population, place: place)
    interval.takePart(of: self)
    if let available { interval.clamp(to: available) }
    return interval.least...interval.greatest
  }
}
