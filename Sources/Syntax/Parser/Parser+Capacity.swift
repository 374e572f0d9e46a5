import Source

extension Parser {
  /// capacity = "力量" name integer "人" [ "{" { line } "}" ]
  mutating func capacity(from start: Int) -> PlanClause.Kind? {
    let department = name()
    if isRecovering { return nil }
    guard let persons = wholeNumber() else { return nil }
    if eatOnLine(.persons) == nil,
      eatEveryday([.persons], at: .unit, beforeOperand: false) == nil
    {
      report(.keyword(.persons))
    }
    var lines: [CapacitySyntax.Line] = []
    if !isRecovering, isOnLine, at(.leftBrace) {
      block(
        header: start, commas: true,
        startsNext: { $0.match(of: Keyword.capacityLines) != nil },
        { parser in
          if let line = parser.capacityLine() { lines.append(line) }
        })
    }
    return .capacity(CapacitySyntax(department: department, persons: persons, lines: lines))
  }

  /// line = ( "总法定工作日" | "每户" ) operand
  ///      | ( "其他执法" | "非执法" | "监督检查" ) ( operand [ "占" operand ] | "占" operand )
  private mutating func capacityLine() -> CapacitySyntax.Line? {
    guard
      let (keyword, keywordSpan) = clauseKeyword(Keyword.capacityLines, inside: .aCapacity)
    else { return nil }
    let mayBeShare = keyword != .statutoryDays && keyword != .perObject
    let hasDays = !mayBeShare || !isOnLine || match(of: [.share]) == nil
    let days = hasDays ? operand() : nil
    let share = !isRecovering && eatOnLine(.share) != nil ? operand() : nil
    return CapacitySyntax.Line(
      keyword: keyword, keywordSpan: keywordSpan, days: days, share: share)
  }
}
