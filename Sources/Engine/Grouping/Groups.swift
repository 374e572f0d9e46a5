/// The rows of a table by equal values. Groups are numbered in ascending order of the value:
/// integers by number, decimals by number, texts by code point; rows without a value are the last
/// group.
package struct Groups: Sendable {
  /// The group of each row.
  package let codes: [Int32]
  /// The first row of each group: one to read the group's value from.
  package let firstRows: [Int32]

  /// Groups by given codes: 0..<`count`, each of which occurs.
  init(codes: [Int32], count: Int) {
    self.codes = codes
    var firstRows = Array(repeating: Int32(-1), count: count)
    for row in codes.indices where firstRows[Int(codes[row])] < 0 {
      firstRows[Int(codes[row])] = Int32(truncatingIfNeeded: row)
    }
    self.firstRows = firstRows
  }

  /// All rows as one group; no group if there are no rows.
  package init(whole rowCount: Int) {
    self.init(codes: Array(repeating: 0, count: rowCount), count: rowCount == 0 ? 0 : 1)
  }

  /// By codes that need not be dense, each in 0..<`limit`; their order is kept.
  init(sparse codes: [Int32], limit: Int) {
    var dense = Array(repeating: Int32(0), count: limit)
    for code in codes { dense[Int(code)] = 1 }
    var count: Int32 = 0
    for code in dense.indices where dense[code] != 0 {
      dense[code] = count
      count += 1
    }
    self.init(codes: codes.map { dense[Int($0)] }, count: Int(count))
  }

  /// How many groups there are.
  package var count: Int { firstRows.count }

  /// How many rows each group has.
  package var sizes: [Int] {
    var sizes = Array(repeating: 0, count: count)
    for code in codes { sizes[Int(code)] += 1 }
    return sizes
  }

  /// Rows by this value first, and by the other where this one is equal.
  package func combined(with other: Groups) -> Groups {
    let width = Int64(other.count)
    let pairs = codes.indices.map { Int64(codes[$0]) * width + Int64(other.codes[$0]) }
    return IntegerColumn(pairs).groups()
  }

  /// All rows, group by group; within a group in ascending order. Group `g` is
  /// `rows[starts[g]..<starts[g + 1]]`.
  package func rowsByGroup() -> (starts: [Int], rows: [Int32]) {
    var starts = [0]
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    var next = starts
    var rows = Array(repeating: Int32(0), count: codes.count)
    for row in codes.indices {
      let code = Int(codes[row])
      rows[next[code]] = Int32(truncatingIfNeeded: row)
      next[code] += 1
    }
    return (starts, rows)
  }
}
