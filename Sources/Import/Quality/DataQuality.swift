/// What the columns of a data file hold, found out while its rows are read and before any is stored.
public struct DataQuality: Hashable, Sendable {
  /// A value and how many cells have it.
  public struct Frequency: Hashable, Sendable {
    public let value: String
    public let count: Int

    package init(value: String, count: Int) {
      self.value = value
      self.count = count
    }
  }

  /// A cell that could not be read.
  public struct Example: Hashable, Sendable {
    /// The line of the file, or the row of the sheet.
    public let line: Int
    /// The cell as it stands in the file, cut after 60 characters.
    public let value: String

    package init(line: Int, value: String) {
      self.line = line
      self.value = value
    }
  }

  /// What the column of a field holds.
  public struct Column: Hashable, Sendable {
    /// The field's name in the script.
    public let field: String
    /// What the column is called in the file.
    public let title: String
    /// Cells without a value.
    public let missing: Int
    /// Cells with a value that is not one of the field.
    public let unreadable: Int
    /// The first different ones of those, at most `DataQuality.examples`.
    public let examples: [Example]
    /// The different values with their numbers, most frequent first; nil where there are more than
    /// `DataQuality.distinctValues`, and for the key. Values taken for missing ones are among them.
    public let values: [Frequency]?
    /// The smallest and the greatest value, of numbers, percentages and dates.
    public let range: ClosedRangeText?
  }

  /// Two values as text.
  public struct ClosedRangeText: Hashable, Sendable {
    public let smallest: String
    public let greatest: String
  }

  /// Examples that are kept of a column.
  public static let examples = 3
  /// Different values up to which they are counted one by one.
  public static let distinctValues = 12

  /// Records of the file without its header.
  public let rows: Int
  /// Rows whose cells were not looked at, because the row as a whole has not the right form.
  public let malformedRows: Int
  /// Rows whose key came before.
  public let doubledKeys: Int
  /// The first different keys of those, at most `examples`.
  public let doubledExamples: [Example]
  /// A column for each field, in the order of the script.
  public let columns: [Column]
}
