extension Lexer {
  /// trivia = { white space | "//" … line end }
  ///
  /// Goes to the next token; true if there is a line end before it.
  mutating func skipTrivia() -> Bool {
    var sawLineEnd = false
    if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") {
        sawLineEnd = true
        offset += 1
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        offset += 1
      } else if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "/"), byte != UInt8(ascii: "#"),
        byte != UInt8(ascii: "-")
      {
        break
      } else {
        let scalar = Scalar(bytes, at: offset)
        if scalar.isSpace {
          offset += scalar.length
        } else if scalar.isHidden {
          skipHidden()
        } else if startsComment(scalar) {
          skipComment()
        } else if let sign = foreignComment(startsLine: sawLineEnd || tokens.isEmpty) {
          if skipForeignComment(sign) { sawLineEnd = true }
        } else {
          break
        }
      }
    }
    return sawLineEnd
  }

  private func startsComment(_ scalar: Scalar) -> Bool {
    let next = offset + scalar.length
    return scalar.ascii == UInt8(ascii: "/") && next < bytes.count
      && Scalar(bytes, at: next).ascii == UInt8(ascii: "/")
  }

  private mutating func skipHidden() {
    let start = offset
    while offset < bytes.count {
      let scalar = Scalar(bytes, at: offset)
      guard scalar.isHidden else { break }
      offset += scalar.length
    }
    let first = Scalar(bytes, at: start)
    report(from: start) { .hiddenCharacter(first, at: $0) }
  }

  mutating func skipComment() {
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      if bytes[offset] < 0x80 {
        offset += 1
      } else {
        skipProse()
      }
    }
  }

  /// Goes over one character of a text or comment that is not ASCII, and reports what is wrong
  /// with it: once for a run of bytes that are not UTF-8, once for a run of hidden characters.
  mutating func skipProse() {
    let start = offset
    let scalar = Scalar(bytes, at: offset)
    if scalar.isInvalid {
      skipInvalid()
    } else if scalar.isDeceptiveInText {
      while offset < bytes.count {
        let next = Scalar(bytes, at: offset)
        guard next.isDeceptiveInText else { break }
        offset += next.length
      }
      report(from: start) { .hiddenCharacterInText(scalar, at: $0) }
    } else {
      offset += scalar.length
    }
  }

  /// Goes over a run of bytes that are not UTF-8, and reports it.
  mutating func skipInvalid() {
    let start = offset
    while offset < bytes.count {
      let scalar = Scalar(bytes, at: offset)
      guard scalar.isInvalid else { break }
      offset += scalar.length
    }
    let run = bytes[start..<offset]
    report(from: start) { .invalidEncoding(run, at: $0) }
  }
}
