import Source

extension Parser {
  /// expression = conditional | match | or
  mutating func expression() -> Expression {
    guard enter() else { return missingExpression }
    defer { leave() }
    let start = position
    if !startsNextStatement {
      if eat(.if) != nil || eatEveryday([.if], at: .prefix) != nil {
        return conditional(from: start)
      }
      if eat(.match) != nil { return matchExpression(from: start) }
    }
    return or()
  }

  /// An additive expression to which no query words belong.
  mutating func operand() -> Expression {
    let outer = allowsSteps
    allowsSteps = false
    defer { allowsSteps = outer }
    guard enter() else { return missingExpression }
    defer { leave() }
    return additive()
  }

  var missingExpression: Expression { Expression(.missing, behind) }

  /// conditional = "若" or "则" expression "否则" expression
  private mutating func conditional(from start: Int) -> Expression {
    let condition = or()
    if !isRecovering, eat(.then) == nil, eatEveryday([.then], at: .infix) == nil {
      report(.keyword(.then))
    }
    if isRecovering { return Expression(.missing, span(from: start)) }
    let then = expression()
    if !isRecovering {
      if isElse {
        _ = eat(.else)
      } else if eatEveryday([.else], at: .infix) == nil {
        report(.keyword(.else))
      }
    }
    if isRecovering { return Expression(.missing, span(from: start)) }
    let otherwise = expression()
    return Expression(
      .conditional(condition: condition, then: then, otherwise: otherwise), span(from: start))
  }

  /// `否则` of this conditional, and not of an arm on the next line.
  private var isElse: Bool {
    at(.else) && (isOnLine || !isNext(.leadsTo) && !isNext(.bar))
  }

  /// match = "分情况" operand { "," operand } "{" { arm } "}"
  private mutating func matchExpression(from start: Int) -> Expression {
    var subjects = [operand()]
    while !isRecovering, eatOnLine(.comma) { subjects.append(operand()) }
    var arms: [MatchArm] = []
    block(
      header: start, commas: true,
      startsNext: { $0.isNext(.leadsTo) || $0.isNext(.bar) || $0.at(.underscore) },
      { parser in
        if let arm = parser.matchArm() { arms.append(arm) }
      })
    return Expression(.match(subjects: subjects, arms: arms), span(from: start))
  }

  /// arm = pattern { "|" pattern } "=>" expression
  private mutating func matchArm() -> MatchArm? {
    let start = position
    let patterns = patterns()
    if !isRecovering { expect(.leadsTo) }
    if isRecovering { return nil }
    let isMissing = !isOnLine && isNext(.leadsTo)
    if isMissing { report(.expression) }
    let result = isMissing ? missingExpression : expression()
    return MatchArm(patterns: patterns, result: result, span: span(from: start))
  }

  /// or = and { "或" and }
  mutating func or() -> Expression {
    var left = and()
    while !isRecovering, let sign = eat(.or) ?? everydayOr() {
      left = fold(.or, sign, left, and())
    }
    return left
  }

  /// and = not { "且" not }
  private mutating func and() -> Expression {
    var left = not()
    while !isRecovering, let sign = eat(.and) ?? everydayAnd() {
      left = fold(.and, sign, left, not())
    }
    return left
  }

  private mutating func everydayOr() -> Span? {
    eatSign(.bar, twice: true, for: .or) ?? eatEveryday([.or], at: .infix)?.span
  }

  private mutating func everydayAnd() -> Span? {
    eatSign(.doubleAmpersand, for: .and) ?? eatEveryday([.and], at: .infix)?.span
  }

  /// not = [ "非" ] comparison
  private mutating func not() -> Expression {
    let start = position
    guard !startsNextStatement, eat(.not) != nil || everydayNot() else { return comparison() }
    guard enter() else { return missingExpression }
    defer { leave() }
    let operand = not()
    return Expression(.unary(.not, operand), span(from: start))
  }

  private mutating func everydayNot() -> Bool {
    if eatSign(.exclamation, for: .not) != nil { return true }
    return eatEveryday([.not], at: .prefix) != nil
  }

  /// comparison = coalesce [ ( "==" | "!=" | "<" | "<=" | ">" | ">=" | "属于" ) coalesce ]
  private mutating func comparison() -> Expression {
    let left = coalesce()
    guard let (operation, sign) = comparisonSign() else { return left }
    let result = fold(operation, sign, left, coalesce())
    guard let (_, second) = comparisonSign() else { return result }
    note(.chainedComparison(at: second))
    var last = coalesce()
    while comparisonSign() != nil { last = coalesce() }
    return Expression(.missing, result.span.joined(last.span))
  }

  private mutating func comparisonSign() -> (BinaryOperator, Span)? {
    if isRecovering || isAtBound { return nil }
    if let sign = eat(.in) { return (.in, sign) }
    guard isOnLine else { return nil }
    if let operation = BinaryOperator(comparison: kind) {
      advance()
      return (operation, tokenSpan(position - 1))
    }
    if kind == .word {
      if let (_, span) = eatEveryday([.in], at: .infix) { return (.in, span) }
      return eatEverydayComparison()
    }
    guard at(.assign) else { return nil }
    note(.assignmentForEquality(at: tokenSpan(position)))
    advance()
    return (.equal, tokenSpan(position - 1))
  }

  /// coalesce = additive { "??" additive }
  private mutating func coalesce() -> Expression {
    var left = additive()
    while !isRecovering, let sign = eatSign(.coalesce) {
      left = fold(.coalesce, sign, left, additive())
    }
    return left
  }

  /// additive = multiplicative { ( "+" | "-" ) multiplicative }
  private mutating func additive() -> Expression {
    var left = multiplicative()
    while !isRecovering {
      if let sign = eatSign(.plus) {
        left = fold(.add, sign, left, multiplicative())
      } else if let sign = eatSign(.minus) {
        left = fold(.subtract, sign, left, multiplicative())
      } else {
        break
      }
    }
    return left
  }

  /// multiplicative = unary { ( "*" | "/" ) unary }
  private mutating func multiplicative() -> Expression {
    var left = unary()
    while !isRecovering {
      if let sign = eatSign(.times) {
        left = fold(.multiply, sign, left, unary())
      } else if let sign = eatSign(.divide) {
        left = fold(.divide, sign, left, unary())
      } else {
        break
      }
    }
    return left
  }

  /// unary = [ "-" ] query
  private mutating func unary() -> Expression {
    let start = position
    guard !startsNextStatement, eat(.minus) else { return query() }
    guard enter() else { return missingExpression }
    defer { leave() }
    let operand = unary()
    return Expression(.unary(.negate, operand), span(from: start))
  }

  private mutating func eatSign(_ punctuation: Punctuation) -> Span? {
    guard eatOnLine(punctuation) else { return nil }
    return tokenSpan(position - 1)
  }

  /// Joins two operands. A long chain is as deep as it is long, so its length is limited too.
  private mutating func fold(
    _ operation: BinaryOperator, _ sign: Span, _ left: Expression, _ right: Expression
  ) -> Expression {
    bounded(
      Expression(
        .binary(operation, operatorSpan: sign, left, right), left.span.joined(right.span)))
  }

  /// The expression, unless the tree is too deep with it, which is reported.
  mutating func bounded(_ expression: Expression) -> Expression {
    if depth + Int(expression.height) <= Parser.nestingLimit { return expression }
    tooDeep(at: max(position - 1, 0))
    return Expression(.missing, expression.span)
  }
}

extension BinaryOperator {
  /// The comparison that a sign stands for.
  init?(comparison kind: TokenKind) {
    guard case .punctuation(let punctuation) = kind else { return nil }
    switch punctuation {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    default: return nil
    }
  }
}
