/// Why an operation on decimals has no result.
public enum DecimalFault: Error, Hashable, Sendable {
  /// The exact result needs more than 38 significant digits, more than 38 decimal places, or is
  /// 10³⁸ or more in magnitude.
  case overflow
  /// The divisor is 0.
  case divisionByZero
  /// No decimal of 38 digits is the exact quotient, and no rounding was named.
  case inexact
}
