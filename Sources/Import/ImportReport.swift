package import Engine
package import Store

/// What an import did.
package struct ImportReport: Hashable, Sendable {
  package let version: RegistryVersion
  /// Records of the file without its header.
  package let rowsRead: Int
  /// Records that went to the rejects; 0 unless the import was told to.
  package let rowsRejected: Int
  /// The first problems of rejected rows, by line and field.
  package let problems: RowProblems
  /// Columns of the file that no field of the registry takes.
  package let unusedColumns: [String]
}

/// The first problems of a file's rows, and how many there are.
package struct RowProblems: Hashable, Sendable {
  /// By line and field, at most as many as were asked for.
  package internal(set) var first: [RowProblem] = []
  /// All problems, also those that are not in `first`.
  package internal(set) var count = 0
  /// Rows with a problem.
  package internal(set) var rows = 0

  package init() {}
}

/// Why nothing was imported.
package enum ImportError: Error, Hashable, Sendable {
  /// The header does not fit; `found` are the file's columns.
  case header([HeaderProblem], found: [String])
  /// The file cannot be read to its end.
  case file(CSVFailure)
  /// Rows have problems, and the import was to be refused then; or, with rejects, no row is good.
  case rows(RowProblems)
  case rejects(ReadFailure)
  case store(StoreError)
  case limit(LimitExceeded)
}

/// What happens to rows with problems.
package enum ImportMode {
  /// Nothing is stored if any row has one.
  case refuseAll
  /// Their bytes go to the sink as they stand in the file, after the header's, so that the file can
  /// be corrected and imported; the rest is stored. The sink is not called if every row is good.
  case rejects(sink: (ArraySlice<UInt8>) throws(ReadFailure) -> Void)
}

/// How far an import is.
package struct ImportProgress: Hashable, Sendable {
  package let rows: Int
  package let bytes: Int
}
