import Engine
import Store

/// Collects what the columns of a file hold.
struct RegistrySurvey {
  var columns: [ColumnSurvey]
  /// Rows whose cells were not looked at.
  var malformedRows = 0
  private var doubledKeys = 0
  private var doubled: [DataQuality.Example] = []

  init(_ schema: RegistrySchema, _ header: Header) {
    columns = schema.fields.enumerated().map { index, field in
      ColumnSurvey(
        field, title: header.names[header.columns[index]], isKey: index == schema.key)
    }
  }

  /// Adds the columns of further rows.
  mutating func add(_ rows: [Column]) {
    for (index, column) in rows.enumerated() { columns[index].add(column) }
  }

  mutating func add(duplicate problem: RowProblem) {
    doubledKeys += 1
    doubled.add(problem)
  }

  func quality(rows: Int) -> DataQuality {
    DataQuality(
      rows: rows, malformedRows: malformedRows, doubledKeys: doubledKeys, doubledExamples: doubled,
      columns: columns.map(\.quality))
  }
}

extension [DataQuality.Example] {
  /// Keeps a cell, if there is room and its value is new.
  mutating func add(_ problem: RowProblem) {
    guard count < DataQuality.examples, !problem.value.isEmpty,
      !contains(where: { $0.value == problem.value })
    else { return }
    append(DataQuality.Example(line: problem.line, value: problem.value))
  }
}
