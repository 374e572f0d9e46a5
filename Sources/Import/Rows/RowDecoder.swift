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

  /// - Parameter defaults: for each field the value of empty cells, if it has one.
  init(_ schema: RegistrySchema, _ header: Header, defaults: [FieldDefault?]) {
    self.schema = schema
    self.header = header
    self.defaults = defaults
    parsers = schema.fields.enumerated().map { index, field in
      CellParser(field.kind, isKey: index == schema.key)
    }
    batch = BatchBuilder(schema)
  }

  /// The rows so far, and a new start.
  mutating func takeBatch() -> Table { batch.finish() }

  /// Adds the record as a row to the batch, unless something is wrong with it.
  mutating func decode(_ reader: CSVReader) -> [RowProblem] {
    let problems = problemsOfForm(reader)
    return problems.isEmpty ? decodeCells(reader) : problems
  }

  /// The problem of row `row` of a batch whose key came before.
  func duplicate(_ batch: Table, row: Int, line: Int) -> RowProblem {
    RowProblem(
      line: line, column: header.columns[schema.key] + 1, field: schema.fields[schema.key].name,
      value: batch.columns[schema.key].text(at: row) ?? "", reason: .duplicateKey)
  }

  private func problemsOfForm(_ reader: CSVReader) -> [RowProblem] {
    var problems = reader.faults.map { fault in
      RowProblem(
        line: fault.line, column: fault.column, field: fieldName(ofColumn: fault.column),
        value: shown(reader, fault.column - 1),
        reason: fault.kind == .quoteInside ? .quoteInside : .textAfterQuote)
    }
    if reader.fields.count != header.width {
      problems.append(
        RowProblem(
          line: reader.line, column: nil, field: nil, value: "",
          reason: .fieldCount(found: reader.fields.count, expected: header.width)))
    }
    return problems
  }

  private mutating func decodeCells(_ reader: CSVReader) -> [RowProblem] {
    var problems: [RowProblem] = []
    // Taken once: the parts of a value are counted references.
    let (fields, buffer, scratch) = (reader.fields, reader.buffer, reader.scratch)
    texts.removeAll(keepingCapacity: true)
    for field in parsers.indices {
      let cell = fields[header.columns[field]]
      let bytes = (cell.isInScratch ? scratch : buffer).span.extracting(cell.range)
      do throws(CellFault) {
        let value: CellValue
        if bytes.isEmpty, !(cell.isQuoted && parsers[field].kind == .text) {
          value = try valueOfEmpty(field)
        } else {
          value = try parsers[field].parse(bytes, texts: &texts)
        }
        if bytes.isEmpty, field == schema.key { throw CellFault.reason(.missing) }
        batch.append(value, cell: bytes, texts: texts, to: field)
      } catch {
        batch.append(.absent, cell: bytes, texts: texts, to: field)
        problems.append(problem(error, reader, field))
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

  private func problem(_ fault: CellFault, _ reader: CSVReader, _ field: Int) -> RowProblem {
    let column = header.columns[field]
    let cell = reader.fields[column]
    let value = shown(reader, column)
    let bytes = (cell.isInScratch ? reader.scratch : reader.buffer).span.extracting(cell.range)
    let reason: RowProblem.Reason
    if let malformed = firstMalformed(bytes) {
      // In a field with doubled quotes the place in the file is that of the field.
      let offset = cell.isInScratch ? reader.raw.lowerBound : cell.range.lowerBound + malformed
      reason = .notUTF8(offset: reader.bufferOffset + offset)
    } else {
      switch fault {
      case .reason(let known): reason = known
      case .notMember, .notUTF8: reason = .notMember(nearest: nearestMember(to: value, field))
      }
    }
    return RowProblem(
      line: cell.line, column: column + 1, field: schema.fields[field].name, value: value,
      reason: reason)
  }

  private func nearestMember(to value: String, _ field: Int) -> String? {
    guard case .enumeration(let members) = schema.fields[field].kind else { return nil }
    return nearestName(to: value, among: members)
  }

  private func fieldName(ofColumn column: Int) -> String? {
    header.columns.firstIndex(of: column - 1).map { schema.fields[$0].name }
  }

  private func shown(_ reader: CSVReader, _ column: Int) -> String {
    guard reader.fields.indices.contains(column) else { return "" }
    let cell = reader.fields[column]
    let bytes = cell.isInScratch ? reader.scratch : reader.buffer
    return RowProblem.shown(bytes.span.extracting(cell.range))
  }
}
