import Quantities

/// The value of one cell.
enum CellValue {
  case absent
  case integer(Int64)
  case decimal(Decimal)
  /// The cell's own bytes.
  case cell
  /// Bytes that stand in the decoder's `texts`, because the cell's had to be changed.
  case text(Range<Int>)
}
