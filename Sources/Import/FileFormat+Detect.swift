extension FileFormat {
  /// How many bytes `detecting` looks at.
  static let bytesToDetect = 512

  /// What a file is by its first bytes, and by its name where these fit several kinds.
  ///
  /// - Throws: for kinds that are known, but not read.
  static func detecting(_ start: ArraySlice<UInt8>, name: String) throws(FileFailure) -> FileFormat
  {
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      return .xlsx
    }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw .workbook(.oldFormat)
    }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
    let space: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let name = name.lowercased()
    switch text.first(where: { !space.contains($0) }) {
    case UInt8(ascii: "{"): return .jsonLines
    case UInt8(ascii: "["):
      if name.hasSuffix(".json") || name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
        throw .jsonArray
      }
      return .csv
    case UInt8(ascii: "<"): throw .webPage
    default: return .csv
    }
  }
}
