extension IntegerColumn {
  /// How many rows the column has.
  public var count: Int {
    switch storage {
    case .bytes(let values): values.count
    case .shorts(let values): values.count
    case .words(let values): values.count
    case .longs(let values): values.count
    }
  }

  /// The value of a row, 0 where it has none.
  public subscript(row: Int) -> Int64 {
    switch storage {
    case .bytes(let values): Int64(values[row])
    case .shorts(let values): Int64(values[row])
    case .words(let values): Int64(values[row])
    case .longs(let values): values[row]
    }
  }

  /// Whether a row has a value.
  public func isKnown(at row: Int) -> Bool { known.isSet(at: row) }

  /// The value of a row, nil where it has none.
  public func integer(at row: Int) -> Int64? { isKnown(at: row) ? self[row] : nil }

  /// Bytes that the values and the mask occupy.
  public var byteCount: Int {
    let width =
      switch storage {
      case .bytes: 1
      case .shorts: 2
      case .words: 4
      case .longs: 8
      }
    return count * width + known.byteCount
  }

  /// The column of the given values, in the narrowest width, all known unless a mask is given.
  /// Rows that the mask leaves out must hold 0.
  public init(_ values: [Int64], known: KnownMask? = nil) {
    var lowest: Int64 = 0
    var highest: Int64 = 0
    for value in values {
      lowest = min(lowest, value)
      highest = max(highest, value)
    }
    self.init(storage: Storage(values, in: lowest...highest), known: known)
  }
}

extension IntegerColumn.Storage {
  /// Values that all lie in `bounds`, as narrow as these allow.
  init(_ values: [Int64], in bounds: ClosedRange<Int64>) {
    if Int8(exactly: bounds.lowerBound) != nil, Int8(exactly: bounds.upperBound) != nil {
      self = .bytes(narrowed(values))
    } else if Int16(exactly: bounds.lowerBound) != nil, Int16(exactly: bounds.upperBound) != nil {
      self = .shorts(narrowed(values))
    } else if Int32(exactly: bounds.lowerBound) != nil, Int32(exactly: bounds.upperBound) != nil {
      self = .words(narrowed(values))
    } else {
      self = .longs(values)
    }
  }

  /// What a value of this width can be.
  var bounds: ClosedRange<Int64> {
    switch self {
    case .bytes: Int64(Int8.min)...Int64(Int8.max)
    case .shorts: Int64(Int16.min)...Int64(Int16.max)
    case .words: Int64(Int32.min)...Int64(Int32.max)
    case .longs: Int64.min...Int64.max
    }
  }
}

@inline(__always)
private func narrowed<Element: FixedWidthInteger>(_ values: [Int64]) -> [Element] {
  values.map { Element(truncatingIfNeeded: $0) }
}
