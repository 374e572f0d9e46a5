/// Reads CSV by RFC 4180, record by record: fields between commas, quoted where they hold commas,
/// quotes (doubled) or line ends; lines end with LF or CRLF. A byte order mark is skipped, and so
/// are empty lines.
///
/// Bytes are taken from the source as they are needed. Time grows with the bytes, whatever they are
/// and however they are cut into parts; memory holds one part and one record.
package struct CSVReader {
  /// The fields of the record that was read last. A text with doubled quotes stands in `scratch`.
  package var fields: [SourceCell] { record.fields }
  /// Whether the record holds no value and no quotes.
  var isBlank: Bool { record.isBlank }
  /// Faults of the record's quotes; the record is complete nevertheless.
  package var faults: [CSVFault] { record.faults }
  /// Bytes that have been read and not yet given up; the record is among them.
  package private(set) var buffer: [UInt8] = []
  package var scratch: [UInt8] { record.scratch }
  /// The record's bytes in `buffer`, its line end included.
  package private(set) var raw = 0..<0
  /// The line on which the record begins, from 1.
  package private(set) var line = 1
  /// Whether a byte order mark stands before the first record.
  package private(set) var hasByteOrderMark = false
  /// Bytes of the file before `buffer`.
  package private(set) var bufferOffset = 0

  private let source: () throws(FileFailure) -> [UInt8]?
  private let limits: CSVLimits
  private var record = CSVRecord()
  private var nextLine = 1
  private var isAtEnd = false
  private var hasBegun = false

  package init(limits: CSVLimits = CSVLimits(), _ source: @escaping ByteSource) {
    self.init(
      limits: limits,
      text: { () throws(FileFailure) in
        do throws(ReadFailure) { return try source() } catch { throw .unreadable(error) }
      })
  }

  init(limits: CSVLimits, text source: @escaping () throws(FileFailure) -> [UInt8]?) {
    self.limits = limits
    self.source = source
  }

  /// Reads the next record; false at the end of the file.
  package mutating func next() throws(FileFailure) -> Bool {
    if !hasBegun { try begin() }
    repeat {
      raw = raw.upperBound..<raw.upperBound
      line = nextLine
      if raw.upperBound == buffer.count { try fill(atLeast: 1) }
      if raw.upperBound == buffer.count { return false }
      while !(try record.scan(buffer, from: raw.lowerBound, line: line, isLast: isAtEnd, limits)) {
        // Doubling what is there keeps the time linear, however small the parts are.
        try fill(atLeast: buffer.count - raw.lowerBound)
      }
      raw = raw.lowerBound..<record.end
      nextLine = record.nextLine
    } while record.isEmptyLine
    return true
  }

  /// Skips a byte order mark.
  private mutating func begin() throws(FileFailure) {
    hasBegun = true
    try fill(atLeast: 3)
    hasByteOrderMark = buffer.starts(with: [0xEF, 0xBB, 0xBF])
    if hasByteOrderMark { raw = 3..<3 }
  }

  /// Gives up what lies before the record, and reads until so many bytes more are there.
  private mutating func fill(atLeast count: Int) throws(FileFailure) {
    if isAtEnd { return }
    buffer.removeSubrange(..<raw.lowerBound)
    bufferOffset += raw.lowerBound
    raw = 0..<0
    let wanted = buffer.count + count
    while buffer.count < wanted {
      guard let part = try source() else {
        isAtEnd = true
        return
      }
      buffer.append(contentsOf: part)
    }
  }
}
