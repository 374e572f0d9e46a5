extension Decimal {
  /// The exact quotient; `.inexact` where it has more than 38 digits or never ends.
  public func divided(by divisor: Decimal) throws(DecimalFault) -> Decimal {
    if divisor.isZero { throw .divisionByZero }
    if isZero { return .zero }
    let common = greatestCommonDivisor(coefficient.magnitude, divisor.coefficient.magnitude)
    var magnitude = WideInteger(coefficient.magnitude / common)
    var rest = divisor.coefficient.magnitude / common
    // A fraction in lowest terms ends if its denominator has no prime factors but 2 and 5; each
    // factor 2 is one more place and a factor 5 above, and the other way round.
    var shift = places - divisor.places
    for (prime, other) in [(10, 1), (2, 5), (5, 2)] as [(UInt128, UInt128)] {
      while rest.isMultiple(of: prime) {
        rest /= prime
        guard let grown = magnitude.multiplied(by: other, adding: 0) else { throw .inexact }
        magnitude = grown
        shift += 1
      }
    }
    guard rest == 1 else { throw .inexact }
    while shift < 0 {
      guard let grown = magnitude.multiplied(by: 10, adding: 0) else { throw .overflow }
      magnitude = grown
      shift += 1
    }
    let isNegative = isNegative != divisor.isNegative
    do {
      return try Decimal(magnitude, isNegative: isNegative, places: shift)
    } catch {
      // Too large is an overflow; too many places is a quotient that does not come out.
      if shift == 0 { throw .overflow } else { throw .inexact }
    }
  }

  /// The exact quotient, rounded once to a number of places, 0…38; one outside is taken as the
  /// nearer end.
  public func dividedRounded(
    by divisor: Decimal, places wanted: Int, rounding: Rounding
  ) throws(DecimalFault) -> Decimal {
    if divisor.isZero { throw .divisionByZero }
    let wanted = min(max(wanted, 0), Decimal.maximumDigits)
    let isNegative = isNegative != divisor.isNegative
    let below = divisor.coefficient.magnitude
    var (quotient, remainder) = WideInteger(coefficient.magnitude).divided(by: below)
    var wideRemainder = WideInteger(remainder)
    var wideDivisor = WideInteger(below)
    var digits = wanted + divisor.places - places
    if digits < 0 {
      // Divides by `below × unit` in two steps, and puts the two remainders together.
      let unit = PowersOfTen[-digits]
      let (cut, rest) = quotient.divided(by: unit)
      quotient = cut
      wideDivisor = WideInteger(below, times: unit)
      guard let whole = WideInteger(rest).multiplied(by: below, adding: remainder) else {
        throw .overflow
      }
      wideRemainder = whole
    }
    while digits > 0 {
      let count = min(digits, Decimal.maximumDigits)
      let unit = PowersOfTen[count]
      let (next, rest) = WideInteger(remainder, times: unit).divided(by: below)
      // The remainder is below the divisor, so the next digits are below the unit.
      guard let grown = quotient.multiplied(by: unit, adding: next.low) else { throw .overflow }
      quotient = grown
      remainder = rest
      wideRemainder = WideInteger(rest)
      digits -= count
    }
    if rounding.increments(
      isNegative: isNegative, remainder: wideRemainder, divisor: wideDivisor)
    {
      guard let grown = quotient.adding(WideInteger(1)) else { throw .overflow }
      quotient = grown
    }
    return try Decimal(quotient, isNegative: isNegative, places: wanted)
  }
}

/// Of two numbers other than 0.
private func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
  var (larger, smaller) = (first, second)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger
}
