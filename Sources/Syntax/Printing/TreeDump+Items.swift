extension Item {
  var dump: String {
    switch self {
    case .use(let item): node("use", item.path.map(\.dump).joined(separator: "."))
    case .department(let item):
      node(
        "department", item.name.dump, item.title.map(quoted),
        item.parent.map { node("part-of", $0.dump) }, item.level.map { ":\($0.keyword)" })
    case .enumeration(let item):
      node(
        "enumeration", item.name.dump, item.isOrdered ? "ordered" : nil,
        list(item.members.map(\.dump)))
    case .record(let item): lines("record " + item.name.dump, item.fields.map(\.dump))
    case .registry(let item):
      lines(
        "registry " + item.name.dump + (item.source.map { " " + node("source", $0.dump) } ?? ""),
        item.fields.map(\.dump))
    case .function(let item): item.dump
    case .table(let item): item.dump
    case .constant(let item): item.dump
    case .plan(let item):
      lines(
        "plan " + item.name.dump + (item.completeSpan == nil ? "" : " complete")
          + (item.base.map { " based-on \($0.dump)" } ?? ""),
        item.clauses.map(\.dump))
    case .test(let item): lines("test " + quoted(item.title), item.statements.map(\.dump))
    case .show(let item): node("show", item.value.dump)
    case .law(let item): item.dump
    case .calendar(let item): item.dump
    case .matter(let item): item.dump
    case .checklist(let item): item.dump
    case .tasks(let item): item.dump
    case .visitCap(let item): item.dump
    case .joint(let item): item.dump
    }
  }
}

extension ParameterSyntax {
  var dump: String { node("field", name.dump, type.dump) }
}

extension RegistryFieldSyntax {
  fileprivate var dump: String {
    node(
      isKey ? "key" : "field", name.dump, type.dump,
      column.map { node("column", quoted($0.title)) }, missing.map { node("missing", $0.dump) },
      source.map { node("source", $0.dump) })
  }
}

extension LetStatement {
  var dump: String { node("let", name.dump, type?.dump, value.dump) }
}

extension FunctionItem {
  fileprivate var dump: String {
    lines(
      "function \(name.dump) \(list(parameters.map(\.dump))) \(result.dump)",
      body.bindings.map(\.dump) + [body.value.dump])
  }
}

extension TableItem {
  fileprivate var dump: String {
    if let principle { return dump(principle) }
    let policy = policy.map { "\($0)" } ?? "<missing>"
    return lines(
      "table \(name.dump) \(list(parameters.map(\.dump))) \(result.dump) \(policy)",
      [list(header.map(\.dump))]
        + rows.map { node("row", list($0.cells.map(\.dump)), $0.result.dump) })
  }
}

extension TestStatement {
  fileprivate var dump: String {
    switch self {
    case .constant(let statement): statement.dump
    case .assert(let condition, _): node("assert", condition.dump)
    case .given(let given):
      switch given.rows {
      case .file(let path, _):
        node(
          "given", given.registry.dump, given.asAt.map { node("as-at", $0.dump) }, quoted(path))
      case .table(let header, let rows):
        lines(
          "given \(given.registry.dump) \(given.asAt.map { node("as-at", $0.dump) + " " } ?? "")"
            + list(header.map(\.dump)),
          rows.map { list($0.map(\.dump)) })
      }
    case .givenSample(let sample, _): node("given-sample", sample.dump)
    case .givenDrawn(let given):
      lines(
        "given-drawn \(given.registry.dump) \(given.key.dump)\(given.hasPlans ? " :plan" : "")",
        given.rows.map { list($0.map(\.dump)) })
    }
  }
}
