/// The texts that the cells of a workbook share, one after the other: as much memory as they have
/// bytes, and eight for each.
struct SharedStrings {
  private(set) var bytes: [UInt8] = []
  private var offsets = [0]

  /// Bytes in memory of all texts.
  private static let limit = 1 << 30

  /// No texts.
  init() {}

  init(_ scanner: XMLScanner, part: String) throws(FileFailure) {
    var scanner = scanner
    while true {
      switch try scanner.next() {
      case .nothing: return
      case .empty where scanner.isNamed("si"): try add(part)
      case .start where scanner.isNamed("si"):
        try scanner.appendRichText(until: "si", to: &bytes)
        try add(part)
      default: continue
      }
    }
  }

  /// Ends a text.
  private mutating func add(_ part: String) throws(FileFailure) {
    offsets.append(bytes.count)
    if bytes.count + 8 * offsets.count > Self.limit { throw .workbook(.tooLarge(part: part)) }
  }

  var count: Int { offsets.count - 1 }

  /// Where a text stands in `bytes`.
  func range(_ number: Int) -> Range<Int>? {
    guard number >= 0, number < count else { return nil }
    return offsets[number]..<offsets[number + 1]
  }
}

extension XMLScanner {
  /// Adds the texts of runs up to an end tag, without phonetic ones, escapes such as `_x000D_` taken
  /// out.
  mutating func appendRichText(
    until closing: StaticString, to bytes: inout [UInt8]
  ) throws(FileFailure) {
    let start = bytes.count
    var isText = false
    var phonetic = 0
    loop: while true {
      switch try next() {
      case .start:
        if isNamed("rPh") { phonetic += 1 }
        isText = isNamed("t")
      case .end:
        isText = false
        if isNamed(closing) { break loop }
        if isNamed("rPh") { phonetic -= 1 }
      case .text:
        if isText, phonetic == 0 { try appendText(to: &bytes) }
        if bytes.count - start > Self.longest { throw tooLarge }
      case .empty: break
      case .nothing: throw damaged
      }
    }
    removeEscapes(from: start, &bytes)
  }
}

/// Control characters stand in texts of workbooks as `_x000D_`, and an underscore before such a text
/// as `_x005F_` (ECMA-376, part 1, 22.9.2.19).
func removeEscapes(from start: Int, _ bytes: inout [UInt8]) {
  guard let first = bytes[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
  var plain: [UInt8] = []
  var index = first
  var hasEscape = false
  while index < bytes.count {
    if let scalar = escaped(bytes, index) {
      plain += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      index += 7
      hasEscape = true
    } else {
      plain.append(bytes[index])
      index += 1
    }
  }
  if hasEscape { bytes.replaceSubrange(first..., with: plain) }
}

private func escaped(_ bytes: [UInt8], _ start: Int) -> Unicode.Scalar? {
  guard start + 7 <= bytes.count, bytes[start] == UInt8(ascii: "_"),
    bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_")
  else { return nil }
  let digits = String(decoding: bytes[start + 2..<start + 6], as: UTF8.self)
  return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
}
