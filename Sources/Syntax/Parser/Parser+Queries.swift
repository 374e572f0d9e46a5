import Source

extension Parser {
  /// query = postfix { step }
  ///
  /// Query words inside the argument of a step belong to the outer query; brackets change that. So
  /// `样本 其中 信用 == D 数 == 4` counts the rows that remain, and compares the number.
  mutating func query() -> Expression {
    let source = postfix()
    guard allowsSteps else { return source }
    var steps: [QueryStep] = []
    while !isRecovering, let step = nextStep() { steps.append(step) }
    guard let last = steps.last else { return source }
    return bounded(
      Expression(.query(source: source, steps: steps), source.span.joined(last.span)))
  }

  private mutating func nextStep() -> QueryStep? {
    let start = position
    if let match = stepMatch {
      let keywordSpan = take(match)
      return QueryStep(
        stepKind(match.keyword), keywordSpan: keywordSpan, span: span(from: start))
    }
    guard isOnLine, kind == .word, everyday(.step) != nil,
      let (keyword, keywordSpan) = everydayStep()
    else { return nil }
    return QueryStep(stepKind(keyword), keywordSpan: keywordSpan, span: span(from: start))
  }

  private mutating func everydayStep() -> (keyword: Keyword, span: Span)? {
    eatEveryday([.count], at: .step, beforeOperand: false)
      ?? eatEveryday(Keyword.querySteps, at: .step)
  }

  /// A query word stands on the line of what it is about; `其中`, which is never a name, may also
  /// start the next line.
  private var stepMatch: Match? {
    guard let match = match(of: Keyword.querySteps) else { return nil }
    return isOnLine || match.keyword == .where ? match : nil
  }

  /// step = "其中" or | "数" | "合计" operand | "最小" operand | "最大" operand | "平均" operand
  ///      | "分组" operand | "排序" operand [ "降序" ] | "首个" operand | "去重" [ operand ]
  ///      | "任一" or | "全部" or
  private mutating func stepKind(_ keyword: Keyword) -> QueryStep.Kind {
    switch keyword {
    case .where: .where(condition())
    case .any: .any(condition())
    case .all: .all(condition())
    case .sum: .sum(operand())
    case .minimum: .minimum(operand())
    case .maximum: .maximum(operand())
    case .average: .average(operand())
    case .groupBy: .groupBy(operand())
    case .sortBy: .sortBy(operand(), descending: !isRecovering && eatOnLine(.descending) != nil)
    case .first: .first(operand())
    case .distinct: .distinct(hasDistinctKey ? operand() : nil)
    default: .count
    }
  }

  /// A condition to which no query words belong.
  mutating func condition() -> Expression {
    let outer = allowsSteps
    allowsSteps = false
    defer { allowsSteps = outer }
    guard enter() else { return missingExpression }
    defer { leave() }
    return or()
  }

  private var hasDistinctKey: Bool {
    isOnLine && startsOperand && match(of: Keyword.querySteps) == nil
  }
}
