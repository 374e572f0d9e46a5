import Source
import Syntax

/// Which clauses a plan has, and which departments they name.
extension Checker {
  /// The clauses that stand once in a plan.
  enum SingleClause: Hashable, CaseIterable {
    case period, lead, over, frequency, sample, coordination, inspectors
    case rounds
    case drawLevel, inspectionLevel, listing, thenSample, issued
    case methods, findings, publish
    case drawWindow, completion
    case exclusive

    init?(_ kind: PlanClause.Kind) {
      switch kind {
      case .exclusive: self = .exclusive
      case .period: self = .period
      case .drawWindow: self = .drawWindow
      case .completion: self = .completion
      case .lead: self = .lead
      case .over: self = .over
      case .frequency: self = .frequency
      case .sample: self = .sample
      case .coordination: self = .coordination
      case .inspectors: self = .inspectors
      case .rounds: self = .rounds
      case .drawLevel: self = .drawLevel
      case .inspectionLevel: self = .inspectionLevel
      case .listing: self = .listing
      case .issued: self = .issued
      case .methods: self = .methods
      case .findings: self = .findings
      case .publish: self = .publish
      case .thenSample: self = .thenSample
      case .participants,
        .basis,
        .standFor,
        .inspect,
        .parameter,
        .require,
        .capacity,
        .tasks:
        return nil
      }
    }

    var keyword: Keyword {
      switch self {
      case .period: .period
      case .drawWindow: .drawWindow
      case .completion: .completeBy
      case .lead: .lead
      case .over: .over
      case .frequency: .frequency
      case .sample: .sample
      case .coordination: .coordination
      case .inspectors: .inspectors
      case .rounds: .rounds
      case .drawLevel: .drawLevel
      case .inspectionLevel: .inspectionLevel
      case .listing: .listing
      case .issued: .issued
      case .methods: .methods
      case .findings: .findings
      case .publish: .publish
      case .exclusive: .exclusive
      case .thenSample: .thenSample
      }
    }

    static let required: [SingleClause] = [.period, .lead, .over, .sample]
  }

  mutating func reportRepeatedClauses(_ item: PlanItem) {
    var first: [SingleClause: PlanClause] = [:]
    for clause in item.clauses {
      guard let single = SingleClause(clause.kind) else { continue }
      if let earlier = first[single] {
        report(clauseTwice(single.keyword, clause.keywordSpan, earlier.keywordSpan))
      } else {
        first[single] = clause
      }
    }
  }

  /// Says which required clauses are missing, unless the parser could not read part of the plan.
  mutating func reportMissingClauses(_ item: PlanItem) {
    let present = Set(item.clauses.compactMap { SingleClause($0.kind) })
    let missing = SingleClause.required.filter { !present.contains($0) }
    guard !missing.isEmpty, !parserReported(inside: item.span) else { return }
    report(clausesMissing(item.name, missing))
  }

  /// A department takes part once, and only those that take part send inspectors.
  mutating func reportParticipants(_ item: PlanItem) {
    var taking: [DepartmentID: Name] = [:]
    // Whoever leads for some objects may take part in the inspection of the others.
    var leadingSome: [DepartmentID: Name] = [:]
    var hasLead = false
    for clause in item.clauses {
      switch clause.kind {
      case .lead(.byObject(let rule)) where !hasLead:
        hasLead = true
        for arm in rule.arms {
          if let id = departmentID(arm.value) { leadingSome[id] = arm.value }
        }
      case .lead(.departments(let names)) where !hasLead:
        hasLead = true
        for name in names {
          guard let id = departmentID(name) else { continue }
          if let earlier = taking[id] {
            report(departmentTwice(name, earlier))
          } else {
            taking[id] = name
          }
        }
      case .participants(let names):
        for name in names {
          guard let id = departmentID(name) else { continue }
          if let earlier = taking[id] {
            report(departmentTwice(name, earlier))
          } else {
            taking[id] = name
          }
        }
      default: break
      }
    }
    taking.merge(leadingSome) { own, _ in own }
    // Who sends inspectors may be who was meant where the lead is missing, written twice, or a
    // name is wrong: one cause, one diagnostic.
    let isSure = takesPartForSure(item) && !parserReported(inside: item.span)
    for clause in item.clauses {
      if case .capacity(let capacity) = clause.kind, isSure,
        let id = departmentID(capacity.department), taking[id] == nil
      {
        report(departmentOutside(capacity.department, item.name))
      }
      guard case .inspectors(let inspectors) = clause.kind else { continue }
      var sending: [DepartmentID: Name] = [:]
      for (name, _) in inspectors {
        guard let id = departmentID(name) else { continue }
        if let earlier = sending[id] {
          report(departmentTwice(name, earlier))
        } else if isSure, taking[id] == nil {
          report(departmentOutside(name, item.name))
        }
        sending[id] = name
      }
    }
  }

  /// Where the clauses name who leads and who takes part.
  func departmentPlaces(of item: PlanItem) -> [(department: DepartmentID, span: Span)] {
    item.clauses.flatMap { clause -> [Name] in
      switch clause.kind {
      case .lead(let lead): lead.names
      case .participants(let names): names
      default: []
      }
    }.compactMap { name in departmentID(name).map { ($0, name.span) } }
  }

  /// The department that a name of a clause means; nil for anything else.
  func departmentID(_ name: Name) -> DepartmentID? {
    guard case .department(let id)? = modules[module(of: name.span)].visible[name.text]?.entity
    else { return nil }
    return overlay?.standIns[id] ?? id
  }

  /// Whether there is just one lead, and everyone named by the lead and the participants is a
  /// department.
  private func takesPartForSure(_ item: PlanItem) -> Bool {
    var leads = 0
    for clause in item.clauses {
      let names: [Name]
      switch clause.kind {
      case .lead(let lead):
        leads += 1
        names = lead.names
      case .participants(let several): names = several
      default: continue
      }
      if names.contains(where: { departmentID($0) == nil }) { return false }
    }
    return leads == 1
  }
}
