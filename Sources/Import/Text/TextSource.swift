/// The text of a file as UTF-8, whatever its encoding.
///
/// The encoding is what the byte order mark says; else UTF-8 if the bytes are that; else the one in
/// which most of the first lines make sense, so that one line of another encoding is a mistake of
/// that line. It is decided where the first characters beyond ASCII come, from 64 KiB; ASCII is the
/// same in all.
final class TextSource {
  /// Nil while all has been ASCII.
  private(set) var encoding: TextEncoding?

  private let source: ByteSource
  private var decoder: IconvDecoder?
  private var pending: [UInt8] = []
  private var isAtEnd = false
  /// Bytes that went by before the encoding mattered; the decoder never saw them.
  private var passed = 0

  private static let sample = 1 << 16

  /// - Parameter encoding: the one that the file has, where it is known.
  init(_ source: @escaping ByteSource, encoding: TextEncoding?) throws(FileFailure) {
    self.source = source
    if let encoding { try decide(encoding) }
  }

  /// The next part of the text; nil at the end.
  func next() throws(FileFailure) -> [UInt8]? {
    if isAtEnd { return nil }
    while true {
      let part: [UInt8]?
      do { part = try source() } catch { throw .unreadable(error) }
      isAtEnd = part == nil
      if encoding != nil { return text(of: part ?? []) }
      if let part {
        if pending.isEmpty, isASCII(part) {
          passed += part.count
          return part
        }
        pending += part
        if pending.count < Self.sample { continue }
      }
      if pending.isEmpty { return nil }
      try decide(TextEncoding.guessing(pending, isWhole: isAtEnd))
      defer { pending = [] }
      return text(of: pending)
    }
  }

  /// The byte of the file at which its text stops being in the encoding.
  ///
  /// - Parameter offset: the byte of the text.
  func fileOffset(_ offset: Int) -> Int {
    decoder?.fault(at: offset - passed).map { $0 + passed } ?? offset
  }

  private func decide(_ encoding: TextEncoding) throws(FileFailure) {
    self.encoding = encoding
    guard encoding == .gb18030 else { return }
    guard let decoder = IconvDecoder() else {
      throw .unreadable(ReadFailure("iconv: no GB18030"))
    }
    self.decoder = decoder
  }

  private func text(of bytes: [UInt8]) -> [UInt8]? {
    if let decoder { return decoder.decode(bytes, isLast: isAtEnd) }
    return bytes.isEmpty && isAtEnd ? nil : bytes
  }
}

private func isASCII(_ bytes: [UInt8]) -> Bool {
  let span = bytes.span
  for index in span.indices where span[index] >= 0x80 { return false }
  return true
}

extension TextEncoding {
  /// - Parameter isWhole: nothing follows, so that no character may be cut off at the end.
  static func guessing(_ bytes: [UInt8], isWhole: Bool) -> TextEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return .gb18030 }
    let cut = isWhole ? bytes.count : beforeCutCharacter(bytes)
    if firstMalformed(bytes.span.extracting(first: cut)) == nil { return .utf8 }
    // Lines that are UTF-8 beyond ASCII, less those that are not; the first one breaks a tie.
    var balance = 0
    var first = 0
    for line in bytes[..<cut].split(separator: 0x0A) where line.contains(where: { $0 >= 0x80 }) {
      let vote = firstMalformed(bytes.span.extracting(line.indices)) == nil ? 1 : -1
      if first == 0 { first = vote }
      balance += vote
    }
    return (balance == 0 ? first : balance) > 0 ? .utf8 : .gb18030
  }

  /// The end of the last whole UTF-8 character, as far as that can be told.
  private static func beforeCutCharacter(_ bytes: [UInt8]) -> Int {
    var index = bytes.count
    while index > 0, bytes.count - index < 4 {
      index -= 1
      let byte = bytes[index]
      if byte < 0x80 { return bytes.count }
      if byte >= 0xC0 {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        return bytes.count - index < length ? index : bytes.count
      }
    }
    return bytes.count
  }
}
