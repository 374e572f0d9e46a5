import Store

/// Reads rows of COPY … TO STDOUT (FORMAT binary), one message at a time: see the manual, "COPY",
/// "Binary Format".
struct CopyDecoder {
  private let kinds: [WireKind]
  private let key: Int?
  private var keyBefore: [UInt8] = []
  private var isStarted = false

  /// For columns of these kinds, in this order.
  ///
  /// - Parameter key: the column whose texts must ascend.
  init(_ kinds: [FieldKind], ascending key: Int?) {
    self.kinds = kinds.map(WireKind.init)
    self.key = key
  }

  /// Adds the row of a message, if it has one; false for what cannot be read, and for a row that is
  /// not where it belongs.
  mutating func decode(_ message: Span<UInt8>, into table: inout TableBuilder) -> Bool {
    var position = 0
    if !isStarted {
      isStarted = true
      let header = CopyEncoder.header.count
      guard message.count >= header else { return false }
      position = header + Wire.integer(message, header - 4)
      if position == message.count { return true }
    }
    guard position + 2 <= message.count else { return false }
    let count = Wire.short(message, position)
    position += 2
    // The trailer.
    if count == -1 { return true }
    guard count == kinds.count else { return false }
    for (column, kind) in kinds.enumerated() {
      guard position + 4 <= message.count else { return false }
      let length = Wire.integer(message, position)
      position += 4
      if length < 0 {
        table.appendMissing(to: column)
        continue
      }
      guard position + length <= message.count else { return false }
      let value = message.extracting(position..<position + length)
      position += length
      if column == key, !takeKey(value) { return false }
      if !kind.append(value, to: &table, column) { return false }
    }
    table.endRow()
    return position == message.count
  }

  private mutating func takeKey(_ key: Span<UInt8>) -> Bool {
    guard keyBefore.isEmpty || keyBefore.span.precedes(key) else { return false }
    keyBefore.removeAll(keepingCapacity: true)
    for index in key.indices { keyBefore.append(key[index]) }
    return true
  }
}

extension Span<UInt8> {
  /// Whether these bytes come before others, as texts of the collation "C" do.
  fileprivate func precedes(_ other: Span<UInt8>) -> Bool {
    for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
      return self[index] < other[index]
    }
    return count < other.count
  }
}
