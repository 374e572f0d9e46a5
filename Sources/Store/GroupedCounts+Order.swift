import Engine

extension GroupedCounts {
  /// The same in ascending order of the values, absence first, for engines that group in another
  /// order.
  public func inOrder() -> GroupedCounts {
    let order = (0..<groups.rowCount).sorted { left, right in
      for column in groups.columns {
        if let isLess = column.isLess(left, right) { return isLess }
      }
      return false
    }
    return GroupedCounts(
      groups: groups.gather(order.map { Int32(truncatingIfNeeded: $0) }),
      counts: order.map { counts[$0] })
  }
}

extension Column {
  /// Whether the value of one row comes before that of another; nil where they are the same.
  fileprivate func isLess(_ left: Int, _ right: Int) -> Bool? {
    guard isKnown(at: left), isKnown(at: right) else {
      return isKnown(at: left) == isKnown(at: right) ? nil : !isKnown(at: left)
    }
    switch self {
    case .integers(let column):
      return column[left] == column[right] ? nil : column[left] < column[right]
    case .decimals(let column):
      let (a, b) = (column.values[left], column.values[right])
      return a == b ? nil : a < b
    case .texts(let column):
      var (a, b): ([UInt8], [UInt8]) = ([], [])
      column.appendUTF8(at: left, to: &a)
      column.appendUTF8(at: right, to: &b)
      return a == b ? nil : a.lexicographicallyPrecedes(b)
    }
  }
}
