import Source

extension Parser {
  /// parameter = "参数" name [ ":" type [ amount ".." amount ] ] [ "=" expression ]
  mutating func parameter() -> PlanClause.Kind {
    let name = name()
    var type: TypeSyntax?
    var range: (low: Expression, high: Expression)?
    if !isRecovering, eatOnLine(.colon) {
      type = self.type()
      if !isRecovering, isOnLine, !at(.assign), startsOperand {
        let low = amount()
        if !isRecovering { expect(.range) }
        if !isRecovering {
          let high = amount()
          range = (Parser.withUnit(of: high, low), high)
        }
      }
    }
    var value: Expression?
    if !isRecovering, type == nil || at(.assign) {
      expect(.assign)
      if !isRecovering { value = expression() }
    }
    return .parameter(ParameterClause(name: name, type: type, range: range, value: value))
  }
}
