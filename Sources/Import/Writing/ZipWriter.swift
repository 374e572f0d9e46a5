/// Writes a zip archive part by part, forwards only: sizes and checksums stand behind each part. All
/// times are the first that zip knows, 1980-01-01, so that the same parts give the same bytes.
package struct ZipWriter {
  private struct Entry {
    let name: String
    var crc: UInt = 0
    var packedSize = 0
    var size = 0
    let offset: Int
  }

  private let sink: ByteSink
  private var entries: [Entry] = []
  private var offset = 0
  private var deflater: Deflater?

  /// Deflated, the sizes behind the part, the name in UTF-8.
  private static let method = 8
  private static let flags = 0x0808
  private static let firstDay = 0x21

  package init(_ sink: @escaping ByteSink) { self.sink = sink }

  /// Writes a part that is at hand.
  package mutating func add(_ name: String, _ text: String) throws(ReadFailure) {
    try begin(name)
    try write(Array(text.utf8))
    try end()
  }

  package mutating func begin(_ name: String) throws(ReadFailure) {
    guard let deflater = Deflater() else { throw ReadFailure("zlib: no memory") }
    self.deflater = deflater
    entries.append(Entry(name: name, offset: offset))
    var header: [UInt8] = []
    header.append(0x0403_4B50, 4)
    Self.common(&header)
    header.append(0, 12)
    header.append(name.utf8.count, 2)
    header.append(0, 2)
    try put(header + Array(name.utf8))
  }

  package mutating func write(_ bytes: [UInt8]) throws(ReadFailure) {
    try pack(bytes, isLast: false)
  }

  package mutating func end() throws(ReadFailure) {
    try pack([], isLast: true)
    deflater = nil
    guard let entry = entries.last else { return }
    guard entry.size <= 0xFFFF_FFFF else {
      throw ReadFailure("the list is too long for a workbook")
    }
    var descriptor: [UInt8] = []
    descriptor.append(0x0807_4B50, 4)
    Self.sizes(entry, &descriptor)
    try put(descriptor)
  }

  /// Writes the directory.
  package mutating func finish() throws(ReadFailure) {
    let start = offset
    for entry in entries {
      var record: [UInt8] = []
      record.append(0x0201_4B50, 4)
      record.append(20, 2)
      Self.common(&record)
      Self.sizes(entry, &record)
      record.append(entry.name.utf8.count, 2)
      record.append(0, 12)
      record.append(entry.offset, 4)
      try put(record + Array(entry.name.utf8))
    }
    var end: [UInt8] = []
    end.append(0x0605_4B50, 4)
    end.append(0, 4)
    end.append(entries.count, 2)
    end.append(entries.count, 2)
    end.append(offset - start, 4)
    end.append(start, 4)
    end.append(0, 2)
    try put(end)
  }

  /// Version needed, flags, method, time and day.
  private static func common(_ bytes: inout [UInt8]) {
    bytes.append(20, 2)
    bytes.append(flags, 2)
    bytes.append(method, 2)
    bytes.append(0, 2)
    bytes.append(firstDay, 2)
  }

  private static func sizes(_ entry: Entry, _ bytes: inout [UInt8]) {
    bytes.append(Int(truncatingIfNeeded: entry.crc), 4)
    bytes.append(entry.packedSize, 4)
    bytes.append(entry.size, 4)
  }

  private mutating func pack(_ bytes: [UInt8], isLast: Bool) throws(ReadFailure) {
    guard let deflater, let last = entries.indices.last else { return }
    entries[last].crc = checksum(bytes, after: entries[last].crc)
    entries[last].size += bytes.count
    let packed = deflater.pack(bytes, isLast: isLast)
    entries[last].packedSize += packed.count
    if !packed.isEmpty { try put(packed) }
  }

  private mutating func put(_ bytes: [UInt8]) throws(ReadFailure) {
    offset += bytes.count
    try sink(bytes[...])
  }
}

extension [UInt8] {
  /// Adds a little-endian number.
  fileprivate mutating func append(_ number: Int, _ length: Int) {
    for place in 0..<length {
      append(place < 8 ? UInt8(truncatingIfNeeded: number >> (8 * place)) : 0)
    }
  }
}
