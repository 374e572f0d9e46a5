extension PlanClause.Kind {
  var dump: String {
    switch self {
    case .standFor(let original, let other): node("stand-for", original.dump, other.dump)
    case .period(let first, let last): node("period", first.dump, last.dump)
    case .drawWindow(let first, let last): node("draw-window", first.dump, last.dump)
    case .completion(let deadline): node("complete-by", deadline.dump)
    case .lead(let name): node("lead", name.dump)
    case .participants(let names): node("participants", names.map(\.dump).joined(separator: " "))
    case .over(let registry, let condition): node("over", registry.dump, condition?.dump)
    case .frequency(let count, let per): node("frequency", count, ":\(per)")
    case .sample(let sample): sample.dump
    case .inspect(let names): node("inspect", names.map(\.dump).joined(separator: " "))
    case .methods(let methods): node("methods", methods.dump)
    case .basis(let citations): node("basis", citations.map(\.dump).joined(separator: " "))
    case .rounds(let rounds): rounds.dump
    case .coordination(let group): node("coordination", quoted(group))
    case .inspectors(let needs):
      node("inspectors", needs.map { "\($0.department.dump)=\($0.count)" }.joined(separator: " "))
    }
  }
}

extension RoundsSyntax {
  fileprivate var dump: String {
    switch self {
    case .every(let rhythm): node("rounds", ":\(rhythm)")
    case .count(let count): node("rounds", count.dump)
    case .listed(let intervals):
      node(
        "rounds", intervals.map { node("round", $0.from.dump, $0.to.dump) }.joined(separator: " "))
    }
  }
}

extension SampleSyntax {
  fileprivate var dump: String {
    let head = [
      "sample", by.isEmpty ? nil : node("by", by.map(\.dump).joined(separator: " ")),
      each.map { node("each", $0.dump) }, spread.map { node("spread", $0.dump) }, single?.dump,
    ]
    return lines(head.compactMap { $0 }.joined(separator: " "), clauses.map(\.kind.dump))
  }
}

extension SampleClause.Kind {
  fileprivate var dump: String {
    switch self {
    case .arm(let patterns, let quantity): node("arm", list(patterns.map(\.dump)), quantity.dump)
    case .overall(let quantity): node("overall", quantity.dump)
    case .include(let condition, let counted):
      node("include", condition.dump, counted ? "counted" : nil)
    case .exclude(let condition): node("exclude", condition.dump)
    case .allowZero: "(allow-zero)"
    }
  }
}

extension QuantitySyntax {
  fileprivate var dump: String {
    let bound =
      switch kind {
      case .missing: "<missing>"
      case .all: "all"
      case .exactly(let amount): node("exactly", amount.dump)
      case .atLeast(let amount): node("at-least", amount.dump)
      case .atMost(let amount): node("at-most", amount.dump)
      case .range(let low, let high): node("range", low.dump, high.dump)
      }
    let whole = yearTotal == nil ? bound : node("year-total", bound)
    return allWhenFewerThan.map { node("all-when-fewer", $0.dump, whole) } ?? whole
  }
}
