extension PlanDeclaration {
  /// Changes every expression over rows: all of `rowExpressions`.
  mutating func mapExpressions(_ change: (TypedExpression) -> TypedExpression) {
    scope = scope.map(change)
    frequency = frequency.map { Frequency(by: $0.by.map(change), arms: $0.arms) }
    sampling.by = sampling.by.map(change)
    sampling.within = sampling.within.map {
      switch $0 {
      case .each(let expression): .each(change(expression))
      case .spread(let expression): .spread(change(expression))
      }
    }
    sampling.includes = sampling.includes.map {
      Include(condition: change($0.condition), counted: $0.counted)
    }
    sampling.excludes = sampling.excludes.map(change)
    sampling.prefers = sampling.prefers.map(change)
    for index in sampling.strata.indices {
      sampling.strata[index].quantity.mapExpressions(change)
    }
    sampling.history.caps = sampling.history.caps.map { cap in
      guard case .dates(let from, let to) = cap.within else { return cap }
      return HistoryRules.Cap(
        count: cap.count, within: .dates(change(from), change(to)), span: cap.span)
    }
    relations.mapExpressions(change)
  }
}

extension PlanDeclaration.Quantity {
  fileprivate mutating func mapExpressions(_ change: (TypedExpression) -> TypedExpression) {
    subquotas = subquotas.map {
      PlanDeclaration.Subquota(
        condition: change($0.condition), label: $0.label, quantity: $0.quantity)
    }
    covering = covering.map {
      PlanDeclaration.Covering(
        expression: change($0.expression), label: $0.label, span: $0.span)
    }
    for index in alternatives.indices { alternatives[index].mapExpressions(change) }
  }
}
