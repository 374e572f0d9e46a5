extension TextColumn {
  /// How many rows the column has.
  public var count: Int {
    switch storage {
    case .dictionary(let codes, _): codes.count
    case .flat(_, let offsets): max(0, offsets.count - 1)
    }
  }

  /// The text of a row, empty where it has none.
  public subscript(row: Int) -> String {
    switch storage {
    case .dictionary(let codes, let values): values[Int(codes[row])]
    case .flat(let bytes, let offsets):
      String(decoding: bytes[offsets[row]..<offsets[row + 1]], as: UTF8.self)
    }
  }

  /// Whether a row has a value.
  public func isKnown(at row: Int) -> Bool { known.isSet(at: row) }

  /// The text of a row, nil where it has none.
  public func text(at row: Int) -> String? { isKnown(at: row) ? self[row] : nil }

  /// Adds the UTF-8 bytes of a row's text to a buffer, without making a `String`.
  public func appendUTF8(at row: Int, to buffer: inout [UInt8]) {
    switch storage {
    case .dictionary(let codes, let values): buffer.append(contentsOf: values[Int(codes[row])].utf8)
    case .flat(let bytes, let offsets):
      buffer.append(contentsOf: bytes[offsets[row]..<offsets[row + 1]])
    }
  }

  /// Hands the UTF-8 bytes of a row's text to `body`.
  @inline(__always)
  func withUTF8<Result>(at row: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    switch storage {
    case .dictionary(let codes, let values): body(values[Int(codes[row])].utf8.span)
    case .flat(let bytes, let offsets):
      body(bytes.span.extracting(offsets[row]..<offsets[row + 1]))
    }
  }

  /// Hands the UTF-8 bytes of each of the rows to `body`, together with the row's place among them.
  @inline(__always)
  func forEachUTF8(_ rows: Range<Int>, _ body: (Int, Span<UInt8>) -> Void) {
    switch storage {
    case .dictionary(let codes, let values):
      for row in rows { body(row - rows.lowerBound, values[Int(codes[row])].utf8.span) }
    case .flat(let bytes, let offsets):
      let bytes = bytes.span
      let offsets = offsets.span
      for row in rows {
        body(row - rows.lowerBound, bytes.extracting(offsets[row]..<offsets[row + 1]))
      }
    }
  }

  /// Bytes that codes, texts and the mask occupy; a `String` counts as 16 bytes and its text.
  public var byteCount: Int {
    let stored =
      switch storage {
      case .dictionary(let codes, let values):
        codes.count * 4 + values.reduce(0) { $0 + 16 + $1.utf8.count }
      case .flat(let bytes, let offsets): bytes.count + offsets.count * 8
      }
    return stored + known.byteCount
  }
}
