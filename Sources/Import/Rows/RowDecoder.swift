import Engine
import Quantities
import Store

/// Turns records into rows of a registry.
struct RowDecoder {
  private let schema: RegistrySchema
  private let header: Header
  private let parsers: [CellParser]
  private let defaults: [FieldDefault?]
  /// Texts that were changed into NFC.
  private var texts: [UInt8] = []
  private var batch: BatchBuilder
  private(set) var survey: RegistrySurvey

  /// - Parameter defaults: for each field the value of empty cells, if it has one.
  init(_ schema: RegistrySchema, _ header: Header, defaults: [FieldDefault?]) {
    self.schema = schema
    self.header = header
    self.defaults = defaults
    parsers = schema.fields.enumerated().map { index, field in
      CellParser(field.kind, isKey: index == schema.key)
    }
    batch = BatchBuilder(schema)
    survey = RegistrySurvey(schema, header)
  }

  /// The good rows so far, and a new start.
  mutating func takeBatch() -> Table {
    let batch = batch.finish()
    survey.add(batch.all)
    return batch.good
  }

  /// Counts a row whose key came before.
  mutating func addDuplicate(_ problem: RowProblem) { survey.add(duplicate: problem) }

  /// Adds the row that was read to the batch, unless something is wrong with it.
  mutating func decode(_ source: some RowSource) -> [RowProblem] {
    let problems = problemsOfForm(source)
    if problems.isEmpty { return decodeCells(source) }
    survey.malformedRows += 1
    return problems
  }

  /// The problem of row `row` of a batch whose key came before.
  func duplicate(_ batch: Table, row: Int, line: Int) -> RowProblem {
    RowProblem(
      line: line, column: header.columns[schema.key] + 1, field: schema.fields[schema.key].name,
      value: batch.columns[schema.key].text(at: row) ?? "", reason: .duplicateKey)
  }

  private func problemsOfForm(_ source: some RowSource) -> [RowProblem] {
    var problems = source.faults.map { fault in
      RowProblem(
        line: fault.line, column: fault.column,
        field: fault.column.flatMap { fieldName(ofColumn: $0) },
        value: fault.column.map { shown(source, $0 - 1) } ?? "", reason: fault.reason)
    }
    let found = source.cells.count
    if source.hasFixedWidth, found != header.names.count {
      problems.append(
        RowProblem(
          line: source.line, column: nil, field: nil, value: "",
          reason: .fieldCount(found: found, expected: header.names.count)))
    }
    return problems
  }

  private mutating func decodeCells(_ source: some RowSource) -> [RowProblem] {
    var problems: [RowProblem] = []
    // Taken once: the parts of a value are counted references.
    let (cells, buffer, scratch) = (source.cells, source.buffer, source.scratch)
    let marksTexts = source.marksTexts
    texts.removeAll(keepingCapacity: true)
    for field in parsers.indices {
      var cell = cells[header.columns[field]]
      if marksTexts { cell.removeMark(cell.isInScratch ? scratch : buffer) }
      let bytes = (cell.isInScratch ? scratch : buffer).span.extracting(cell.range)
      do throws(CellFault) {
        let value: CellValue
        if bytes.isEmpty, cell.form != .formula,
          !(cell.isQuoted && parsers[field].kind == .text)
        {
          survey.columns[field].missing += 1
          value = try valueOfEmpty(field)
        } else {
          value = try parsers[field].parse(bytes, cell.form, texts: &texts)
        }
        if bytes.isEmpty, field == schema.key { throw CellFault.reason(.missing) }
        batch.append(value, cell: bytes, texts: texts, to: field)
      } catch {
        batch.append(.absent, cell: bytes, texts: texts, to: field)
        let problem = problem(error, source, field)
        if problem.reason != .missing { survey.columns[field].add(unreadable: problem) }
        problems.append(problem)
      }
    }
    batch.endRow(isGood: problems.isEmpty)
    return problems
  }

  private mutating func valueOfEmpty(_ field: Int) throws(CellFault) -> CellValue {
    switch defaults[field] {
    case .integer(let value): return .integer(value)
    case .decimal(let value): return .decimal(value)
    case .text(let text):
      let start = texts.count
      texts.append(contentsOf: NormalizationFormC.normalizing(text).utf8)
      return .text(start..<texts.count)
    case nil:
      if !schema.fields[field].isOptional { throw .reason(.missing) }
      return .absent
    }
  }

  private func problem(
    _ fault: CellFault, _ source: some RowSource, _ field: Int
  ) -> RowProblem {
    let column = header.columns[field]
    let cell = source.cells[column]
    let value = shown(source, column)
    let bytes = (cell.isInScratch ? source.scratch : source.buffer).span.extracting(cell.range)
    let reason: RowProblem.Reason
    if let malformed = firstMalformed(bytes) {
      // In a field whose text was changed the place in the file is that of the record.
      let offset =
        cell.isInScratch ? source.raw?.lowerBound ?? 0 : cell.range.lowerBound + malformed
      reason = .undecodable(offset: source.fileOffset(offset))
    } else {
      switch fault {
      case .reason(let known): reason = known
      case .notMember, .notUTF8: reason = notMember(value, field)
      }
    }
    return RowProblem(
      line: cell.line, column: column + 1, field: schema.fields[field].name, value: value,
      reason: reason)
  }

  private func notMember(_ value: String, _ field: Int) -> RowProblem.Reason {
    guard case .enumeration(let members) = schema.fields[field].kind else { return .notText }
    return .notMember(
      nearest: nearestName(to: value, among: members),
      members: members.count <= Self.shownMembers ? members : [])
  }

  private static let shownMembers = 12

  private func fieldName(ofColumn column: Int) -> String? {
    header.columns.firstIndex(of: column - 1).map { schema.fields[$0].name }
  }

  private func shown(_ source: some RowSource, _ column: Int) -> String {
    guard source.cells.indices.contains(column) else { return "" }
    let cell = source.cells[column]
    let bytes = (cell.isInScratch ? source.scratch : source.buffer).span.extracting(cell.range)
    return cell.form.shownDay(bytes) ?? RowProblem.shown(bytes)
  }
}
