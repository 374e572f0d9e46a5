import Source

extension Parser {
  /// law = "法规" name "{" { "名称" ( citation | text ) | "文号" text | "施行" expression
  ///     | "失效" expression | "接替" name } "}"
  mutating func law(from start: Int) -> LawItem {
    let name = name()
    var parts: [LawItem.Part] = []
    block(
      header: start, commas: true, startsNext: { $0.match(of: Keyword.lawParts) != nil },
      { parser in
        if let part = parser.lawPart() { parts.append(part) }
      })
    return LawItem(name: name, parts: parts, span: span(from: start))
  }

  private mutating func lawPart() -> LawItem.Part? {
    guard let (keyword, keywordSpan) = clauseKeyword(Keyword.lawParts, inside: .aLaw) else {
      return nil
    }
    let kind: LawItem.PartKind?
    switch keyword {
    case .title: kind = lawTitle()
    case .documentNumber: kind = text().map { .number($0.value) }
    case .effective: kind = .effective(expression())
    case .lapses: kind = .lapses(expression())
    default: kind = .replaces(name())
    }
    return kind.map { ($0, keyword, keywordSpan) }
  }

  private mutating func lawTitle() -> LawItem.PartKind? {
    guard isOnLine, kind == .citation else {
      return text().map { .title($0.value, number: nil) }
    }
    advance()
    let citation = CitationSyntax(
      token: tokens[position - 1].value, span: tokenSpan(position - 1))
    guard case .title(let title, let number) = citation.document else { return nil }
    return .title(title, number: number)
  }

  /// citations = citation { "," citation }
  ///
  /// A comma before a keyword of `ending` ends the list: what follows is the next part.
  mutating func citations(ending: [Keyword] = []) -> [CitationSyntax] {
    var citations: [CitationSyntax] = []
    repeat {
      guard let citation = citation(canStartLine: !citations.isEmpty) else { break }
      citations.append(citation)
    } while !isRecovering && isOnLine && at(.comma) && isCitation(at: position + 1, ending)
      && eat(.comma)
    return citations
  }

  private func isCitation(at position: Int, _ ending: [Keyword]) -> Bool {
    guard position < limit else { return false }
    switch tokens[position].kind {
    case .citation: return true
    case .word: return match(at: position) { ending.contains($0) } == nil
    default: return false
    }
  }

  /// citation = ( citation token | name ) [ "条款" ( text | integer ) | word that starts with "第" ]
  mutating func citation(canStartLine: Bool = false) -> CitationSyntax? {
    let start = position
    guard isOnLine || canStartLine else {
      report(.citation)
      return nil
    }
    let document: CitationSyntax.Document
    var article: String?
    if kind == .citation {
      advance()
      let citation = CitationSyntax(token: tokens[start].value, span: tokenSpan(start))
      document = citation.document
      article = citation.article
    } else if kind == .word {
      document = .name(name(canStartLine: canStartLine))
    } else {
      report(.citation)
      return nil
    }
    if article == nil { article = self.article() }
    return CitationSyntax(document: document, article: article, span: span(from: start))
  }

  private mutating func article() -> String? {
    if isRecovering || !isOnLine { return nil }
    if kind == .word, tokens[position].value.hasPrefix("第") {
      advance()
      return tokens[position - 1].value
    }
    guard eatOnLine(.article) != nil else { return nil }
    if isOnLine, kind == .integer {
      advance()
      return tokens[position - 1].value
    }
    return text()?.value
  }
}
