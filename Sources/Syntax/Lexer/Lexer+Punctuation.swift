extension Lexer {
  /// The longest punctuation at this place, in any of its forms, or nil with nothing consumed.
  mutating func lexPunctuation(_ first: Scalar) -> Punctuation? {
    if let single = Lexer.sign(first) {
      offset += first.length
      return single
    }
    let next = offset + first.length
    let second = next < bytes.count ? Scalar(bytes, at: next) : nil
    if let second, let double = Lexer.double(first.ascii, second.ascii) {
      offset = next + second.length
      return double
    }
    guard let single = Lexer.single(first.ascii) else { return nil }
    offset = next
    return single
  }

  private static func sign(_ scalar: Scalar) -> Punctuation? {
    switch scalar.value {
    case 0x2265, 0x2267: .greaterOrEqual  // ≥ ≧
    case 0x2264, 0x2266: .lessOrEqual  // ≤ ≦
    case 0x2260: .notEqual  // ≠
    case 0xD7: .times  // ×
    case 0xF7: .divide  // ÷
    case 0x2030: .perMille  // ‰
    case 0x2192: .arrow  // →
    case 0x21D2: .leadsTo  // ⇒
    case 0x2212: .minus  // −
    default: nil
    }
  }

  private static func double(_ first: UInt8, _ second: UInt8) -> Punctuation? {
    switch (first, second) {
    case (UInt8(ascii: "."), UInt8(ascii: ".")): .range
    case (UInt8(ascii: "?"), UInt8(ascii: "?")): .coalesce
    case (UInt8(ascii: "-"), UInt8(ascii: ">")): .arrow
    case (UInt8(ascii: "="), UInt8(ascii: ">")): .leadsTo
    case (UInt8(ascii: "="), UInt8(ascii: "=")): .equal
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): .doubleAmpersand
    default: nil
    }
  }

  private static func single(_ byte: UInt8) -> Punctuation? {
    switch byte {
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "|"): .bar
    case UInt8(ascii: "="): .assign
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .times
    case UInt8(ascii: "/"): .divide
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "_"): .underscore
    case UInt8(ascii: "!"): .exclamation
    default: nil
    }
  }

  /// Goes over a run of characters that mean nothing here, and reports it once.
  mutating func lexUnknown() -> String {
    let start = offset
    let scalar = Scalar(bytes, at: offset)
    if scalar.isInvalid {
      skipInvalid()
    } else if scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value {
      offset += scalar.length
      report(from: start) { .controlCharacter(scalar, at: $0) }
    } else {
      while offset < bytes.count {
        let next = Scalar(bytes, at: offset)
        guard isUnknown(next) else { break }
        offset += next.length
      }
      if offset == start { offset += scalar.length }
      let text = String(decoding: bytes[start..<offset], as: UTF8.self)
      report(from: start) { .unknownCharacter(text, at: $0) }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private func isUnknown(_ scalar: Scalar) -> Bool {
    let isControl = scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
    return !scalar.isInvalid && !isControl && !scalar.isSpace && !scalar.isHidden
      && !scalar.startsWord && !scalar.isDigit && Quote(scalar) == nil
      && !Lexer.isSingleQuote(scalar)
      && Lexer.sign(scalar) == nil && Lexer.single(scalar.ascii) == nil
  }
}
