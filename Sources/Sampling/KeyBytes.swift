internal import Digest
internal import Engine

/// The keys of a registry as bytes, whichever way the column holds them.
struct KeyBytes: Sendable {
  private let bytes: [UInt8]
  private let offsets: [Int]
  /// Which of the texts each row has; nil if row `i` has text `i`.
  private let codes: [UInt32]?
  /// Looked for once in all bytes: far cheaper than in each key.
  private let hasLineFeed: Bool

  init(_ column: TextColumn) {
    switch column.storage {
    case .flat(let bytes, let offsets):
      self.bytes = bytes
      self.offsets = offsets
      codes = nil
    case .dictionary(let codes, let values):
      var bytes: [UInt8] = []
      var offsets = [0]
      offsets.reserveCapacity(values.count + 1)
      for value in values {
        bytes.append(contentsOf: value.utf8)
        offsets.append(bytes.count)
      }
      self.bytes = bytes
      self.offsets = offsets
      self.codes = codes
    }
    // Without an early end, so that the loop runs on vectors.
    var found: UInt8 = 0
    for byte in self.bytes { found |= byte == UInt8(ascii: "\n") ? 1 : 0 }
    hasLineFeed = found != 0
  }

  var count: Int { codes?.count ?? max(0, offsets.count - 1) }

  private func range(of row: Int) -> Range<Int> {
    let text = codes.map { Int($0[row]) } ?? row
    return offsets[text]..<offsets[text + 1]
  }

  /// The ticket of a row's key; a failure if the key has a line feed.
  func ticket(
    ofRow row: Int, _ hasher: inout TicketHasher
  ) throws(DrawFailure) -> Ticket {
    let range = range(of: row)
    if hasLineFeed, bytes[range].contains(UInt8(ascii: "\n")) {
      throw .lineFeedInKey(row: row)
    }
    return try hasher.ticket(of: bytes.span.extracting(range))
  }

  /// The order of a draw: by ticket, then by key; rows with the same key, which a registry does not
  /// have, in the order of the rows.
  func precedes(_ left: Drawn, _ right: Drawn) -> Bool {
    if left.first != right.first { return left.first < right.first }
    if left.ticket != right.ticket { return left.ticket < right.ticket }
    let (leftKey, rightKey) = (bytes[range(of: left.row)], bytes[range(of: right.row)])
    if leftKey.elementsEqual(rightKey) { return left.row < right.row }
    return leftKey.lexicographicallyPrecedes(rightKey)
  }
}
