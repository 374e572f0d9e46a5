extension VisitCapItem {
  var dump: String { lines("visit-cap " + name.dump, clauses.map(\.kind.dump)) }
}

extension VisitCapClause.Kind {
  fileprivate var dump: String {
    switch self {
    case .over(let registry, let condition): node("over", registry.dump, condition?.dump)
    case .departments(let names): node("departments", names.map(\.dump).joined(separator: " "))
    case .limits(let limits): limits.dump
    case .when(let condition, let limits): node("when", condition.dump, limits.dump)
    case .exceptions(let reasons):
      node("exceptions", reasons.map { quoted($0.text) }.joined(separator: " "))
    case .basis(let citations): node("basis", list(citations.map(\.dump)))
    }
  }
}

extension VisitLimitsSyntax {
  fileprivate var dump: String {
    if limits.isEmpty { return "unlimited" }
    return node(
      "limits", limits.map { node(":\($0.scope)", $0.count) }.joined(separator: " "))
  }
}

extension JointItem {
  var dump: String {
    lines(
      "joint " + name.dump,
      [node("plans", plans.map(\.dump).joined(separator: " "))]
        + bounds.map { node(":\($0.measure)", $0.quantity.dump) })
  }
}
