import Semantics
import Source
import Syntax

/// The declarations of a program with their types, a line each, for goldens.
struct ProgramOutline {
  let program: Program

  func text() -> String {
    var lines: [String] = []
    for item in program.enumerations {
      let members = item.members.map(\.text).joined(separator: item.isOrdered ? " < " : ", ")
      lines.append("enum \(item.name.text) { \(members) }")
    }
    for item in program.records {
      lines.append("record \(item.name.text) { \(fields(item.fields)) }")
    }
    for item in program.registries { lines.append(registry(item)) }
    for item in program.functions {
      lines.append(
        "function \(item.name.text)(\(fields(item.parameters))) -> \(words(item.result))")
    }
    for item in program.tables {
      lines.append("table \(item.name.text)(\(fields(item.parameters))) -> \(words(item.result))")
    }
    for item in program.constants {
      lines.append("let \(item.name.text): \(words(item.value.type))\(value(item.value))")
    }
    for item in program.plans { lines += plan(item) }
    for item in program.visitCaps { lines += cap(item) }
    for item in program.joints { lines += joint(item) }
    for item in program.shows { lines.append("show \(words(item.type))") }
    for item in program.tests { lines.append("test \(item.title): \(item.statements.count)") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func words(_ type: Type) -> String { program.words(for: type).english }

  private func fields(_ fields: [FieldDeclaration]) -> String {
    fields.map { "\($0.name.text): \(words($0.type))" }.joined(separator: ", ")
  }

  private func registry(_ item: RegistryDeclaration) -> String {
    let fields = item.fields.enumerated().map { index, field in
      let missing = field.missing.map { " missing \(constant($0))" } ?? ""
      return (index == item.key ? "key " : "") + field.name.text + ": " + words(field.type)
        + missing
    }
    return "registry \(item.name.text) { \(fields.joined(separator: ", ")) }"
  }

  private func cap(_ item: VisitCapDeclaration) -> [String] {
    let departments = item.departments.map { program.departments[$0.index].name.text }
    let registry = item.registry.map { " over " + program.registries[$0.index].name.text } ?? ""
    let scope = item.scope == nil ? "" : " where …"
    let cases = item.cases.map { "  when … => \(limits($0.limits))" }
    return [
      "visit cap \(item.name.text) of \(departments.joined(separator: ", "))\(registry)\(scope)",
      "  \(limits(item.limits)) except \(item.exceptions)",
    ] + cases
  }

  private func limits(_ limits: VisitCapDeclaration.Limits) -> String {
    "each \(limits.each.map(String.init) ?? "-") together \(limits.together.map(String.init) ?? "-")"
  }

  private func joint(_ item: JointDeclaration) -> [String] {
    let plans = item.plans.map { program.plans[$0.index].name.text }
    return ["joint \(item.name.text) of \(plans.joined(separator: ", "))"]
      + item.bounds.map { "  \($0.measure) \(bound($0.quantity.bound))" }
  }

  private func plan(_ item: PlanDeclaration) -> [String] {
    var lines = ["plan \(item.name.text) \(item.period.from)/\(item.period.to) group \(item.group)"]
    if item.exclusive != nil { lines.append("  exclusive") }
    for stratum in item.sampling.strata {
      let fewer = stratum.quantity.allWhenFewerThan.map { ", all under \($0)" } ?? ""
      lines.append("  \(stratum.label) => \(bound(stratum.quantity.bound))\(fewer)")
    }
    for overall in item.sampling.overall { lines.append("  overall \(bound(overall.bound))") }
    return lines
  }

  private func bound(_ bound: PlanDeclaration.Quantity.Bound) -> String {
    switch bound {
    case .all: "all"
    case .exactly(let amount): self.amount(amount)
    case .atLeast(let amount): "at least " + self.amount(amount)
    case .atMost(let amount): "at most " + self.amount(amount)
    case .range(let low, let high): amount(low) + " to " + amount(high)
    }
  }

  private func amount(_ amount: PlanDeclaration.Quantity.Amount) -> String {
    switch amount {
    case .ratio(let ratio): "ratio \(ratio)"
    case .count(let count): "\(count)"
    case .open(let open):
      open.expression == nil
        ? "undecided"
        : "open " + self.amount(open.least) + ".." + (open.greatest.map { self.amount($0) } ?? "")
    }
  }

  private func value(_ expression: TypedExpression) -> String {
    guard case .constant(let constant) = expression.kind else { return "" }
    return " = " + self.constant(constant)
  }

  private func constant(_ constant: TypedExpression.Constant) -> String {
    switch constant {
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .decimal(let value): "\(value)"
    case .text(let value): "“\(value)”"
    case .date(let value): "\(value)"
    case .member(let value): "#\(value)"
    case .none: "none"
    }
  }
}
