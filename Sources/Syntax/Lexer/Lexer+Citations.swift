extension Lexer {
  /// 《 opens a title, 》 closes it.
  static let titleOpener: UInt32 = 0x300A
  private static let titleCloser: UInt32 = 0x300B

  /// citation = "《" title "》" [ "(" document number ")" ] [ articles ]
  ///
  /// The whole is one token, as it is one word to its readers: what stands in it is the text of a
  /// document, not of the language. Nil, with nothing consumed, where no title can have been meant.
  mutating func lexCitation() -> String? {
    let start = offset
    let titleStart = start + Scalar(bytes, at: start).length
    guard let titleEnd = closer(Lexer.titleCloser, of: Lexer.titleOpener, from: titleStart) else {
      return unclosedTitle(from: start, contentStart: titleStart)
    }
    offset = titleStart
    let title = lexContent(until: titleEnd)
    offset = titleEnd + Scalar(bytes, at: titleEnd).length
    var value = "《\(title)》"
    let numberStart = behindSpaces(offset)
    if ascii(at: numberStart) == UInt8(ascii: "("), let end = closingParenthesis(numberStart) {
      let first = numberStart + Scalar(bytes, at: numberStart).length
      offset = first
      value += "(\(lexContent(until: end)))"
      offset = end + Scalar(bytes, at: end).length
    }
    return value + lexArticles()
  }

  /// A title whose 》 is missing ends where the text of it seems to end. A 《 before a number or a
  /// space is no title: somebody meant `<`.
  private mutating func unclosedTitle(from start: Int, contentStart: Int) -> String? {
    guard contentStart < bytes.count, Scalar(bytes, at: contentStart).isCommonHan else {
      return nil
    }
    var end = contentStart
    while end < bytes.count, Scalar(bytes, at: end).continuesWord {
      end += Scalar(bytes, at: end).length
    }
    offset = end
    report(from: start) { .unclosedTitle(at: $0) }
    return "《\(text(contentStart, end))》"
  }

  /// articles = article { [ "、" | "和" | "至" | … ] article }
  private mutating func lexArticles() -> String {
    var value = ""
    while true {
      var position = behindSpaces(offset)
      var joint = ""
      if !value.isEmpty, position < bytes.count, let word = Lexer.joint(Scalar(bytes, at: position))
      {
        joint = word
        position = behindSpaces(position + Scalar(bytes, at: position).length)
      }
      guard let end = articleEnd(from: position) else { return value }
      value += joint + canonicalArticle(position, end)
      offset = end
    }
  }

  /// article = "第" number ( "条" | "款" | "项" | … ) [ "之" number ], the number perhaps in parentheses
  private func articleEnd(from start: Int) -> Int? {
    guard let afterOrdinal = position(behind: { $0 == 0x7B2C }, at: start).map(behindSpaces) else {
      return nil
    }
    var place = position(behind: { $0 == 0x28 || $0 == 0xFF08 }, at: afterOrdinal) ?? afterOrdinal
    let digitsStart = place
    while let next = position(behind: Lexer.isOrdinalDigit, at: place) { place = next }
    guard place > digitsStart else { return nil }
    place = behindSpaces(position(behind: { $0 == 0x29 || $0 == 0xFF09 }, at: place) ?? place)
    guard var end = position(behind: Lexer.isDivision, at: place) else { return nil }
    if let behindOf = position(behind: { $0 == 0x4E4B }, at: end),
      var place = position(behind: Lexer.isOrdinalDigit, at: behindOf)
    {
      while let next = position(behind: Lexer.isOrdinalDigit, at: place) { place = next }
      end = place
    }
    return end
  }

  private func canonicalArticle(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    var position = start
    while position < end {
      let scalar = Scalar(bytes, at: position)
      if scalar.ascii > 0x20 {
        view.append(Unicode.Scalar(scalar.ascii))
      } else if !scalar.isSpace, let unicode = scalar.unicode {
        view.append(unicode)
      }
      position += scalar.length
    }
    return String(view)
  }

  /// 条款项目章节编
  private static func isDivision(_ value: UInt32) -> Bool {
    [0x6761, 0x6B3E, 0x9879, 0x76EE, 0x7AE0, 0x8282, 0x7F16].contains(value)
  }

  /// 〇零一二三四五六七八九十百千两 and digits.
  private static func isOrdinalDigit(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0xFF10...0xFF19, 0x3007, 0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
      0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343, 0x4E24:
      true
    default: false
    }
  }

  /// What joins two articles of one document; a comma of either width is written 、.
  private static func joint(_ scalar: Scalar) -> String? {
    switch scalar.value {
    case 0x2C, 0xFF0C, 0x3001: "、"
    case 0x548C, 0x53CA, 0x4E0E, 0x81F3, 0x6216: scalar.unicode.map { String($0) }
    default: nil
    }
  }

  private func position(behind isWanted: (UInt32) -> Bool, at position: Int) -> Int? {
    guard position < bytes.count else { return nil }
    let scalar = Scalar(bytes, at: position)
    return isWanted(scalar.value) ? position + scalar.length : nil
  }

  private func behindSpaces(_ start: Int) -> Int {
    var position = start
    while position < bytes.count {
      let scalar = Scalar(bytes, at: position)
      guard scalar.isSpace else { break }
      position += scalar.length
    }
    return position
  }

  private func ascii(at position: Int) -> UInt8 {
    position < bytes.count ? Scalar(bytes, at: position).ascii : 0
  }

  private func closingParenthesis(_ opener: Int) -> Int? {
    var depth = 0
    var position = opener
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      let scalar = Scalar(bytes, at: position)
      if scalar.ascii == UInt8(ascii: "(") { depth += 1 }
      if scalar.ascii == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return position }
      }
      position += scalar.length
    }
    return nil
  }

  /// Where the closer of an opener before `start` stands on the line.
  private func closer(_ closer: UInt32, of opener: UInt32, from start: Int) -> Int? {
    var depth = 1
    var position = start
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      let scalar = Scalar(bytes, at: position)
      if scalar.value == opener { depth += 1 }
      if scalar.value == closer {
        depth -= 1
        if depth == 0 { return position }
      }
      position += scalar.length
    }
    return nil
  }
}
