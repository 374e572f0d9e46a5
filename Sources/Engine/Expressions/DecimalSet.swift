package import Quantities

/// Decimals for `Condition.decimalIn`, sorted.
package struct DecimalSet: Sendable {
  /// Ascending, without repetition.
  package let values: [Decimal]

  package init(_ values: [Decimal]) {
    var kept: [Decimal] = []
    for value in values.sorted() where kept.last != value { kept.append(value) }
    self.values = kept
  }

  package func contains(_ value: Decimal) -> Bool {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < values.count && values[low] == value
  }
}
