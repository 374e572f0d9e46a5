/// The text of one script: its bytes as read, and where its lines start.
///
/// Bytes are kept as they came, so that whatever is wrong with them can be pointed at.
public struct SourceFile: Sendable {
  /// The file's identifier in its `SourceMap`.
  public let id: FileID
  /// The name shown to people; the core never opens it.
  public let name: String
  /// The bytes as read: any bytes, with a byte order mark if there is one.
  public let bytes: [UInt8]
  /// The byte offset of each line's first byte; never empty.
  public let lineStarts: [Int32]

  /// A file of bytes, whose lines are found at once. O(bytes).
  public init(id: FileID, name: String, bytes: [UInt8]) {
    self.id = id
    self.name = name
    self.bytes = bytes
    var starts: [Int32] = [0]
    // Offsets are 32 bits wide; the parser refuses a file that is larger.
    for (offset, byte) in bytes.prefix(Int(Int32.max) - 1).enumerated()
    where byte == UInt8(ascii: "\n") {
      starts.append(Int32(offset + 1))
    }
    self.lineStarts = starts
  }

  /// A file whose bytes are the UTF-8 of a text.
  public init(id: FileID, name: String, text: String) {
    self.init(id: id, name: name, bytes: Array(text.utf8))
  }

  /// The zero-based line that holds a byte offset. O(log lines).
  public func line(at offset: Int32) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a zero-based line, without its line end.
  public func lineBytes(_ line: Int) -> ArraySlice<UInt8> {
    let start = Int(lineStarts[line])
    var end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return bytes[start..<end]
  }

  /// One-based line, and one-based column counted in Unicode scalars (as SARIF's
  /// `unicodeCodePoints`).
  public func position(at offset: Int32) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let start = Int(lineStarts[line])
    return (line + 1, columns(from: start, to: Int(offset)) + 1)
  }

  /// How many columns lie between two offsets of one line. A byte order mark takes none.
  func columns(from start: Int, to end: Int) -> Int {
    let skipped = start == 0 && bytes.starts(with: Self.byteOrderMark) ? 3 : 0
    let first = min(start + skipped, bytes.count)
    return ScalarReader.count(in: bytes[first..<max(first, min(end, bytes.count))])
  }

  /// The bytes of a zero-based line, without its line end and without a byte order mark.
  func shownLineBytes(_ line: Int) -> ArraySlice<UInt8> {
    let line = lineBytes(line)
    let isMarked = line.startIndex == 0 && line.starts(with: Self.byteOrderMark)
    return isMarked ? line.dropFirst(Self.byteOrderMark.count) : line
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The text a span covers.
  public func text(_ span: Span) -> String {
    String(decoding: bytes[Int(span.start)..<min(Int(span.end), bytes.count)], as: UTF8.self)
  }
}

/// The files that a set of diagnostics points into.
public struct SourceMap: Sendable {
  /// The files, each at the index of its identifier.
  public private(set) var files: [SourceFile]

  /// The identifiers of the files must be 0, 1 … in this order.
  public init(_ files: [SourceFile] = []) { self.files = files }

  /// Adds a file and gives it the next identifier.
  public mutating func add(name: String, bytes: [UInt8]) -> SourceFile {
    let file = SourceFile(id: FileID(Int32(files.count)), name: name, bytes: bytes)
    files.append(file)
    return file
  }

  /// The file with this name and text, which is added if it is not there.
  public mutating func file(name: String, bytes: [UInt8]) -> SourceFile {
    files.first { $0.name == name && $0.bytes == bytes } ?? add(name: name, bytes: bytes)
  }

  /// Nil for an identifier of another map.
  func file(_ id: FileID) -> SourceFile? {
    files.indices.contains(Int(id.index)) ? files[Int(id.index)] : nil
  }

  /// The file with an identifier, which must be of this map.
  public subscript(_ id: FileID) -> SourceFile { files[Int(id.index)] }
}
