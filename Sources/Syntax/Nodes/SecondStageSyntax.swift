package import Source

/// `再抽 电梯 其中 在用 按 维保单位 { 2..3台 }`: of each drawn object, some rows of another registry.
package struct SecondStageSyntax: Sendable {
  package let registry: Name
  package let condition: Expression?
  /// The field that holds the key of the drawn object.
  package let field: Name
  /// For each drawn object.
  package let quantity: QuantitySyntax?
  /// `允许为零`, where it stands behind the quantity.
  package let allowZero: Span?
  package let span: Span

  package init(
    registry: Name, condition: Expression?, field: Name, quantity: QuantitySyntax?,
    allowZero: Span?, span: Span
  ) {
    self.registry = registry
    self.condition = condition
    self.field = field
    self.quantity = quantity
    self.allowZero = allowZero
    self.span = span
  }
}
