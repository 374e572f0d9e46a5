import Digest
import Store

/// The rows of one class with the smallest tickets so far: up to twice as many as are wanted, then
/// cut, so that a row costs one comparison once the class has enough.
struct SmallestTickets {
  /// Holds no reference, so that sorting moves plain bytes.
  struct Row {
    let ticket: SHA256Digest
    /// Where its cells stand among the bytes, in canonical form, the key first.
    let range: Range<Int>
    /// Where the key's cell ends.
    let keyEnd: Int

    /// Where the key's bytes stand.
    var key: Range<Int> { range.lowerBound + CanonicalRow.textOffset..<keyEnd }
  }

  private let wanted: Int
  private(set) var rows: [Row] = []
  /// Of the rows one after the other.
  private var bytes: [UInt8] = []
  /// The greatest ticket that is kept, once there are enough.
  private var bound: SHA256Digest?

  init(_ wanted: Int) { self.wanted = max(0, wanted) }

  /// What the rows take, roughly.
  var byteCount: Int { rows.count * MemoryLayout<Row>.stride + bytes.count }

  func admits(_ ticket: SHA256Digest) -> Bool {
    guard let bound else { return wanted > 0 }
    // The same ticket with another key may come before.
    return ticket <= bound
  }

  mutating func add(_ ticket: SHA256Digest, _ row: ArraySlice<UInt8>, keyEnd: Int) {
    let start = bytes.count
    bytes += row
    rows.append(Row(ticket: ticket, range: start..<bytes.count, keyEnd: start + keyEnd))
    if rows.count / 2 >= max(32, wanted) { cut() }
  }

  /// Leaves the smallest, in order.
  mutating func cut() {
    rows.sort { [bytes] a, b in
      if a.ticket != b.ticket { return a.ticket < b.ticket }
      return bytes[a.key].lexicographicallyPrecedes(bytes[b.key])
    }
    guard rows.count >= wanted else { return }
    rows.removeLast(rows.count - wanted)
    bound = rows.last?.ticket
    var kept: [UInt8] = []
    kept.reserveCapacity(2 * rows.reduce(0) { $0 + $1.range.count })
    for (index, row) in rows.enumerated() {
      let shift = kept.count - row.range.lowerBound
      kept += bytes[row.range]
      rows[index] = Row(
        ticket: row.ticket, range: kept.count - row.range.count..<kept.count,
        keyEnd: row.keyEnd + shift)
    }
    bytes = kept
  }

  /// The bytes of a row's key.
  func key(of row: Row) -> ArraySlice<UInt8> { bytes[row.key] }

  /// Adds a row to a table; false if its cells are not those of the table.
  func append(_ row: Row, to table: inout TableBuilder) -> Bool {
    table.append(canonicalRow: bytes.span.extracting(row.range))
  }
}
