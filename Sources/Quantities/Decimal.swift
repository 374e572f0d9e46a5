/// An exact decimal number: up to 38 significant digits, of which up to 38 after the point.
///
/// No operation rounds unless its name says so, and none traps: a result that cannot be held exactly
/// is a `DecimalFault`. Equality, order and hash are those of the number: `2.0` is `2`.
public struct Decimal: Hashable, Sendable {
  /// The greatest number of significant digits, and of decimal places.
  public static let maximumDigits = 38

  /// The value times 10 to the power of `places`; below 10³⁸ in magnitude.
  package let coefficient: Int128
  /// Digits after the point, 0…38. As few as possible: the last one is not 0.
  public let places: Int

  /// Takes a coefficient and places that are known to be in canonical form.
  init(canonical coefficient: Int128, places: Int) {
    self.coefficient = coefficient
    self.places = places
  }

  /// `coefficient` divided by 10 to the power of `places`; nil if it cannot be held.
  package init?(coefficient: Int128, places: Int) {
    guard places >= 0 else { return nil }
    let magnitude = WideInteger(coefficient.magnitude)
    guard let value = try? Decimal(magnitude, isNegative: coefficient < 0, places: places) else {
      return nil
    }
    self = value
  }

  /// Brings a magnitude into canonical form; a fault if it then does not fit.
  init(_ magnitude: WideInteger, isNegative: Bool, places: Int) throws(DecimalFault) {
    var magnitude = magnitude
    var places = places
    if var small = magnitude.small {
      while places > 0, small.isMultiple(of: 10) {
        small /= 10
        places -= 1
      }
      magnitude = WideInteger(UInt128(small))
    }
    while places > 0 {
      let (quotient, remainder) = magnitude.divided(by: 10)
      if remainder != 0 { break }
      magnitude = quotient
      places -= 1
    }
    guard
      magnitude.high == 0, magnitude.low < PowersOfTen[Decimal.maximumDigits],
      places <= Decimal.maximumDigits
    else { throw .overflow }
    let coefficient = Int128(magnitude.low)
    self.init(canonical: isNegative ? -coefficient : coefficient, places: places)
  }

  /// The decimal equal to an integer; every integer of 64 bits has one.
  public init(_ value: Int64) {
    self.init(canonical: Int128(value), places: 0)
  }

  /// 0
  public static let zero = Decimal(0)
  /// 1
  public static let one = Decimal(1)

  /// Whether the number is 0.
  public var isZero: Bool { coefficient == 0 }
  /// Whether the number is below 0.
  public var isNegative: Bool { coefficient < 0 }
  /// The number with the other sign; it always exists.
  public var negated: Decimal { Decimal(canonical: -coefficient, places: places) }
  /// The absolute value.
  public var magnitude: Decimal { isNegative ? negated : self }
}

extension Decimal: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) { self.init(value) }
}

extension Decimal: Comparable {
  public static func < (left: Decimal, right: Decimal) -> Bool {
    if left.places == right.places { return left.coefficient < right.coefficient }
    if left.isNegative != right.isNegative { return left.isNegative }
    let magnitudes = (left.aligned(with: right), right.aligned(with: left))
    return left.isNegative ? magnitudes.1 < magnitudes.0 : magnitudes.0 < magnitudes.1
  }

  /// The magnitude in units of the last place that either number has; below 10⁷⁶.
  func aligned(with other: Decimal) -> WideInteger {
    WideInteger(coefficient.magnitude, times: PowersOfTen[max(0, other.places - places)])
  }
}
