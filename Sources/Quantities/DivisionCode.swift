/// A 行政区划代码: province, city and county of two digits each (GB/T 2260), and in the longer codes
/// of statistics three digits of the town and three of the village behind them.
///
/// A division is written with zeros for the levels below it: 310112000 is the county 310112. The
/// functions about levels have an answer for any text, so that nothing has to be checked twice.
public enum DivisionCode {
  /// How many digits a code may have.
  public static let lengths = [6, 9, 12]

  /// What is wrong with a code, or nil if nothing is.
  public static func fault(in bytes: Span<UInt8>) -> DivisionCodeFault? {
    guard lengths.contains(bytes.count) else { return .form }
    for index in bytes.indices where bytes[index] &- 0x30 > 9 { return .form }
    let province = Int(bytes[0] - 0x30) * 10 + Int(bytes[1] - 0x30)
    guard provinces.contains(province) else { return .province }
    // Towns directly below a city exist (441900003), counties directly below a province do not.
    if isZero(bytes, 2..<4) && !isZero(bytes, 4..<bytes.count) { return .level }
    if bytes.count == 12 && isZero(bytes, 6..<9) && !isZero(bytes, 9..<12) { return .level }
    return nil
  }

  /// The division above, with as many digits; empty for a province, and for what is not digits.
  ///
  ///     310112105 → 310112000 → 310100000 → 310000000
  public static func parent(of bytes: Span<UInt8>) -> [UInt8] {
    for index in bytes.indices where bytes[index] &- 0x30 > 9 { return [] }
    let own = significantDigits(of: bytes)
    guard let above = ends.last(where: { $0 < own }) else { return [] }
    return bytes.indices.map { $0 < above ? bytes[$0] : 0x30 }
  }

  /// Whether a division lies in another or is the same; the two may be of different lengths.
  public static func isWithin(_ bytes: Span<UInt8>, _ upper: Span<UInt8>) -> Bool {
    let prefix = significantDigits(of: upper)
    guard bytes.count >= prefix else { return false }
    for index in 0..<prefix where bytes[index] != upper[index] { return false }
    return true
  }

  /// Where the digits of each level end.
  private static let ends = [2, 4, 6, 9, 12]

  /// The digits down to the lowest level that is not zero.
  private static func significantDigits(of bytes: Span<UInt8>) -> Int {
    for end in ends where end < bytes.count && isZero(bytes, end..<bytes.count) { return end }
    return bytes.count
  }

  private static func isZero(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where bytes[index] != 0x30 { return false }
    return true
  }

  /// GB/T 2260: the provinces, autonomous regions, municipalities and special regions.
  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
  ]
}

/// What is wrong with a text that should be a 行政区划代码.
public enum DivisionCodeFault: Error, Hashable, Sendable {
  /// It has not 6, 9 or 12 digits.
  case form
  /// Its first two digits are no province.
  case province
  /// A lower level is given and one above it is zero.
  case level
}
