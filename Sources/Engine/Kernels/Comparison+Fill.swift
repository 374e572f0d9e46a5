extension Comparison {
  /// The comparison with its sides exchanged.
  var flipped: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// Whether a value stands so to another from which it differs by `order` (below, at or above 0).
  @inline(__always)
  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }

  /// Compares each value with a constant.
  @inline(__always)
  func fill<Value: Comparable>(
    _ mask: inout [UInt8], _ count: Int, _ values: borrowing Span<Value>, with constant: Value
  ) {
    switch self {
    case .equal: Engine.fill(&mask, count, from: values) { $0 == constant ? 1 : 0 }
    case .notEqual: Engine.fill(&mask, count, from: values) { $0 != constant ? 1 : 0 }
    case .less: Engine.fill(&mask, count, from: values) { $0 < constant ? 1 : 0 }
    case .lessOrEqual: Engine.fill(&mask, count, from: values) { $0 <= constant ? 1 : 0 }
    case .greater: Engine.fill(&mask, count, from: values) { $0 > constant ? 1 : 0 }
    case .greaterOrEqual: Engine.fill(&mask, count, from: values) { $0 >= constant ? 1 : 0 }
    }
  }

  /// Compares two values a row.
  @inline(__always)
  func fill<Value: Comparable>(
    _ mask: inout [UInt8], _ count: Int, _ left: borrowing Span<Value>,
    _ right: borrowing Span<Value>
  ) {
    switch self {
    case .equal: Engine.fill(&mask, count, from: left, right) { $0 == $1 ? 1 : 0 }
    case .notEqual: Engine.fill(&mask, count, from: left, right) { $0 != $1 ? 1 : 0 }
    case .less: Engine.fill(&mask, count, from: left, right) { $0 < $1 ? 1 : 0 }
    case .lessOrEqual: Engine.fill(&mask, count, from: left, right) { $0 <= $1 ? 1 : 0 }
    case .greater: Engine.fill(&mask, count, from: left, right) { $0 > $1 ? 1 : 0 }
    case .greaterOrEqual: Engine.fill(&mask, count, from: left, right) { $0 >= $1 ? 1 : 0 }
    }
  }

  /// Compares values of a narrow column with a constant of any size.
  @inline(__always)
  func fill<Value: FixedWidthInteger>(
    _ mask: inout [UInt8], _ count: Int, narrow values: borrowing Span<Value>, with constant: Int64
  ) {
    if let narrow = Value(exactly: constant) {
      fill(&mask, count, values, with: narrow)
    } else {
      set(&mask, count, to: holds(constant > 0 ? -1 : 1) ? 1 : 0)
    }
  }
}
