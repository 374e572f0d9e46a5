/// Why the first line of a file does not fit a registry.
package enum HeaderProblem: Hashable, Sendable {
  /// The file holds nothing.
  case emptyFile
  /// Names of columns that fields want and the file does not have, in the order of the schema.
  case missingColumns([String])
  /// Columns that stand in the file more than once, among those that are used.
  case duplicateColumns([String])
  case undecodable(column: Int, encoding: TextEncoding)
  /// The names of the columns are all there, but what stands between them is no comma.
  case otherSeparator(Character)
  /// Merged cells in the header: it has several rows.
  case mergedCells([String])
}
