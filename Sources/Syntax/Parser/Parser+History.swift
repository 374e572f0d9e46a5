import Source

/// What a sample says of earlier draws, and what tests give as such.
extension Parser {
  /// exclude = "排除" ( expression | operand "内已抽" [ "于" plan { "," plan } ] ) ; plan = name | text
  mutating func exclusion() -> SampleClause.Kind {
    let condition = expression()
    guard !isRecovering, eatOnLine(.afterDrawn) != nil else { return .exclude(condition) }
    var plans: [DrawnExclusionSyntax.PlanReference] = []
    if eatOnLine(.byPlans) != nil {
      repeat {
        if isOnLine, kind == .text {
          plans.append(.text(tokens[position].value))
          advance()
        } else {
          plans.append(.name(name(canStartLine: !plans.isEmpty)))
        }
      } while !isRecovering && eatOnLine(.comma)
    }
    return .excludeDrawn(DrawnExclusionSyntax(duration: condition, plans: plans))
  }

  /// spared = "除" expression                behind what is said of earlier draws
  mutating func spared() -> Expression? {
    guard !isRecovering, eatOnLine(.except) != nil else { return nil }
    return expression()
  }

  /// cap = "上限" integer "次" ( "/" ( operand | "年" | "季度" | "月" ) | "自" interval )
  mutating func cap() -> SampleClause.Kind? {
    guard isOnLine, kind == .integer else {
      report(.wholeNumber)
      return nil
    }
    let countSpan = tokenSpan(position)
    let count = tokens[position].value
    advance()
    expect(Keyword.times)
    if isRecovering { return nil }
    if eatOnLine(.since) != nil {
      let (from, to) = interval()
      return .cap(
        CapSyntax(count: count, countSpan: countSpan, window: .dates(from, to)))
    }
    expect(.divide)
    if isRecovering { return nil }
    let window: Expression
    if isOnLine, let match = match(of: Keyword.frequencyUnits) {
      let span = take(match)
      let months = [Keyword.year: "12", .quarter: "3"][match.keyword] ?? "1"
      window = Expression(.literal(.duration(months, .months)), span)
    } else {
      window = operand()
    }
    return .cap(CapSyntax(count: count, countSpan: countSpan, window: .rolling(window)))
  }

  /// given = "给定" "已抽" name                                      of a sample that was drawn in the test
  ///       | "给定" "已抽" name "{" name "|" "日期" [ "|" "计划" ] { row } "}"
  mutating func givenDrawn(from start: Int) -> GivenDrawnStatement? {
    let registry = name()
    var key: Name?
    var hasPlans = false
    var rows: [[Expression]] = []
    block(header: start, commas: false) { parser in
      if key != nil {
        var cells = [parser.expression()]
        while !parser.isRecovering, parser.eatOnLine(.bar) { cells.append(parser.expression()) }
        rows.append(cells)
        return
      }
      key = parser.name(canStartLine: true)
      if !parser.isRecovering { parser.expect(.bar) }
      if !parser.isRecovering { parser.expect(Keyword.dateLabel) }
      if !parser.isRecovering, parser.eatOnLine(.bar) {
        parser.expect(Keyword.plan)
        hasPlans = true
      }
    }
    guard let key else { return nil }
    return GivenDrawnStatement(
      registry: registry, key: key, hasPlans: hasPlans, rows: rows, span: span(from: start))
  }
}

extension SampleClause.Kind {
  /// Whether it says what earlier draws mean, apart from the order of the objects.
  var isOfHistory: Bool {
    switch self {
    case .withoutRepeats, .excludeDrawn, .cap: true
    default: false
    }
  }
}
