import Quantities
import Source
import Syntax

/// Plans: which clauses there are, and who takes part. Their sampling is in `Checker+Sampling`.
extension Checker {
  mutating func checkPlans() {
    var checked: [PlanDeclaration?] = planItems.map { _ in nil }
    // What others are based on comes first: its own mistakes are told there.
    for id in plansAfterTheirBases() { checked[id.index] = checkedPlan(id) }
    program.plans = checked.compactMap(\.self)
  }

  private mutating func checkedPlan(_ id: PlanID) -> PlanDeclaration? {
    let source = planItems[id.index]
    return elsewhere(module: source.module, owner: .plan(id)) { checker in
      defer { checker.endOverlay(source.item) }
      guard let item = checker.beginOverlay(id, source.item) else { return nil }
      var plan = checker.plan(item)
      plan?.base = checker.base(of: id).map { checker.planItems[$0.index].item.name.span }
      // What a sample like another's has wrong by itself is told at the other plan.
      if let plan, plan.relations.sampledAs == nil {
        checker.report(plan.staticArithmetic(spelledIn: checker.language))
      }
      return plan
    }
  }

  /// - Parameter item: with the clauses that it inherits.
  private mutating func plan(_ item: PlanItem) -> PlanDeclaration? {
    reportRepeatedClauses(item)
    reportMissingClauses(item)
    var draft = PlanDraft()
    draft.name = item.name
    declareParameters(item, &draft)
    // The registry first: the conditions of all other clauses are about its rows.
    for clause in item.clauses {
      guard case .over(let syntax) = clause.kind, draft.registry == nil else { continue }
      reading(clause.span) { $0.over(syntax, &draft) }
    }
    planScope = draft.scope.map { ($0, item.span) }
    defer { planScope = nil }
    capacities(item, &draft)
    for clause in item.clauses {
      reading(clause.span) { $0.clause(clause, item.span, &draft) }
    }
    let rounds = draft.period.flatMap { self.rounds(of: item, in: $0, &draft.times) }
    reportParticipants(item)
    reportLevels(item, draft)
    reportGroup(item, draft)
    settleCapacities(&draft)
    reportUnusedBindings()
    guard let period = draft.period, let lead = draft.lead, let registry = draft.registry,
      let sampling = draft.sampling
    else { return nil }
    if let asAt = draft.relations.asAt, asAt.date > period.to, period.from <= period.to {
      report(registryAfterPeriod(asAt, period.to))
    }
    var plan = PlanDeclaration(
      name: item.name, period: period, lead: lead, participants: draft.participants,
      registry: registry, scope: draft.scope, frequency: draft.frequency,
      inspectors: draft.inspectors, group: draft.group ?? item.name.text, sampling: sampling,
      span: item.span)
    plan.basis = draft.basis
    plan.roles = draft.roles
    plan.inspections = draft.inspections
    plan.methods = draft.methods
    plan.relations = draft.relations
    plan.parameters = draft.parameters
    plan.requirements = draft.requirements
    plan.capacities = draft.capacities
    plan.followUp = draft.followUp
    plan.publication = draft.publication
    plan.completeSpan = item.completeSpan
    plan.departmentPlaces = departmentPlaces(of: item)
    reportFollowUp(item, taking: Set(plan.leads + plan.participants))
    reportStructure(of: plan)
    plan.rounds = rounds
    plan = plan.withRotations()
    reportCrowdedFrequency(plan)
    let before = errorCount
    plan.times = times(draft.times)
    if errorCount == before { report(plan.roundTimeMistakes()) }
    reportIssue(of: plan)
    plan.tasks = tasks(of: item, in: plan)
    schedule(&plan)
    reportIncompleteness(of: plan)
    plan.exclusive = draft.exclusive
    return plan
  }

  /// What has been understood of a plan.
  struct PlanDraft {
    var times = TimeDraft()
    var name: Name?
    var period: (from: CivilDate, to: CivilDate)?
    var lead: DepartmentID?
    var participants: [DepartmentID] = []
    var registry: RegistryID?
    var scope: TypedExpression?
    var frequency: PlanDeclaration.Frequency?
    var inspectors: [(department: DepartmentID, count: Int64)] = []
    var group: String?
    var sampling: PlanDeclaration.Sampling?
    var basis: [Basis] = []
    var roles: [PlanDeclaration.Role] = []
    var inspections: [PlanDeclaration.Inspection] = []
    var methods: [InspectionMethod] = []
    var relations = PlanRelations()
    var parameters: [PlanDeclaration.Parameter] = []
    var requirements: [PlanDeclaration.Requirement] = []
    var capacities: [PlanDeclaration.Capacity] = []
    var followUp: PlanDeclaration.FollowUp?
    var publication: PlanDeclaration.Publication?
    var exclusive: Span?
  }

  private mutating func clause(_ clause: PlanClause, _ plan: Span, _ draft: inout PlanDraft) {
    let leads = if case .lead = clause.kind { true } else { false }
    draft.roles += clause.roles.compactMap { role($0, over: draft.registry, leads: leads) }
    switch clause.kind {
    case .over, .standFor, .rounds, .capacity, .parameter, .tasks: break
    case .findings(let table): draft.followUp = followUp(table, clause)
    case .publish(let publication): draft.publication = self.publication(publication, clause)
    case .inspect(let names): inspections(names, &draft)
    case .methods(let methods): draft.methods += methods.map(\.method)
    case .require(let condition):
      if let requirement = requirement(condition) { draft.requirements.append(requirement) }
    case .basis(let citations): draft.basis += citations.compactMap { basis($0) }
    case .period(let from, let to):
      guard let interval = period(from, to) else { return }
      draft.period = interval
      draft.times.period = (interval.from, interval.to, from.span.joined(to.span))
    case .drawWindow(let from, let to):
      guard let interval = period(from, to) else { return }
      draft.times.window = (interval.from, interval.to, from.span.joined(to.span))
    case .completion(let deadline):
      draft.times.completion = completion(deadline) ?? draft.times.completion
    case .exclusive: draft.exclusive = clause.keywordSpan
    case .lead(let syntax): lead(syntax, &draft)
    case .participants(let names): draft.participants += names.compactMap { department($0) }
    case .frequency(let syntax):
      guard let registry = draft.registry else { return }
      scope.rows = [.row(registry)]
      draft.frequency = frequency(syntax, in: plan)
      scope.rows = []
    case .coordination(let group):
      if group.isEmpty || group.unicodeScalars.contains("\n") {
        report(badGroup(clause.span))
      }
      draft.group = group
    case .inspectors(let inspectors):
      for (name, count) in inspectors {
        guard let department = department(name), let count = wholeNumber(count, name.span) else {
          continue
        }
        draft.inspectors.append((department, count))
      }
    case .thenSample(let syntax): draft.relations.secondStage = secondStage(syntax, draft)
    case .drawLevel(let syntax): draft.relations.drawLevel = level(syntax, over: draft.registry)
    case .inspectionLevel(let syntax):
      draft.relations.inspectionLevel = level(syntax, over: draft.registry)
    case .listing(let keyword, let deadline):
      draft.relations.listing = keyword == .publicList ? .published : .secret
      draft.relations.listDue = deadline.flatMap { listDue($0) }
    case .issued(let day, let publication): issued(day, publication, &draft)
    case .sample(let sample):
      guard let registry = draft.registry else { return }
      if let relation = sample.relation {
        draft.sampling = related(relation, sample, clause, in: plan, &draft)
        return
      }
      scope.rows = [.row(registry)]
      let facts = program.coverage.count
      draft.sampling = sampling(sample, clause, in: plan)
      for index in facts..<program.coverage.count { program.coverage[index].scope = draft.scope }
      scope.rows = []
    }
  }

  /// A number of visits or persons: at least 1.
  mutating func wholeNumber(_ digits: String, _ span: Span) -> Int64? {
    guard let value = Int64(digits) else {
      if !digits.isEmpty { report(integerTooLarge(digits, span)) }
      return nil
    }
    if value < 1 { report(countTooSmall(span)) }
    return value
  }
}
