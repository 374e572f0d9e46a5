package import Source

/// `对象 单位 截至 2026-01-31 其中 规模 > 0 除 九小场所 其中 停业, 失信名单 按 法人代码`
package struct OverSyntax: Sendable {
  /// A registry whose objects are left out.
  package struct Exception: Sendable {
    package let registry: Name
    /// Which of its rows count.
    package let condition: Expression?
    /// The field that both have in common, where that is not the key.
    package let field: Name?
    package let span: Span

    package init(registry: Name, condition: Expression?, field: Name?, span: Span) {
      self.registry = registry
      self.condition = condition
      self.field = field
      self.span = span
    }
  }

  package let registry: Name
  /// The day that the registry shows.
  package let asAt: Expression?
  package let condition: Expression?
  package let exceptions: [Exception]

  /// Whether it says nothing but a registry.
  package var isRegistryAlone: Bool { asAt == nil && condition == nil && exceptions.isEmpty }

  /// The same of another registry.
  package func replacing(registry: Name) -> OverSyntax {
    OverSyntax(registry: registry, asAt: asAt, condition: condition, exceptions: exceptions)
  }

  package init(
    registry: Name, asAt: Expression?, condition: Expression?, exceptions: [Exception]
  ) {
    self.registry = registry
    self.asAt = asAt
    self.condition = condition
    self.exceptions = exceptions
  }
}
