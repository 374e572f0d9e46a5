internal import CZlib

/// The bytes of a part of a zip archive, unpacked step by step.
///
/// A part may unpack to what its entry says and no more, and, beyond 64 MiB, to 250 times what it
/// takes; all parts together as far as the archive's budget goes.
final class ZipEntryReader {
  private let access: RandomAccess
  private let budget: UnpackingBudget
  private let entry: ZipArchive.Entry
  private let inflater: Inflater?
  /// Where the next packed bytes stand; nil before the local header has been read.
  private var offset: Int?
  private var packedLeft: Int
  private var produced = 0
  private var crc: UInt = 0
  private var isAtEnd = false

  private static let partSize = 1 << 18
  private static let mostSize = 1 << 34

  /// Packed bytes that were read so far.
  var position: Int { entry.compressedSize - packedLeft }

  init(_ archive: ZipArchive, _ entry: ZipArchive.Entry) throws(FileFailure) {
    guard !entry.isEncrypted else { throw .workbook(.oldFormat) }
    guard entry.method == 0 || entry.method == 8, entry.size <= Self.mostSize else {
      throw .workbook(entry.size > Self.mostSize ? .tooLarge(part: entry.name) : .notWorkbook)
    }
    access = archive.access
    budget = archive.budget
    self.entry = entry
    packedLeft = entry.compressedSize
    inflater = entry.method == 8 ? Inflater() : nil
    if entry.method == 8, inflater == nil { throw .unreadable(ReadFailure("zlib: no memory")) }
  }

  /// The next bytes; nil at the end, where length and checksum have been compared.
  func next() throws(FileFailure) -> [UInt8]? {
    if isAtEnd { return nil }
    if offset == nil { try skipHeader() }
    guard let part = try unpacked() else {
      isAtEnd = true
      guard produced == entry.size, UInt32(truncatingIfNeeded: crc) == entry.crc else {
        throw damaged
      }
      return nil
    }
    produced += part.count
    guard produced <= entry.size else { throw damaged }
    let taken = max(1, entry.compressedSize - packedLeft)
    if produced > UnpackingBudget.free, produced / taken > UnpackingBudget.ratio {
      throw .workbook(.tooLarge(part: entry.name))
    }
    try budget.unpack(part.count, of: entry.name)
    crc = unsafe part.withUnsafeBufferPointer { buffer in
      unsafe crc32(crc, buffer.baseAddress, UInt32(buffer.count))
    }
    return part
  }

  private var damaged: FileFailure { .workbook(.damaged(part: entry.name)) }

  /// The lengths of the local header's name and extra field may differ from those in the directory.
  private func skipHeader() throws(FileFailure) {
    let header = try access.bytes(entry.offset, 30)
    guard header.number(0, 4) == 0x0403_4B50 else { throw damaged }
    offset = entry.offset + 30 + header.number(26, 2) + header.number(28, 2)
  }

  private func unpacked() throws(FileFailure) -> [UInt8]? {
    guard let inflater else { return packedLeft == 0 ? nil : try packed() }
    while true {
      switch inflater.next(Self.partSize) {
      case .bytes(let part): return part
      case .end: return nil
      case .needsInput:
        guard packedLeft > 0 else { throw damaged }
        inflater.feed(try packed())
      case .damaged: throw damaged
      }
    }
  }

  private func packed() throws(FileFailure) -> [UInt8] {
    let count = min(packedLeft, Self.partSize)
    let bytes = try access.bytes(offset ?? 0, count)
    offset = (offset ?? 0) + count
    packedLeft -= count
    return bytes
  }
}
