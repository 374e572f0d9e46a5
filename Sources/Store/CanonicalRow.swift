/// A row as bytes, the same for equal rows in every store. Its cells follow each other in the order
/// of the schema:
///
/// - absent: `00`
/// - truth value (0, 1), integer, date (days since 1970-01-01), enumeration member (its position
///   from 0): `01`, then 8 bytes, two's complement, highest byte first
/// - text, uniform code, decimal and percent (plain notation without needless zeros, `-0.05`): `02`,
///   then the length in 4 bytes, highest first, then UTF-8 in NFC
public enum CanonicalRow {
  /// One value of a row.
  public enum Cell: Sendable {
    /// No value.
    case absent
    /// A truth value, integer, date or enumeration member.
    case integer(Int64)
    /// A text, code, decimal or percent: where its bytes stand.
    case text(Range<Int>)
  }

  /// Bytes of an integer's cell.
  static let integerLength = 9
  /// Bytes of a text's cell before the text.
  public static let textOffset = 5

  /// Reads the cell that starts at `position`, and moves on behind it. Nil where there is none.
  public static func next(in bytes: Span<UInt8>, at position: inout Int) -> Cell? {
    guard position < bytes.count else { return nil }
    let tag = bytes[position]
    position += 1
    switch tag {
    case 0: return .absent
    case 1:
      guard position + 8 <= bytes.count else { return nil }
      return .integer(Int64(bitPattern: bigEndian(in: bytes, count: 8, at: &position)))
    case 2:
      guard position + 4 <= bytes.count else { return nil }
      let count = Int(bigEndian(in: bytes, count: 4, at: &position))
      guard position + count <= bytes.count else { return nil }
      defer { position += count }
      return .text(position..<position + count)
    default: return nil
    }
  }

  /// Adds a cell without a value.
  public static func appendAbsent(to bytes: inout [UInt8]) { bytes.append(0) }

  /// Adds a truth value, integer, date or enumeration member.
  public static func append(_ value: Int64, to bytes: inout [UInt8]) {
    bytes.append(1)
    let bits = UInt64(bitPattern: value)
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  /// Adds a text, code, or a decimal in plain notation.
  public static func append(utf8 text: Span<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(2)
    let count = UInt32(truncatingIfNeeded: text.count)
    for shift in stride(from: UInt32(24), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: count >> shift))
    }
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private static func bigEndian(
    in bytes: Span<UInt8>, count: Int, at position: inout Int
  ) -> UInt64 {
    var value: UInt64 = 0
    for _ in 0..<count {
      value = value << 8 | UInt64(bytes[position])
      position += 1
    }
    return value
  }
}
