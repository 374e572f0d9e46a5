/// Reads XML piece by piece: enough of it for workbooks, and nothing that grows beyond what was read.
///
/// Document types are refused, so there are no entities but the five of XML and numbers; names lose
/// their prefix; comments and processing instructions are passed over; only UTF-8 is read. That end
/// tags fit their start tags is left to whoever counts them.
struct XMLScanner {
  enum Piece {
    /// `<name …>`
    case start
    /// `<name …/>`
    case empty
    /// `</name>`
    case end
    /// Characters between tags; `appendText` takes out their references.
    case text
    case nothing
  }

  /// Where the name of the tag stands, without its prefix.
  private(set) var name = 0..<0
  private(set) var buffer: [UInt8] = []

  private var attributes = 0..<0
  private var text = 0..<0
  private var isPlainText = false
  private var position = 0
  private var isAtEnd = false
  private let source: () throws(FileFailure) -> [UInt8]?
  private let part: String

  /// Bytes of one tag or text.
  static let longest = 16 << 20

  /// - Parameter part: what is read, for failures.
  init(part: String, _ source: @escaping () throws(FileFailure) -> [UInt8]?) {
    self.part = part
    self.source = source
  }

  var damaged: FileFailure { .workbook(.damaged(part: part)) }
  var tooLarge: FileFailure { .workbook(.tooLarge(part: part)) }

  /// Reads the next piece.
  mutating func next() throws(FileFailure) -> Piece {
    while true {
      switch scan() {
      case .piece(let piece): return piece
      case .passed: continue
      case .malformed: throw damaged
      case .incomplete:
        if isAtEnd {
          if position < buffer.count { throw damaged }
          return .nothing
        }
        try fill()
      }
    }
  }

  func isNamed(_ word: StaticString) -> Bool { isEqual(name, word) }

  /// Calls for each attribute with where its name, without its prefix, and its value stand; false
  /// where the tag is malformed.
  func forEachAttribute(_ body: (_ name: Range<Int>, _ value: Range<Int>) -> Void) -> Bool {
    let bytes = buffer.span
    var index = attributes.lowerBound
    let end = attributes.upperBound
    while true {
      while index < end, isSpace(bytes[index]) { index += 1 }
      if index == end { return true }
      var nameStart = index
      while index < end, bytes[index] != UInt8(ascii: "="), !isSpace(bytes[index]) {
        if bytes[index] == UInt8(ascii: ":") { nameStart = index + 1 }
        index += 1
      }
      let name = nameStart..<index
      while index < end, isSpace(bytes[index]) { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "=") else { return false }
      index += 1
      while index < end, isSpace(bytes[index]) { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
      else { return false }
      let quote = bytes[index]
      index += 1
      let start = index
      while index < end, bytes[index] != quote { index += 1 }
      guard index < end else { return false }
      body(name, start..<index)
      index += 1
    }
  }

  /// The value of an attribute; nil where there is none.
  func attribute(_ name: StaticString) -> String? {
    var found: Range<Int>?
    guard forEachAttribute({ if isEqual($0, name) { found = $1 } }), let found else { return nil }
    var bytes: [UInt8] = []
    guard append(found, to: &bytes) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  func isEqual(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      for offset in 0..<letters.count
      where unsafe buffer[range.lowerBound + offset] != letters[offset] { return false }
      return true
    }
  }

  /// Adds the characters of the last text.
  func appendText(to bytes: inout [UInt8]) throws(FileFailure) {
    if isPlainText {
      bytes += buffer[text]
    } else if !append(text, to: &bytes) {
      throw damaged
    }
  }

  private enum Step {
    case piece(Piece)
    case passed
    case incomplete
    case malformed
  }

  private mutating func scan() -> Step {
    guard position < buffer.count else { return .incomplete }
    guard buffer[position] == UInt8(ascii: "<") else {
      // Behind the last tag there may be white space, which nothing ends.
      guard let end = find(UInt8(ascii: "<"), from: position) ?? (isAtEnd ? buffer.count : nil)
      else { return .incomplete }
      text = position..<end
      isPlainText = false
      position = end
      return .piece(.text)
    }
    guard position + 1 < buffer.count else { return .incomplete }
    switch buffer[position + 1] {
    case UInt8(ascii: "!"): return scanDeclaration()
    case UInt8(ascii: "?"): return pass("?>", from: position + 2)
    case UInt8(ascii: "/"):
      guard let end = find(UInt8(ascii: ">"), from: position + 2) else { return .incomplete }
      name = nameRange(from: position + 2, to: end)
      attributes = end..<end
      position = end + 1
      return .piece(.end)
    default: return scanTag()
    }
  }

  private mutating func scanTag() -> Step {
    guard let closing = tagEnd(from: position + 1) else { return .incomplete }
    guard buffer[closing] == UInt8(ascii: ">") else { return .malformed }
    let isEmpty = buffer[closing - 1] == UInt8(ascii: "/")
    let end = isEmpty ? closing - 1 : closing
    name = nameRange(from: position + 1, to: end)
    attributes = name.upperBound..<end
    position = closing + 1
    return name.isEmpty ? .malformed : .piece(isEmpty ? .empty : .start)
  }

  /// The end of a tag, or where another one begins inside; nil beyond what has been read.
  private func tagEnd(from start: Int) -> Int? {
    let bytes = buffer.span
    var index = start
    var quote: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Comments and character data; anything else of this form belongs to document types.
  private mutating func scanDeclaration() -> Step {
    let rest = buffer.count - position
    if buffer[position...].starts(with: Array("<!--".utf8)) {
      return pass("-->", from: position + 4)
    }
    let opening = Array("<![CDATA[".utf8)
    if buffer[position...].starts(with: opening) {
      guard let end = find("]]>", from: position + 9) else { return .incomplete }
      text = position + 9..<end
      isPlainText = true
      position = end + 3
      return .piece(.text)
    }
    return rest < 9 && !isAtEnd ? .incomplete : .malformed
  }

  private mutating func pass(_ closing: StaticString, from start: Int) -> Step {
    guard let end = find(closing, from: start) else { return .incomplete }
    position = end + closing.utf8CodeUnitCount
    return .passed
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    buffer.firstPlace(of: byte, from: start)
  }

  /// Finds a word that ends with `>`.
  private func find(_ word: StaticString, from start: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    var end = start + length - 1
    while let closing = find(UInt8(ascii: ">"), from: end) {
      if isEqual(closing + 1 - length..<closing + 1, word) { return closing + 1 - length }
      end = closing + 1
    }
    return nil
  }

  private func nameRange(from start: Int, to end: Int) -> Range<Int> {
    let bytes = buffer.span
    var from = start
    var index = start
    while index < end, !isSpace(bytes[index]) {
      if bytes[index] == UInt8(ascii: ":") { from = index + 1 }
      index += 1
    }
    return from..<index
  }

  /// Gives up what was read, and reads on.
  private mutating func fill() throws(FileFailure) {
    buffer.removeSubrange(..<position)
    position = 0
    guard buffer.count <= Self.longest else { throw tooLarge }
    // Doubling what is there keeps the time linear, however small the parts are.
    let wanted = buffer.count * 2 + 1
    while buffer.count < wanted {
      guard let part = try source() else {
        isAtEnd = true
        return
      }
      buffer += part
    }
  }

  /// Adds characters, references replaced; false for a reference that does not exist.
  private func append(_ range: Range<Int>, to bytes: inout [UInt8]) -> Bool {
    var run = range.lowerBound
    let source = buffer.span
    var index = run
    while index < range.upperBound {
      guard source[index] == UInt8(ascii: "&") else {
        index += 1
        continue
      }
      bytes += buffer[run..<index]
      var end = index + 1
      while end < range.upperBound, source[end] != UInt8(ascii: ";"), end - index < 12 { end += 1 }
      guard end < range.upperBound, source[end] == UInt8(ascii: ";"),
        let scalar = character(index + 1..<end)
      else { return false }
      bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      index = end + 1
      run = index
    }
    bytes += buffer[run..<range.upperBound]
    return true
  }

  private func character(_ reference: Range<Int>) -> Unicode.Scalar? {
    switch String(decoding: buffer[reference], as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case let number where number.hasPrefix("#x"):
      return UInt32(number.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case let number where number.hasPrefix("#"):
      return UInt32(number.dropFirst()).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
