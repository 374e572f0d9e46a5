import Engine
import Store

/// How many rows have each tuple of values.
struct TupleCounts {
  private var tuples = TupleIndex()
  private var counts: [Int] = []
  private var tuple: [UInt8] = []

  /// Counts a statement's row, whose columns are the tuple; gives the bytes of the tuple if it is
  /// new, else 0.
  mutating func take(_ query: RawStatement, columns: Int) throws(StoreError) -> Int {
    tuple.removeAll(keepingCapacity: true)
    for column in 0..<CInt(columns) where !query.appendCell(column, to: &tuple) {
      throw .corrupt("a value of no kind")
    }
    let number = tuples.insert(tuple)
    if number < counts.count {
      counts[number] += 1
      return 0
    }
    counts.append(1)
    return tuple.count
  }

  /// The tuples as rows, ascending.
  func groups(_ kinds: [FieldKind]) throws(StoreError) -> GroupedCounts {
    var groups = TableBuilder(kinds)
    for number in 0..<tuples.count where !groups.append(canonicalRow: tuples[number].span) {
      throw .corrupt("a value of another kind")
    }
    return GroupedCounts(groups: groups.finish(), counts: counts).inOrder()
  }
}
