/// Why the first line of a file does not fit a registry.
package enum HeaderProblem: Hashable, Sendable {
  /// The file holds nothing.
  case emptyFile
  /// Names of columns that fields want and the file does not have, in the order of the schema.
  case missingColumns([String])
  /// Columns that stand in the file more than once, among those that are used.
  case duplicateColumns([String])
  case undecodable(column: Int, encoding: TextEncoding)
  /// Merged cells in the first row: a title across the table, or a header of several rows.
  case mergedCells([String])
}
