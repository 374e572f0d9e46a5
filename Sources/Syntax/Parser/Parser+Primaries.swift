import Source

extension Parser {
  /// postfix = primary { "." name }
  mutating func postfix() -> Expression {
    var base = primary()
    while !isRecovering, eatOnLine(.dot) {
      if let match = memberKeyword {
        let keywordSpan = take(match)
        let span = base.span.joined(keywordSpan)
        base = bounded(Expression(.keywordMember(base, match.keyword, keywordSpan), span))
      } else {
        let name = name()
        base = bounded(Expression(.member(base, name), base.span.joined(name.span)))
      }
    }
    return relativeDeadline(base)
  }

  /// `键` or `值` of a group, in the file's language and unless the file has a field of that name.
  private var memberKeyword: Match? {
    guard isOnLine, let match = match(of: [.keyMember, .valueMember]),
      !valueNames.contains(words[position]), match.language == language ?? match.language
    else { return nil }
    return match
  }

  /// primary = literal | name | call | "它" | "基准日" | "(" expression ")" | list | set
  private mutating func primary() -> Expression {
    let start = position
    if startsNextStatement {
      report(.expression)
      return missingExpression
    }
    switch kind {
    case .word: return wordExpression()
    case .integer: return number(isInteger: true)
    case .decimal: return number(isInteger: false)
    case .date:
      advance()
      return Expression(.literal(.date(tokens[start].value)), span(from: start))
    case .text:
      advance()
      return Expression(.literal(.text(tokens[start].value)), span(from: start))
    case .punctuation(.leftParenthesis):
      let inner = group(lines: false, leftOver: .operatorOrEnd) { $0.expression() }
      return Expression(inner.kind, span(from: start))
    case .punctuation(.leftBracket):
      let elements = group(lines: false) { parser in parser.list { $0.expression() } }
      return Expression(.list(elements), span(from: start))
    case .punctuation(.leftBrace):
      let elements = group(lines: false) { parser in parser.list { $0.expression() } }
      return Expression(.set(elements), span(from: start))
    default:
      report(.expression)
      return missingExpression
    }
  }

  /// number = ( integer | decimal ) [ "%" | "‰" | unit ]
  private mutating func number(isInteger: Bool) -> Expression {
    if isInteger, let deadline = deadlineOfNumbers() { return deadline }
    let start = position
    let digits = tokens[position].value
    advance()
    var literal: Literal = isInteger ? .integer(digits) : .decimal(digits)
    if eatOnLine(.percent) {
      literal = .percent(digits)
    } else if eatOnLine(.perMille) {
      literal = .perMille(digits)
    } else if eatPercentWord(digits: digits, from: start) {
      literal = .percent(digits)
    } else if isOnLine,
      let match = match(
        at: position, { $0.isCountingUnit || $0.isDurationUnit || $0 == .years })
    {
      _ = take(match)
      literal =
        match.keyword.isCountingUnit
        ? .counted(digits, match.keyword) : .duration(digits, match.keyword)
    } else if let unit = everydayUnit() {
      literal = unit.isCountingUnit ? .counted(digits, unit) : .duration(digits, unit)
    }
    return Expression(.literal(literal), span(from: start))
  }

  /// A unit in other words.
  private mutating func everydayUnit() -> Keyword? {
    eatEveryday(
      Keyword.countingUnits + Keyword.durationUnits, at: .unit, beforeOperand: false)?.keyword
  }

  /// A word as an expression: a name, a call, or one of the words that are values.
  private mutating func wordExpression() -> Expression {
    let word = words[position]
    if word != 0 {
      if let match = match(of: [.true, .false, .none, .it]) { return valueWord(match) }
      if index.isHard[Int(word)] {
        report(.expression)
        return missingExpression
      }
      if !callableNames.contains(word), isNext(.leftParenthesis),
        let match = match(of: Keyword.builtinFunctions)
      {
        return builtinCall(match)
      }
      if !valueNames.contains(word), let deadline = deadlineOfWords() { return deadline }
      if !valueNames.contains(word), let match = match(of: [.halfYear]) {
        return Expression(.literal(.duration("6", .months)), take(match))
      }
      if !valueNames.contains(word), let match = match(of: [.asOf]) {
        return Expression(.asOf, take(match))
      }
    }
    if let ratio = ratioInWords() { return ratio }
    let name = name(canStartLine: true)
    guard isOnLine, at(.leftParenthesis) else { return Expression(.name(name), name.span) }
    let arguments = arguments(of: nil)
    return Expression(
      .call(callee: name, arguments: arguments), name.span.joined(tokenSpan(position - 1)))
  }

  private mutating func valueWord(_ match: Match) -> Expression {
    let span = take(match)
    switch match.keyword {
    case .true: return Expression(.literal(.boolean(true)), span)
    case .false: return Expression(.literal(.boolean(false)), span)
    case .none: return Expression(.literal(.none), span)
    default: return Expression(.element, span)
    }
  }

  private mutating func builtinCall(_ match: Match) -> Expression {
    let keywordSpan = take(match)
    let arguments = arguments(of: match.keyword)
    return Expression(
      .builtinCall(match.keyword, keywordSpan: keywordSpan, arguments: arguments),
      keywordSpan.joined(tokenSpan(position - 1)))
  }

  /// arguments = "(" [ argument { "," argument } ] ")" ; argument = [ label ":" ] expression
  private mutating func arguments(of builtin: Keyword?) -> [CallArgument] {
    group(lines: false) { parser in
      parser.list { parser in
        let label = parser.argumentLabel(of: builtin)
        return CallArgument(label: label, value: parser.expression())
      }
    }
  }

  private mutating func argumentLabel(of builtin: Keyword?) -> CallArgument.Label? {
    guard kind == .word, isNext(.colon) else { return nil }
    var label: CallArgument.Label?
    if builtin == .due, let match = match(of: [.fromLabel]) {
      label = .keyword(match.keyword, take(match))
    } else if builtin == .drawFunction, let match = match(of: Keyword.drawLabels) {
      label = .keyword(match.keyword, take(match))
    } else if let builtin, Keyword.calendarFunctions.contains(builtin),
      let match = match(of: [.calendarLabel])
    {
      label = .keyword(match.keyword, take(match))
    } else {
      label = .name(name())
    }
    _ = eat(.colon)
    return label
  }

  /// Whether an operand can start with the current token.
  var startsOperand: Bool {
    if startsNextStatement { return false }
    switch kind {
    case .word:
      return words[position] == 0 || !index.isHard[Int(words[position])]
        || match(of: [.true, .false, .none, .it]) != nil
    case .integer, .decimal, .date, .text: return true
    case .punctuation(let punctuation):
      return [.leftParenthesis, .leftBracket, .leftBrace, .minus].contains(punctuation)
    case .unknown, .citation, .endOfFile: return false
    }
  }

  /// Whether the next line clearly starts a statement of its own, so that what is read now, which
  /// could go on there, has nothing more: `断言 x ==` before a line `断言 y == 2`.
  var startsNextStatement: Bool {
    guard linesMatter, position > 0, position + 1 < limit, tokens[position].startsLine,
      words[position] != 0, !tokens[position + 1].startsLine,
      match(of: Parser.statementStarts) != nil
    else { return false }
    switch tokens[position + 1].kind {
    case .word:
      return match(at: position + 1, { Parser.infixWords.contains($0) }) == nil
    case .integer, .decimal, .date, .text: return true
    default: return false
    }
  }

  private static let statementStarts =
    Keyword.itemStarts + Keyword.planClauses + Keyword.sampleClauses + Keyword.testStatements

  static func isInfixWord(_ keyword: Keyword) -> Bool { infixWords.contains(keyword) }

  private static let infixWords = Keyword.querySteps + [.and, .or, .in, .then, .else, .otherwise]
}
