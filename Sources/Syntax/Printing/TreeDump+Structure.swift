extension LawItem {
  var dump: String { lines("law " + name.dump, parts.map(\.kind.dump)) }
}

extension LawItem.PartKind {
  fileprivate var dump: String {
    switch self {
    case .title(let title, let number): node("title", quoted(title), number.map(quoted))
    case .number(let number): node("number", quoted(number))
    case .effective(let day): node("effective", day.dump)
    case .lapses(let day): node("lapses", day.dump)
    case .replaces(let name): node("replaces", name.dump)
    }
  }
}

extension CitationSyntax {
  var dump: String {
    let article = article.map { node("article", quoted($0)) }
    return switch document {
    case .title(let title, let number):
      node("citation", quoted(title), number.map(quoted), article)
    case .name(let name): node("citation", name.dump, article)
    }
  }
}

extension PlanClause {
  /// With the blocks of its departments behind it.
  var dump: String {
    roles.isEmpty ? kind.dump : lines("clause " + kind.dump, roles.map(\.dump))
  }
}

extension RoleSyntax {
  fileprivate var dump: String { lines("role " + department.dump, parts.map(\.kind.dump)) }
}

extension RoleSyntax.PartKind {
  fileprivate var dump: String {
    switch self {
    case .matters(let names): node("matters", names.map(\.dump).joined(separator: " "))
    case .duty(let text): node("duty", quoted(text))
    case .agreed(let day, let record): node("agreed", day.dump, record.map(quoted))
    case .condition(let condition): node("when", condition.dump)
    }
  }
}

extension MatterItem {
  var dump: String { lines("matter " + name.dump, parts.map(\.kind.dump)) }
}

extension MatterItem.PartKind {
  fileprivate var dump: String {
    switch self {
    case .body(let name): node("body", name.dump)
    case .code(let code, _): node("code", quoted(code))
    case .category(let keyword): node("class", ":\(keyword)")
    case .over(let name): node("over", name.dump)
    case .methods(let methods): node("methods", methods.dump)
    case .basis(let citations): node("basis", citations.map(\.dump).joined(separator: " "))
    }
  }
}

extension [MethodSyntax] {
  var dump: String { map { ":\($0.keyword)" }.joined(separator: " ") }
}

extension ChecklistItem {
  var dump: String { lines("checklist " + name.dump, elements.map(\.dump)) }
}

extension ChecklistElement {
  fileprivate var dump: String {
    lines(
      ":\(keyword)" + (inapplicable.map { " " + node("inapplicable", quoted($0)) } ?? ""),
      entries.map(\.dump))
  }
}

extension ChecklistEntry {
  fileprivate var dump: String {
    lines("entry " + name.dump + " " + quoted(text), parts.map(\.kind.dump))
  }
}

extension ChecklistEntry.PartKind {
  fileprivate var dump: String {
    switch self {
    case .department(let name): node("by", name.dump)
    case .basis(let citations): node("basis", citations.map(\.dump).joined(separator: " "))
    case .condition(let condition): node("when", condition.dump)
    case .matter(let name): node("matter", name.dump)
    case .methods(let methods): node("methods", methods.dump)
    case .conformity: "(conformity)"
    case .score(let points): node("score", points)
    }
  }
}

extension GroundsSyntax {
  var dump: String {
    let basis = basis.map(\.dump).joined(separator: " ")
    return node("grounds", reason.map(quoted), basis.isEmpty ? nil : basis)
  }
}

extension FollowUpSyntax {
  var dump: String {
    lines(
      "findings " + list(columns.map { ":\($0)" }) + (by.map { " " + node("by", $0.dump) } ?? ""),
      rows.map(\.dump))
  }
}

extension FollowUpSyntax.Row {
  fileprivate var dump: String {
    node(
      "row", situation?.dump, measure.map(quoted), list(responsible.map(\.dump)),
      deadline?.dump)
  }
}

extension FollowUpSyntax.Term {
  fileprivate var dump: String {
    switch self {
    case .immediately: "immediately"
    case .time(let time, nil): time.dump
    case .time(let time, _?): node("at-most", time.dump)
    }
  }
}

extension FollowUpSyntax.Situation {
  fileprivate var dump: String {
    switch self {
    case .text(let text, _): quoted(text)
    case .members(let names): names.map(\.dump).joined(separator: " ")
    case .otherwise: "otherwise"
    }
  }
}

extension PublicationSyntax {
  var dump: String {
    let exceptions = exceptions.map { exception in
      let basis = exception.basis.map(\.dump).joined(separator: " ")
      return node("except", quoted(exception.reason), basis.isEmpty ? nil : basis)
    }
    return lines(
      "publish " + deadline.dump + (kept.map { " " + node("keep", $0.count, ":\($0.unit)") } ?? ""),
      exceptions)
  }
}
