import Source

extension Parser {
  /// quantity = [ "全年" ] bounds { "," addition }
  /// addition = "全部" "当" "少于" amount | "其中" condition bounds | "涵盖" operand | "再" amount
  ///          | "轮查" operand
  mutating func quantity() -> QuantitySyntax {
    let start = position
    let yearTotal = eatOnLine(.yearTotal)
    var (kind, additions) = rotation() ?? bounds()
    var fewerThan: Expression?
    while !isRecovering, isOnLine, at(.comma) {
      if isAllWhen {
        if fewerThan != nil { break }
        advance()
        _ = eat(.all)
        _ = eat(.when)
        expect(.fewerThan)
        if !isRecovering { fewerThan = amount() }
      } else if isAddition(.where) {
        advance()
        additions.subquotas.append(subquota())
      } else if additions.covering == nil, isAddition(.covering) {
        advance()
        _ = eat(.covering)
        additions.covering = operand()
      } else if isAddition(.again) {
        advance()
        _ = eat(.again)
        additions.layers.append(amount())
      } else if additions.rotation == nil, !kind.isRotation, isAddition(.rotate) {
        advance()
        _ = eat(.rotate)
        additions.rotation = operand()
      } else {
        break
      }
    }
    var quantity = QuantitySyntax(kind, allWhenFewerThan: fewerThan, span: span(from: start))
    quantity.yearTotal = yearTotal
    quantity.additions = additions
    return quantity
  }

  /// rotation = "轮查" operand                                       as the quantity itself
  private mutating func rotation() -> (QuantitySyntax.Kind, QuantityAdditions)? {
    eatOnLine(.rotate).map { _ in (.rotate(operand()), QuantityAdditions()) }
  }

  /// subquota = "其中" condition bounds
  private mutating func subquota() -> SubquotaSyntax {
    let start = position
    _ = eat(.where)
    let condition = conditionBeforeBound()
    let first = position
    let (kind, additions) = isRecovering ? (.missing, QuantityAdditions()) : bounds()
    var quantity = QuantitySyntax(kind, allWhenFewerThan: nil, span: span(from: first))
    quantity.additions = additions
    return SubquotaSyntax(condition: condition, quantity: quantity, span: span(from: start))
  }

  /// An expression that ends where a bound begins.
  mutating func conditionBeforeBound() -> Expression {
    let outer = endsAtBound
    endsAtBound = true
    defer { endsAtBound = outer }
    return condition()
  }

  /// bounds = bound { "或" bound } ; a bound without a word has the word of the first
  private mutating func bounds() -> (QuantitySyntax.Kind, QuantityAdditions) {
    var additions = QuantityAdditions()
    let first = position
    let kind = bound(&additions, in: nil)
    let firstSpan = span(from: first)
    while !isRecovering, isOnLine, eatOr() {
      additions.bound = firstSpan
      let start = position
      var own = QuantityAdditions()
      let other = bound(&own, in: kind)
      var alternative = QuantitySyntax(other, allWhenFewerThan: nil, span: span(from: start))
      alternative.additions = own
      additions.alternatives.append(alternative)
    }
    return (kind, additions)
  }

  private mutating func eatOr() -> Bool {
    eatOnLine(.or) != nil || eatEveryday([.or], at: .infix) != nil
  }

  /// bound = "全部" [ count ] | "待定"
  ///       | [ "不少于" | "不超过" ] [ "每名检查人员" ] amount [ ".." amount ] [ count ]
  /// count = "(" amount ")"
  private mutating func bound(
    _ additions: inout QuantityAdditions, in first: QuantitySyntax.Kind?
  ) -> QuantitySyntax.Kind {
    if eatOnLine(.all) != nil {
      additions.count = countInParentheses()
      return .all
    }
    if eatOnLine(.undecided) != nil { return .undecided }
    var word = boundWord()
    if isRecovering { return .missing }
    if word == nil, let first {
      switch first {
      case .atLeast: word = .atLeast
      case .atMost: word = .atMost
      default: break
      }
    }
    if let span = eatOnLine(.perInspector) { additions.perInspector = span }
    let low = amount()
    additions.count = countInParentheses()
    switch word {
    case .atLeast: return .atLeast(low)
    case .atMost: return .atMost(low)
    default: break
    }
    if isRecovering { return .missing }
    guard eatOnLine(.range) else { return .exactly(low) }
    let high = amount()
    if additions.count == nil { additions.count = countInParentheses() }
    return .range(Parser.withUnit(of: high, low), high)
  }

  /// "(" amount ")"
  private mutating func countInParentheses() -> Expression? {
    guard !isRecovering, isOnLine, at(.leftParenthesis) else { return nil }
    return group(lines: false) { $0.amount() }
  }

  /// `不少于` or `不超过`, if one of them is here, in whatever words.
  private mutating func boundWord() -> Keyword? {
    if eatOnLine(.atLeast) != nil { return .atLeast }
    if eatOnLine(.atMost) != nil { return .atMost }
    if let (keyword, _) = eatEveryday([.atLeast, .atMost], at: .bound) { return keyword }
    if eatSign(.greaterOrEqual, for: .atLeast) != nil { return .atLeast }
    if eatSign(.lessOrEqual, for: .atMost) != nil { return .atMost }
    guard isMisspeltBound else { return nil }
    return clauseKeyword([.atLeast, .atMost], inside: .aQuantity)?.0
  }

  /// Whether a bound begins here, which ends the condition before it.
  var isAtBound: Bool {
    endsAtBound && (at(.atLeast) || at(.atMost) || everyday(.bound) != nil)
  }

  /// A word directly before a number can only be meant to be a bound.
  private var isMisspeltBound: Bool {
    guard kind == .word, !at(.perInspector), position + 1 < tokens.count,
      !tokens[position + 1].startsLine, !startsRatioInWords
    else { return false }
    return tokens[position + 1].kind == .integer || tokens[position + 1].kind == .decimal
  }

  /// The low end of a range takes the unit of the high end if it has none: `60..70户`.
  static func withUnit(of high: Expression, _ low: Expression) -> Expression {
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

  /// The keyword of an addition behind a comma, which is not the pattern of an arm.
  private func isAddition(_ keyword: Keyword) -> Bool {
    guard let match = match(at: position + 1, { $0 == keyword }) else { return false }
    return ![.leadsTo, .comma, .bar].contains { isNext($0, after: 1 + match.count) }
  }

  /// amount = additive, which the checker folds to a ratio or a count
  mutating func amount() -> Expression {
    guard startsOperand, !isNextLineArm else {
      report(.quantity)
      return Expression(.missing, behind)
    }
    return operand()
  }

  /// Whether the next line is an arm of its own, so that this one has no quantity.
  private var isNextLineArm: Bool { !isOnLine && isNext(.leadsTo) }
}

extension QuantitySyntax.Kind {
  fileprivate var isRotation: Bool { if case .rotate = self { true } else { false } }
}
