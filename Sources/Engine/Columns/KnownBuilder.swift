/// Collects a known-mask; holds nothing while every row has a value.
struct KnownBuilder {
  private var bytes: [UInt8] = []
  private(set) var count = 0

  /// Rows with a value.
  mutating func appendKnown(_ added: Int = 1) {
    if !bytes.isEmpty { bytes.append(contentsOf: repeatElement(1, count: added)) }
    count += added
  }

  /// A row without one.
  mutating func appendMissing() {
    if bytes.isEmpty { bytes = Array(repeating: 1, count: count) }
    bytes.append(0)
    count += 1
  }

  /// The rows of a whole column.
  mutating func append(contentsOf mask: KnownMask?, count added: Int) {
    guard let mask else { return appendKnown(added) }
    if bytes.isEmpty { bytes = Array(repeating: 1, count: count) }
    bytes.append(contentsOf: mask.bytes)
    count += added
  }

  func finish() -> KnownMask? { bytes.isEmpty ? nil : KnownMask.from(bytes) }
}
