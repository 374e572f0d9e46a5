import Source

extension PlanDeclaration {
  /// Must-include clauses that no object can meet: the plan's condition or an exclusion, which come
  /// first, take all of them out.
  func includeMistakes() -> [Diagnostic] {
    sampling.includes.compactMap { include in
      let condition = include.condition
      if let scope, TypedExpression.excludeEachOther(scope, condition) {
        return idleInclude(condition, Label(scope.span, Message(.notInScope)))
      }
      return sampling.excludes.first { TypedExpression.holds($0, wherever: condition) }
        .map { idleInclude(condition, Label($0.span, Message(.excludedFirst))) }
    }
  }

  private func idleInclude(_ condition: TypedExpression, _ reason: Label) -> Diagnostic {
    Diagnostic(.idleInclude, at: condition.span, related: [reason])
  }
}
