import Semantics

extension Program {
  /// The functions of the embedding program that a plan may call, however indirectly, in the order
  /// of their declarations.
  func hostFunctions(of plan: PlanDeclaration) -> [String] {
    var found: Set<Int> = []
    var functions: Set<Int> = []
    var tables: Set<Int> = []
    var constants: Set<Int> = []
    var plans: Set<Int> = []
    var rest: [TypedExpression] = []
    func add(_ plan: PlanDeclaration) {
      rest += plan.expressions + plan.relations.otherExpressions
      if let other = plan.relations.along, plans.insert(other.index).inserted {
        add(self.plans[other.index])
      }
    }
    add(plan)
    while let next = rest.popLast() {
      rest += next.children
      switch next.kind {
      case .hostCall(let id, _): found.insert(id.index)
      case .call(let id, _) where functions.insert(id.index).inserted:
        rest += self.functions[id.index].bindings + [self.functions[id.index].body]
      case .tableCall(let id, _) where tables.insert(id.index).inserted:
        rest += self.tables[id.index].rows.map(\.result)
      case .globalConstant(let id) where constants.insert(id.index).inserted:
        rest.append(self.constants[id.index].value)
      case .draw(let id, _) where plans.insert(id.index).inserted:
        add(self.plans[id.index])
      default: break
      }
    }
    return found.sorted().map { hostFunctions[$0].name }
  }
}

extension PlanDeclaration {
  /// Everything that decides who is drawn, and what of each and what is due for it: over rows of
  /// the plan's registry.
  var expressions: [TypedExpression] {
    var expressions =
      relations.rowExpressions + sampling.by + sampling.excludes
      + sampling.includes.map(\.condition)
    expressions += sampling.prefers + sampling.quantityExpressions
    if let scope { expressions.append(scope) }
    expressions += frequency?.by ?? []
    for cap in sampling.history.caps {
      if case .dates(let from, let to) = cap.within { expressions += [from, to] }
    }
    switch sampling.within {
    case .each(let expression), .spread(let expression): expressions.append(expression)
    case nil: break
    }
    expressions += inspections.flatMap { $0.conditions.compactMap { $0 } }
    return expressions
  }
}
