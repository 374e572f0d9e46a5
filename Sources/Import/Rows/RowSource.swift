/// The rows of a data file, one after the other. What takes them does not know the file's format.
package protocol RowSource {
  /// The cells of the row that was read last, one for each column.
  var cells: [SourceCell] { get }
  /// Texts of cells that are not `isInScratch`.
  var buffer: [UInt8] { get }
  /// Texts that were changed on the way.
  var scratch: [UInt8] { get }
  /// The line of the file, or the row of the sheet, in which the row begins; from 1.
  var line: Int { get }
  /// What is wrong with the form of the row as a whole; its cells are not looked at then.
  var faults: [RowFault] { get }
  /// Whether the first row names the columns.
  var hasHeader: Bool { get }
  /// Whether an apostrophe says that what stands behind it is a text, no formula; `CSVWriter` writes so.
  var marksTexts: Bool { get }
  /// Whether a row with another number of cells than the header is a mistake.
  var hasFixedWidth: Bool { get }
  /// The row's bytes, line end included, where the file can be cut into rows.
  var raw: Range<Int>? { get }
  /// What stands before the first row in the file.
  var prefix: [UInt8] { get }
  /// Other than UTF-8, the bytes were turned into that, with FF where the file has no character.
  var encoding: TextEncoding { get }
  /// Names of columns that were met, but not asked for, while the rows were read.
  var unusedColumns: [String] { get }

  /// How many bytes of the file were needed so far; nil where all bytes that were read were.
  var position: Int? { get }

  /// Reads the next row that is not empty; false at the end of the file.
  mutating func next() throws(FileFailure) -> Bool

  /// From now on rows have so many cells.
  mutating func setWidth(_ width: Int)

  /// Ranges of merged cells that touch a row, such as `A1:F1`. Reads to the end of the file.
  mutating func mergedRanges(touching row: Int) throws(FileFailure) -> [String]

  /// Merged cells below a row that hide cells of some columns, once all rows have been read.
  func mergedCells(below row: Int, columns: Set<Int>) -> [MergedCells]

  /// The byte of the file at which a text of the row stops being in its encoding.
  ///
  /// - Parameter offset: the byte of `buffer`.
  func fileOffset(_ offset: Int) -> Int
}

extension RowSource {
  package var hasHeader: Bool { true }
  package var marksTexts: Bool { false }
  package var position: Int? { nil }
  var isDecoded: Bool { encoding != .utf8 }
  package var unusedColumns: [String] { [] }
  package mutating func setWidth(_ width: Int) {}
  package mutating func mergedRanges(touching row: Int) throws(FileFailure) -> [String] { [] }
  package func mergedCells(below row: Int, columns: Set<Int>) -> [MergedCells] { [] }
}

/// A cell of the row that was read last.
package struct SourceCell {
  /// Where its text stands.
  package var range: Range<Int>
  package var isInScratch: Bool
  package var form: CellForm
  /// The line on which it begins, from 1.
  package var line: Int

  package var isQuoted: Bool { form == .quoted }
}

/// What a file says about a cell besides its text.
package enum CellForm: Hashable, Sendable {
  /// Nothing.
  case plain
  /// It is a text, even where it is empty.
  case quoted
  /// A number of a spreadsheet: the shortest or 17 digits of a binary one.
  case number(NumberStyle)
  /// A number of JSON, every digit of which counts.
  case exactNumber
  /// `1` or `true`, else false.
  case truth
  /// An error such as `#N/A`.
  case error
  /// A formula without a result.
  case formula
  /// A JSON array or object.
  case nested
}

/// How a spreadsheet shows a number.
package enum NumberStyle: Hashable, Sendable {
  /// As the digits it has, whatever their number or colour.
  case general
  case percent
  /// A day, with or without a time; days count from 1904-01-01 rather than from 1900-01-01.
  case date(from1904: Bool)
  /// A time of day or a duration.
  case time
  /// With zeros before it, up to so many digits: `000000`.
  case padded(UInt8)
}

/// Something wrong with the form of a row.
package struct RowFault: Hashable, Sendable {
  package let line: Int
  /// The cell's number, from 1; nil where no cell is meant.
  package let column: Int?
  package let reason: RowProblem.Reason
}

/// Cells that were merged into one: only the first has a value.
package struct MergedCells: Hashable, Sendable {
  package let row: Int
  package let column: Int
  /// `B5:B9`
  package let name: String
}
