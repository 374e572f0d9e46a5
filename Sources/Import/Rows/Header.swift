import Quantities
import Store

/// Which column of a file belongs to which field.
struct Header {
  /// For each field of the schema the position of its column.
  let columns: [Int]
  /// Columns of the file.
  let width: Int
  /// Names of columns that belong to no field, in the order of the file.
  let unused: [String]

  /// Takes the record that the reader has read: names must be those of the fields, in any order.
  init(_ reader: CSVReader, _ schema: RegistrySchema) throws(HeaderFailure) {
    var names: [String] = []
    for (position, field) in reader.fields.enumerated() {
      let bytes = (field.isInScratch ? reader.scratch : reader.buffer).span
      let name = bytes.extracting(field.range)
      guard firstMalformed(name) == nil else {
        throw HeaderFailure(problems: [.notUTF8(column: position + 1)])
      }
      let text = String(decoding: name.indices.map { name[$0] }, as: UTF8.self)
      names.append(NormalizationFormC.normalizing(text))
    }
    width = names.count
    var columns: [Int] = []
    var missing: [String] = []
    var duplicates: [String] = []
    for field in schema.fields {
      let found = names.indices.filter { names[$0] == field.name }
      if let first = found.first { columns.append(first) } else { missing.append(field.name) }
      if found.count > 1 { duplicates.append(field.name) }
    }
    var problems: [HeaderProblem] = []
    if !missing.isEmpty { problems.append(.missingColumns(missing)) }
    if !duplicates.isEmpty { problems.append(.duplicateColumns(duplicates)) }
    if !problems.isEmpty { throw HeaderFailure(problems: problems, found: names) }
    self.columns = columns
    let used = Set(columns)
    unused = names.indices.filter { !used.contains($0) }.map { names[$0] }
  }
}

/// A header that does not fit.
struct HeaderFailure: Error {
  let problems: [HeaderProblem]
  var found: [String] = []
}
