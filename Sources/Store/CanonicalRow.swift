package import Engine
import Quantities

/// A row as bytes, the same for equal rows in every store. Its cells follow each other in the order
/// of the schema:
///
/// - absent: `00`
/// - truth value (0, 1), integer, date (days since 1970-01-01), enumeration member (its position
///   from 0): `01`, then 8 bytes, two's complement, highest byte first
/// - text, uniform code, decimal and percent (plain notation without needless zeros, `-0.05`): `02`,
///   then the length in 4 bytes, highest first, then UTF-8 in NFC
package enum CanonicalRow {
  package enum Cell: Sendable {
    case absent
    case integer(Int64)
    /// Where the text's bytes stand.
    case text(Range<Int>)
  }

  /// Bytes of a text's cell before the text.
  package static let textOffset = 5

  package static func appendAbsent(to bytes: inout [UInt8]) { bytes.append(0) }

  package static func append(_ value: Int64, to bytes: inout [UInt8]) {
    bytes.append(1)
    append(bigEndian: UInt64(bitPattern: value), count: 8, to: &bytes)
  }

  /// Adds row `row` of a column; true if it has a value.
  package static func append(_ column: Column, at row: Int, to bytes: inout [UInt8]) -> Bool {
    switch column {
    case .integers(let column):
      guard column.isKnown(at: row) else { break }
      append(column[row], to: &bytes)
      return true
    case .decimals(let column):
      guard column.isKnown(at: row) else { break }
      appendText(to: &bytes) { bytes in bytes.append(contentsOf: column[row].description.utf8) }
      return true
    case .texts(let column):
      guard column.isKnown(at: row) else { break }
      appendText(to: &bytes) { bytes in column.appendUTF8(at: row, to: &bytes) }
      return true
    }
    appendAbsent(to: &bytes)
    return false
  }

  /// Reads the cell that starts at `position`, and moves on behind it. Nil where there is none.
  package static func next(in bytes: Span<UInt8>, at position: inout Int) -> Cell? {
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

  private static func appendText(to bytes: inout [UInt8], _ body: (inout [UInt8]) -> Void) {
    bytes.append(2)
    let place = bytes.count
    append(bigEndian: 0, count: 4, to: &bytes)
    body(&bytes)
    let count = UInt32(truncatingIfNeeded: bytes.count - place - 4)
    for index in 0..<4 {
      bytes[place + index] = UInt8(truncatingIfNeeded: count >> UInt32(24 - 8 * index))
    }
  }

  private static func append(bigEndian value: UInt64, count: Int, to bytes: inout [UInt8]) {
    for index in 0..<count {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * (count - 1 - index))))
    }
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
