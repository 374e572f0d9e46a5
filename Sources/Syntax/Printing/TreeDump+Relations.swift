extension LeadSyntax {
  var dump: String {
    switch self {
    case .departments(let names): node("lead", names.map(\.dump).joined(separator: " "))
    case .byObject(let rule): node("lead", rule.dump(\.dump))
    }
  }
}

extension LevelSyntax {
  var dump: String {
    switch self {
    case .one(let keyword, _): ":\(keyword)"
    case .byObject(let rule): rule.dump { ":\($0)" }
    }
  }
}

extension ByObjectSyntax {
  fileprivate func dump(_ value: (Value) -> String) -> String {
    lines(
      node("by", by.map(\.dump).joined(separator: " ")),
      arms.map { node("arm", list($0.patterns.map(\.dump)), value($0.value)) })
  }
}

extension OverSyntax {
  var dump: String {
    let parts = exceptions.map { exception in
      node(
        "except", exception.registry.dump, exception.condition?.dump,
        exception.field.map { node("by", $0.dump) })
    }
    return node(
      "over", registry.dump, asAt.map { node("as-at", $0.dump) }, condition?.dump,
      parts.isEmpty ? nil : parts.joined(separator: " "))
  }
}

extension SampleRelation {
  var dump: String {
    switch self {
    case .same(let plan): node("same", plan.dump)
    case .along(let plan): node("along", plan.dump)
    }
  }
}

extension SecondStageSyntax {
  var dump: String {
    node(
      "then-sample", registry.dump, condition?.dump, node("by", field.dump), quantity?.dump,
      allowZero.map { _ in "allow-zero" })
  }
}
