import Source

extension Parser {
  /// sample = "抽查" ( strata "{" { clause } "}" | quantity [ "{" { clause } "}" ] )
  ///        | "抽查" "{" { clause } "}"                                in a plan that changes another
  ///        | "抽查" ( "同" | "随" ) name
  /// strata = "按" or [ "递增" ] { "," or } [ "," within ] | within
  /// within = ( "各" | "均衡" ) or
  mutating func sample(from start: Int) -> SampleSyntax {
    var by: [Expression] = []
    var each: Expression?
    var spread: Expression?
    var single: QuantitySyntax?
    var rising: Span?
    if let relation = sampleRelation() {
      var sample = SampleSyntax(by: [], each: nil, spread: nil, single: nil, clauses: [])
      sample.relation = relation
      return sample
    }
    if eatOnLine(.by) != nil {
      by.append(condition())
      if !isRecovering { rising = eatOnLine(.rising) }
      while !isRecovering, eatOnLine(.comma) {
        if at(.each) || at(.spread) || likelyWithin != nil { break }
        by.append(condition())
      }
    }
    if !isRecovering, eat(.each) != nil {
      each = dividingValue()
    } else if !isRecovering, eat(.spread) != nil {
      spread = dividingValue()
    } else if !isRecovering, let keyword = likelyWithin {
      _ = takeEveryday(1, for: keyword.spelling(in: shownLanguage))
      if keyword == .each { each = dividingValue() } else { spread = dividingValue() }
    }
    let hasStrata = !by.isEmpty || each != nil || spread != nil
    let isChange = changesPlan && isOnLine && at(.leftBrace)
    if !hasStrata, !isRecovering, !isChange { single = quantity() }
    var clauses: [SampleClause] = []
    if hasStrata || isOnLine && at(.leftBrace) || isRecovering {
      block(
        header: start, commas: true, startsNext: { $0.startsSampleClause },
        { parser in
          if let clause = parser.sampleClause() { clauses.append(clause) }
        })
    }
    var sample = SampleSyntax(
      by: by, each: each, spread: spread, single: single, clauses: clauses)
    sample.rising = rising
    return sample
  }

  /// What `各` or `均衡` divides by; a bound behind it is another clause.
  private mutating func dividingValue() -> Expression {
    let value = conditionBeforeBound()
    if !isRecovering, isOnLine, at(.atLeast) || at(.atMost) || everyday(.bound) != nil {
      reportUnexpected(Message(.boundOfEachValue))
    }
    return value
  }

  /// `各` or `均衡` that was meant by a word before another one: `均横 街镇`.
  private var likelyWithin: Keyword? {
    guard isOnLine, kind == .word, position + 1 < limit, tokens[position + 1].kind == .word,
      !tokens[position + 1].startsLine, match(at: position + 1, { Parser.isInfixWord($0) }) == nil
    else { return nil }
    if let match = everyday(.strata), case .keyword(let keyword) = match.meaning { return keyword }
    return Suggestion.closest(
      to: tokens[position].value, among: [.each, .spread], in: shownLanguage)
  }

  /// Whether what stands here can only be the next clause, though it is on the same line.
  private var startsSampleClause: Bool {
    match(of: Keyword.sampleClauses + [.otherwise]) != nil || isNext(.leadsTo)
  }

  /// clause = overall | include | exclude | "允许为零" | arm
  private mutating func sampleClause() -> SampleClause? {
    let start = position
    if let match = match(of: Keyword.sampleClauses), !isArm(after: match.count) {
      let keyword = take(match)
      noteBehindArm(match.keyword, keyword, at: start)
      return sampleClause(match.keyword, from: start)
    }
    if kind == .word, !isArm(after: 1),
      let keyword = suggestion(among: Keyword.sampleClauses)?.keyword
    {
      _ = clauseKeyword(Keyword.sampleClauses, inside: .aSample)
      return sampleClause(keyword, from: start)
    }
    return sampleArm(from: start)
  }

  /// A clause that looks like an addition to the arm before it: `C => 20%, 不重复`.
  private mutating func noteBehindArm(_ keyword: Keyword, _ span: Span, at start: Int) {
    guard [.withoutRepeats, .cap].contains(keyword), start > 1,
      tokens[start - 1].kind == .punctuation(.comma), !tokens[start].startsLine
    else { return }
    var first = start - 1
    var isArm = false
    while first > 0, !tokens[first].startsLine {
      first -= 1
      switch tokens[first].kind {
      case .punctuation(.leadsTo): isArm = true
      case .punctuation(.semicolon), .punctuation(.leftBrace): first = 0
      default: break
      }
    }
    if !isArm { return }
    let comma = tokenSpan(start - 1)
    note(.holdsOfAllStrata(file.text(span), at: span, comma: comma))
  }

  /// Whether a word is the first pattern of an arm.
  private func isArm(after count: Int) -> Bool {
    [.leadsTo, .comma, .bar, .range, .dot].contains { isNext($0, after: count) }
  }

  /// overall = "总体" [ "各" or ] quantity ; include = "必查" expression [ "计入" ] grounds ; exclude = "排除" expression grounds
  /// prefer = "优先" expression
  private mutating func sampleClause(_ keyword: Keyword, from start: Int) -> SampleClause? {
    let kind: SampleClause.Kind
    switch keyword {
    case .overall:
      let each = eatOnLine(.each).map { _ in conditionBeforeBound() }
      kind = .overall(quantity(), each: each)
    case .include:
      let condition = expression()
      let isCounted = !isRecovering && eatOnLine(.counted) != nil
      kind = .include(condition, counted: isCounted)
    case .exclude: kind = exclusion()
    case .prefer: kind = .prefer(expression())
    case .withoutRepeats: kind = .withoutRepeats
    case .rotate: kind = .rotate(operand())
    case .cap:
      guard let cap = cap() else { return nil }
      kind = cap
    default: kind = .allowZero
    }
    let except = kind.isOfHistory ? spared() : nil
    let grounds = keyword == .exclude || keyword == .include ? self.grounds() : nil
    var clause = SampleClause(kind, span(from: start))
    clause.except = except
    clause.grounds = grounds
    return clause
  }

  /// arm = pattern { "|" pattern } "=>" quantity
  private mutating func sampleArm(from start: Int) -> SampleClause? {
    let patterns = patterns()
    if !isRecovering { expect(.leadsTo) }
    if isRecovering { return nil }
    let quantity = quantity()
    return SampleClause(.arm(patterns: patterns, quantity), span(from: start))
  }
}
