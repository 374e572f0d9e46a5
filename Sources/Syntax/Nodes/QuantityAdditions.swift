package import Source

/// What a quantity says besides its bound and its threshold.
package struct QuantityAdditions: Sendable {
  /// `每名检查人员`: the amounts of the bound are for each inspector.
  package var perInspector: Span?
  /// `10%(20户)`: the number of objects that the ratio is said to be.
  package var count: Expression?
  /// The bound alone, where alternatives follow.
  package var bound: Span?
  /// `A 或 B`: what the objects may be instead; without additions of their own but the first two.
  package var alternatives: [QuantitySyntax] = []
  /// `其中 重点 不少于 8%`
  package var subquotas: [SubquotaSyntax] = []
  /// `涵盖 类别`: at least one object of each value.
  package var covering: Expression?
  /// `再 30%`: a further visit to so many of the objects.
  package var layers: [Expression] = []
  /// `轮查 5年`: everybody is to be drawn once in that time.
  package var rotation: Expression?

  package init() {}
}

/// `其中 重点 不少于 8%`: a quantity of the objects for which a condition holds.
package struct SubquotaSyntax: Sendable {
  package let condition: Expression
  package let quantity: QuantitySyntax
  package let span: Span

  package init(condition: Expression, quantity: QuantitySyntax, span: Span) {
    self.condition = condition
    self.quantity = quantity
    self.span = span
  }
}
