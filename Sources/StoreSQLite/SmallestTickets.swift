import Digest
import Store

/// The rows of one class with the smallest tickets so far: up to twice as many as are wanted, then
/// cut, so that a row costs one comparison once the class has enough.
struct SmallestTickets {
  struct Row {
    let ticket: SHA256Digest
    /// The key and the wanted fields in canonical form.
    let bytes: [UInt8]
    /// Where the key's cell ends.
    let keyEnd: Int

    /// By ticket, then by key.
    func precedes(_ other: Row) -> Bool {
      if ticket != other.ticket { return ticket < other.ticket }
      let (key, otherKey) = (bytes[..<keyEnd], other.bytes[..<other.keyEnd])
      return key.dropFirst(CanonicalRow.textOffset).lexicographicallyPrecedes(
        otherKey.dropFirst(CanonicalRow.textOffset))
    }
  }

  private let wanted: Int
  private(set) var rows: [Row] = []
  /// Of the rows, roughly.
  private(set) var byteCount = 0
  /// The greatest ticket that is kept, once there are enough.
  private var bound: SHA256Digest?

  init(_ wanted: Int) { self.wanted = max(0, wanted) }

  func admits(_ ticket: SHA256Digest) -> Bool {
    guard let bound else { return wanted > 0 }
    // The same ticket with another key may come before.
    return ticket <= bound
  }

  mutating func add(_ ticket: SHA256Digest, _ bytes: [UInt8], keyEnd: Int) {
    rows.append(Row(ticket: ticket, bytes: bytes, keyEnd: keyEnd))
    byteCount += MemoryLayout<Row>.stride + bytes.count
    if rows.count / 2 >= max(32, wanted) { cut() }
  }

  /// Leaves the smallest, in order.
  mutating func cut() {
    rows.sort { $0.precedes($1) }
    guard rows.count >= wanted else { return }
    rows.removeLast(rows.count - wanted)
    byteCount = rows.reduce(0) { $0 + MemoryLayout<Row>.stride + $1.bytes.count }
    bound = rows.last?.ticket
  }
}
