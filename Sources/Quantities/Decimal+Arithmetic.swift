extension Decimal {
  /// The exact sum, or `.overflow`.
  public func adding(_ other: Decimal) throws(DecimalFault) -> Decimal {
    if places == other.places {
      // Two numbers below 10³⁸ have a sum that fits in 128 bits only up to 1.7 × 10³⁸.
      let (sum, overflow) = coefficient.addingReportingOverflow(other.coefficient)
      if !overflow, places == 0, sum.magnitude < PowersOfTen[Decimal.maximumDigits] {
        return Decimal(canonical: sum, places: 0)
      }
    }
    let common = max(places, other.places)
    let left = aligned(with: other)
    let right = other.aligned(with: self)
    if isNegative == other.isNegative {
      guard let sum = left.adding(right) else { throw .overflow }
      return try Decimal(sum, isNegative: isNegative, places: common)
    }
    if left < right {
      return try Decimal(
        right.subtracting(left), isNegative: other.isNegative, places: common)
    }
    return try Decimal(left.subtracting(right), isNegative: isNegative, places: common)
  }

  /// The exact difference, or `.overflow`.
  public func subtracting(_ other: Decimal) throws(DecimalFault) -> Decimal {
    try adding(other.negated)
  }

  /// The exact product, or `.overflow`.
  public func multiplied(by other: Decimal) throws(DecimalFault) -> Decimal {
    try Decimal(
      WideInteger(coefficient.magnitude, times: other.coefficient.magnitude),
      isNegative: isNegative != other.isNegative, places: places + other.places)
  }
}
