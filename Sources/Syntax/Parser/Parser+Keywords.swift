import Source

extension Parser {
  /// A keyword at a place: how many tokens it has, and in which language it is written.
  struct Match {
    let keyword: Keyword
    let language: Language
    let count: Int
  }

  /// The longest keyword among the wanted ones at a place, in either language.
  func match(at start: Int, _ isWanted: (Keyword) -> Bool) -> Match? {
    guard start < limit, words[start] != 0 else { return nil }
    for form in index.forms[Int(words[start])] where isWanted(form.keyword) {
      if isHere(form, start) {
        return Match(keyword: form.keyword, language: form.language, count: form.words.count)
      }
    }
    return nil
  }

  private func isHere(_ form: KeywordIndex.Form, _ start: Int) -> Bool {
    for offset in 1..<max(form.words.count, 1) {
      let position = start + offset
      guard position < limit, words[position] == form.words[offset],
        !tokens[position].startsLine || !linesMatter
      else { return false }
    }
    return true
  }

  func match(of keywords: [Keyword]) -> Match? {
    position < limit && words[position] != 0
      ? match(at: position) { keywords.contains($0) } : nil
  }

  func at(_ keyword: Keyword) -> Bool { match(at: position) { $0 == keyword } != nil }

  /// Takes a keyword if it is here, on whatever line.
  mutating func eat(_ keyword: Keyword) -> Span? {
    guard let match = match(at: position, { $0 == keyword }) else { return nil }
    return take(match)
  }

  /// As `eat`, but not from the next line.
  mutating func eatOnLine(_ keyword: Keyword) -> Span? { isOnLine ? eat(keyword) : nil }

  mutating func expect(_ keyword: Keyword) {
    if eatOnLine(keyword) == nil { report(.keyword(keyword)) }
  }

  /// Takes the tokens of a keyword and records its use.
  mutating func take(_ match: Match) -> Span {
    let start = position
    position = min(start + match.count, limit)
    let span = span(from: start)
    keywords.append(KeywordUse(keyword: match.keyword, tokens: start..<position))
    skipStrays()
    guard let language, let firstKeyword else {
      self.language = match.language
      self.firstKeyword = span
      return span
    }
    if match.language != language {
      found.add(
        .mixedKeywords(
          file.text(span), match.keyword, fileLanguage: language, decidedAt: firstKeyword, at: span)
      )
    }
    return span
  }

  /// The language to name keywords in: the file's, or before it is known that of the word here.
  var shownLanguage: Language {
    if let language { return language }
    guard kind == .word else { return .chinese }
    return tokens[position].value.utf8.allSatisfy { $0 < 0x80 } ? .english : .chinese
  }
}
