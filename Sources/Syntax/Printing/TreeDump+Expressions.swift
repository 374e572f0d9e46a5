extension Expression {
  var dump: String {
    switch kind {
    case .missing: "<missing>"
    case .literal(let literal): literal.dump
    case .name(let name): name.dump
    case .element: "it"
    case .asOf: "as-of"
    case .deadline(let deadline): deadline.dump
    case .member(let base, let name): node("member", base.dump, name.dump)
    case .keywordMember(let base, let keyword, _): node("member", base.dump, ":\(keyword)")
    case .call(let callee, let arguments): node("call", callee.dump, arguments.dump)
    case .builtinCall(let keyword, _, let arguments):
      node("call", ":\(keyword)", arguments.dump)
    case .unary(let operation, let operand): node("\(operation)", operand.dump)
    case .binary(let operation, _, let left, let right):
      node("\(operation)", left.dump, right.dump)
    case .conditional(let condition, let then, let otherwise):
      node("if", condition.dump, then.dump, otherwise.dump)
    case .match(let subjects, let arms):
      lines("match " + list(subjects.map(\.dump)), arms.map(\.dump))
    case .query(let source, let steps): node("query", source.dump, steps.dump)
    case .list(let elements): node("list", elements.dump)
    case .set(let elements): node("set", elements.dump)
    }
  }
}

extension [Expression] {
  fileprivate var dump: String? { isEmpty ? nil : map(\.dump).joined(separator: " ") }
}

extension [CallArgument] {
  fileprivate var dump: String? { isEmpty ? nil : map(\.dump).joined(separator: " ") }
}

extension [QueryStep] {
  fileprivate var dump: String { map(\.kind.dump).joined(separator: " ") }
}

extension Literal {
  var dump: String {
    switch self {
    case .integer(let digits), .decimal(let digits): digits
    case .percent(let digits): digits + "%"
    case .perMille(let digits): digits + "‰"
    case .counted(let digits, let unit), .duration(let digits, let unit): "\(digits):\(unit)"
    case .text(let text): quoted(text)
    case .date(let date): date
    case .boolean(let value): value ? "true" : "false"
    case .none: "none"
    }
  }
}

extension CallArgument {
  fileprivate var dump: String {
    switch label {
    case .none: value.dump
    case .name(let name): name.dump + "=" + value.dump
    case .keyword(let keyword, _): ":\(keyword)=" + value.dump
    }
  }
}

extension MatchArm {
  fileprivate var dump: String { node("arm", list(patterns.map(\.dump)), result.dump) }
}

extension QueryStep.Kind {
  fileprivate var dump: String {
    switch self {
    case .where(let condition): node("where", condition.dump)
    case .count: "(count)"
    case .sum(let value): node("sum", value.dump)
    case .minimum(let value): node("minimum", value.dump)
    case .maximum(let value): node("maximum", value.dump)
    case .average(let value): node("average", value.dump)
    case .groupBy(let key): node("group-by", key.dump)
    case .sortBy(let key, let descending):
      node("sort-by", key.dump, descending ? "descending" : nil)
    case .first(let count): node("first", count.dump)
    case .distinct(let key): node("distinct", key?.dump)
    case .any(let condition): node("any", condition.dump)
    case .all(let condition): node("all", condition.dump)
    }
  }
}
