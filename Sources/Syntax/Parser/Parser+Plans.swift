import Source

extension Parser {
  /// plan = "计划" name [ "基于" name "修改" ] "{" { clause } "}"
  mutating func plan(from start: Int) -> PlanItem {
    let name = name()
    let base = planBase()
    changesPlan = base != nil
    defer { changesPlan = false }
    var clauses: [PlanClause] = []
    block(
      header: start, commas: false,
      startsNext: { $0.match(of: Keyword.planClauses) != nil },
      { parser in
        if let clause = parser.planClause() { clauses.append(clause) }
      })
    var item = PlanItem(name: name, clauses: clauses, span: span(from: start))
    item.base = base
    return item
  }

  private mutating func planBase() -> Name? {
    guard !isRecovering, eatOnLine(.basedOn) != nil else { return nil }
    let base = name()
    if !isRecovering, eatOnLine(.changes) == nil { report(.keyword(.changes)) }
    return base
  }

  /// clause = period | lead | participants | over | frequency | sample | inspectors | coordination
  ///        | drawLevel | inspectionLevel | listing | capacity
  private mutating func planClause() -> PlanClause? {
    let start = position
    guard let (keyword, keywordSpan) = clauseKeyword(Keyword.planClauses, inside: .aPlan) else {
      return nil
    }
    roles = []
    guard let kind = planClauseContent(keyword, from: start) else { return nil }
    var clause = PlanClause(kind, keywordSpan: keywordSpan, span: span(from: start))
    clause.roles = roles
    return clause
  }

  private mutating func planClauseContent(
    _ keyword: Keyword, from start: Int
  ) -> PlanClause.Kind? {
    switch keyword {
    case .period: return period()
    case .lead: return .lead(lead(from: start))
    case .participants: return .participants(roleNames())
    case .over: return .over(over())
    case .frequency: return frequency()
    case .sample: return .sample(sample(from: start))
    case .inspectors: return inspectors()
    case .inspect: return .inspect(names())
    case .methods: return .methods(methods())
    case .basis: return .basis(citations(ending: Keyword.planClauses))
    case .capacity: return capacity(from: start)
    case .coordination: return text().map { .coordination($0.value) }
    case .standFor: return standFor()
    case .rounds: return rounds(from: start)
    case .drawLevel: return level(from: start).map { .drawLevel($0) }
    case .inspectionLevel: return level(from: start).map { .inspectionLevel($0) }
    case .listing: return listing()
    case .parameter: return parameter()
    case .require: return .require(expression())
    case .exclusive: return .exclusive
    default: return nil
    }
  }

  /// period = "期间" interval
  private mutating func period() -> PlanClause.Kind {
    let (first, last) = interval()
    return .period(first, last)
  }

  /// interval = expression "至" expression
  mutating func interval() -> (from: Expression, to: Expression) {
    let first = expression()
    if !isRecovering, eatOnLine(.to) == nil, eatEveryday([.to], at: .infix) == nil {
      if at(.range), isOnLine {
        _ = takeEveryday(1, for: Keyword.to.spelling(in: shownLanguage))
      } else {
        report(.keyword(.to))
      }
    }
    let last = isRecovering ? Expression(.missing, behind) : expression()
    return (first, last)
  }

  /// stand-for = "代" name "=>" name
  private mutating func standFor() -> PlanClause.Kind {
    let original = name()
    if !isRecovering { expect(.leadsTo) }
    return .standFor(original, by: name())
  }

  /// frequency = "频次" integer "次" "/" ( "年" | "季度" | "月" )
  private mutating func frequency() -> PlanClause.Kind? {
    if let turned = frequencyTurnedRound() { return turned }
    guard let count = wholeNumber() else { return nil }
    expect(Keyword.times)
    if !isRecovering, let per = frequencyInWords() { return .frequency(count: count, per: per) }
    if !isRecovering { expect(.divide) }
    if isRecovering { return nil }
    guard isOnLine, let match = match(of: Keyword.frequencyUnits) else {
      report(.oneOf(Keyword.frequencyUnits))
      return nil
    }
    _ = take(match)
    return .frequency(count: count, per: match.keyword)
  }

  /// `每年2次` for `2次/年`.
  private mutating func frequencyTurnedRound() -> PlanClause.Kind? {
    let start = position
    guard let match = everyday(.frequency), case .keyword(let unit) = match.meaning,
      position + match.count < limit, tokens[position + match.count].kind == .integer
    else { return nil }
    for _ in 0..<match.count { advance() }
    let count = tokens[position].value
    advance()
    _ = eatOnLine(Keyword.times)
    let span = span(from: start)
    note(.otherWording(file.text(span), frequency(count, unit), at: span))
    return .frequency(count: count, per: unit)
  }

  /// `per year` or `每年` for `/ year`, behind the count.
  private mutating func frequencyInWords() -> Keyword? {
    guard let match = everyday(.frequency), case .keyword(let unit) = match.meaning else {
      return nil
    }
    _ = takeEveryday(match.count, for: "/" + unit.spelling(in: shownLanguage))
    return unit
  }

  private func frequency(_ count: String, _ unit: Keyword) -> String {
    let times = Keyword.times.spelling(in: shownLanguage)
    let space = shownLanguage == .english ? " " : ""
    return count + space + times + "/" + unit.spelling(in: shownLanguage)
  }

  /// inspectors = "人员" name integer "人" { "," name integer "人" }
  private mutating func inspectors() -> PlanClause.Kind {
    var needs: [(department: Name, count: String)] = []
    repeat {
      let department = name(canStartLine: !needs.isEmpty)
      if isRecovering { break }
      guard let count = wholeNumber() else { break }
      if eatOnLine(.persons) == nil,
        eatEveryday([.persons], at: .unit, beforeOperand: false) == nil
      {
        report(.keyword(.persons))
      }
      needs.append((department, count))
    } while !isRecovering && eatOnLine(.comma)
    return .inspectors(needs)
  }

  /// A number of times or persons, in digits.
  mutating func wholeNumber() -> String? {
    guard isOnLine, kind == .integer else {
      report(.wholeNumber)
      return nil
    }
    advance()
    return tokens[position - 1].value
  }
}
