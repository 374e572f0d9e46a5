public import Quantities

extension DecimalColumn {
  /// How many rows the column has.
  public var count: Int { values.count }

  /// The value of a row, 0 where it has none.
  public subscript(row: Int) -> Decimal { values[row] }

  /// Whether a row has a value.
  public func isKnown(at row: Int) -> Bool { known.isSet(at: row) }

  /// The value of a row, nil where it has none.
  public func decimal(at row: Int) -> Decimal? { isKnown(at: row) ? values[row] : nil }

  /// Bytes that the values and the mask occupy.
  public var byteCount: Int { count * MemoryLayout<Decimal>.stride + known.byteCount }
}
