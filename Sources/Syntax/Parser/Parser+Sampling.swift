import Source

extension Parser {
  /// sample = "抽查" ( strata "{" { clause } "}" | quantity [ "{" { clause } "}" ] )
  ///        | "抽查" "{" { clause } "}"                                in a plan that changes another
  /// strata = "按" or { "," or } [ "," within ] | within
  /// within = ( "各" | "均衡" ) or
  mutating func sample(from start: Int) -> SampleSyntax {
    var by: [Expression] = []
    var each: Expression?
    var spread: Expression?
    var single: QuantitySyntax?
    if eatOnLine(.by) != nil {
      by.append(condition())
      while !isRecovering, eatOnLine(.comma) {
        if at(.each) || at(.spread) || likelyWithin != nil { break }
        by.append(condition())
      }
    }
    if !isRecovering, eat(.each) != nil {
      each = condition()
    } else if !isRecovering, eat(.spread) != nil {
      spread = condition()
    } else if !isRecovering, let keyword = likelyWithin {
      _ = takeEveryday(1, for: keyword.spelling(in: shownLanguage))
      if keyword == .each { each = condition() } else { spread = condition() }
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
    return SampleSyntax(by: by, each: each, spread: spread, single: single, clauses: clauses)
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
      _ = take(match)
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

  /// Whether a word is the first pattern of an arm.
  private func isArm(after count: Int) -> Bool {
    [.leadsTo, .comma, .bar, .range, .dot].contains { isNext($0, after: count) }
  }

  /// overall = "总体" quantity ; include = "必查" expression [ "计入" ] ; exclude = "排除" expression grounds
  private mutating func sampleClause(_ keyword: Keyword, from start: Int) -> SampleClause {
    let kind: SampleClause.Kind
    switch keyword {
    case .overall: kind = .overall(quantity())
    case .include:
      let condition = expression()
      let isCounted = !isRecovering && eatOnLine(.counted) != nil
      kind = .include(condition, counted: isCounted)
    case .exclude: kind = .exclude(expression())
    default: kind = .allowZero
    }
    let grounds = keyword == .exclude ? self.grounds() : nil
    var clause = SampleClause(kind, span(from: start))
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

  /// quantity = [ "全年" ] ( "全部" | "不少于" amount | "不超过" amount | amount ".." amount | amount )
  ///            [ "," "全部" "当" "少于" amount ] ; see `withUnit` for a range
  mutating func quantity() -> QuantitySyntax {
    let start = position
    let yearTotal = eatOnLine(.yearTotal)
    let kind: QuantitySyntax.Kind
    if eatOnLine(.all) != nil {
      kind = .all
    } else if eatOnLine(.atLeast) != nil {
      kind = .atLeast(amount())
    } else if eatOnLine(.atMost) != nil {
      kind = .atMost(amount())
    } else if let (keyword, _) = eatEveryday([.atLeast, .atMost], at: .bound) {
      kind = keyword == .atLeast ? .atLeast(amount()) : .atMost(amount())
    } else if eatSign(.greaterOrEqual, for: .atLeast) != nil {
      kind = .atLeast(amount())
    } else if eatSign(.lessOrEqual, for: .atMost) != nil {
      kind = .atMost(amount())
    } else if isMisspeltBound {
      kind = misspeltBound()
    } else {
      kind = exactOrRange()
    }
    var fewerThan: Expression?
    if !isRecovering, isOnLine, at(.comma), isAllWhen {
      advance()
      _ = eat(.all)
      _ = eat(.when)
      expect(.fewerThan)
      if !isRecovering { fewerThan = amount() }
    }
    var quantity = QuantitySyntax(kind, allWhenFewerThan: fewerThan, span: span(from: start))
    quantity.yearTotal = yearTotal
    return quantity
  }

  /// A word directly before a number can only be meant to be a bound.
  private var isMisspeltBound: Bool {
    guard kind == .word, position + 1 < tokens.count, !tokens[position + 1].startsLine,
      !startsRatioInWords
    else { return false }
    return tokens[position + 1].kind == .integer || tokens[position + 1].kind == .decimal
  }

  private mutating func misspeltBound() -> QuantitySyntax.Kind {
    switch clauseKeyword([.atLeast, .atMost], inside: .aQuantity)?.0 {
    case .atLeast: .atLeast(amount())
    case .atMost: .atMost(amount())
    default: .missing
    }
  }

  private mutating func exactOrRange() -> QuantitySyntax.Kind {
    let low = amount()
    if isRecovering { return .missing }
    guard eatOnLine(.range) else { return .exactly(low) }
    let high = amount()
    return .range(Parser.withUnit(of: high, low), high)
  }

  /// The low end of a range takes the unit of the high end if it has none: `60..70户`.
  private static func withUnit(of high: Expression, _ low: Expression) -> Expression {
    let digits: String
    switch low.kind {
    case .literal(.integer(let written)), .literal(.decimal(let written)): digits = written
    default: return low
    }
    switch high.kind {
    case .literal(.percent): return Expression(.literal(.percent(digits)), low.span)
    case .literal(.perMille): return Expression(.literal(.perMille(digits)), low.span)
    case .literal(.counted(_, let unit)):
      guard case .literal(.integer) = low.kind else { return low }
      return Expression(.literal(.counted(digits, unit)), low.span)
    default: return low
    }
  }

  /// "全部" "当" behind a comma: any other comma starts the next arm.
  private var isAllWhen: Bool {
    guard let all = match(at: position + 1, { $0 == .all }) else { return false }
    return match(at: position + 1 + all.count) { $0 == .when } != nil
  }

  /// amount = additive, which the checker folds to a ratio or a count
  private mutating func amount() -> Expression {
    guard startsOperand, !isNextLineArm else {
      report(.quantity)
      return Expression(.missing, behind)
    }
    return operand()
  }

  /// Whether the next line is an arm of its own, so that this one has no quantity.
  private var isNextLineArm: Bool { !isOnLine && isNext(.leadsTo) }
}
