import Source
import Syntax

/// What the checker knows of a plan that is based on another while it checks its clauses.
struct Overlay {
  let plan: Name
  let base: Name
  /// The plan's own text; everything else is inherited.
  let own: Span
  /// Where the plan says what inherited clauses are to fit: its registry, or else its base.
  let place: Span
  /// Departments of the base with those that take their place.
  var standIns: [DepartmentID: DepartmentID] = [:]
  /// Those of them that something else has been put in place of.
  var replaced: Set<DepartmentID> = []

  /// Whether something is wrong in a text that the plan only inherits.
  func inherits(_ diagnostic: Diagnostic) -> Bool {
    guard case .source(let span) = diagnostic.location else { return false }
    return !own.contains(span)
  }

  /// Whether a mistake in what is inherited was one in the base's inheritance already.
  func isTold(_ mistake: Diagnostic, by earlier: Diagnostic) -> Bool {
    mistake.code == .inheritedDoesNotFit && earlier.code == mistake.code
      && earlier.arguments.first == .text(base.text)
      && earlier.arguments.last == mistake.arguments.last
      && earlier.related.first == mistake.related.first
  }
}

extension Span {
  /// Whether another span lies within this one.
  func contains(_ other: Span) -> Bool {
    file == other.file && start <= other.start && other.end <= end
  }
}

/// A plan with the clauses that it inherits.
struct ComposedPlan {
  var item: PlanItem
  /// Changes that say what the base says already, and where it does.
  var pointless: [(change: Span, base: Span)] = []
}

extension Checker {
  /// All plans, each behind those that it is based on or sampled as.
  func plansAfterTheirBases() -> [PlanID] {
    var order: [PlanID] = []
    var walk = DepthFirstWalk<PlanID>()
    for index in planItems.indices {
      walk.visit(
        PlanID(index), targets: { [base(of: $0), sampleSource(of: $0)].compactMap(\.self) },
        leave: { order.append($0) })
    }
    return order
  }

  /// The plan that another names as its base, if there is one of that name.
  func base(of id: PlanID) -> PlanID? {
    let source = planItems[id.index]
    guard let base = source.item.base,
      case .plan(let found)? = modules[source.module].visible[base.text]?.entity
    else { return nil }
    return found
  }

  /// A plan with the clauses it inherits; nil where its base is not there, or is based on it.
  func composed(_ id: PlanID) -> ComposedPlan? {
    // From the plan that changes no other to this one.
    var chain = [id]
    while planItems[chain[0].index].item.base != nil {
      guard let base = base(of: chain[0]), !chain.contains(base) else { return nil }
      chain.insert(base, at: 0)
    }
    var composed = ComposedPlan(item: planItems[chain[0].index].item)
    for id in chain.dropFirst() {
      composed = changed(composed.item.clauses, by: planItems[id.index].item)
    }
    return composed
  }

  /// Begins to check a plan: with what it inherits, and as one that may not fit it.
  mutating func beginOverlay(_ id: PlanID, _ item: PlanItem) -> PlanItem? {
    guard let base = item.base else { return item }
    if base.isMissing { return nil }
    guard let declared = declared(base.text) else {
      reportUndefined(base, among: .plans)
      return nil
    }
    refer(to: declared, at: base.span)
    guard case .plan = declared.entity else {
      report(wrongKind(base, declared, wanted: Words(zh: "计划", en: "a plan")))
      return nil
    }
    // A circle of plans has been reported as one.
    guard let composed = composed(id) else { return nil }
    reportRepeatedClauses(item)
    for (change, base) in composed.pointless { report(changesNothing(change, base)) }
    let registry = item.clauses.compactMap { clause -> Name? in
      if case .over(let over) = clause.kind { over.registry } else { nil }
    }
    overlay = Overlay(
      plan: item.name, base: base, own: item.span,
      place: registry.first?.span ?? base.span)
    addStandIns(composed.item)
    return composed.item
  }

  /// Who takes the place of a department.
  mutating func standIn(for id: DepartmentID) -> DepartmentID {
    guard let other = overlay?.standIns[id] else { return id }
    overlay?.replaced.insert(id)
    return other
  }

  /// - Parameter item: the plan without what it inherits.
  mutating func endOverlay(_ item: PlanItem) {
    guard let overlay else { return }
    self.overlay = nil
    for clause in item.clauses {
      guard case .standFor(let original, _) = clause.kind,
        let id = departmentID(original), !overlay.replaced.contains(id)
      else { continue }
      report(standsForNobody(original, overlay.base))
    }
  }

  /// `代 教育部门 => 闵行区教育局`: one after the other, so that a change of a change counts, too.
  private mutating func addStandIns(_ item: PlanItem) {
    var standIns: [DepartmentID: DepartmentID] = [:]
    for clause in item.clauses {
      guard case .standFor(let original, let other) = clause.kind else { continue }
      reading(clause.span) { checker in
        guard let from = checker.department(original), let to = checker.department(other) else {
          return
        }
        for (key, value) in standIns where value == from { standIns[key] = to }
        standIns[from] = to
      }
    }
    overlay?.standIns = standIns
  }
}
