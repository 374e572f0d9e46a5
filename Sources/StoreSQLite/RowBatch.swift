import Store

/// Rows of a statement in canonical form, one after the other: the key, the values that tell the class,
/// then others.
struct RowBatch: Sendable {
  /// Where a row's parts stand among the bytes.
  struct Row: Sendable {
    let start: Int
    let keyEnd: Int
    let tupleEnd: Int
    let end: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var rows: [Row] = []

  /// Adds the statement's row.
  ///
  /// - Parameters:
  ///   - columns: how many the statement has.
  ///   - tuple: how many of them, from the second on, tell the class.
  mutating func append(
    _ query: RawStatement, columns: CInt, tuple: CInt
  ) throws(StoreError) {
    let start = bytes.count
    var (keyEnd, tupleEnd) = (start, start)
    for column in 0..<columns {
      guard query.appendCell(column, to: &bytes) else { throw .corrupt("a value of no kind") }
      if column == 0 { keyEnd = bytes.count }
      if column == tuple { tupleEnd = bytes.count }
    }
    guard keyEnd - start > CanonicalRow.textOffset else { throw .corrupt("a row without a key") }
    rows.append(Row(start: start, keyEnd: keyEnd, tupleEnd: tupleEnd, end: bytes.count))
  }
}
