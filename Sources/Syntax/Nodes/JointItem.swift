package import Source

/// `统筹 医保经办 { 计划 市级抽查, 县级抽查  合计 不少于 20% }`: a bound on several plans together.
package struct JointItem: Sendable {
  package let name: Name
  package let plans: [Name]
  package let bounds: [JointBoundSyntax]
  package let span: Span

  package init(name: Name, plans: [Name], bounds: [JointBoundSyntax], span: Span) {
    self.name = name
    self.plans = plans
    self.bounds = bounds
    self.span = span
  }
}

/// `合计 不少于 20%`: the shares that the plans draw, added up. `覆盖 不少于 20%`: the objects that one of
/// them draws, each once, as a share of the objects in the scope of one of them.
package struct JointBoundSyntax: Sendable {
  package let measure: Keyword
  package let quantity: QuantitySyntax
  package let span: Span

  package init(measure: Keyword, quantity: QuantitySyntax, span: Span) {
    self.measure = measure
    self.quantity = quantity
    self.span = span
  }
}
