extension CivilDate: CustomStringConvertible {
  /// Reads `2026-03-01`: ASCII digits, 4-2-2. Nil for anything else and for a day that does not
  /// exist.
  public init?(_ text: String) {
    var text = text
    let value = text.withUTF8 { bytes in unsafe CivilDate(ascii: bytes.span) }
    guard let value else { return nil }
    self = value
  }

  /// Reads the same notation from bytes.
  public init?(ascii bytes: Span<UInt8>) {
    guard bytes.count == 10 else { return nil }
    var fields = (year: 0, month: 0, day: 0)
    for index in bytes.indices {
      let byte = bytes[index]
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch index {
      case ..<4: fields.year = fields.year * 10 + digit
      case ..<7: fields.month = fields.month * 10 + digit
      default: fields.day = fields.day * 10 + digit
      }
    }
    self.init(year: fields.year, month: fields.month, day: fields.day)
  }

  /// ISO 8601: `2026-03-01`.
  public var description: String {
    let (year, month, day) = components
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
  }
}
