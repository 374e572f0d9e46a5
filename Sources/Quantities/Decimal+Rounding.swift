extension Decimal {
  /// How a number loses its further places.
  public enum Rounding: Hashable, Sendable, CaseIterable {
    /// Towards +∞.
    case up
    /// Towards −∞.
    case down
    /// To the nearer; half away from zero.
    case halfUp
  }

  /// Rounds to a number of places, 0…38; one outside is taken as the nearer end.
  public func rounded(places wanted: Int, rounding: Rounding) -> Decimal {
    let wanted = min(max(wanted, 0), Decimal.maximumDigits)
    guard places > wanted else { return self }
    let unit = PowersOfTen[places - wanted]
    let (quotient, remainder) = coefficient.magnitude.quotientAndRemainder(dividingBy: unit)
    let increment = rounding.increments(
      isNegative: isNegative, remainder: WideInteger(remainder), divisor: WideInteger(unit))
    // At least one digit went, so one more cannot overflow.
    let magnitude = WideInteger(quotient + (increment ? 1 : 0))
    return (try? Decimal(magnitude, isNegative: isNegative, places: wanted)) ?? self
  }

  /// The least integer that is not below; nil outside 64 bits.
  public var ceiling: Int64? {
    Int64(exactly: rounded(places: 0, rounding: .up).coefficient)
  }

  /// The greatest integer that is not above; nil outside 64 bits.
  public var floor: Int64? {
    Int64(exactly: rounded(places: 0, rounding: .down).coefficient)
  }
}

extension Decimal.Rounding {
  /// Whether a quotient that was cut off towards zero grows by one in magnitude.
  func increments(isNegative: Bool, remainder: WideInteger, divisor: WideInteger) -> Bool {
    if remainder == WideInteger(0) { return false }
    return switch self {
    case .up: !isNegative
    case .down: isNegative
    case .halfUp: remainder >= divisor.subtracting(remainder)
    }
  }
}
