extension Lexer {
  /// word = (letter | ideograph | "_") { letter | ideograph | digit | "_" }
  ///
  /// Behind a number a unit is split off (`3个月内` is 3, 个月, 内), and a bound is split off the
  /// digits behind it (`不少于30` is 不少于, 30).
  mutating func lexWord(isGluedToNumber: Bool) -> (value: String, word: KeywordIndex.WordID) {
    let start = offset
    var isPlain = true
    var isFamiliar = true
    var firstDigit: Int?
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        guard Lexer.isWordByte(byte) else { break }
        if firstDigit == nil, byte <= UInt8(ascii: "9") { firstDigit = offset }
        offset += 1
        continue
      }
      let scalar = Scalar(bytes, at: offset)
      if !scalar.isCommonHan {
        guard scalar.continuesWord || isHiddenInsideWord(scalar) else { break }
        if firstDigit == nil, scalar.isDigit { firstDigit = offset }
        isFamiliar = false
        if scalar.ascii != 0 || scalar.isHidden { isPlain = false }
      }
      offset += scalar.length
    }
    split(from: start, isGluedToNumber, beforeDigit: firstDigit)
    if isFamiliar {
      let word = index.word(bytes[start..<offset])
      return (String(decoding: bytes[start..<offset], as: UTF8.self), word)
    }
    let value = isPlain ? text(start, offset) : cleaned(start)
    if let latin = LookAlikes.latinised(value) {
      report(from: start) { .lookAlike(value, latin, at: $0) }
    }
    return (value, index.word(Array(value.utf8)[...]))
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// A hidden character belongs to a word if the word goes on behind it.
  private func isHiddenInsideWord(_ scalar: Scalar) -> Bool {
    guard scalar.isHidden, offset + scalar.length < bytes.count else { return false }
    return Scalar(bytes, at: offset + scalar.length).continuesWord
  }

  private mutating func split(from start: Int, _ isGluedToNumber: Bool, beforeDigit: Int?) {
    let word = bytes[start..<offset]
    if isGluedToNumber, index.word(word) == 0 {
      if let unit = index.afterNumber.first(where: { word.starts(with: $0) }) {
        offset = start + unit.count
        return
      }
    }
    if let beforeDigit,
      index.beforeDigits.contains(where: { $0.elementsEqual(bytes[start..<beforeDigit]) })
    {
      offset = beforeDigit
    }
  }

  /// The word from `start` to here with ASCII letters for full-width ones and without hidden
  /// characters, which are reported.
  private mutating func cleaned(_ start: Int) -> String {
    var view = String.UnicodeScalarView()
    var position = start
    while position < offset {
      let scalar = Scalar(bytes, at: position)
      let end = position + scalar.length
      if scalar.isHidden {
        found.add(.hiddenCharacter(scalar, at: span(position, end)))
      } else if scalar.ascii != 0 {
        view.append(Unicode.Scalar(scalar.ascii))
      } else if let unicode = scalar.unicode {
        view.append(unicode)
      }
      position = end
    }
    return Lexer.normalised(String(view))
  }
}
