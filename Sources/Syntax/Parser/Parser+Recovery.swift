import Source

extension Parser {
  /// Notes a mistake that does not confuse what follows.
  mutating func note(_ diagnostic: Diagnostic) {
    if !isRecovering, !isSuspect { found.add(diagnostic) }
  }

  /// Reports that something else than expected stands here, and starts to recover.
  mutating func report(_ expectation: Expectation) {
    fail { .expected(expectation, in: $0.shownLanguage, found: $0.foundHere, at: $0.place) }
  }

  /// Reports that what stands here cannot follow what was read, and starts to recover.
  /// The note says what could.
  mutating func reportUnexpected(_ note: Message) {
    fail { parser in
      let text = parser.tokens[parser.position].value
      let fix = parser.suggestion(among: Keyword.querySteps + [.and, .or, .in, .then, .else])?.fix
      return .unexpected(text, at: parser.tokenSpan(parser.position), note: note, fix: fix)
    }
  }

  /// Starts to recover; the diagnostic is made only if it is the first of its clause, and not about
  /// a token that has been reported already.
  mutating func fail(_ diagnostic: (Parser) -> Diagnostic) {
    defer { isRecovering = true }
    if isRecovering || isSuspect || found.isFull || isReportedToken { return }
    found.add(diagnostic(self))
  }

  private var isReportedToken: Bool {
    guard position < tokens.count else { return false }
    switch tokens[position].kind {
    case .unknown: return true
    case .punctuation(let punctuation): return brackets.isRepaired && punctuation.opener != nil
    default: return false
    }
  }

  private var isAtLineEnd: Bool { position < limit && linesMatter && tokens[position].startsLine }

  private var foundHere: MessageArgument {
    if isAtLineEnd { return .words(Phrase.endOfLine.words) }
    let token = tokens[position]
    if token.kind == .endOfFile { return .words(Phrase.endOfFile.words) }
    if atEnd, token.startsLine { return .words(Phrase.endOfLine.words) }
    return Diagnostic.quoted(file.text(tokenSpan(position)))
  }

  private var place: Span {
    let token = tokens[position]
    let isNothing = isAtLineEnd || token.kind == .endOfFile || atEnd && token.startsLine
    return isNothing ? behind : tokenSpan(position)
  }

  // MARK: Groups

  /// Reads the content of the brackets that open here, and goes behind them whatever happens.
  mutating func group<Result>(
    lines: Bool, leftOver: Phrase = .commaOrEnd, _ content: (inout Parser) -> Result
  ) -> Result {
    let (end, isClosed) = brackets.end(of: position)
    let outer = (
      limit: limit, lines: linesMatter, steps: allowsSteps, recovering: isRecovering,
      suspect: isSuspect, endsAtBound: endsAtBound
    )
    endsAtBound = false
    limit = max(min(outer.limit, end), position + 1)
    linesMatter = lines
    allowsSteps = true
    if lines { isSuspect = false }
    advance()
    if !isClosed, !lines { isSuspect = true }
    let result = content(&self)
    // What is left in parentheses without an end most likely stands behind the missing end.
    let goesOn = isSuspect && !isClosed && !lines && !isRecovering
    if !goesOn {
      if !atEnd { reportUnexpected(Message(leftOver)) }
      position = limit
    }
    limit = outer.limit
    if isClosed, position < limit, position == end { position += 1 }
    skipStrays()
    linesMatter = outer.lines
    allowsSteps = outer.steps
    endsAtBound = outer.endsAtBound
    isRecovering = outer.recovering
    isSuspect = outer.suspect || !isClosed && !lines
    return result
  }

  /// block = "{" { clause } "}"
  ///
  /// After a mistake in the header the block is looked for on the same line. If the brace is
  /// missing, the lines that are indented further than the header are the block.
  mutating func block(
    header: Int, commas: Bool, startsNext: (Parser) -> Bool = { _ in false },
    _ clause: (inout Parser) -> Void
  ) {
    if isRecovering {
      while isOnLine, !at(.leftBrace) { skipToken() }
      guard isOnLine, at(.leftBrace) else { return }
      isRecovering = false
      isSuspect = false
    }
    if at(.leftBrace) {
      group(lines: true) { $0.clauses(commas: commas, startsNext: startsNext, clause) }
      return
    }
    report(.punctuation(.leftBrace))
    let end = isAtLineEnd ? endOfIndented(below: header) : strayBraceOnLine
    guard let end, end > position else { return }
    impliedBlock(until: end, commas: commas, startsNext: startsNext, clause)
  }

  /// Behind the lines from here on that are indented further than the line of a token.
  private func endOfIndented(below header: Int) -> Int {
    let indentation = column(lineStart(of: header))
    var end = position
    while end < limit, !tokens[end].startsLine || column(end) > indentation { end += 1 }
    return end
  }

  /// A `}` on this line whose `{` is missing.
  private var strayBraceOnLine: Int? {
    var end = position
    while end < limit, end == position || !tokens[end].startsLine {
      if brackets.isStray(end) { return end }
      end += 1
    }
    return nil
  }

  /// Reads a block whose opening brace is missing; a closing one without opener is its end.

  private mutating func impliedBlock(
    until end: Int, commas: Bool, startsNext: (Parser) -> Bool, _ clause: (inout Parser) -> Void
  ) {
    let outer = limit
    limit = end
    isRecovering = false
    clauses(commas: commas, startsNext: startsNext, clause)
    limit = outer
    position = end
    if position < limit, brackets.isStray(position) { brackets.mistakes[position] = nil }
    skipStrays()
  }

  private func lineStart(of position: Int) -> Int {
    var first = position
    while first > 0, !tokens[first].startsLine { first -= 1 }
    return first
  }

  private func column(_ position: Int) -> Int {
    let start = tokens[position].start
    return Int(start - file.lineStarts[file.line(at: start)])
  }

  // MARK: Clauses

  /// { clause [";" | ","] }, each clause on a line of its own or told apart by what follows.
  mutating func clauses(
    commas: Bool, startsNext: (Parser) -> Bool, _ clause: (inout Parser) -> Void
  ) {
    while !atEnd {
      let start = position
      clause(&self)
      endClause(start, commas: commas, startsNext: startsNext)
      if position == start { advance() }
    }
  }

  private mutating func endClause(_ start: Int, commas: Bool, startsNext: (Parser) -> Bool) {
    defer {
      isRecovering = false
      isSuspect = false
    }
    if !isRecovering {
      if atEnd || eat(.semicolon) || commas && eat(.comma) { return }
      if tokens[position].startsLine || startsNext(self) { return }
      if let place = placeOfWord {
        reportUnexpected(Message(place))
        skipClause(start, commas: commas)
        return
      }
      let signs = commas ? Words(zh: " , 或 ; ", en: "',' or ';'") : Words(zh: " ; ", en: "';'")
      reportUnexpected(Message(.clauseIsComplete, [.words(signs)]))
    }
    skipClause(start, commas: commas)
  }

  /// Where the keyword here can stand, which it cannot here.
  var placeOfWord: Phrase? {
    let places: [(Keyword, Phrase)] = [
      (.when, .placeOfWhen), (.except, .placeOfExcept), (.by, .placeOfBy), (.each, .placeOfEach),
      (.spread, .placeOfSpread), (.covering, .placeOfCovering), (.counted, .placeOfCounted),
    ]
    guard isOnLine else { return nil }
    return places.first { at($0.0) }?.1
  }

  /// Goes to the next clause: the next line at this depth, or behind a separator.
  private mutating func skipClause(_ start: Int, commas: Bool) {
    if position > start, !atEnd, tokens[position].startsLine { return }
    while !atEnd {
      if eat(.semicolon) || commas && eat(.comma) { return }
      let continues = kind.isInfix
      skipToken()
      if !atEnd, tokens[position].startsLine, !continues { return }
    }
  }

  /// Goes over one token, or over a whole group.
  mutating func skipToken() {
    guard case .punctuation(let punctuation) = kind, punctuation.closer != nil else {
      advance()
      return
    }
    let (end, isClosed) = brackets.end(of: position)
    position = min(max(isClosed ? end + 1 : end, position + 1), limit)
    skipStrays()
  }
}

extension TokenKind {
  /// An operator that needs something on its right, so that a line cannot end behind it.
  fileprivate var isInfix: Bool {
    guard case .punctuation(let punctuation) = self else { return false }
    switch punctuation {
    case .plus, .minus, .times, .divide, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .coalesce, .assign:
      return true
    default:
      return false
    }
  }
}
