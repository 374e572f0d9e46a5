import Store

/// Reads rows of COPY … TO STDOUT (FORMAT binary), one message at a time: see the manual, "COPY",
/// "Binary Format".
struct CopyDecoder {
  private let kinds: [WireKind]
  private var isStarted = false

  /// For columns of these kinds, in this order.
  init(_ kinds: [FieldKind]) { self.kinds = kinds.map(WireKind.init) }

  /// Adds the row of a message, if it has one; false for what cannot be read.
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
      if !kind.append(value, to: &table, column) { return false }
    }
    table.endRow()
    return position == message.count
  }
}
