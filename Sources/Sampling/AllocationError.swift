package import Quantities

/// All that is wrong with a plan's quantities, in the order of the strata; never empty.
package struct AllocationFailure: Error, Hashable, Sendable {
  package let errors: [AllocationError]
}

/// A quantity that the populations cannot meet, with the numbers that show why.
package enum AllocationError: Error, Hashable, Sendable {
  /// Which quantity: of a stratum, or one of the bounds over all of them.
  package enum Place: Hashable, Sendable {
    case stratum(Int)
    case overall(Int)
  }

  /// The ratio is below 0 or above 1.
  case ratioOutOfRange(Place, Decimal)
  /// The count is below zero.
  case negativeCount(Place, Int64)
  /// More objects are asked for than there are.
  case countAbovePopulation(Place, count: Int64, population: Int)
  /// No whole number lies in the range: the least permitted is above the greatest.
  case emptyRange(Place, least: Int, greatest: Int, population: Int)
  /// The stratum has objects and would give none.
  case zeroQuota(stratum: Int, population: Int)
  /// Two bounds over all strata exclude each other.
  case overallContradiction(atLeast: Int, leastFrom: Int, atMost: Int, mostFrom: Int)
  /// Even at their greatest, the quotas stay below the bound.
  case overallTooLow(bound: Int, atLeast: Int, greatest: [Int], population: Int)
  /// Even at their least, the quotas are above the bound.
  case overallTooHigh(bound: Int, atMost: Int, least: [Int], population: Int)
}
