/// A 监管事项目录编码: exactly 14 digits, as the national “Internet + supervision” system has them.
public enum MatterCode {
  /// How many digits every code has.
  public static let length = 14

  /// Whether a text is such a code.
  public static func isCode(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == length else { return false }
    for index in bytes.indices where bytes[index] &- 0x30 > 9 { return false }
    return true
  }
}
