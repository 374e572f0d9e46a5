import Source

/// Plans in relation to departments, levels and other registries.
extension Parser {
  /// over = "对象" name [ "截至" additive ] [ "其中" expression ] [ "除" except { "," except } ]
  mutating func over() -> OverSyntax {
    let registry = name()
    var asAt: Expression?
    var condition: Expression?
    var exceptions: [OverSyntax.Exception] = []
    if !isRecovering, eat(.asAt) != nil { asAt = operand() }
    if !isRecovering, eat(.where) != nil { condition = expression() }
    if !isRecovering, eat(.except) != nil {
      repeat { exceptions.append(exception()) } while !isRecovering && eatOnLine(.comma)
    }
    return OverSyntax(
      registry: registry, asAt: asAt, condition: condition, exceptions: exceptions)
  }

  /// except = name [ "按" name ] [ "其中" expression ]
  private mutating func exception() -> OverSyntax.Exception {
    let start = position
    let registry = name(canStartLine: true)
    var condition: Expression?
    var field: Name?
    if !isRecovering, eatOnLine(.by) != nil { field = name() }
    if !isRecovering, eatOnLine(.where) != nil { condition = expression() }
    return OverSyntax.Exception(
      registry: registry, condition: condition, field: field, span: span(from: start))
  }

  /// relation = "同" name | "随" name
  mutating func sampleRelation() -> SampleRelation? {
    guard isOnLine, let match = match(of: [.sampleAs, .sampleAlong]) else { return nil }
    _ = take(match)
    let plan = name()
    return match.keyword == .sampleAs ? .same(plan) : .along(plan)
  }

  /// secondStage = "再抽" name [ "其中" expression ] "按" name "{" quantity [ "允许为零" ] "}"
  mutating func secondStage(from start: Int) -> SecondStageSyntax {
    let registry = name()
    var condition: Expression?
    if !isRecovering, eatOnLine(.where) != nil { condition = expression() }
    if !isRecovering { expect(.by) }
    let field = isRecovering ? Name("", behind) : name()
    var quantity: QuantitySyntax?
    var allowZero: Span?
    block(
      header: start, commas: false, startsNext: { $0.at(.allowZero) },
      { parser in
        if quantity != nil, let span = parser.eat(.allowZero) {
          allowZero = span
        } else if quantity == nil {
          quantity = parser.quantity()
        } else {
          parser.report(.keyword(.allowZero))
        }
      })
    return SecondStageSyntax(
      registry: registry, condition: condition, field: field, quantity: quantity,
      allowZero: allowZero, span: span(from: start))
  }

  /// lead = "牵头" ( role { "," role } | byObject of names )
  mutating func lead(from start: Int) -> LeadSyntax {
    if let rule = byObject(header: start, { $0.name() }) { return .byObject(rule) }
    return .departments(roleNames())
  }

  /// level = word | byObject of words ; word = "国家级" | "省级" | "市级" | "县级" | "乡镇级"
  mutating func level(from start: Int) -> LevelSyntax? {
    if let rule = byObject(header: start, { $0.levelWord()?.keyword }) {
      return .byObject(
        ByObjectSyntax(
          by: rule.by,
          arms: rule.arms.compactMap { arm in
            arm.value.map {
              ByObjectSyntax.Arm(
                patterns: arm.patterns, value: $0, valueSpan: arm.valueSpan, span: arm.span)
            }
          }))
    }
    return levelWord().map { .one($0.keyword, $0.span) }
  }

  mutating func levelWord() -> (keyword: Keyword, span: Span)? {
    oneOf(Keyword.levels)
  }

  /// listing = "名单" ( "公示" [ expression ] | "保密" )
  mutating func listing() -> PlanClause.Kind? {
    guard let (keyword, _) = oneOf([.publicList, .secretList]) else { return nil }
    guard keyword == .publicList, isOnLine, match(of: Keyword.planClauses) == nil else {
      return .listing(keyword, nil)
    }
    switch kind {
    case .integer, .date, .word: return .listing(keyword, expression())
    default: return .listing(keyword, nil)
    }
  }

  /// issued = "印发" expression [ "公示" expression ]
  mutating func issued() -> PlanClause.Kind {
    let day = expression()
    let isPublic = !isRecovering && eatOnLine(.publicList) != nil
    return .issued(day, publication: isPublic ? expression() : nil)
  }

  private mutating func oneOf(_ keywords: [Keyword]) -> (keyword: Keyword, span: Span)? {
    guard isOnLine, let match = match(of: keywords) else {
      report(.oneOf(keywords))
      return nil
    }
    return (match.keyword, take(match))
  }

  /// byObject = "按" or { "," or } "{" { pattern { "|" pattern } "=>" value } "}"
  mutating func byObject<Value: Sendable>(
    header start: Int, _ value: (inout Parser) -> Value
  ) -> ByObjectSyntax<Value>? {
    guard eatOnLine(.by) != nil else { return nil }
    var by = [condition()]
    while !isRecovering, eatOnLine(.comma) { by.append(condition()) }
    var arms: [ByObjectSyntax<Value>.Arm] = []
    block(
      header: start, commas: true, startsNext: { $0.at(.otherwise) || $0.isNext(.leadsTo) },
      { parser in
        let start = parser.position
        let patterns = parser.patterns()
        if !parser.isRecovering { parser.expect(.leadsTo) }
        if parser.isRecovering { return }
        let valueStart = parser.position
        let result = value(&parser)
        arms.append(
          ByObjectSyntax.Arm(
            patterns: patterns, value: result, valueSpan: parser.span(from: valueStart),
            span: parser.span(from: start)))
      })
    return ByObjectSyntax(by: by, arms: arms)
  }
}
