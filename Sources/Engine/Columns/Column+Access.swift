public import Quantities

extension Column {
  /// How many rows the column has.
  public var count: Int {
    switch self {
    case .integers(let column): column.count
    case .decimals(let column): column.count
    case .texts(let column): column.count
    }
  }

  /// Nil where every row has a value.
  public var known: KnownMask? {
    switch self {
    case .integers(let column): column.known
    case .decimals(let column): column.known
    case .texts(let column): column.known
    }
  }

  /// Whether a row has a value.
  public func isKnown(at row: Int) -> Bool { known.isSet(at: row) }

  /// Nil where the row has no value, or the column does not hold integers.
  public func integer(at row: Int) -> Int64? {
    guard case .integers(let column) = self else { return nil }
    return column.integer(at: row)
  }

  /// Nil where the row has no value, or the column does not hold decimals.
  public func decimal(at row: Int) -> Decimal? {
    guard case .decimals(let column) = self else { return nil }
    return column.decimal(at: row)
  }

  /// Nil where the row has no value, or the column does not hold texts.
  public func text(at row: Int) -> String? {
    guard case .texts(let column) = self else { return nil }
    return column.text(at: row)
  }

  /// Bytes that the column occupies, for `Meter`.
  public var byteCount: Int {
    switch self {
    case .integers(let column): column.byteCount
    case .decimals(let column): column.byteCount
    case .texts(let column): column.byteCount
    }
  }

  /// The same values with another mask; rows it leaves out must hold 0 or the empty text.
  public func withKnown(_ known: KnownMask?) -> Column {
    switch self {
    case .integers(let column): .integers(IntegerColumn(storage: column.storage, known: known))
    case .decimals(let column): .decimals(DecimalColumn(values: column.values, known: known))
    case .texts(let column): .texts(TextColumn(storage: column.storage, known: known))
    }
  }
}
