/// Takes the bytes of rejected rows; knows what to do without a place for them, too.
struct Rejects {
  private let sink: ((ArraySlice<UInt8>) throws(ReadFailure) -> Void)?
  /// The header's bytes and its byte order mark; written before the first row.
  private var header: [UInt8]

  /// Takes the header that the reader has read.
  init(_ mode: ImportMode, header reader: CSVReader) {
    switch mode {
    case .refuseAll:
      sink = nil
      header = []
    case .rejects(let sink):
      self.sink = sink
      header = (reader.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + reader.buffer[reader.raw]
    }
  }

  /// Whether rows with problems are put aside, rather than refused with all others.
  var isOpen: Bool { sink != nil }

  mutating func write(_ row: ArraySlice<UInt8>) throws(ImportError) {
    guard let sink else { return }
    do {
      if !header.isEmpty {
        try sink(header[...])
        header = []
      }
      try sink(row)
    } catch { throw .rejects(error) }
  }
}
