package import Engine

/// Rows in canonical form, held in memory until they are sorted by key: for stores that import.
package struct RowBuffer {
  private struct Entry {
    /// The key's first eight bytes, highest first, so that most comparisons need no more.
    var prefix: UInt64
    var start: Int
    var count: Int32
    var keyOffset: Int32
    var keyCount: Int32
  }

  /// The rows' bytes, in the order in which they came.
  package private(set) var bytes: [UInt8] = []
  private let key: Int
  private var entries: [Entry] = []

  package init(_ schema: RegistrySchema) { key = schema.key }

  package var count: Int { entries.count }

  /// Bytes in use.
  package var byteCount: Int { bytes.count + entries.count * MemoryLayout<Entry>.stride }

  /// Where in `bytes` a row stands.
  package func row(at position: Int) -> Range<Int> {
    let entry = entries[position]
    return entry.start..<entry.start + Int(entry.count)
  }

  /// Where in `bytes` the key of a row stands.
  package func key(at position: Int) -> Range<Int> {
    let entry = entries[position]
    let start = entry.start + Int(entry.keyOffset)
    return start..<start + Int(entry.keyCount)
  }

  /// Whether a row's key is the one that stands at `other` in `bytes`.
  package func hasSameKey(at position: Int, as other: Range<Int>) -> Bool {
    let key = key(at: position)
    guard key.count == other.count else { return false }
    let distance = other.lowerBound - key.lowerBound
    for index in key where bytes[index] != bytes[index + distance] { return false }
    return true
  }

  /// Adds a row of a table that fits the schema (see `RegistrySchema.check`).
  package mutating func append(_ rows: Table, at row: Int) {
    let start = bytes.count
    var keyStart = start
    var keyEnd = start
    for (index, column) in rows.columns.enumerated() {
      if index == key { keyStart = bytes.count + CanonicalRow.textOffset }
      _ = CanonicalRow.append(column, at: row, to: &bytes)
      if index == key { keyEnd = bytes.count }
    }
    entries.append(
      Entry(
        prefix: RowBuffer.prefix(of: keyStart..<keyEnd, in: bytes), start: start,
        count: Int32(truncatingIfNeeded: bytes.count - start),
        keyOffset: Int32(truncatingIfNeeded: keyStart - start),
        keyCount: Int32(truncatingIfNeeded: keyEnd - keyStart)))
  }

  package mutating func removeLast() {
    guard let last = entries.popLast() else { return }
    bytes.removeLast(bytes.count - last.start)
  }

  /// Keeps the room that is reserved.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  /// Puts the rows in ascending order of their keys' bytes.
  package mutating func sort() {
    let bytes = self.bytes
    entries.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return RowBuffer.precedes(
        bytes, left.start + Int(left.keyOffset), Int(left.keyCount),
        right.start + Int(right.keyOffset), Int(right.keyCount))
    }
  }

  private static func precedes(
    _ bytes: [UInt8], _ left: Int, _ leftCount: Int, _ right: Int, _ rightCount: Int
  ) -> Bool {
    for index in 0..<min(leftCount, rightCount) {
      let (a, b) = (bytes[left + index], bytes[right + index])
      if a != b { return a < b }
    }
    return leftCount < rightCount
  }

  /// The first eight bytes of a key, the first one highest; zeros where it is shorter.
  package static func prefix(of key: Range<Int>, in bytes: [UInt8]) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 {
      prefix = prefix << 8 | (index < key.count ? UInt64(bytes[key.lowerBound + index]) : 0)
    }
    return prefix
  }
}
