import Import

/// A zip archive that says whatever it is told.
struct RawArchive {
  private var parts: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// A part that is stored as it is.
  mutating func add(_ name: String, _ text: String) {
    let bytes = Array(text.utf8)
    var crc = CRC32()
    crc.add(bytes)
    put([name], method: 0, packed: bytes, size: bytes.count, crc: crc.value)
  }

  /// One packed part under several names.
  mutating func addPacked(_ names: [String], _ text: String) throws {
    var bytes: [UInt8] = []
    var zip = ZipWriter { (part) throws(ReadFailure) in bytes += part }
    try zip.add("x", text)
    let end = bytes.count - 16
    let crc = UInt32(Self.number(bytes, end + 4, 4))
    put(
      names, method: 8, packed: Array(bytes[31..<end]), size: text.utf8.count, crc: crc)
  }

  private mutating func put(
    _ names: [String], method: Int, packed: [UInt8], size: Int, crc: UInt32
  ) {
    let offset = parts.count
    // Readers go by the directory: the local header needs the lengths alone.
    parts += [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26) + packed
    for name in names {
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0]
      for (value, length) in [
        (method, 2), (0, 4), (Int(crc), 4), (packed.count, 4), (size, 4), (name.utf8.count, 2),
        (0, 12), (offset, 4),
      ] { directory += Self.bytes(value, length) }
      directory += Array(name.utf8)
      count += 1
    }
  }

  func bytes() -> [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    for (value, length) in [
      (count & 0xFFFF, 2), (count & 0xFFFF, 2), (directory.count, 4), (parts.count, 4), (0, 2),
    ] { end += Self.bytes(value, length) }
    return parts + directory + end
  }

  /// Changes a number in the directory's record of a part.
  static func setDirectory(
    _ archive: inout [UInt8], _ name: String, _ place: Int, _ value: Int, bytes length: Int = 4
  ) {
    let wanted = Array(name.utf8)
    for start in archive.indices.reversed()
    where archive[start...].starts(with: [0x50, 0x4B, 1, 2])
      && archive[(start + 46)...].starts(with: wanted)
    {
      archive.replaceSubrange(start + place..<start + place + length, with: bytes(value, length))
      return
    }
  }

  private static func bytes(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ length: Int) -> Int {
    (0..<length).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
  }
}

/// The checksum of zip, bit by bit.
private struct CRC32 {
  private var state: UInt32 = .max
  var value: UInt32 { ~state }

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes {
      state ^= UInt32(byte)
      for _ in 0..<8 { state = state >> 1 ^ (state & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
