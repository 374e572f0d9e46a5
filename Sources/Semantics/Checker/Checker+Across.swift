import Quantities
import Source
import Syntax

/// `检查上限` and `统筹`, and what plans mean for each other.
extension Checker {
  mutating func checkAcrossPlans() {
    for index in visitCapItems.indices {
      let source = visitCapItems[index]
      let cap = elsewhere(module: source.module, owner: .visitCap(VisitCapID(index))) {
        $0.visitCap(source.item)
      }
      if let cap { program.visitCaps.append(cap) }
    }
    for index in jointItems.indices {
      let source = jointItems[index]
      let joint = elsewhere(module: source.module, owner: .joint(JointID(index))) {
        $0.joint(source.item)
      }
      if let joint { program.joints.append(joint) }
    }
    // With a plan missing, identifiers of plans are not those of the program.
    guard program.plans.count == planItems.count, program.joints.count == jointItems.count,
      errorCount == 0
    else { return }
    for (index, joint) in program.joints.enumerated() {
      elsewhere(module: jointItems[index].module, owner: nil) { checker in
        checker.report(joint.staticMistakes(checker.program))
      }
    }
    let library = Set(modules.filter(\.isOfLibrary).map(\.tree.file.id))
    let company = PlanCompany([program]) { !library.contains($0) }
    report(company.mistakes { _, _ in true })
  }

  private mutating func visitCap(_ item: VisitCapItem) -> VisitCapDeclaration? {
    let before = errorCount
    var registry: RegistryID?
    var condition: TypedExpression?
    var over: Span?
    for clause in item.clauses {
      guard case .over(let name, let syntax) = clause.kind else { continue }
      if let over { report(clauseTwice(.over, clause.keywordSpan, over)) }
      over = clause.keywordSpan
      registry = self.registry(name)
      guard let syntax else { continue }
      scope.rows = [registry.map(Type.row) ?? .unknown]
      let typed = check(syntax, as: .bool)
      scope.present = scope.facts(typed, true)
      condition = typed
    }
    scope.rows = registry.map { [.row($0)] } ?? []
    var departments: [(id: DepartmentID, name: Name)] = []
    var limits = VisitCapDeclaration.Limits()
    var written: [Keyword: Span] = [:]
    var cases: [(condition: TypedExpression, syntax: VisitLimitsSyntax)] = []
    var exceptions: [String] = []
    var basis: [Basis] = []
    for clause in item.clauses {
      switch clause.kind {
      case .over: break
      case .departments(let names):
        for name in names {
          guard let id = department(name) else { continue }
          if let earlier = departments.first(where: { $0.id == id }) {
            report(departmentTwice(name, earlier.name))
          } else {
            departments.append((id, name))
          }
        }
      case .limits(let syntax):
        for limit in syntax.limits {
          if let earlier = written[limit.scope] {
            report(clauseTwice(limit.scope, limit.span, earlier))
          }
          written[limit.scope] = limit.span
        }
        limits = self.limits(syntax, instead: limits)
      case .when(let syntax, let limits):
        if over == nil { report(caseWithoutRegistry(clause.keywordSpan)) }
        if registry != nil { cases.append((check(syntax, as: .bool), limits)) }
      case .exceptions(let reasons): exceptions += reasons.map(\.text)
      case .basis(let citations): basis += citations.compactMap { self.basis($0) }
      }
    }
    var missing: [Keyword] = []
    if !item.clauses.contains(where: { if case .departments = $0.kind { true } else { false } }) {
      missing.append(.department)
    }
    // Without a general limit there must be one for some objects.
    if written.isEmpty, cases.isEmpty, over == nil || registry != nil { missing.append(.each) }
    if !missing.isEmpty, !parserReported(inside: item.span) {
      report(incomplete(item.name, missing))
    }
    reportUselessLimits(limits, of: departments.count, written)
    if item.usesLevels {
      for (id, name) in departments where program.level(of: id) == nil {
        report(departmentWithoutLevel(name))
      }
    }
    guard errorCount == before else { return nil }
    var cap = VisitCapDeclaration(
      name: item.name, departments: departments.map(\.id), registry: registry, scope: condition,
      limits: limits,
      cases: cases.map {
        VisitCapDeclaration.Case(
          condition: $0.condition, limits: self.limits($0.syntax, instead: limits))
      },
      exceptions: exceptions, span: item.span)
    cap.basis = basis
    return cap
  }

  /// What is written, and otherwise what held before; `不限` takes everything away.
  private mutating func limits(
    _ syntax: VisitLimitsSyntax, instead general: VisitCapDeclaration.Limits
  ) -> VisitCapDeclaration.Limits {
    if syntax.limits.isEmpty { return VisitCapDeclaration.Limits() }
    var limits = general
    for limit in syntax.limits {
      let count = wholeNumber(limit.count, limit.span)
      switch limit.scope {
      case .each: limits.each = count
      case .eachLevel: limits.eachLevel = count
      default: limits.together = count
      }
    }
    return limits
  }

  /// A limit that another one keeps from ever being reached.
  private mutating func reportUselessLimits(
    _ limits: VisitCapDeclaration.Limits, of departments: Int, _ written: [Keyword: Span]
  ) {
    guard let each = limits.each, let together = limits.together, departments > 0,
      let eachSpan = written[.each], let togetherSpan = written[.sum]
    else { return }
    let (most, overflow) = each.multipliedReportingOverflow(by: Int64(departments))
    if !overflow, together > most {
      report(togetherNeverReached(togetherSpan, each, departments, most, together))
    } else if each > together {
      report(eachNeverReached(eachSpan, each, together))
    }
  }

  private mutating func joint(_ item: JointItem) -> JointDeclaration? {
    let before = errorCount
    var plans: [(id: PlanID, name: Name)] = []
    for name in item.plans {
      guard let id = plan(named: name) else { continue }
      if let earlier = plans.first(where: { $0.id == id }) {
        report(jointPlanTwice(name, earlier.name))
      } else {
        plans.append((id, name))
      }
    }
    var bounds: [JointDeclaration.Bound] = []
    for syntax in item.bounds {
      let measure: JointDeclaration.Measure = syntax.measure == .sum ? .sum : .coverage
      if measure == .coverage { reportDifferentObjects(plans, syntax) }
      if let quantity = quantity(syntax.quantity, isOverall: true) {
        bounds.append(JointDeclaration.Bound(measure: measure, quantity: quantity))
      }
    }
    var missing: [Keyword] = []
    if item.plans.count < 2 { missing.append(.plan) }
    if item.bounds.isEmpty { missing.append(.sum) }
    if !missing.isEmpty, !parserReported(inside: item.span) {
      report(incomplete(item.name, missing))
    }
    guard errorCount == before else { return nil }
    return JointDeclaration(
      name: item.name, plans: plans.map(\.id), bounds: bounds, span: item.span)
  }

  /// Objects of different registries cannot be known to be the same ones, unless both are named by
  /// uniform codes.
  private mutating func reportDifferentObjects(
    _ plans: [(id: PlanID, name: Name)], _ bound: JointBoundSyntax
  ) {
    guard let first = plans.first, let own = planRegistries[first.id.index] else { return }
    for plan in plans.dropFirst() {
      guard let other = planRegistries[plan.id.index], other != own else { continue }
      let keys = [own, other].map { id in
        let registry = program.registries[id.index]
        return registry.fields.indices.contains(registry.key)
          ? registry.fields[registry.key].type : .unknown
      }
      if keys.allSatisfy({ $0 == .code(.uniform) || $0 == .unknown }) { continue }
      report(differentObjects(plan.name, first.name, bound))
      return
    }
  }
}

extension VisitCapItem {
  /// Whether one of its limits is that of a level.
  fileprivate var usesLevels: Bool {
    clauses.contains { clause in
      switch clause.kind {
      case .limits(let limits), .when(_, let limits):
        limits.limits.contains { $0.scope == .eachLevel }
      default: false
      }
    }
  }
}

extension Module {
  /// Whether it belongs to the standard library, whose plans are for others to take over.
  var isOfLibrary: Bool {
    path.map { $0.hasPrefix("标准.") || $0.hasPrefix("std.") } ?? false
  }
}
