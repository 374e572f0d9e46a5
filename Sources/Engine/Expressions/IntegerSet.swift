/// Integers for `Condition.integerIn`: one bit each where they lie close together, else sorted.
package struct IntegerSet: Sendable {
  /// Ascending, without repetition.
  package let values: [Int64]
  /// Bit `i` of the bytes stands for `values[0] + i`; empty where the values lie too far apart.
  private let bits: [UInt64]

  package init(_ values: [Int64]) {
    var kept: [Int64] = []
    for value in values.sorted() where kept.last != value { kept.append(value) }
    self.values = kept
    guard let first = kept.first, let last = kept.last else {
      bits = []
      return
    }
    let (spread, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, spread < 1_024 || spread / 64 < kept.count else {
      bits = []
      return
    }
    var bits = Array(repeating: UInt64(0), count: Int(spread / 64) + 1)
    for value in kept {
      let index = Int(value - first)
      bits[index / 64] |= 1 << UInt64(index % 64)
    }
    self.bits = bits
  }

  package func contains(_ value: Int64) -> Bool {
    guard let first = values.first else { return false }
    if bits.isEmpty {
      var low = 0
      var high = values.count
      while low < high {
        let middle = (low + high) / 2
        if values[middle] < value { low = middle + 1 } else { high = middle }
      }
      return low < values.count && values[low] == value
    }
    let index = UInt64(bitPattern: value &- first)
    guard value >= first, index < UInt64(bits.count) * 64 else { return false }
    return bits[Int(index / 64)] >> (index % 64) & 1 != 0
  }
}
