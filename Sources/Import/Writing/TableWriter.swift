public import Quantities

/// Takes the bytes of a file that is being written, in order.
public typealias ByteSink = (ArraySlice<UInt8>) throws(ReadFailure) -> Void

/// A cell of a list that is written.
public enum TableCell: Hashable, Sendable {
  case empty
  /// Always a text, whatever it looks like.
  case text(String)
  case integer(Int64)
  case decimal(Decimal)
  /// A ratio: 0.05 is shown as 5 %.
  case percent(Decimal)
  case date(CivilDate)
  case bool(Bool)
}

/// Writes a list row by row. The bytes depend on the rows alone.
public protocol TableWriter {
  /// Writes what stands before the rows, with the names of the columns.
  mutating func start(_ header: [TableCell]) throws(ReadFailure)
  /// Writes a row.
  mutating func add(_ row: [TableCell]) throws(ReadFailure)
  /// Writes what stands behind the rows.
  mutating func finish() throws(ReadFailure)
}
