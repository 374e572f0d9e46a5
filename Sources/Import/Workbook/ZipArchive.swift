/// The directory of a zip archive (APPNOTE.TXT 6.3): which parts it has and where they stand. Zip64
/// is read; encryption and archives in several volumes are not.
struct ZipArchive {
  struct Entry {
    let name: String
    /// 0 stored, 8 deflated; others are not read.
    let method: Int
    let isEncrypted: Bool
    let crc: UInt32
    let compressedSize: Int
    let size: Int
    /// Where its local header stands.
    let offset: Int
  }

  let access: RandomAccess
  let budget: UnpackingBudget
  private var entries: [String: Entry] = [:]

  private static let mostEntries = 65_536
  private static let directoryLimit = 64 << 20

  init(_ access: RandomAccess) throws(FileFailure) {
    self.access = access
    budget = UnpackingBudget(size: access.count)
    let (offset, size) = try Self.directory(access)
    guard size <= Self.directoryLimit else { throw .workbook(.tooLarge(part: "zip")) }
    let bytes = try access.bytes(offset, size)
    var position = 0
    while position + 46 <= bytes.count, bytes.number(position, 4) == 0x0201_4B50 {
      guard entries.count < Self.mostEntries else { throw .workbook(.tooLarge(part: "zip")) }
      let next = try add(bytes, at: position)
      position = next
    }
    guard position == bytes.count || !entries.isEmpty else { throw .workbook(.notWorkbook) }
  }

  subscript(name: String) -> Entry? {
    // Some programs write names with a backslash or in other case.
    entries[name.lowercased()]
  }

  private mutating func add(_ bytes: [UInt8], at start: Int) throws(FileFailure) -> Int {
    let nameLength = bytes.number(start + 28, 2)
    let extraLength = bytes.number(start + 30, 2)
    let nameStart = start + 46
    let end = nameStart + nameLength + extraLength + bytes.number(start + 32, 2)
    guard end <= bytes.count else { throw .workbook(.damaged(part: "zip")) }
    var sizes = (
      size: bytes.number(start + 24, 4), compressed: bytes.number(start + 20, 4),
      offset: bytes.number(start + 42, 4)
    )
    Self.widen(&sizes, bytes, nameStart + nameLength..<nameStart + nameLength + extraLength)
    let name = String(decoding: bytes[nameStart..<nameStart + nameLength], as: UTF8.self)
    let key = name.lowercased().split(separator: "\\", omittingEmptySubsequences: false)
      .joined(separator: "/")
    let entry = Entry(
      name: name, method: bytes.number(start + 10, 2),
      isEncrypted: bytes.number(start + 8, 2) & 1 == 1,
      crc: UInt32(truncatingIfNeeded: bytes.number(start + 16, 4)),
      compressedSize: sizes.compressed, size: sizes.size, offset: sizes.offset)
    // The first of a name counts, whichever later one hides behind it.
    if entries[key] == nil { entries[key] = entry }
    return end
  }

  /// Sizes beyond 32 bits stand in an extra field, in this order, each only if it is needed.
  private static func widen(
    _ sizes: inout (size: Int, compressed: Int, offset: Int), _ bytes: [UInt8], _ extra: Range<Int>
  ) {
    var position = extra.lowerBound
    while position + 4 <= extra.upperBound {
      let length = bytes.number(position + 2, 2)
      let end = position + 4 + length
      guard end <= extra.upperBound else { return }
      if bytes.number(position, 2) == 1 {
        var field = position + 4
        func wide(_ narrow: Int) -> Int {
          guard narrow == 0xFFFF_FFFF, field + 8 <= end else { return narrow }
          defer { field += 8 }
          return bytes.number(field, 8)
        }
        sizes.size = wide(sizes.size)
        sizes.compressed = wide(sizes.compressed)
        sizes.offset = wide(sizes.offset)
      }
      position = end
    }
  }

  /// Where the central directory stands, and how long it is.
  private static func directory(
    _ access: RandomAccess
  ) throws(FileFailure) -> (offset: Int, size: Int) {
    // The end record has 22 bytes and a comment of at most 65,535.
    let tailLength = min(access.count, 22 + 65_535)
    let tailStart = access.count - tailLength
    let tail = try access.bytes(tailStart, tailLength)
    var position = tail.count - 22
    while position >= 0 {
      if tail.number(position, 4) == 0x0605_4B50 { break }
      position -= 1
    }
    guard position >= 0 else { throw .workbook(.damaged(part: "zip")) }
    var size = tail.number(position + 12, 4)
    var offset = tail.number(position + 16, 4)
    if offset == 0xFFFF_FFFF || size == 0xFFFF_FFFF {
      guard position >= 20, tail.number(position - 20, 4) == 0x0706_4B50 else {
        throw .workbook(.damaged(part: "zip"))
      }
      let record = try access.bytes(tail.number(position - 12, 8), 56)
      guard record.number(0, 4) == 0x0606_4B50 else { throw .workbook(.damaged(part: "zip")) }
      size = record.number(40, 8)
      offset = record.number(48, 8)
    }
    guard offset >= 0, size >= 0, offset <= access.count, size <= access.count - offset else {
      throw .workbook(.damaged(part: "zip"))
    }
    return (offset, size)
  }
}

extension RandomAccess {
  /// Exactly so many bytes; an archive that ends before them is damaged.
  func bytes(_ offset: Int, _ count: Int) throws(FileFailure) -> [UInt8] {
    guard offset >= 0, count >= 0, offset <= self.count, count <= self.count - offset else {
      throw .workbook(.damaged(part: "zip"))
    }
    do {
      let bytes = try read(offset, count)
      if bytes.count == count { return bytes }
    } catch { throw .unreadable(error) }
    throw .workbook(.damaged(part: "zip"))
  }
}

extension [UInt8] {
  /// A little-endian number of up to 8 bytes; those beyond the end are 0, and a number beyond `Int` is
  /// the greatest one.
  func number(_ start: Int, _ length: Int) -> Int {
    var value: UInt64 = 0
    for place in 0..<length where indices.contains(start + place) {
      value |= UInt64(self[start + place]) << UInt64(8 * place)
    }
    return Int(clamping: value)
  }
}
