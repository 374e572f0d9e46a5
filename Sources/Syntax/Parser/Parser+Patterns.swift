import Source

extension Parser {
  /// patterns = pattern { "|" pattern }
  mutating func patterns() -> [Pattern] {
    var patterns = [pattern()]
    while !isRecovering, eatOnLine(.bar) { patterns.append(pattern()) }
    return patterns
  }

  /// pattern = alternative { "," alternative }
  mutating func pattern() -> Pattern {
    let start = position
    let first = alternative()
    guard !isRecovering, isOnLine, at(.comma) else { return first }
    var alternatives = [first]
    while !isRecovering, eatOnLine(.comma) { alternatives.append(alternative()) }
    return Pattern(.alternatives(alternatives), span(from: start))
  }

  /// alternative = "_" | "否则" | "非" alternative | comparison | operand [ ".." operand ]
  /// comparison = ( "==" | "!=" | "<" | "<=" | ">" | ">=" ) operand
  private mutating func alternative() -> Pattern {
    guard enter() else { return Pattern(.missing, behind) }
    defer { leave() }
    let start = position
    if eat(.underscore) { return Pattern(.wildcard, span(from: start)) }
    if eat(.otherwise) != nil { return Pattern(.otherwise, span(from: start)) }
    if let (comparison, _) = eatEverydayComparison(isPrefix: true) {
      let value = operand()
      return Pattern(.comparison(comparison, value), span(from: start))
    }
    if eat(.not) != nil || eatSign(.exclamation, for: .not) != nil
      || eatEveryday([.not], at: .prefix) != nil
    {
      let inner = alternative()
      return Pattern(.not(inner), span(from: start))
    }
    if let comparison = BinaryOperator(comparison: kind) {
      advance()
      let value = operand()
      return Pattern(.comparison(comparison, value), span(from: start))
    }
    guard startsOperand else {
      report(.pattern)
      return Pattern(.missing, behind)
    }
    let low = operand()
    if !isRecovering, eatOnLine(.range) {
      let high = operand()
      return Pattern(.range(low, high), span(from: start))
    }
    return Pattern(.value(low), low.span)
  }
}
