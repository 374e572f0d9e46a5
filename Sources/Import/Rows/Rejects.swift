/// Takes rejected rows, as they stand in the file or cell by cell; knows what to do without a place
/// for them, too.
struct Rejects {
  private enum Form {
    case none
    /// The file's own bytes; the header's are written before the first row.
    case bytes(header: [UInt8], isDecoded: Bool)
    case table(any TableWriter)
  }

  private let sink: (ArraySlice<UInt8>) throws(ReadFailure) -> Void
  private var form: Form

  /// Takes the header that the source has read.
  init(
    _ mode: ImportMode, header source: some RowSource, _ found: HeaderSearch.Found
  ) throws(ImportError) {
    names = found.header.names
    guard case .rejects(let wanted, let sink) = mode else {
      sink = { (_) throws(ReadFailure) in }
      form = .none
      return
    }
    self.sink = sink
    if wanted == .asRead, let raw = source.raw {
      var header = source.hasFixedWidth ? Array(source.buffer[raw]) : []
      // Of a header of two rows one is made, so that the rejects have the names of all columns.
      if found.hasTwoRows { header = Array(CSVWriter.line(names.map { .text($0) }).utf8) }
      form = .bytes(header: source.prefix + header, isDecoded: source.isDecoded)
    } else {
      form = .table(
        wanted == .workbook ? WorkbookWriter(sheet: "rejects", sink) : CSVWriter(sink))
    }
  }

  private var names: [String]

  /// Whether rows with problems are put aside, rather than refused with all others.
  var isOpen: Bool { if case .none = form { false } else { true } }

  /// What is kept of the row that was read last, until it is known whether it is good.
  func record(_ source: some RowSource) -> RejectedRow {
    switch form {
    case .none: return .none
    case .bytes:
      return .bytes(source.raw.map { Array(source.buffer[$0]) } ?? [])
    case .table: return .cells(source.tableCells)
    }
  }

  mutating func write(_ row: RejectedRow) throws(ImportError) {
    do throws(ReadFailure) {
      switch (form, row) {
      case (.bytes(let header, let isDecoded), .bytes(let bytes)):
        if !header.isEmpty { try sink(header[...]) }
        form = .bytes(header: [], isDecoded: isDecoded)
        try sink(isDecoded ? Self.marked(bytes)[...] : bytes[...])
      case (.table(var writer), .cells(let cells)):
        if !names.isEmpty {
          try writer.start(names.map { TableCell.text($0) })
          names = []
        }
        try writer.add(cells)
        form = .table(writer)
      default: break
      }
    } catch { throw .rejects(error) }
  }

  /// To be called after the last row.
  mutating func finish() throws(ImportError) {
    guard case .table(var writer) = form, names.isEmpty else { return }
    do { try writer.finish() } catch { throw .rejects(error) }
  }

  /// The bytes FF of a decoded text become the character for what is no character.
  private static func marked(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0xFF) else { return bytes }
    return bytes.flatMap { $0 == 0xFF ? [0xEF, 0xBF, 0xBD] : [$0] }
  }
}

/// What is kept of a row.
enum RejectedRow {
  case none
  case bytes([UInt8])
  case cells([TableCell])
}

extension RowSource {
  fileprivate var tableCells: [TableCell] { cells.map(tableCell) }

  /// By itself: inlined into a loop, the optimizer of Swift 6.3.1 stops at it.
  @inline(never)
  private func tableCell(_ cell: SourceCell) -> TableCell {
    let bytes = cell.isInScratch ? scratch : buffer
    return cell.form.cell(bytes.span.extracting(cell.range))
  }
}
