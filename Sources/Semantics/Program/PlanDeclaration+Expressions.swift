/// The one list of a plan's expressions over rows. What has to look at all of them, or to change
/// them, goes through here, so that none is forgotten.
extension PlanDeclaration {
  /// An expression, and the registry over whose rows it is evaluated.
  package typealias RowExpression = (expression: TypedExpression, registry: RegistryID)

  /// Everything that decides who is drawn, and what of each and what is due for it.
  package var rowExpressions: [RowExpression] {
    var plan = self
    var all: [RowExpression] = []
    plan.forEachExpression { all.append(($0, $1)) }
    return all
  }

  /// Those over rows of the plan's own registry.
  package var ownExpressions: [TypedExpression] {
    rowExpressions.compactMap { $0.registry == registry ? $0.expression : nil }
  }

  /// Those of them that decide who is drawn from, and in what proportion.
  package var samplingExpressions: [TypedExpression] {
    var all = [scope].compactMap(\.self)
    var sampling = sampling
    sampling.forEachExpression { all.append($0) }
    return all
  }

  /// Visits every expression over rows, which may be changed in its place; with it the registry of
  /// the rows.
  mutating func forEachExpression(_ visit: (inout TypedExpression, RegistryID) -> Void) {
    sampling.forEachExpression { visit(&$0, registry) }
    if var condition = scope {
      visit(&condition, registry)
      scope = condition
    }
    relations.forEachExpression(over: registry, visit)
    if var rule = frequency {
      for index in rule.by.indices { visit(&rule.by[index], registry) }
      for index in rule.arms.indices {
        rule.arms[index].rate.times.forEachExpression { visit(&$0, registry) }
      }
      frequency = rule
    }
    for list in inspections.indices {
      for index in inspections[list].conditions.indices {
        guard var condition = inspections[list].conditions[index] else { continue }
        visit(&condition, registry)
        inspections[list].conditions[index] = condition
      }
    }
    for index in roles.indices {
      guard var condition = roles[index].condition else { continue }
      visit(&condition, registry)
      roles[index].condition = condition
    }
  }
}

extension PlanDeclaration.Sampling {
  fileprivate mutating func forEachExpression(_ visit: (inout TypedExpression) -> Void) {
    for index in by.indices { visit(&by[index]) }
    for index in excludes.indices { visit(&excludes[index]) }
    for index in includes.indices { visit(&includes[index].condition) }
    for index in prefers.indices { visit(&prefers[index]) }
    for index in strata.indices { strata[index].quantity.forEachExpression(visit) }
    for index in overall.indices { overall[index].forEachExpression(visit) }
    for index in areas.indices {
      visit(&areas[index].expression)
      areas[index].quantity.forEachExpression(visit)
    }
    switch within {
    case .each(var value):
      visit(&value)
      within = .each(value)
    case .spread(var value):
      visit(&value)
      within = .spread(value)
    case nil: break
    }
    if var condition = history.repeats {
      visit(&condition)
      history.repeats = condition
    }
    for index in history.exclusions.indices {
      guard var condition = history.exclusions[index].except else { continue }
      visit(&condition)
      history.exclusions[index].except = condition
    }
    for index in history.caps.indices {
      if var condition = history.caps[index].except {
        visit(&condition)
        history.caps[index].except = condition
      }
      guard case .dates(var from, var to) = history.caps[index].within else { continue }
      visit(&from)
      visit(&to)
      history.caps[index].within = .dates(from, to)
    }
  }
}

extension PlanDeclaration.Quantity {
  fileprivate mutating func forEachExpression(_ visit: (inout TypedExpression) -> Void) {
    for index in subquotas.indices {
      visit(&subquotas[index].condition)
      subquotas[index].quantity.forEachExpression(visit)
    }
    if var value = covering {
      visit(&value.expression)
      covering = value
    }
    for index in alternatives.indices { alternatives[index].forEachExpression(visit) }
  }
}

extension PlanRelations {
  fileprivate mutating func forEachExpression(
    over registry: RegistryID, _ visit: (inout TypedExpression, RegistryID) -> Void
  ) {
    if var rule = leadRule {
      rule.forEachExpression { visit(&$0, registry) }
      leadRule = rule
    }
    drawLevel?.forEachExpression { visit(&$0, registry) }
    inspectionLevel?.forEachExpression { visit(&$0, registry) }
    for index in exceptions.indices {
      guard var condition = exceptions[index].condition else { continue }
      visit(&condition, exceptions[index].registry)
      exceptions[index].condition = condition
    }
    guard var stage = secondStage else { return }
    if var condition = stage.condition {
      visit(&condition, stage.registry)
      stage.condition = condition
    }
    stage.quantity.forEachExpression { visit(&$0, stage.registry) }
    secondStage = stage
  }
}

extension PlanRelations.LevelRule {
  fileprivate mutating func forEachExpression(_ visit: (inout TypedExpression) -> Void) {
    guard case .byObject(var rule) = self else { return }
    rule.forEachExpression(visit)
    self = .byObject(rule)
  }
}

extension ByObject {
  fileprivate mutating func forEachExpression(_ visit: (inout TypedExpression) -> Void) {
    for index in by.indices { visit(&by[index]) }
  }
}
