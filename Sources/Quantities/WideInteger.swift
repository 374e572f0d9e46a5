/// An unsigned integer of 256 bits: what products and aligned coefficients of decimals need.
struct WideInteger: Hashable, Comparable {
  var high: UInt128
  var low: UInt128

  init(_ low: UInt128) {
    self.high = 0
    self.low = low
  }

  private init(high: UInt128, low: UInt128) {
    self.high = high
    self.low = low
  }

  init(_ left: UInt128, times right: UInt128) {
    (high, low) = left.multipliedFullWidth(by: right)
  }

  /// The value where it fits in 64 bits: most numbers do, and are faster there.
  var small: UInt64? { high == 0 ? UInt64(exactly: low) : nil }

  static func < (left: WideInteger, right: WideInteger) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  /// Nil if the sum needs more than 256 bits.
  func adding(_ other: WideInteger) -> WideInteger? {
    let (low, carry) = self.low.addingReportingOverflow(other.low)
    let (high, overflow) = self.high.addingReportingOverflow(other.high)
    let (carried, overflowByCarry) = high.addingReportingOverflow(carry ? 1 : 0)
    return overflow || overflowByCarry ? nil : WideInteger(high: carried, low: low)
  }

  /// The difference, for an `other` that is not greater.
  func subtracting(_ other: WideInteger) -> WideInteger {
    let (low, borrow) = self.low.subtractingReportingOverflow(other.low)
    return WideInteger(high: high &- other.high &- (borrow ? 1 : 0), low: low)
  }

  /// `self × factor + summand`; nil if it needs more than 256 bits.
  func multiplied(by factor: UInt128, adding summand: UInt128) -> WideInteger? {
    let (upper, overflow) = high.multipliedReportingOverflow(by: factor)
    if overflow { return nil }
    return WideInteger(low, times: factor)
      .adding(WideInteger(high: upper, low: 0))?
      .adding(WideInteger(summand))
  }

  /// For a divisor other than 0.
  func divided(by divisor: UInt128) -> (quotient: WideInteger, remainder: UInt128) {
    if high == 0 {
      let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor)
      return (WideInteger(quotient), remainder)
    }
    let (upper, rest) = high.quotientAndRemainder(dividingBy: divisor)
    let (lower, remainder) = divisor.dividingFullWidth((rest, low))
    return (WideInteger(high: upper, low: lower), remainder)
  }
}
