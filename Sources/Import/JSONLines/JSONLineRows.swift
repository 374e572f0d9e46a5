import Engine
import Quantities

/// The objects of a JSON Lines file as rows: a column for each name that was asked for.
///
/// A line is read to its end before the next one, so memory holds one part and one line.
struct JSONLineRows: RowSource {
  private(set) var cells: [SourceCell] = []
  private(set) var buffer: [UInt8] = []
  private(set) var scratch: [UInt8] = []
  private(set) var line = 0
  private(set) var faults: [RowFault] = []
  private(set) var unusedColumns: [String] = []

  private let text: TextSource
  private let limits: CSVLimits
  private let names: TextIndex
  private var others = TextIndex()
  private var record = 0..<0
  /// Bytes of the text before `buffer`.
  private var bufferOffset = 0
  private var isAtEnd = false

  /// Names of members nobody asked for that are kept, to be told.
  private static let mostOthers = 100

  /// - Parameter names: of the columns, in NFC.
  init(_ text: TextSource, names: [String], limits: CSVLimits = CSVLimits()) {
    self.text = text
    self.limits = limits
    var index = TextIndex()
    for name in names { _ = index.insert(name) }
    self.names = index
  }

  var hasHeader: Bool { false }
  var hasFixedWidth: Bool { false }
  var raw: Range<Int>? { record }
  var prefix: [UInt8] { [] }
  var encoding: TextEncoding { text.encoding ?? .utf8 }

  func fileOffset(_ offset: Int) -> Int { text.fileOffset(bufferOffset + offset) }

  mutating func next() throws(FileFailure) -> Bool {
    repeat {
      record = record.upperBound..<record.upperBound
      guard let end = try lineEnd() else { return false }
      record = record.lowerBound..<end
      line += 1
      skipByteOrderMark()
    } while isBlank
    read()
    return true
  }

  /// Where the line ends, its line feed included; nil at the end of the file.
  private mutating func lineEnd() throws(FileFailure) -> Int? {
    var searched = record.lowerBound
    while true {
      if let lineFeed = lineFeed(from: searched) { return lineFeed + 1 }
      searched = buffer.count
      if buffer.count - record.lowerBound > limits.record {
        throw .recordTooLong(line: line + 1, limit: limits.record)
      }
      if isAtEnd { return buffer.count > record.lowerBound ? buffer.count : nil }
      buffer.removeSubrange(..<record.lowerBound)
      bufferOffset += record.lowerBound
      searched -= record.lowerBound
      record = 0..<0
      guard let part = try text.next() else {
        isAtEnd = true
        continue
      }
      buffer += part
    }
  }

  private func lineFeed(from start: Int) -> Int? { buffer.firstPlace(of: 0x0A, from: start) }

  private mutating func skipByteOrderMark() {
    guard line == 1, buffer[record].starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    record = record.lowerBound + 3..<record.upperBound
  }

  private var isBlank: Bool {
    let bytes = buffer.span
    for index in record {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D, 0x0A: continue
      default: return false
      }
    }
    return true
  }

  /// Puts the line's values where their columns are.
  private mutating func read() {
    let none = SourceCell(
      range: record.lowerBound..<record.lowerBound, isInScratch: false, form: .plain, line: line)
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(none, count: names.count))
    faults.removeAll(keepingCapacity: true)
    var seen = [Bool](repeating: false, count: names.count)
    let bytes = buffer
    let hasLineFeed = bytes[record.upperBound - 1] == 0x0A
    var scanner = JSONLineScanner(
      record.lowerBound..<record.upperBound - (hasLineFeed ? 1 : 0), scratch: scratch)
    scratch = []
    do throws(JSONLineScanner.Failure) {
      try scanner.object(bytes.span) { name, value, scratch in
        let place = place(of: (name.isInScratch ? scratch : bytes).span.extracting(name.range))
        guard let place else { return }
        if seen[place] {
          faults.append(
            RowFault(line: line, column: place + 1, reason: .doubledMember(names[place])))
        }
        seen[place] = true
        cells[place] = SourceCell(
          range: value.range, isInScratch: value.isInScratch, form: value.form, line: line)
      }
    } catch {
      faults = [
        RowFault(
          line: line, column: nil,
          reason: .notObject(byte: error.offset - record.lowerBound + 1))
      ]
    }
    scratch = scanner.scratch
  }

  /// The column of a member; nil for one that nobody asked for.
  private mutating func place(of name: Span<UInt8>) -> Int? {
    if let place = names.find(name) { return place }
    if others.find(name) != nil { return nil }
    if !NormalizationFormC.isCertain(name) {
      let text = String(decoding: name.indices.map { name[$0] }, as: UTF8.self)
      if let place = names.find(NormalizationFormC.normalizing(text)) { return place }
    }
    if others.count < Self.mostOthers {
      _ = others.insert(name)
      unusedColumns.append(String(decoding: name.indices.map { name[$0] }, as: UTF8.self))
    }
    return nil
  }
}
