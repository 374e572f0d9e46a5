import Quantities

/// Which column of a file belongs to which field.
struct Header {
  /// For each field of the schema the position of its column.
  let columns: [Int]
  /// What the columns of the file are called.
  let names: [String]
  /// Names of columns that belong to no field, in the order of the file; columns without a name are left
  /// out.
  let unused: [String]

  /// Finds the columns of the fields among those of a file, in any order. White space in names does
  /// not count, since people break long ones into lines.
  ///
  /// - Parameter titles: for each field of the schema what its column is called.
  init(_ names: [String], titles: [String]) throws(HeaderFailure) {
    let bare = names.map(Self.bare)
    var columns: [Int] = []
    var missing: [String] = []
    var duplicates: [String] = []
    for title in titles {
      let wanted = Self.bare(title)
      let found = bare.indices.filter { bare[$0] == wanted }
      if let first = found.first { columns.append(first) } else { missing.append(title) }
      if found.count > 1 { duplicates.append(title) }
    }
    var problems: [HeaderProblem] = []
    if !missing.isEmpty { problems.append(.missingColumns(missing)) }
    if !duplicates.isEmpty { problems.append(.duplicateColumns(duplicates)) }
    if !problems.isEmpty {
      throw HeaderFailure(
        problems: problems, found: names, fitting: titles.count - missing.count)
    }
    self.columns = columns
    self.names = names
    let used = Set(columns)
    unused = names.indices.filter { !used.contains($0) && !names[$0].isEmpty }.map { names[$0] }
  }

  /// The header of a file in which each value stands beside the name of its column.
  init(titles: [String]) {
    columns = Array(titles.indices)
    names = titles
    unused = []
  }

  /// Without its white space.
  static func bare(_ name: String) -> String { name.filter { !$0.isWhitespace } }
}

/// No row of a file is a header that fits.
package struct HeaderFailure: Error, Hashable, Sendable {
  package var problems: [HeaderProblem]
  /// The columns of the row that is most like a header.
  package var found: [String]
  /// That row.
  package var line: Int
  /// What a workbook was taken for; nil of other files.
  package var reading: FileReading?
  /// How many of the wanted columns the row names.
  var fitting: Int

  package init(
    problems: [HeaderProblem], found: [String] = [], line: Int = 1, fitting: Int = 0,
    reading: FileReading? = nil
  ) {
    self.problems = problems
    self.found = found
    self.line = line
    self.fitting = fitting
    self.reading = reading
  }
}
