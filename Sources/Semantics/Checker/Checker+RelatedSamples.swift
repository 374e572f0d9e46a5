import Source
import Syntax

/// Samples that another plan decides, and second stages.
extension Checker {
  mutating func related(
    _ relation: SampleRelation, _ syntax: SampleSyntax, _ clause: PlanClause, in plan: Span,
    _ draft: inout PlanDraft
  ) -> PlanDeclaration.Sampling? {
    guard let id = self.plan(named: relation.plan) else { return nil }
    switch relation {
    case .along: return along(id, relation.plan, syntax, clause, &draft)
    case .same:
      guard let source = sampleClause(of: id), case .sample(let found) = source.kind else {
        return nil
      }
      if case .along(let name)? = found.relation {
        guard let id = reading(name.span, { $0.plan(named: name) }) else { return nil }
        return along(id, relation.plan, syntax, clause, &draft)
      }
      return same(as: found, source, relation.plan, syntax, in: plan, &draft)
    }
  }

  /// The strata and quantities of another plan, put to the rows of this one's registry.
  private mutating func same(
    as found: SampleSyntax, _ source: PlanClause, _ name: Name, _ syntax: SampleSyntax,
    in plan: Span, _ draft: inout PlanDraft
  ) -> PlanDeclaration.Sampling? {
    guard let registry = draft.registry, let own = draft.name else { return nil }
    draft.relations.sampledAs = self.plan(named: name)
    // What does not fit here is told here, with the place there.
    let saved = overlay
    if overlay == nil {
      overlay = Overlay(plan: own, base: name, own: plan, place: name.span)
    }
    defer { overlay = saved }
    scope.rows = [.row(registry)]
    defer { scope.rows = [] }
    let changed = changedSample(found, by: syntax)
    return reading(source.span) { $0.sampling(changed, source, in: plan) }
  }

  private mutating func along(
    _ id: PlanID, _ name: Name, _ syntax: SampleSyntax, _ clause: PlanClause,
    _ draft: inout PlanDraft
  ) -> PlanDeclaration.Sampling? {
    guard let own = draft.registry, let other = planRegistries[id.index] else { return nil }
    if let first = syntax.clauses.first {
      report(quantityTwice(first.span, name.span))
      return nil
    }
    if own != other {
      let there = Name(program.registries[other.index].name.text, name.span)
      let fields = commonFields(
        own, other, nil, at: there, own: program.registries[own.index].name)
      if fields == nil { return nil }
    }
    draft.relations.along = id
    let all = PlanDeclaration.Quantity(bound: .all, allWhenFewerThan: nil, span: clause.span)
    return PlanDeclaration.Sampling(
      by: [], within: nil,
      strata: [PlanDeclaration.Stratum(patterns: [], label: "", quantity: all)], overall: [],
      includes: [], excludes: [], allowsZero: false)
  }

  /// Who is drawn along with another plan has that plan's tickets.
  mutating func reportGroup(_ item: PlanItem, _ draft: PlanDraft) {
    guard draft.relations.along != nil else { return }
    for clause in item.clauses {
      if case .coordination = clause.kind {
        report(outOfPlace(clause.span, Phrase.alongHasGroup.words))
      }
    }
  }

  /// The clause that decides the sample of a plan, through all plans it is sampled as. Nil where
  /// there is none, or only itself.
  private func sampleClause(of id: PlanID) -> PlanClause? {
    var seen: Set<PlanID> = []
    var next: PlanID? = id
    while let id = next, seen.insert(id).inserted {
      guard let clause = ownSampleClause(of: id), case .sample(let sample) = clause.kind else {
        return nil
      }
      guard case .same = sample.relation else { return clause }
      next = sampleSource(of: id)
    }
    return nil
  }

  private func ownSampleClause(of id: PlanID) -> PlanClause? {
    composed(id)?.item.clauses.first { if case .sample = $0.kind { true } else { false } }
  }

  /// The plan that the sample of another is the same as.
  func sampleSource(of id: PlanID) -> PlanID? {
    guard case .sample(let sample)? = ownSampleClause(of: id)?.kind,
      case .same(let name)? = sample.relation,
      case .plan(let found)? = modules[module(of: name.span)].visible[name.text]?.entity
    else { return nil }
    return found
  }

  mutating func secondStage(
    _ syntax: SecondStageSyntax, _ draft: PlanDraft
  ) -> PlanRelations.SecondStage? {
    guard let first = draft.registry, let second = registry(syntax.registry),
      let syntaxOfQuantity = syntax.quantity
    else { return nil }
    var condition: TypedExpression?
    if let written = syntax.condition {
      scope.rows = [.row(second)]
      condition = check(written, as: .bool)
      scope.rows = []
    }
    // Parts are refused as such, not for what they name.
    scope.rows = [.row(second)]
    let quantity = quantity(syntaxOfQuantity)
    scope.rows = []
    if let quantity, quantity.isFine {
      report(outOfPlace(syntaxOfQuantity.span, Phrase.stageIsPlain.words))
    }
    if syntax.field.isMissing { return nil }
    let (one, two) = (program.registries[first.index], program.registries[second.index])
    guard let field = registryFields[second.index][syntax.field.text] else {
      report(unknownMember(syntax.field, of: .row(second)))
      return nil
    }
    guard one.fields.indices.contains(one.key), two.fields.indices.contains(two.key) else {
      return nil
    }
    let (key, link) = (one.fields[one.key], two.fields[field])
    if key.type.isUnknown || link.type.unwrapped.isUnknown { return nil }
    guard key.type == link.type.unwrapped else {
      report(keysDiffer(syntax.field, (one.name.text, key), (two.name.text, link)))
      return nil
    }
    guard let quantity else { return nil }
    return PlanRelations.SecondStage(
      registry: second, condition: condition, field: field, quantity: quantity,
      allowsZero: syntax.allowZero != nil, span: syntax.registry.span)
  }
}

extension PlanDeclaration.Quantity {
  /// Whether it says more than how many of each drawn object.
  fileprivate var isFine: Bool {
    isYearTotal || covering != nil || !subquotas.isEmpty || !layers.isEmpty
  }
}
