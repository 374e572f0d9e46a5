/// A data file that is to be imported: its bytes from the start, and, where that is possible, from
/// anywhere.
public struct DataFile {
  /// The file's name without folders, for people and for the record. Its ending is looked at where
  /// the content does not say what the file is.
  public let name: String
  /// The bytes from the start, part by part, for each import anew where that is possible.
  private let start: () -> ByteSource
  /// A workbook is read from its end; without this it is held in memory.
  let access: RandomAccess?

  /// A file that is in memory already.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    start = { byteSource(bytes) }
    access = RandomAccess(bytes)
  }

  var source: ByteSource { start() }

  /// A file that is read as it is needed, once.
  public init(name: String, source: @escaping ByteSource, access: RandomAccess? = nil) {
    self.name = name
    start = { source }
    self.access = access
  }
}

/// A file's bytes by their place.
public struct RandomAccess {
  /// How many bytes the file has.
  public let count: Int
  /// The bytes from an offset on, as many as are asked for; fewer only at the end of the file.
  public let read: (_ offset: Int, _ count: Int) throws(ReadFailure) -> [UInt8]

  /// Bytes that somebody else reads.
  public init(
    count: Int, read: @escaping (_ offset: Int, _ count: Int) throws(ReadFailure) -> [UInt8]
  ) {
    self.count = count
    self.read = read
  }

  init(_ bytes: [UInt8]) {
    count = bytes.count
    read = { offset, count in
      let start = min(max(0, offset), bytes.count)
      return Array(bytes[start..<min(bytes.count, start + max(0, count))])
    }
  }

  /// All the bytes of a source that cannot be read from anywhere; nil beyond the limit.
  init?(_ source: ByteSource, limit: Int) throws(ReadFailure) {
    var bytes: [UInt8] = []
    while let part = try source() {
      bytes += part
      if bytes.count > limit { return nil }
    }
    self.init(bytes)
  }
}
