/// Why the first line of a file does not fit a registry.
package enum HeaderProblem: Hashable, Sendable {
  /// The file holds nothing.
  case emptyFile
  /// Fields of the schema for which the file has no column, in the order of the schema.
  case missingColumns([String])
  /// Columns that stand in the file more than once, among those that are used.
  case duplicateColumns([String])
  case notUTF8(column: Int)
}
