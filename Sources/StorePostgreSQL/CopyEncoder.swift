import Store

/// Writes rows for COPY … FROM STDIN (FORMAT binary): see the manual, "COPY", "Binary Format".
struct CopyEncoder {
  /// What was not sent yet.
  private(set) var bytes: [UInt8] = []
  private let decimals: [Bool]

  /// "PGCOPY", then flags and an extension, both empty.
  static let header: [UInt8] =
    [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00]
    + Array(repeating: 0, count: 8)
  private static let trailer: [UInt8] = [0xFF, 0xFF]

  init(_ schema: RegistrySchema) {
    decimals = schema.fields.map { WireKind($0.kind) == .decimal }
    bytes = CopyEncoder.header
  }

  /// Adds a row in canonical form; false if it is none.
  mutating func append(canonicalRow row: Span<UInt8>) -> Bool {
    appendShort(decimals.count)
    var position = 0
    for isDecimal in decimals {
      let start = position
      switch CanonicalRow.next(in: row, at: &position) {
      case .absent: appendLength(-1)
      case .integer:
        appendLength(8)
        // The canonical form has the same eight bytes.
        append(row.extracting(start + 1..<position))
      case .text(let range):
        if isDecimal {
          let place = bytes.count
          appendLength(0)
          Wire.appendNumeric(row.extracting(range), to: &bytes)
          let length = bytes.count - place - 4
          for index in 0..<4 {
            bytes[place + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * index))
          }
        } else {
          appendLength(range.count)
          append(row.extracting(range))
        }
      case nil: return false
      }
    }
    return true
  }

  mutating func end() { bytes += CopyEncoder.trailer }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func append(_ span: Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func appendShort(_ value: Int) { Wire.appendShort(value, to: &bytes) }

  private mutating func appendLength(_ value: Int) {
    Wire.appendLong(value, to: &bytes)
  }
}
