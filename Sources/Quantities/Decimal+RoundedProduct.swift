extension Decimal {
  /// The exact product, rounded once to a number of places, 0…38; one outside is taken as the nearer
  /// end. Unlike `multiplied(by:)` it has a result where the exact product has too many digits.
  public func multipliedRounded(
    by other: Decimal, places wanted: Int, rounding: Rounding
  ) throws(DecimalFault) -> Decimal {
    let wanted = min(max(wanted, 0), Decimal.maximumDigits)
    let isNegative = isNegative != other.isNegative
    var quotient = WideInteger(coefficient.magnitude, times: other.coefficient.magnitude)
    let excess = places + other.places - wanted
    guard excess > 0 else {
      return try Decimal(quotient, isNegative: isNegative, places: places + other.places)
    }
    // At most 76 digits go: in two steps, and the two remainders are put together.
    let first = PowersOfTen[min(excess, Decimal.maximumDigits)]
    let second = PowersOfTen[max(0, excess - Decimal.maximumDigits)]
    let (cut, low) = quotient.divided(by: first)
    let (rest, high) = cut.divided(by: second)
    quotient = rest
    guard let remainder = WideInteger(high).multiplied(by: first, adding: low) else {
      throw .overflow
    }
    if rounding.increments(
      isNegative: isNegative, remainder: remainder, divisor: WideInteger(first, times: second))
    {
      guard let grown = quotient.adding(WideInteger(1)) else { throw .overflow }
      quotient = grown
    }
    return try Decimal(quotient, isNegative: isNegative, places: wanted)
  }
}
