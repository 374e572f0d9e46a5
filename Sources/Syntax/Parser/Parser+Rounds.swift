import Source

extension Parser {
  /// rounds = "轮次" ( "每月" | "每季度" | "每半年" | "每年" | integer "轮" | "(" expression ")"
  ///          | "{" { round } "}" )
  /// round = interval { "抽取期间" interval | "完成" expression }
  mutating func rounds(from start: Int) -> PlanClause.Kind? {
    if isOnLine, at(.leftBrace) {
      var listed: [RoundSyntax] = []
      block(header: start, commas: true) { parser in
        var round = RoundSyntax(parser.interval())
        while !parser.isRecovering {
          if round.window == nil, parser.eatOnLine(.drawWindow) != nil {
            round.window = parser.interval()
          } else if round.completion == nil, parser.eatOnLine(.completeBy) != nil {
            round.completion = parser.expression()
          } else {
            break
          }
        }
        listed.append(round)
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
