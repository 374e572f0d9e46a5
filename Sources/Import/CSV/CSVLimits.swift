/// What a CSV file may ask of the reader.
package struct CSVLimits: Hashable, Sendable {
  /// Bytes of one field.
  package var field = 16 << 20
  /// Bytes of one record.
  package var record = 64 << 20
  /// Fields of one record.
  package var columns = 10_000

  package init() {}
}

/// A mistake in the quotes of one record.
package struct CSVFault: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A quote inside a field that does not begin with one.
    case quoteInside
    /// Something between a closing quote and the next comma or line end.
    case textAfterQuote
  }

  package let kind: Kind
  package let line: Int
  /// The field's number, from 1.
  package let column: Int

  package init(kind: Kind, line: Int, column: Int) {
    self.kind = kind
    self.line = line
    self.column = column
  }
}
