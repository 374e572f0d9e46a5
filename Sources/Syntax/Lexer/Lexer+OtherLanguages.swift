import Source

/// What people write who know other languages: read as it is meant, and reported.
extension Lexer {
  /// `'`, `‘`, `’` or `＇`
  static func isSingleQuote(_ scalar: Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x2018, 0x2019, 0xFF07: true
    default: false
    }
  }

  /// A text in single quotation marks. Nil, and nothing consumed, if there is no second one on the
  /// line.
  mutating func lexSingleQuoted(_ quote: Scalar) -> String? {
    let start = offset
    let contentStart = start + quote.length
    if contentStart < noSingleQuoteBefore { return nil }
    let (contentEnd, isFound) = search(from: contentStart) { Lexer.isSingleQuote($0) }
    guard isFound else {
      noSingleQuoteBefore = contentEnd
      return nil
    }
    offset = contentStart
    let value = lexContent(until: contentEnd)
    offset = contentEnd + Scalar(bytes, at: contentEnd).length
    let content = text(contentStart, contentEnd)
    let opener = span(start, contentStart)
    let closer = span(contentEnd, offset)
    report(from: start) { .singleQuotes(content, opener: opener, closer: closer, at: $0) }
    return value
  }

  /// The signs by which other languages start a comment.
  enum ForeignComment: String {
    case hash = "#"
    case dashes = "--"
    case block = "/*"
  }

  /// The sign of a comment here, if it can be nothing else: `1--1` is a calculation.
  func foreignComment(startsLine: Bool) -> ForeignComment? {
    let before = offset > 0 ? bytes[offset - 1] : UInt8(ascii: "\n")
    let isApart = startsLine || before == 0x20 || before == 0x09
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : UInt8(ascii: "\n")
    let afterNext = offset + 2 < bytes.count ? bytes[offset + 2] : UInt8(ascii: "\n")
    switch bytes[offset] {
    case UInt8(ascii: "#"):
      return startsLine || isApart && next != UInt8(ascii: "\n") ? .hash : nil
    case UInt8(ascii: "-") where next == UInt8(ascii: "-"):
      return isApart && (startsLine || afterNext == 0x20 || afterNext >= 0x80) ? .dashes : nil
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
      return .block
    default:
      return nil
    }
  }

  /// Goes over a comment; true if it ends on another line.
  mutating func skipForeignComment(_ sign: ForeignComment) -> Bool {
    let start = offset
    let signEnd = start + sign.rawValue.utf8.count
    var edits = [FixIt.Edit(span(start, signEnd), "//")]
    var contentEnd = start
    var hasLines = false
    if sign == .block, let end = blockCommentEnd(from: signEnd) {
      offset = signEnd
      while offset < end - 2 {
        if bytes[offset] == UInt8(ascii: "\n") {
          hasLines = true
          offset += 1
          edits.append(.init(span(offset, offset), "// "))
        } else if bytes[offset] < 0x80 {
          offset += 1
        } else {
          skipProse()
        }
      }
      offset = end
      contentEnd = end
      edits.append(.init(span(end - 2, end), isBlank(from: end) ? "" : "\n"))
    } else {
      skipComment()
      contentEnd = offset
    }
    let place = span(start, hasLines ? signEnd : contentEnd)
    if !found.isFull { found.add(.commentSign(sign.rawValue, edits: edits, at: place)) }
    return hasLines
  }

  /// Behind the next `*/` of the file.
  private mutating func blockCommentEnd(from start: Int) -> Int? {
    if hasNoBlockCommentEnd { return nil }
    var position = start
    while position + 1 < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
        return position + 2
      }
      position += 1
    }
    hasNoBlockCommentEnd = true
    return nil
  }

  private func isBlank(from start: Int) -> Bool {
    var position = start
    while position < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[position]) { position += 1 }
    return position == bytes.count || bytes[position] == UInt8(ascii: "\n")
  }
}
