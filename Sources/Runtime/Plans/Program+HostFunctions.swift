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
      rest += plan.rowExpressions.map(\.expression) + plan.openExpressions
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
