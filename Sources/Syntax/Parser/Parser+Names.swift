import Source

extension Parser {
  /// name = word, which is no hard word
  ///
  /// A name stands on the line of what was read, except where it starts a line of a list. The
  /// name of a module may be a hard word: `std.calendar.none`.
  mutating func name(canStartLine: Bool = false, isModule: Bool = false) -> Name {
    guard isOnLine || canStartLine && !atEnd else { return missingName() }
    if kind == .word {
      let span = tokenSpan(position)
      let text = tokens[position].value
      if !isModule, index.isHard[Int(words[position])] { note(.reservedName(text, at: span)) }
      advance()
      return Name(text, span)
    }
    if kind == .integer, position + 1 < limit, tokens[position + 1].kind == .word,
      tokens[position + 1].start == tokens[position].end
    {
      let span = tokenSpan(position).joined(tokenSpan(position + 1))
      note(.nameStartsWithDigit(at: span))
      advance()
      advance()
      return Name(file.text(span), span)
    }
    return missingName()
  }

  private mutating func missingName() -> Name {
    report(.name)
    return Name("", behind)
  }

  /// The name of a declaration that must not look like a builtin function or type.
  mutating func name(unlike keywords: [Keyword]) -> Name {
    let start = position
    let name = name()
    if position == start + 1, !index.isHard[Int(words[start])],
      index.forms[Int(words[start])].contains(where: {
        $0.words.count == 1 && keywords.contains($0.keyword)
      })
    {
      note(.reservedName(name.text, at: name.span))
    }
    return name
  }

  /// name { "," name }
  mutating func names() -> [Name] {
    var names = [name()]
    while !isRecovering, eatOnLine(.comma) { names.append(name(canStartLine: true)) }
    return names
  }

  /// text
  mutating func text() -> (value: String, span: Span)? {
    guard isOnLine, kind == .text else {
      report(.text)
      return nil
    }
    advance()
    return (tokens[position - 1].value, tokenSpan(position - 1))
  }

  /// A keyword of a list that this word was probably meant to be, with a fix.
  func suggestion(among keywords: [Keyword]) -> (keyword: Keyword?, fix: FixIt)? {
    guard kind == .word else { return nil }
    let word = tokens[position].value
    let span = tokenSpan(position)
    let language = shownLanguage
    if let match = everyday(.clause), match.count == 1, case .keyword(let keyword) = match.meaning,
      keywords.contains(keyword)
    {
      return (keyword, Diagnostic.replacing(span, with: keyword.spelling(in: language)))
    }
    if let keyword = Suggestion.closest(to: word, among: keywords, in: language) {
      return (keyword, Diagnostic.replacing(span, with: keyword.spelling(in: language)))
    }
    guard let keyword = Suggestion.prefix(of: word, among: keywords, in: language) else {
      return nil
    }
    let spelling = keyword.spelling(in: language)
    let place = span.start + Int32(spelling.utf8.count)
    let edit = FixIt.Edit(Span(file: span.file, start: place, end: place), " ")
    return (nil, FixIt(Message(.insertSpace, [.text(spelling)]), [edit]))
  }

  /// The keyword of a clause. A word that is none is reported; if it is close to one, that one is
  /// returned and the clause is read without further reports.
  mutating func clauseKeyword(_ allowed: [Keyword], inside owner: Phrase) -> (Keyword, Span)? {
    if let match = match(of: allowed) { return (match.keyword, take(match)) }
    let span = tokenSpan(position)
    let suggestion = suggestion(among: allowed)
    fail {
      .unknownClause(
        $0.file.text(span), at: span, inside: owner, allowed: allowed, in: $0.shownLanguage,
        fix: suggestion?.fix)
    }
    guard let keyword = suggestion?.keyword else { return nil }
    isRecovering = false
    isSuspect = true
    advance()
    return (keyword, span)
  }
}
