import Source

/// Everyday wordings, read as what they mean and noted once.
extension Parser {
  struct EverydayMatch {
    let meaning: EverydayWords.Meaning
    let count: Int
  }

  /// A wording here among those of a place.
  func everyday(_ place: EverydayWords.Place, canStartLine: Bool = false) -> EverydayMatch? {
    guard kind == .word, isOnLine || canStartLine || place.canStartLine else { return nil }
    for wording in EverydayWords.wordings(startingWith: tokens[position].value, at: place)
    where isHere(wording.words) && !isLabel(wording.words.count) {
      return EverydayMatch(meaning: wording.meaning, count: wording.words.count)
    }
    return nil
  }

  /// The first word of an arm, a cell or a field is what its author named so.
  private func isLabel(_ count: Int) -> Bool {
    [.leadsTo, .bar, .colon].contains { isNext($0, after: count) }
  }

  private func isHere(_ words: [String]) -> Bool {
    for offset in 1..<max(words.count, 1) {
      let place = position + offset
      guard place < limit, tokens[place].kind == .word, tokens[place].value == words[offset],
        !tokens[place].startsLine || !linesMatter
      else { return false }
    }
    return true
  }

  /// Takes a wording that stands for one of some keywords, and is followed by an operand.
  mutating func eatEveryday(
    _ keywords: [Keyword], at place: EverydayWords.Place, beforeOperand: Bool = true
  ) -> (keyword: Keyword, span: Span)? {
    guard let match = everyday(place), case .keyword(let keyword) = match.meaning,
      keywords.contains(keyword),
      !beforeOperand || isOperand(after: match.count, isPrefix: place.isPrefix)
    else { return nil }
    return (keyword, takeEveryday(match.count, for: keyword.spelling(in: shownLanguage)))
  }

  /// Takes a comparison in words: `大于`, `is not`.
  mutating func eatEverydayComparison(isPrefix: Bool = false) -> (BinaryOperator, Span)? {
    guard let match = everyday(.comparison, canStartLine: isPrefix),
      case .sign(let sign) = match.meaning,
      let operation = BinaryOperator(comparison: .punctuation(sign)),
      isOperand(after: match.count, isPrefix: isPrefix)
    else { return nil }
    return (operation, takeEveryday(match.count, for: sign.rawValue))
  }

  /// Takes a sign of another language for a keyword: `&&`, `||`, `!`.
  mutating func eatSign(_ sign: Punctuation, twice: Bool = false, for keyword: Keyword) -> Span? {
    guard at(sign) else { return nil }
    if twice {
      guard isNext(sign), tokens[position + 1].start == tokens[position].end else { return nil }
    }
    let start = position
    let right = keyword.spelling(in: shownLanguage)
    for _ in 0..<(twice ? 2 : 1) { advance() }
    let span = span(from: start)
    let before = start > 0 && tokens[start - 1].end == span.start ? " " : ""
    let after = position < limit && tokens[position].start == span.end ? " " : ""
    note(.otherWording(file.text(span), right, writing: before + right + after, at: span))
    return span
  }

  /// Takes some tokens and notes what should be written for them.
  mutating func takeEveryday(_ count: Int, for right: String) -> Span {
    let start = position
    for _ in 0..<count { advance() }
    let span = span(from: start)
    note(.otherWording(file.text(span), right, at: span))
    return span
  }

  /// Whether what stands on this line behind some tokens can start an operand. Where an operand
  /// could start here too, these tokens may be a name: `最少 - 1`, `不是(甲)`.
  private func isOperand(after count: Int, isPrefix: Bool) -> Bool {
    let next = position + count
    guard next < limit, !tokens[next].startsLine || !linesMatter else { return false }
    switch tokens[next].kind {
    case .word: return match(at: next, { Parser.isInfixWord($0) }) == nil
    case .integer, .decimal, .date, .text: return true
    case .punctuation(.minus): return !isPrefix
    case .punctuation(.leftParenthesis), .punctuation(.leftBracket), .punctuation(.leftBrace):
      return !isPrefix || tokens[next].start > tokens[next - 1].end
    case .punctuation, .unknown, .citation, .endOfFile: return false
    }
  }

  // MARK: Ratios

  /// `percent` or `per cent` behind a number.
  mutating func eatPercentWord(digits: String, from start: Int) -> Bool {
    guard isOnLine, kind == .word else { return false }
    let count: Int
    switch tokens[position].value {
    case "percent", "pct", "percents", "Percent": count = 1
    case "per" where position + 1 < limit && tokens[position + 1].value == "cent": count = 2
    default: return false
    }
    for _ in 0..<count { advance() }
    let span = span(from: start)
    note(.otherWording(file.text(span), digits + "%", at: span))
    return true
  }

  var startsRatioInWords: Bool {
    kind == .word && ["百分之", "千分之"].contains(tokens[position].value)
  }

  /// `百分之五`, `百分之5`, `千分之二`.
  mutating func ratioInWords() -> Expression? {
    let start = position
    let word = tokens[position].value
    let isPercent = word.hasPrefix("百分之")
    guard isPercent || word.hasPrefix("千分之") else { return nil }
    let numeral = word.dropFirst(3)
    let digits: String
    if numeral.isEmpty {
      guard isNumber(position + 1) else { return nil }
      advance()
      digits = tokens[position].value
    } else {
      guard let value = ChineseNumeral.value(of: numeral) else { return nil }
      digits = String(value)
    }
    advance()
    let span = span(from: start)
    note(.otherWording(file.text(span), digits + (isPercent ? "%" : "‰"), at: span))
    return Expression(.literal(isPercent ? .percent(digits) : .perMille(digits)), span)
  }

  private func isNumber(_ position: Int) -> Bool {
    guard position < limit, tokens[position].start == tokens[position - 1].end else { return false }
    return tokens[position].kind == .integer || tokens[position].kind == .decimal
  }
}
