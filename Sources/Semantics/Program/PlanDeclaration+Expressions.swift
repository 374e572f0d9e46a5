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

extension PlanRelations {
  fileprivate mutating func mapExpressions(_ change: (TypedExpression) -> TypedExpression) {
    leadRule = leadRule.map { ByObject(by: $0.by.map(change), arms: $0.arms) }
    drawLevel = drawLevel?.mapExpressions(change)
    inspectionLevel = inspectionLevel?.mapExpressions(change)
    for index in exceptions.indices {
      exceptions[index].condition = exceptions[index].condition.map(change)
    }
  }
}

extension PlanRelations.LevelRule {
  fileprivate func mapExpressions(_ change: (TypedExpression) -> TypedExpression) -> Self {
    guard case .byObject(let rule) = self else { return self }
    return .byObject(ByObject(by: rule.by.map(change), arms: rule.arms))
  }
}
