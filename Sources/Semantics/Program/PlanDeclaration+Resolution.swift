package import Quantities
package import Source

/// What is known when a plan is drawn, registries aside.
package struct DrawContext: Sendable {
  /// The date of the draw.
  package let date: CivilDate
  /// The values of the plan's parameters, in their order.
  package var parameters: [TypedExpression.Constant] = []
  /// The values of the plan's open expressions, by their places.
  package var computed: [Span: TypedExpression.Constant] = [:]

  package init(date: CivilDate) {
    self.date = date
  }
}

extension PlanDeclaration {
  /// The plan with quantities that are ratios and numbers of objects only: what depends on the
  /// draw has been worked out. The one step before any object is looked at.
  package func resolved(_ context: DrawContext) throws(Diagnostic) -> PlanDeclaration {
    try checkRequirements(context)
    var plan = self
    plan.values = context.parameters
    plan.substitute(context.parameters)
    for index in plan.sampling.strata.indices {
      plan.sampling.strata[index].quantity = try resolved(
        plan.sampling.strata[index].quantity, context)
    }
    for index in plan.sampling.overall.indices {
      plan.sampling.overall[index] = try resolved(plan.sampling.overall[index], context)
    }
    for index in plan.sampling.areas.indices {
      plan.sampling.areas[index].quantity = try resolved(
        plan.sampling.areas[index].quantity, context)
    }
    for index in plan.frequency?.arms.indices ?? 0..<0 {
      guard let rate = plan.frequency?.arms[index].rate else { continue }
      plan.frequency?.arms[index].rate.times = try resolved(rate.times, context)
    }
    // The spelling of keywords has no part in this mistake.
    let rising = SamplingArithmetic(plan.sampling, spelledIn: .chinese).risingMistakes()
    if let mistake = rising.first { throw mistake }
    if let stage = plan.relations.secondStage {
      plan.relations.secondStage?.quantity = try resolved(stage.quantity, context)
    }
    if case .open(let open) = rounds {
      plan = plan.inRounds(try resolved(open, context))
      if let mistake = plan.historyMistakes().first(where: { $0.severity == .error }) {
        throw mistake
      }
      if let mistake = plan.roundTimeMistakes().first { throw mistake }
    }
    return plan
  }

  private func resolved(
    _ quantity: Quantity, _ context: DrawContext
  ) throws(Diagnostic) -> Quantity {
    var quantity = quantity
    switch quantity.bound {
    case .all: break
    case .exactly(let amount): quantity.bound = .exactly(try resolved(amount, context))
    case .atLeast(let amount): quantity.bound = .atLeast(try resolved(amount, context))
    case .atMost(let amount): quantity.bound = .atMost(try resolved(amount, context))
    case .range(let low, let high):
      quantity.bound = .range(try resolved(low, context), try resolved(high, context))
    }
    for index in quantity.alternatives.indices {
      quantity.alternatives[index] = try resolved(quantity.alternatives[index], context)
    }
    for index in quantity.subquotas.indices {
      quantity.subquotas[index].quantity = try resolved(
        quantity.subquotas[index].quantity, context)
    }
    for index in quantity.layers.indices {
      quantity.layers[index].amount = try resolved(quantity.layers[index].amount, context)
    }
    return quantity
  }

  /// A ratio or a number of objects.
  private func resolved(
    _ amount: Quantity.Amount, _ context: DrawContext
  ) throws(Diagnostic) -> Quantity.Amount {
    switch amount {
    case .ratio, .count: return amount
    case .open(let open): return try resolved(open, context)
    }
  }
}
