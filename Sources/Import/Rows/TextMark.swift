/// CSV has no types, and spreadsheets take a text that begins with `=`, `+`, `-`, `@`, a tab or a
/// carriage return for a formula. `CSVWriter` puts an apostrophe before such a text, and before one
/// that begins with apostrophes and these, so that reading can take it off again.
enum TextMark {
  static let mark = UInt8(ascii: "'")

  /// Whether a text gets a mark, or, read, is what stands behind one.
  static func isNeeded(_ text: some Sequence<UInt8>) -> Bool {
    switch text.first(where: { $0 != mark }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }
}

extension SourceCell {
  /// Leaves out the apostrophe of a marked text.
  @inline(__always)
  mutating func removeMark(_ bytes: [UInt8]) {
    guard range.count > 1, bytes[range.lowerBound] == TextMark.mark,
      TextMark.isNeeded(bytes[range])
    else { return }
    range = range.lowerBound + 1..<range.upperBound
  }
}
