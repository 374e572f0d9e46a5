import Quantities
import Store

/// Which column of a file belongs to which field.
struct Header {
  /// For each field of the schema the position of its column.
  let columns: [Int]
  /// What the columns of the file are called.
  let names: [String]
  /// Names of columns that belong to no field, in the order of the file; columns without a name are left
  /// out.
  let unused: [String]

  /// Takes the row that was read: names must be those of the columns, in any order.
  ///
  /// - Parameter titles: for each field of the schema what its column is called.
  init(_ source: some RowSource, _ schema: RegistrySchema, titles: [String]) throws(HeaderFailure) {
    let (cells, buffer, scratch) = (source.cells, source.buffer, source.scratch)
    var names: [String] = []
    for (position, cell) in cells.enumerated() {
      let name = (cell.isInScratch ? scratch : buffer).span.extracting(cell.range)
      guard firstMalformed(name) == nil else {
        throw HeaderFailure(problems: [
          .undecodable(column: position + 1, encoding: source.encoding)
        ])
      }
      let text = String(decoding: name.indices.map { name[$0] }, as: UTF8.self)
      names.append(NormalizationFormC.normalizing(text))
    }
    self.names = names
    var columns: [Int] = []
    var missing: [String] = []
    var duplicates: [String] = []
    for title in titles {
      let found = names.indices.filter { names[$0] == title }
      if let first = found.first { columns.append(first) } else { missing.append(title) }
      if found.count > 1 { duplicates.append(title) }
    }
    var problems: [HeaderProblem] = []
    if !missing.isEmpty { problems.append(.missingColumns(missing)) }
    if !duplicates.isEmpty { problems.append(.duplicateColumns(duplicates)) }
    if !problems.isEmpty { throw HeaderFailure(problems: problems, found: names) }
    self.columns = columns
    let used = Set(columns)
    unused = names.indices.filter { !used.contains($0) && !names[$0].isEmpty }.map { names[$0] }
  }

  /// The header of a file in which each value stands beside the name of its column.
  init(titles: [String]) {
    columns = Array(titles.indices)
    names = titles
    unused = []
  }
}

/// A header that does not fit.
struct HeaderFailure: Error {
  let problems: [HeaderProblem]
  var found: [String] = []
}
