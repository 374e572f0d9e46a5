import Source

extension Parser {
  /// frequency = "频次" ( rate | "按" or { "," or } "{" { pattern { "|" pattern } "=>" rate } "}" )
  mutating func frequency(from start: Int) -> PlanClause.Kind? {
    guard eatOnLine(.by) != nil else {
      let start = position
      guard let rate = rate() else { return nil }
      return .frequency(
        FrequencyClause(
          by: [], arms: [.init(patterns: [], rate: rate, span: span(from: start))]))
    }
    var by = [condition()]
    while !isRecovering, eatOnLine(.comma) { by.append(condition()) }
    var arms: [FrequencyClause.Arm] = []
    block(
      header: start, commas: true, startsNext: { $0.match(of: [.otherwise]) != nil },
      { parser in
        let start = parser.position
        let patterns = parser.patterns()
        if !parser.isRecovering { parser.expect(.leadsTo) }
        guard !parser.isRecovering, let rate = parser.rate() else { return }
        arms.append(.init(patterns: patterns, rate: rate, span: parser.span(from: start)))
      })
    return .frequency(FrequencyClause(by: by, arms: arms))
  }

  /// rate = "待定" | [ "不少于" | "不超过" ] ( recurring [ times [ ".." times ] ]
  ///        | times [ ".." times ] [ "/" [ integer ] ( "年" | "季度" | "月" ) ] )
  private mutating func rate() -> RateSyntax? {
    let start = position
    if eatOnLine(.undecided) != nil {
      return RateSyntax(.undecided, every: nil, span: span(from: start))
    }
    let bound = rateBound()
    var every = recurring()
    let low: Expression
    if every != nil, !startsTimes {
      // `每季度` alone is once.
      low = Expression(.literal(.counted("1", .times)), span(from: start))
    } else if let count = times() {
      low = count
    } else {
      return nil
    }
    var high: Expression?
    if bound == nil, !isRecovering, eatOnLine(.range) {
      guard let count = times() else { return nil }
      high = count
    }
    if every == nil, !isRecovering { every = per() }
    if isRecovering { return nil }
    let kind: RateSyntax.Kind =
      switch (bound, high) {
      case (.atLeast, _): .atLeast(low)
      case (.some, _): .atMost(low)
      case (nil, let high?): .range(low, high)
      case (nil, nil): .exactly(low)
      }
    return RateSyntax(kind, every: every, span: span(from: start))
  }

  private mutating func rateBound() -> Keyword? {
    if eatOnLine(.atLeast) != nil { return .atLeast }
    if eatOnLine(.atMost) != nil { return .atMost }
    return eatEveryday([.atLeast, .atMost], at: .bound)?.0
  }

  /// recurring = "每年" | "每半年" | "每季度" | "每月"
  private mutating func recurring() -> (count: String, unit: Keyword)? {
    guard isOnLine, let match = match(of: Keyword.rhythms) else { return turnedRound() }
    _ = take(match)
    switch match.keyword {
    case .yearly: return ("1", .year)
    case .halfYearly: return ("6", .month)
    case .quarterly: return ("1", .quarter)
    default: return ("1", .month)
    }
  }

  /// Everyday words for it before a number: `年均2次`.
  private mutating func turnedRound() -> (count: String, unit: Keyword)? {
    guard let match = everyday(.frequency), case .keyword(let unit) = match.meaning,
      position + match.count < limit, tokens[position + match.count].kind == .integer
    else { return nil }
    let rhythm: Keyword =
      switch unit {
      case .year: .yearly
      case .quarter: .quarterly
      default: .monthly
      }
    _ = takeEveryday(match.count, for: rhythm.spelling(in: shownLanguage))
    return ("1", unit)
  }

  /// Whether a number of visits stands here.
  private var startsTimes: Bool {
    guard isOnLine else { return false }
    if kind == .integer || at(.leftParenthesis) { return true }
    return kind == .word && !tokens[position].startsLine && match(of: Keyword.planClauses) == nil
      && startsOperand
  }

  /// times = integer "次" | postfix
  private mutating func times() -> Expression? {
    guard isOnLine, kind == .integer else {
      if startsTimes { return postfix() }
      report(.wholeNumber)
      return nil
    }
    let start = position
    let digits = tokens[position].value
    advance()
    // The low end of a range has the unit of the high end.
    if !at(.range) { expect(Keyword.times) }
    if isRecovering { return nil }
    return Expression(.literal(.counted(digits, .times)), span(from: start))
  }

  /// per = "/" [ integer ] ( "年" | "季度" | "月" )
  private mutating func per() -> (count: String, unit: Keyword)? {
    if let unit = frequencyInWords() { return ("1", unit) }
    guard eatOnLine(.divide) else { return nil }
    var count = "1"
    if isOnLine, kind == .integer {
      count = tokens[position].value
      advance()
    }
    // `2个月` is two months, as `2 months` is.
    guard isOnLine, let match = match(of: Keyword.frequencyUnits + [.months]) else {
      report(.oneOf(Keyword.frequencyUnits))
      return nil
    }
    _ = take(match)
    return (count, match.keyword == .months ? .month : match.keyword)
  }

  /// `per year` or `每年` for `/ year`, behind the count.
  private mutating func frequencyInWords() -> Keyword? {
    guard let match = everyday(.frequency), case .keyword(let unit) = match.meaning else {
      return nil
    }
    _ = takeEveryday(match.count, for: "/" + unit.spelling(in: shownLanguage))
    return unit
  }
}
