/// The records of a CSV file as rows.
struct CSVRows: RowSource {
  private var reader: CSVReader
  private let text: TextSource

  init(_ text: TextSource, limits: CSVLimits = CSVLimits()) {
    self.text = text
    reader = CSVReader(limits: limits, text: text.next)
  }

  var cells: [SourceCell] { reader.fields }
  var buffer: [UInt8] { reader.buffer }
  var scratch: [UInt8] { reader.scratch }
  var line: Int { reader.line }
  var hasFixedWidth: Bool { true }
  var marksTexts: Bool { true }
  var raw: Range<Int>? { reader.raw }
  var encoding: TextEncoding { text.encoding ?? .utf8 }
  /// What was decoded is written as UTF-8, which says so by its mark.
  var prefix: [UInt8] { reader.hasByteOrderMark || isDecoded ? [0xEF, 0xBB, 0xBF] : [] }

  var faults: [RowFault] {
    reader.faults.map { fault in
      RowFault(
        line: fault.line, column: fault.column,
        reason: fault.kind == .quoteInside ? .quoteInside : .textAfterQuote)
    }
  }

  /// Rows of commas alone are passed over: spreadsheets write them below a table.
  mutating func next() throws(FileFailure) -> Bool {
    repeat {
      if !(try reader.next()) { return false }
    } while reader.isBlank
    return true
  }

  func fileOffset(_ offset: Int) -> Int { text.fileOffset(reader.bufferOffset + offset) }
}
