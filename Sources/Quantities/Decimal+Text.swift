extension Decimal: CustomStringConvertible {
  /// Reads ASCII digits with at most one point between digits and at most a minus before them:
  /// `12`, `12.50`, `-3`. Nil for anything else, and for more than 38 significant digits.
  public init?(_ text: String) {
    var text = text
    let value = text.withUTF8 { bytes in unsafe Decimal(ascii: bytes.span) }
    guard let value else { return nil }
    self = value
  }

  /// Reads the same notation from bytes.
  public init?(ascii bytes: Span<UInt8>) {
    var isNegative = false
    var magnitude: UInt128 = 0
    var places = 0
    /// Zeros at the end of a fraction: they count only if a digit follows.
    var zeros = 0
    var hasPoint = false
    var digitBefore = false
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "-") where index == 0:
        isNegative = true
      case UInt8(ascii: ".") where digitBefore && !hasPoint:
        hasPoint = true
        digitBefore = false
      case UInt8(ascii: "0") where hasPoint:
        zeros += 1
        digitBefore = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digitBefore = true
        let shift = zeros + 1
        if hasPoint { places += shift }
        guard places <= Decimal.maximumDigits else { return nil }
        let (shifted, overflow) = magnitude.multipliedReportingOverflow(by: PowersOfTen[shift])
        guard !overflow, shifted < PowersOfTen[Decimal.maximumDigits] else { return nil }
        magnitude = shifted + UInt128(byte - UInt8(ascii: "0"))
        zeros = 0
      default: return nil
      }
    }
    guard digitBefore else { return nil }
    let coefficient = Int128(magnitude)
    self.init(canonical: isNegative ? -coefficient : coefficient, places: places)
  }

  /// Plain notation without exponent, the same everywhere: `-0.05`, `1200`.
  public var description: String {
    let digits = String(coefficient.magnitude)
    let sign = isNegative ? "-" : ""
    guard places > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
