import Source

extension Parser {
  /// rounds = "轮次" ( "每月" | "每季度" | "每半年" | "每年" | integer "轮" | "(" expression ")"
  ///          | "{" { interval } "}" )
  mutating func rounds(from start: Int) -> PlanClause.Kind? {
    if isOnLine, at(.leftBrace) {
      var listed: [(from: Expression, to: Expression)] = []
      block(header: start, commas: true) { parser in
        let interval = parser.interval()
        listed.append(interval)
      }
      return .rounds(.listed(listed))
    }
    if isOnLine, let match = match(of: Keyword.rhythms) {
      _ = take(match)
      return .rounds(.every(match.keyword))
    }
    if isOnLine, kind == .integer || at(.leftParenthesis) {
      let isNumber = kind == .integer
      let count = operand()
      if isRecovering { return nil }
      if eatOnLine(.roundUnit) == nil, isNumber { report(.keyword(.roundUnit)) }
      return isRecovering ? nil : .rounds(.count(count))
    }
    report(.oneOf(Keyword.rhythms))
    return nil
  }
}
