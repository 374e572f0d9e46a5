package import Quantities

/// All that is wrong with a plan's quantities, in the order of the strata; never empty.
package struct AllocationFailure: Error, Hashable, Sendable {
  package let errors: [AllocationError]

  package init(errors: [AllocationError]) { self.errors = errors }
}

/// A quantity that the populations cannot meet, with the numbers that show why.
package enum AllocationError: Error, Hashable, Sendable {
  /// Which quantity: of a stratum, or one of the bounds over all of them.
  package enum Place: Hashable, Sendable {
    case stratum(Int)
    /// The part with the second index of the stratum with the first.
    case part(Int, Int)
    case overall(Int)
    /// The value with the second index of what the bound with the first is about.
    case area(Int, Int)
  }

  /// The ratio is below 0 or above 1.
  case ratioOutOfRange(Place, Decimal)
  /// The count is below zero.
  case negativeCount(Place, Int64)
  /// More objects are asked for than there are.
  case countAbovePopulation(Place, count: Int64, population: Int)
  /// No whole number lies in the range: the least permitted is above the greatest.
  case emptyRange(Place, least: Int, greatest: Int, population: Int)
  /// The ratio is said to be another number of objects than it is.
  case countDisagrees(Place, AgreedCount)
  /// A range is said to come to another number of objects than it does.
  case resultDisagrees(Place, drawn: Int, stated: Int, year: YearShare? = nil)
  /// What is wanted of parts of a stratum permits other quotas than its quantity does.
  case partsExclude(
    stratum: Int, permitted: ClosedRange<Int>, quantity: ClosedRange<Int>)
  /// More objects must be included and count than the quantity permits.
  case includedAboveQuota(
    stratum: Int, included: Int, greatest: Int, population: Int, year: YearShare?)
  /// The stratum has objects and would give none.
  case zeroQuota(stratum: Int, population: Int)
  /// Two bounds over all strata exclude each other.
  case overallContradiction(atLeast: Int, leastFrom: Int, atMost: Int, mostFrom: Int)
  /// Even at their greatest, the quotas stay below the bound.
  case overallTooLow(
    bound: Int, atLeast: Int, greatest: [Int], population: Int, year: YearShare? = nil)
  /// Even at their least, the quotas are above the bound.
  case overallTooHigh(
    bound: Int, atMost: Int, least: [Int], population: Int, year: YearShare? = nil)

  /// What a year's total is of which a bound is the part of one round.
  package struct YearShare: Hashable, Sendable {
    package let whole: Int
    package let part: Allocation.Part

    package init(whole: Int, part: Allocation.Part) {
      self.whole = whole
      self.part = part
    }

    /// Nil for what is no part of a total.
    init?(_ whole: Int, of quantity: Allocation.Quantity) {
      guard let part = quantity.part else { return nil }
      self.init(whole: whole, part: part)
    }
  }
}

/// A ratio with the number of objects that it is said to be: `10%(20户)`.
package struct AgreedCount: Hashable, Sendable {
  package let ratio: Decimal
  /// Whether the bound rounds down rather than up.
  package let roundsDown: Bool
  package let population: Int
  /// What the ratio gives of the population, and what it is said to give.
  package let computed: Int
  package let stated: Int64

  package init(
    ratio: Decimal, roundsDown: Bool, population: Int, computed: Int, stated: Int64
  ) {
    self.ratio = ratio
    self.roundsDown = roundsDown
    self.population = population
    self.computed = computed
    self.stated = stated
  }

  /// The populations for which the two agree; nil where there are none.
  package var agreeing: ClosedRange<Int64>? {
    guard ratio > 0 else { return nil }
    // Up: stated − 1 < r·N ≤ stated. Down: stated ≤ r·N < stated + 1.
    let (low, high) = roundsDown ? (stated, stated + 1) : (stated - 1, stated)
    func quotient(_ number: Int64, _ rounding: Decimal.Rounding) -> Int64? {
      let exact = try? Decimal(number).dividedRounded(by: ratio, places: 0, rounding: rounding)
      return exact?.floor
    }
    let bounds =
      roundsDown
      ? (quotient(low, .up), quotient(high, .up).map { $0 - 1 })
      : (quotient(low, .down).map { $0 + 1 }, quotient(high, .down))
    guard let first = bounds.0, let last = bounds.1, first <= last else { return nil }
    return first...last
  }
}
