/// `参数 一级比例: 百分比 5%..20% = 10%`: what a plan leaves to those who draw by it.
package struct ParameterClause: Sendable {
  package let name: Name
  /// Nil where a plan gives a value to a parameter of the plan it is based on.
  package let type: TypeSyntax?
  /// Both ends included; nil where any value will do.
  package let range: (low: Expression, high: Expression)?
  /// The value where nobody gives another.
  package let value: Expression?

  package init(
    name: Name, type: TypeSyntax?, range: (low: Expression, high: Expression)?, value: Expression?
  ) {
    self.name = name
    self.type = type
    self.range = range
    self.value = value
  }

  /// The same parameter with another value.
  package func with(_ value: Expression?) -> ParameterClause {
    ParameterClause(name: name, type: type, range: range, value: value)
  }
}
