extension PlanClause.Kind {
  var dump: String {
    switch self {
    case .parameter(let parameter): parameter.dump
    case .require(let condition): node("require", condition.dump)
    case .standFor(let original, let other): node("stand-for", original.dump, other.dump)
    case .period(let first, let last): node("period", first.dump, last.dump)
    case .drawWindow(let first, let last): node("draw-window", first.dump, last.dump)
    case .completion(let deadline): node("complete-by", deadline.dump)
    case .lead(let lead): lead.dump
    case .participants(let names): node("participants", names.map(\.dump).joined(separator: " "))
    case .over(let over): over.dump
    case .frequency(let frequency): frequency.dump
    case .sample(let sample): sample.dump
    case .inspect(let names): node("inspect", names.map(\.dump).joined(separator: " "))
    case .findings(let table): table.dump
    case .publish(let publication): publication.dump
    case .methods(let methods): node("methods", methods.dump)
    case .basis(let citations): node("basis", citations.map(\.dump).joined(separator: " "))
    case .rounds(let rounds): rounds.dump
    case .coordination(let group): node("coordination", quoted(group))
    case .capacity(let capacity): capacity.dump
    case .exclusive: "(exclusive)"
    case .inspectors(let needs):
      node("inspectors", needs.map { "\($0.department.dump)=\($0.count)" }.joined(separator: " "))
    case .thenSample(let stage): stage.dump
    case .drawLevel(let level): node("draw-level", level.dump)
    case .inspectionLevel(let level): node("inspection-level", level.dump)
    case .listing(let keyword, let deadline): node("listing", ":\(keyword)", deadline?.dump)
    case .tasks(let names): node("tasks", names.map(\.dump).joined(separator: " "))
    case .issued(let day, let publication): node("issued", day.dump, publication?.dump)
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
        "rounds", intervals.map(\.dump).joined(separator: " "))
    }
  }
}

extension RoundSyntax {
  fileprivate var dump: String {
    node(
      "round", days.from.dump, days.to.dump,
      window.map { node("draw-window", $0.from.dump, $0.to.dump) },
      completion.map { node("complete-by", $0.dump) })
  }
}

extension FrequencyClause {
  fileprivate var dump: String {
    if by.isEmpty { return node("frequency", arms.first?.rate.dump) }
    return lines(
      "frequency " + node("by", by.map(\.dump).joined(separator: " ")),
      arms.map { node("arm", list($0.patterns.map(\.dump)), $0.rate.dump) })
  }
}

extension RateSyntax {
  fileprivate var dump: String {
    let times =
      switch kind {
      case .missing: "<missing>"
      case .undecided: "undecided"
      case .exactly(let count): count.dump
      case .atLeast(let count): node("at-least", count.dump)
      case .atMost(let count): node("at-most", count.dump)
      case .range(let low, let high): node("range", low.dump, high.dump)
      }
    guard let every else { return times }
    return node("per", every.count == "1" ? nil : every.count, ":\(every.unit)", times)
  }
}

extension ParameterClause {
  fileprivate var dump: String {
    node(
      "parameter", name.dump, type?.dump, range.map { node("range", $0.low.dump, $0.high.dump) },
      value.map { node("value", $0.dump) })
  }
}

extension SampleSyntax {
  fileprivate var dump: String {
    let head = [
      "sample", by.isEmpty ? nil : node("by", by.map(\.dump).joined(separator: " ")),
      rising.map { _ in "rising" }, each.map { node("each", $0.dump) },
      spread.map { node("spread", $0.dump) }, relation?.dump, single?.dump,
    ]
    return lines(head.compactMap { $0 }.joined(separator: " "), clauses.map(\.dump))
  }
}

extension SampleClause.Kind {
  fileprivate var dump: String {
    switch self {
    case .arm(let patterns, let quantity): node("arm", list(patterns.map(\.dump)), quantity.dump)
    case .overall(let quantity, let each):
      node("overall", each.map { node("each", $0.dump) }, quantity.dump)
    case .include(let condition, let counted):
      node("include", condition.dump, counted ? "counted" : nil)
    case .exclude(let condition): node("exclude", condition.dump)
    case .prefer(let condition): node("prefer", condition.dump)
    case .withoutRepeats: "(without-repeats)"
    case .excludeDrawn(let exclusion):
      node(
        "exclude-drawn", exclusion.duration.dump,
        exclusion.plans.map(\.dump).joined(separator: " "))
    case .rotate(let duration): node("rotate", duration.dump)
    case .cap(let cap):
      switch cap.window {
      case .rolling(let window): node("cap", cap.count, window.dump)
      case .dates(let from, let to): node("cap", cap.count, node("dates", from.dump, to.dump))
      }
    case .allowZero: "(allow-zero)"
    }
  }
}

extension DrawnExclusionSyntax.PlanReference {
  fileprivate var dump: String {
    switch self {
    case .name(let name): name.dump
    case .text(let text): quoted(text)
    }
  }
}

extension QuantitySyntax {
  var dump: String {
    let bound =
      switch kind {
      case .missing: "<missing>"
      case .all: "all"
      case .undecided: "undecided"
      case .exactly(let amount): node("exactly", amount.dump)
      case .atLeast(let amount): node("at-least", amount.dump)
      case .atMost(let amount): node("at-most", amount.dump)
      case .range(let low, let high): node("range", low.dump, high.dump)
      case .rotate(let duration): node("rotate", duration.dump)
      }
    let bounds = additions.dump(around: bound)
    let whole = yearTotal == nil ? bounds : node("year-total", bounds)
    return allWhenFewerThan.map { node("all-when-fewer", $0.dump, whole) } ?? whole
  }
}

extension QuantityAdditions {
  fileprivate func dump(around bound: String) -> String {
    var parts: [String] = []
    if perInspector != nil { parts.append("per-inspector") }
    if let count { parts.append(node("count", count.dump)) }
    parts += alternatives.map { node("or", $0.dump) }
    parts += subquotas.map { node("where", $0.condition.dump, $0.quantity.dump) }
    if let covering { parts.append(node("covering", covering.dump)) }
    parts += layers.map { node("again", $0.dump) }
    if let rotation { parts.append(node("rotate", rotation.dump)) }
    return parts.isEmpty ? bound : node("quantity", bound, parts.joined(separator: " "))
  }
}

extension CapacitySyntax {
  fileprivate var dump: String {
    let lines = lines.map {
      node("\($0.keyword)", $0.days?.dump, $0.share.map { node("share", $0.dump) })
    }
    return node(
      "capacity", "\(department.dump)=\(persons)",
      lines.isEmpty ? nil : lines.joined(separator: " "))
  }
}

extension SampleClause {
  fileprivate var dump: String {
    let own = except.map { node("except", kind.dump, $0.dump) } ?? kind.dump
    return grounds.map { node("grounded", own, $0.dump) } ?? own
  }
}
