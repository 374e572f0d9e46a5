package import Source

/// What differs from object to object: `按 业态 { 电影院 => 宣传部  否则 => 文旅局 }`.
package struct ByObjectSyntax<Value: Sendable>: Sendable {
  package struct Arm: Sendable {
    /// A pattern for each expression of `by`.
    package let patterns: [Pattern]
    package let value: Value
    package let valueSpan: Span
    package let span: Span

    package init(patterns: [Pattern], value: Value, valueSpan: Span, span: Span) {
      self.patterns = patterns
      self.value = value
      self.valueSpan = valueSpan
      self.span = span
    }
  }

  package let by: [Expression]
  package let arms: [Arm]

  package init(by: [Expression], arms: [Arm]) {
    self.by = by
    self.arms = arms
  }
}
