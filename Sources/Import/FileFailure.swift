/// Why a file cannot be read any further.
package enum FileFailure: Error, Hashable, Sendable {
  case unreadable(ReadFailure)
  /// A field whose quote is not closed before the file ends; the place is that of the quote.
  case unclosedQuote(line: Int, column: Int)
  case fieldTooLong(line: Int, column: Int, limit: Int)
  case recordTooLong(line: Int, limit: Int)
  case tooManyColumns(line: Int, limit: Int)
  /// The file is UTF-16, which no rows are read from.
  case utf16
  /// JSON, but one array rather than an object a line.
  case jsonArray
  /// HTML or XML, which some programs call a spreadsheet.
  case webPage
  /// A sheet was named, and the file is no workbook.
  case noSheets
  /// An encoding was named, and the file is a workbook, which says its own.
  case noEncoding
  case workbook(WorkbookFailure)
}

/// Why a workbook cannot be read.
package enum WorkbookFailure: Error, Hashable, Sendable {
  /// A workbook of before 2007, or one with a password: both have the same outside.
  case oldFormat
  /// A zip archive of something else.
  case notWorkbook
  /// A part of the archive breaks its rules.
  case damaged(part: String)
  /// A part unpacks to more than any workbook needs.
  case tooLarge(part: String)
  /// Several sheets have cells, and none was chosen.
  case severalSheets([String])
  case noSuchSheet(String, found: [String])
  /// A row beyond the last one that a sheet can have.
  case tooManyRows(limit: Int)
}
