import Source

/// Reads tokens into a tree by recursive descent. There is a file for each class of syntax, and
/// above each function the production that it reads.
///
/// The protocol: `at…` looks, `eat…` takes if it is there, `expect…` takes or reports. After a
/// report the parser is `isRecovering`: it reports nothing more, loops end, and the end of the
/// clause skips to the next one. Mistakes that do not confuse what follows are `note`d instead.
struct Parser {
  /// How deep expressions, types, patterns and brackets may nest.
  static let nestingLimit = 256

  let file: SourceFile
  let tokens: [Token]
  let words: [KeywordIndex.WordID]
  let index = KeywordIndex.shared
  var brackets: Brackets

  /// The current token.
  var position = 0
  /// Behind the last token that may be read: the end of the innermost brackets.
  var limit: Int
  /// Whether a line end ends an expression here.
  var linesMatter = true
  /// Whether query words belong to the expression read here; not in the argument of a query word.
  var allowsSteps = true
  /// Whether a word such as `不少于` ends the condition read here: `其中 重点 不少于 8%`.
  var endsAtBound = false
  var isRecovering = false
  /// In a clause that was known only by its likeness to a keyword: mistakes in it are not reported.
  var isSuspect = false
  /// In a plan that is based on another.
  var changesPlan = false
  var depth = 0
  var reportedNesting = false

  var language: Language?
  var firstKeyword: Span?
  var keywords: [KeywordUse] = []
  var found = DiagnosticList()
  /// The blocks behind the departments of the clause being read.
  var roles: [RoleSyntax] = []
  /// Words of keywords that this file uses as names of values (`value: 整数`), and of functions.
  var valueNames: Set<KeywordIndex.WordID> = []
  var callableNames: Set<KeywordIndex.WordID> = []

  init(_ file: SourceFile, tokens: [Token], words: [KeywordIndex.WordID]) {
    self.file = file
    self.tokens = tokens
    self.words = words
    self.limit = tokens.count - 1
    brackets = Brackets(tokens, words, file)
    collectNames()
    skipStrays()
  }

  var atEnd: Bool { position >= limit }

  var kind: TokenKind { position < limit ? tokens[position].kind : .endOfFile }

  /// Whether the current token is on the line of what was read, where lines matter.
  var isOnLine: Bool { position < limit && !(linesMatter && tokens[position].startsLine) }

  func at(_ punctuation: Punctuation) -> Bool { kind == .punctuation(punctuation) }

  /// Whether the token behind the current one is a sign, on the same line.
  func isNext(_ punctuation: Punctuation, after distance: Int = 1) -> Bool {
    let next = position + distance
    return next < limit && tokens[next].kind == .punctuation(punctuation)
      && !(linesMatter && tokens[next].startsLine)
  }

  mutating func advance() {
    position = min(position + 1, limit)
    skipStrays()
  }

  /// Brackets that pair with nothing have been reported, and are as good as not there.
  mutating func skipStrays() {
    while position < limit, brackets.isStray(position) { position += 1 }
  }

  mutating func eat(_ punctuation: Punctuation) -> Bool {
    guard at(punctuation) else { return false }
    advance()
    return true
  }

  /// As `eat`, but not from the next line.
  mutating func eatOnLine(_ punctuation: Punctuation) -> Bool {
    isOnLine && eat(punctuation)
  }

  mutating func expect(_ punctuation: Punctuation) {
    if !eatOnLine(punctuation) { report(.punctuation(punctuation)) }
  }

  /// From a token to the last one read; empty if none was.
  func span(from start: Int) -> Span {
    let end = position > start ? tokens[position - 1].end : tokens[start].start
    return Span(file: file.id, start: tokens[start].start, end: end)
  }

  func tokenSpan(_ position: Int) -> Span { tokens[position].span(in: file.id) }

  /// The empty place behind what was read.
  var behind: Span {
    position > 0
      ? tokenSpan(position - 1).after
      : Span(file: file.id, start: tokens[0].start, end: tokens[0].start)
  }

  /// Goes one level deeper; false at the limit, which is reported once a file. Every `enter` that
  /// succeeded needs a `leave`.
  mutating func enter() -> Bool {
    if depth >= Parser.nestingLimit {
      tooDeep(at: position)
      return false
    }
    depth += 1
    return true
  }

  mutating func leave() { depth -= 1 }

  mutating func tooDeep(at position: Int) {
    if !reportedNesting {
      found.add(.nestingTooDeep(limit: Parser.nestingLimit, at: tokenSpan(position)))
    }
    reportedNesting = true
    isRecovering = true
  }

  /// The members of an enumeration are names of values.
  private mutating func collectMembers(from start: Int) {
    var position = start
    while position < tokens.count, tokens[position].kind != .punctuation(.leftBrace) {
      if tokens[position].startsLine { return }
      position += 1
    }
    while position < tokens.count, tokens[position].kind != .punctuation(.rightBrace) {
      if words[position] != 0 { valueNames.insert(words[position]) }
      position += 1
    }
  }

  private mutating func collectNames() {
    for position in words.indices where words[position] != 0 {
      if index.forms[Int(words[position])].contains(where: { $0.keyword == .enumeration }) {
        collectMembers(from: position + 1)
      }
      if position + 1 < tokens.count, tokens[position + 1].kind == .punctuation(.colon) {
        valueNames.insert(words[position])
      }
      guard position > 0, words[position - 1] != 0 else { continue }
      for form in index.forms[Int(words[position - 1])] {
        switch form.keyword {
        case .let: valueNames.insert(words[position])
        case .function, .table, .principle, .record: callableNames.insert(words[position])
        default: break
        }
      }
    }
  }
}
