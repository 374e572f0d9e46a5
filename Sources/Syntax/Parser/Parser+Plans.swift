import Source

extension Parser {
  /// plan = "计划" name "{" { clause } "}"
  mutating func plan(from start: Int) -> PlanItem {
    let name = name()
    var clauses: [PlanClause] = []
    block(
      header: start, commas: false,
      startsNext: { $0.match(of: Keyword.planClauses) != nil },
      { parser in
        if let clause = parser.planClause() { clauses.append(clause) }
      })
    return PlanItem(name: name, clauses: clauses, span: span(from: start))
  }

  /// clause = period | lead | participants | over | frequency | sample | inspectors | coordination
  private mutating func planClause() -> PlanClause? {
    let start = position
    guard let (keyword, keywordSpan) = clauseKeyword(Keyword.planClauses, inside: .aPlan) else {
      return nil
    }
    guard let kind = planClauseContent(keyword, from: start) else { return nil }
    return PlanClause(kind, keywordSpan: keywordSpan, span: span(from: start))
  }

  private mutating func planClauseContent(
    _ keyword: Keyword, from start: Int
  ) -> PlanClause.Kind? {
    switch keyword {
    case .period: return period()
    case .lead: return .lead(name())
    case .participants: return .participants(names())
    case .over: return over()
    case .frequency: return frequency()
    case .sample: return .sample(sample(from: start))
    case .inspectors: return inspectors()
    case .coordination: return text().map { .coordination($0.value) }
    default: return nil
    }
  }

  /// period = "期间" expression "至" expression
  private mutating func period() -> PlanClause.Kind {
    let first = expression()
    if !isRecovering { expect(.to) }
    let last = isRecovering ? Expression(.missing, behind) : expression()
    return .period(first, last)
  }

  /// over = "对象" name [ "其中" expression ]
  private mutating func over() -> PlanClause.Kind {
    let registry = name()
    var condition: Expression?
    if !isRecovering, eat(.where) != nil { condition = expression() }
    return .over(registry: registry, condition: condition)
  }

  /// frequency = "频次" integer "次" "/" ( "年" | "季度" | "月" )
  private mutating func frequency() -> PlanClause.Kind? {
    guard let count = wholeNumber() else { return nil }
    expect(Keyword.times)
    if !isRecovering { expect(.divide) }
    if isRecovering { return nil }
    guard isOnLine, let match = match(of: Keyword.frequencyUnits) else {
      report(.keyword(.year))
      return nil
    }
    _ = take(match)
    return .frequency(count: count, per: match.keyword)
  }

  /// inspectors = "人员" name integer "人" { "," name integer "人" }
  private mutating func inspectors() -> PlanClause.Kind {
    var needs: [(department: Name, count: String)] = []
    repeat {
      let department = name(canStartLine: !needs.isEmpty)
      if isRecovering { break }
      guard let count = wholeNumber() else { break }
      expect(.persons)
      needs.append((department, count))
    } while !isRecovering && eatOnLine(.comma)
    return .inspectors(needs)
  }

  private mutating func wholeNumber() -> String? {
    guard isOnLine, kind == .integer else {
      report(.wholeNumber)
      return nil
    }
    advance()
    return tokens[position - 1].value
  }
}
