package import Engine
public import Store

/// What an import did.
public struct ImportReport: Hashable, Sendable {
  /// The version of the registry that the import made.
  public let version: RegistryVersion
  /// What the file was taken for.
  public let reading: FileReading
  /// SHA-256 of the file, in hexadecimal digits.
  public let fileDigest: String
  /// Records of the file without its header.
  public let rowsRead: Int
  /// Records that went to the rejects; 0 unless the import was told to.
  public let rowsRejected: Int
  /// The first problems of rejected rows, by line and field.
  public let problems: RowProblems
  /// What the columns of the file hold, those of rejected rows among it.
  public let quality: DataQuality
  /// Columns of the file that no field of the registry takes.
  public let unusedColumns: [String]
}

/// The first problems of a file's rows, and how many there are.
public struct RowProblems: Hashable, Sendable {
  /// By line and field, at most as many as were asked for.
  package internal(set) var first: [RowProblem] = []
  /// All problems, also those that are not in `first`.
  public internal(set) var count = 0
  /// Rows with a problem.
  public internal(set) var rows = 0
  /// What the file was taken for; nil before that is known.
  package internal(set) var reading: FileReading?

  /// No problems.
  public init() {}
}

/// Why nothing was imported.
package enum ImportError: Error, Hashable, Sendable {
  /// The header does not fit.
  case header(HeaderFailure)
  /// The file cannot be read to its end.
  case file(FileFailure)
  /// Rows have problems, and the import was to be refused then; or, with rejects, no row is good.
  case rows(RowProblems)
  case rejects(ReadFailure)
  case store(StoreError)
  case limit(LimitExceeded)
}

/// What happens to rows with problems.
public enum ImportMode {
  /// Nothing is stored if any row has one.
  case refuseAll
  /// They go to the sink, after the header, so that they can be corrected and imported; the rest is
  /// stored. The sink is not called if every row is good.
  case rejects(as: RejectForm, sink: (ArraySlice<UInt8>) throws(ReadFailure) -> Void)
}

/// How rejected rows are written.
public enum RejectForm: Sendable {
  /// By their bytes as they stand in the file; rows of a workbook as CSV.
  case asRead
  /// As a workbook, every cell a text.
  case workbook
}

/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
  /// Records read so far, without the header.
  public let rows: Int
  /// Bytes of the file read so far.
  public let bytes: Int
}
