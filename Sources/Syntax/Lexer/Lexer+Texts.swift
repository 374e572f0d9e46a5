extension Lexer {
  /// text = '"' { character | escape } '"' | '“' { character | escape } '”'
  ///
  /// A text ends with its line at the latest. A pair of quotation marks that do not belong
  /// together is accepted and reported.
  mutating func lexText(_ quote: Quote) -> String {
    let start = offset
    let contentStart = start + Scalar(bytes, at: start).length
    let ending = findEnd(of: quote, from: contentStart)
    offset = contentStart
    let value = lexContent(until: ending.contentEnd)
    offset = ending.end
    switch ending.kind {
    case .closed where quote != .curlyClosing: break
    case .closed, .otherQuote:
      let opener = span(start, contentStart)
      report(from: ending.contentEnd) { .mixedQuotes(quote, opener: opener, closer: $0) }
    case .unclosed:
      report(from: start) { .unclosedText(quote, at: $0) }
    }
    return value
  }

  private struct Ending {
    enum Kind { case closed, otherQuote, unclosed }
    let kind: Kind
    let contentEnd: Int
    let end: Int
  }

  /// Looks for the closing quotation mark on this line; else for any other one on it; else takes
  /// the text to end before the closing punctuation at the end of the line.
  private mutating func findEnd(of quote: Quote, from start: Int) -> Ending {
    let memo = min(quote.rawValue, noQuoteBefore.count - 1)
    if start >= noQuoteBefore[memo] {
      let (position, isFound) = search(from: start) { $0.value == quote.closer }
      if isFound {
        let end = position + Scalar(bytes, at: position).length
        return Ending(kind: .closed, contentEnd: position, end: end)
      }
      noQuoteBefore[memo] = position
    }
    let (position, isFound) = search(from: start) { Quote($0) != nil }
    if isFound {
      let end = position + Scalar(bytes, at: position).length
      return Ending(kind: .otherQuote, contentEnd: position, end: end)
    }
    let end = endBeforeClosers(lineEnd: position, from: start)
    return Ending(kind: .unclosed, contentEnd: end, end: end)
  }

  /// The first matching character on the line that is not escaped, or the line end.
  func search(from start: Int, _ matches: (Scalar) -> Bool) -> (Int, isFound: Bool) {
    var position = start
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      if bytes[position] == UInt8(ascii: "\\") {
        position += 1
        guard position < bytes.count, bytes[position] != UInt8(ascii: "\n") else { break }
        position += Scalar(bytes, at: position).length
        continue
      }
      let scalar = Scalar(bytes, at: position)
      if matches(scalar) { return (position, true) }
      position += scalar.length
    }
    return (position, false)
  }

  /// Where an unclosed text on a line most likely ends: ` }` or ` {` at the line's end is code.
  private func endBeforeClosers(lineEnd: Int, from start: Int) -> Int {
    var end = lineEnd
    while end > start {
      switch bytes[end - 1] {
      case 0x20, 0x09, 0x0D, UInt8(ascii: "}"), UInt8(ascii: "{"), UInt8(ascii: ")"),
        UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: ";"):
        end -= 1
      default:
        return end
      }
    }
    return end
  }

  mutating func lexContent(until end: Int) -> String {
    let start = offset
    var content: [UInt8] = []
    var pieceStart = start
    while offset < end {
      if bytes[offset] == UInt8(ascii: "\\") {
        content += bytes[pieceStart..<offset]
        if let scalar = lexEscape(until: end) { content += Array(String(scalar).utf8) }
        pieceStart = offset
      } else if bytes[offset] < 0x80 {
        let start = offset
        offset += 1
        if bytes[start] < 0x20, bytes[start] != 0x09, bytes[start] != 0x0D {
          let scalar = Scalar(bytes, at: start)
          report(from: start) { .controlCharacter(scalar, at: $0) }
        }
      } else {
        skipProse()
      }
    }
    offset = end
    if pieceStart == start { return text(start, end) }
    content += bytes[min(pieceStart, end)..<end]
    return Lexer.normalised(String(decoding: content, as: UTF8.self))
  }

  /// escape = "\" ('"' | "“" | "”" | "\" | "n" | "t" | "u{" 1 to 6 hexadecimal digits "}")
  private mutating func lexEscape(until end: Int) -> Unicode.Scalar? {
    let start = offset
    offset += 1
    guard offset < end else {
      report(from: start) { .unknownEscape("\\", at: $0) }
      return nil
    }
    let scalar = Scalar(bytes, at: offset)
    offset += scalar.length
    switch scalar.value {
    case 0x22, 0x5C, 0x201C, 0x201D, 0xFF02: return scalar.unicode
    case 0x6E: return "\n"
    case 0x74: return "\t"
    case 0x75:
      if let value = lexCodePoint(until: end) { return value }
    default: break
    }
    offset = min(offset, end)
    let escape = text(start, offset)
    report(from: start) { .unknownEscape(escape, at: $0) }
    return nil
  }

  /// "{" 1 to 6 hexadecimal digits "}"
  private mutating func lexCodePoint(until end: Int) -> Unicode.Scalar? {
    guard offset < end, bytes[offset] == UInt8(ascii: "{") else { return nil }
    var position = offset + 1
    var value: UInt32 = 0
    var count = 0
    while position < end, count < 7, let digit = Unicode.Scalar(bytes[position]).hexadecimalValue {
      value = value << 4 | digit
      count += 1
      position += 1
    }
    guard 1...6 ~= count, position < end, bytes[position] == UInt8(ascii: "}") else { return nil }
    offset = position + 1
    return Unicode.Scalar(value)
  }
}

extension Unicode.Scalar {
  fileprivate var hexadecimalValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
