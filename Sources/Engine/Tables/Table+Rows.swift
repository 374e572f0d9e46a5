extension Table {
  /// The given rows, in the given order.
  public func gather(_ rows: [Int32]) -> Table {
    Table(rowCount: rows.count, columns: columns.map { $0.gather(rows) })
  }

  /// Consecutive rows.
  public func slice(_ rows: Range<Int>) -> Table {
    Table(rowCount: rows.count, columns: columns.map { $0.slice(rows) })
  }

  /// The rows of all tables one after the other. The tables have the same kinds of columns; nil if
  /// they do not, or if there are none.
  public static func concatenating(_ tables: [Table]) -> Table? {
    guard let first = tables.first else { return nil }
    if tables.count == 1 { return first }
    guard tables.allSatisfy({ $0.columns.count == first.columns.count }) else { return nil }
    var columns: [Column] = []
    for index in first.columns.indices {
      guard let column = Column.concatenating(tables.map { $0.columns[index] }) else { return nil }
      columns.append(column)
    }
    return Table(rowCount: tables.reduce(0) { $0 + $1.rowCount }, columns: columns)
  }

  /// Bytes that the columns occupy, for `Meter`.
  public var byteCount: Int { columns.reduce(0) { $0 + $1.byteCount } }
}
