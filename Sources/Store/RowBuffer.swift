public import Engine

/// Rows in canonical form, held in memory until they are sorted by key: for stores that import.
public struct RowBuffer: Sendable {
  /// Where a row and its key stand.
  public struct Row: Sendable {
    /// Where the whole row stands in `bytes`.
    public var range: Range<Int> { start..<start + Int(count) }
    /// Where the bytes of its key stand.
    public var key: Range<Int> {
      start + Int(keyOffset)..<start + Int(keyOffset) + Int(keyCount)
    }
    let start: Int
    let count: Int32
    let keyOffset: Int32
    let keyCount: Int32
    /// Bytes of the key, highest first, so that most comparisons need no more; set by `sort`.
    var prefix: UInt64 = 0
  }

  /// The rows' bytes, in the order in which they came.
  public private(set) var bytes: [UInt8] = []
  /// The rows that were added: in the order in which they came, or sorted.
  public internal(set) var rows: [Row] = []
  private let key: Int

  /// A buffer without rows.
  public init(_ schema: RegistrySchema) { key = schema.key }

  /// Bytes in use.
  public var byteCount: Int { bytes.count + rows.count * MemoryLayout<Row>.stride }

  /// Whether a row's key is the one that stands at `other` in `bytes`.
  public func hasSameKey(at position: Int, as other: Range<Int>) -> Bool {
    let key = rows[position].key
    guard key.count == other.count else { return false }
    let distance = other.lowerBound - key.lowerBound
    for index in key where bytes[index] != bytes[index + distance] { return false }
    return true
  }

  /// Adds the bytes of all rows of a table that fits the schema (see `RegistrySchema.check`). They
  /// become rows of the buffer one by one, by `add`.
  public mutating func encode(_ table: Table) -> [Row] {
    let encoder = RowEncoder(table, key: key)
    var added: [Row] = []
    added.reserveCapacity(table.rowCount)
    var start = bytes.count
    for row in 0..<table.rowCount {
      let count = encoder.lengths[row]
      added.append(
        Row(
          start: start, count: Int32(truncatingIfNeeded: count),
          keyOffset: Int32(truncatingIfNeeded: encoder.keyOffsets[row]),
          keyCount: Int32(truncatingIfNeeded: encoder.keyLengths[row])))
      start += count
    }
    encoder.write(to: &bytes)
    return added
  }

  /// Makes an encoded row one of the buffer's.
  public mutating func add(_ row: Row) { rows.append(row) }

  /// Forgets all rows, and keeps the room that is reserved.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }
}
