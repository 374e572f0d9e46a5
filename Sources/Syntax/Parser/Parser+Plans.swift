import Source

extension Parser {
  /// plan = "计划" name [ "六个全" ] [ "基于" name "修改" ] "{" { clause } "}"
  mutating func plan(from start: Int) -> PlanItem {
    let name = name()
    let complete = isRecovering ? nil : eatOnLine(.complete)
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
    item.completeSpan = complete
    return item
  }

  private mutating func planBase() -> Name? {
    guard !isRecovering, eatOnLine(.basedOn) != nil else { return nil }
    let base = name()
    if !isRecovering, eatOnLine(.changes) == nil { report(.keyword(.changes)) }
    return base
  }

  /// clause = period | lead | participants | over | frequency | sample | inspectors | coordination
  ///        | drawLevel | inspectionLevel | listing | issued | capacity
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
    case .drawWindow:
      let (from, to) = interval()
      return .drawWindow(from, to)
    case .completeBy: return .completion(expression())
    case .lead: return .lead(lead(from: start))
    case .participants:
      if at(.by), isOnLine, position + 1 < limit, tokens[position + 1].kind == .word,
        !tokens[position + 1].startsLine
      {
        reportUnexpected(Message(.placeOfBy))
        return nil
      }
      return .participants(roleNames())
    case .over: return .over(over())
    case .frequency: return frequency(from: start)
    case .sample: return .sample(sample(from: start))
    case .inspectors: return inspectors()
    case .inspect: return .inspect(names())
    case .findings: return findings(from: start)
    case .publish: return publication(from: start)
    case .methods: return .methods(methods())
    case .basis: return .basis(citations(ending: Keyword.planClauses))
    case .capacity: return capacity(from: start)
    case .coordination: return text().map { .coordination($0.value) }
    case .standFor: return standFor()
    case .rounds: return rounds(from: start)
    case .thenSample: return .thenSample(secondStage(from: start))
    case .drawLevel: return level(from: start).map { .drawLevel($0) }
    case .inspectionLevel: return level(from: start).map { .inspectionLevel($0) }
    case .listing: return listing()
    case .issued: return issued()
    case .planTasks: return .tasks(names())
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

  /// interval = end "至" end
  mutating func interval() -> (from: Expression, to: Expression) {
    let first = periodEnd()
    if !isRecovering, eatOnLine(.to) == nil, eatEveryday([.to], at: .infix) == nil {
      if at(.range), isOnLine {
        _ = takeEveryday(1, for: Keyword.to.spelling(in: shownLanguage))
      } else {
        report(.keyword(.to))
      }
    }
    let last = isRecovering ? Expression(.missing, behind) : periodEnd()
    return (first, last)
  }

  /// stand-for = "代" name "=>" name
  private mutating func standFor() -> PlanClause.Kind {
    let original = name()
    if !isRecovering { expect(.leadsTo) }
    return .standFor(original, by: name())
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
