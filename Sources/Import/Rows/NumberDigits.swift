import Quantities

/// A number with an optional exponent, as spreadsheets and JSON write it: `-12.5`, `1E+20`.
struct NumberDigits {
  /// Digits that a spreadsheet shows of a number; what the file has behind them is left over from the
  /// conversion into the binary number that spreadsheets calculate with (ECMA-376 writes 17).
  static let spreadsheetDigits = 15

  private let isNegative: Bool
  /// Without leading zeros, below 10³⁸.
  private let coefficient: UInt128
  private let significant: Int
  private let exponent: Int

  /// Digits before the point.
  var integerDigits: Int { significant + exponent }

  /// Nil for what is no number, and for one of more than 38 digits.
  init?(_ bytes: Span<UInt8>) {
    var index = 0
    var coefficient: UInt128 = 0
    var significant = 0
    var exponent = 0
    var hasDigits = false
    var hasPoint = false
    let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    scan: while index < bytes.count {
      switch bytes[index] {
      case 0x30...0x39:
        hasDigits = true
        if significant > 0 || bytes[index] != 0x30 { significant += 1 }
        guard significant <= Decimal.maximumDigits else { return nil }
        coefficient = coefficient * 10 + UInt128(bytes[index] - 0x30)
        if hasPoint { exponent -= 1 }
      case UInt8(ascii: ".") where !hasPoint && hasDigits: hasPoint = true
      default: break scan
      }
      index += 1
    }
    guard hasDigits, exponent > -1_000 else { return nil }
    if index < bytes.count {
      guard let power = Self.exponent(bytes, from: index) else { return nil }
      exponent += power
    }
    self.isNegative = isNegative
    self.coefficient = coefficient
    self.significant = significant
    self.exponent = exponent
  }

  private static func exponent(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "e") || bytes[start] == UInt8(ascii: "E") else { return nil }
    var index = start + 1
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < bytes.count, bytes.count - index <= 4 else { return nil }
    var power = 0
    while index < bytes.count {
      guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
      power = power * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return isNegative ? -power : power
  }

  /// The exact number, or the one that a spreadsheet shows. Nil if it has too many digits.
  func decimal(isFromSpreadsheet: Bool) -> Decimal? {
    var magnitude = coefficient
    var exponent = exponent
    if magnitude == 0 { return .zero }
    if isFromSpreadsheet, significant > Self.spreadsheetDigits {
      let unit = Self.power(significant - Self.spreadsheetDigits)
      let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: unit)
      magnitude = quotient + (remainder * 2 >= unit ? 1 : 0)
      exponent += significant - Self.spreadsheetDigits
    }
    while exponent < 0, magnitude.isMultiple(of: 10) {
      magnitude /= 10
      exponent += 1
    }
    guard exponent >= -Decimal.maximumDigits, exponent <= Decimal.maximumDigits else { return nil }
    if exponent > 0 {
      let (shifted, overflow) = magnitude.multipliedReportingOverflow(by: Self.power(exponent))
      guard !overflow else { return nil }
      magnitude = shifted
      exponent = 0
    }
    guard magnitude < Self.power(Decimal.maximumDigits) else { return nil }
    let signed = Int128(magnitude)
    return Decimal(coefficient: isNegative ? -signed : signed, places: -exponent)
  }

  private static func power(_ exponent: Int) -> UInt128 {
    var power: UInt128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}
