package import Source

extension PlanDeclaration {
  /// An amount that is known only when a plan is drawn: from its parameters, or not even then.
  package struct OpenAmount: Hashable, Sendable {
    /// Over the plan's parameters; nil for what is still to be decided (`待定`).
    package let expression: TypedExpression?
    /// The least and the greatest it may be, as far as that is known; a ratio is within 0…1.
    package let least: Quantity.Amount
    package let greatest: Quantity.Amount?
    package let span: Span

    package init(
      expression: TypedExpression?, least: Quantity.Amount, greatest: Quantity.Amount?,
      span: Span
    ) {
      self.expression = expression
      self.least = least
      self.greatest = greatest
      self.span = span
    }

    /// Amounts are the same if they stand at the same place.
    package static func == (a: OpenAmount, b: OpenAmount) -> Bool { a.span == b.span }

    package func hash(into hasher: inout Hasher) { hasher.combine(span) }
  }
}

extension PlanDeclaration.Quantity.Amount {
  /// Whether it is a share of the objects; else a number of them.
  package var isRatio: Bool {
    switch self {
    case .ratio: true
    case .count: false
    case .open(let open): open.least.isRatio
    }
  }
}
