import Quantities
import Source
import Syntax

/// Plans in relation to departments and to their levels.
extension Checker {
  /// What the departments of all files belong to, and their levels.
  mutating func resolveDepartments() {
    for (index, source) in departmentItems.enumerated() {
      let item = source.item
      if let level = item.level {
        program.departments[index].level = AdministrativeLevel(level.keyword)
      }
      guard let parent = item.parent, !parent.isMissing else { continue }
      let id = elsewhere(module: source.module, owner: .department(DepartmentID(index))) {
        $0.department(parent)
      }
      program.departments[index].parent = id
    }
    for (index, source) in departmentItems.enumerated() {
      guard let parent = program.departments[index].parent, let written = source.item.level,
        let own = program.departments[index].level, let above = program.level(of: parent),
        own < above
      else { continue }
      report(
        levelAboveParent(
          source.item.name, own, program.departments[parent.index].name, above, written.span))
    }
  }

  mutating func lead(_ syntax: LeadSyntax, _ draft: inout PlanDraft) {
    switch syntax {
    case .departments(let names):
      let leads = names.compactMap { department($0) }
      draft.lead = leads.first ?? draft.lead
      draft.relations.coLeads += leads.dropFirst()
    case .byObject(let syntax):
      let rule = byObject(syntax, over: draft.registry) { checker, name, _ in
        checker.department(name)
      }
      draft.lead = rule?.arms.first?.value ?? draft.lead
      draft.relations.leadRule = rule
    }
  }

  mutating func level(
    _ syntax: LevelSyntax, over registry: RegistryID?
  ) -> PlanRelations.LevelRule? {
    switch syntax {
    case .one(let keyword, _): return AdministrativeLevel(keyword).map { .one($0) }
    case .byObject(let syntax):
      return byObject(syntax, over: registry) { _, keyword, _ in AdministrativeLevel(keyword) }
        .map { .byObject($0) }
    }
  }

  /// The arms of a rule over the rows of a plan's registry. Nil if something in it is wrong.
  mutating func byObject<Written: Sendable, Value>(
    _ syntax: ByObjectSyntax<Written>, over registry: RegistryID?,
    _ value: (inout Checker, Written, Span) -> Value?
  ) -> ByObject<Value>? {
    guard let registry else { return nil }
    let before = errorCount
    scope.rows = [.row(registry)]
    defer { scope.rows = [] }
    let by = syntax.by.map { stratifier($0, mayBeAbsent: true) }
    let rows = patternRows(
      syntax.arms.map { ($0.patterns, $0.valueSpan, $0.span) }, types: by.map(\.type))
    if let first = syntax.by.first, let last = syntax.by.last {
      let columns = columns(syntax.by, by)
      let head = first.span.joined(last.span)
      let whole = syntax.arms.reduce(head) { $0.joined($1.span) }
      checkCoverage(columns, rows, inside: whole, of: factSubject(by)) { $0.objects(at: head) }
    }
    var arms: [ByObject<Value>.Arm] = []
    for (arm, row) in zip(syntax.arms, rows.rows) {
      guard let value = value(&self, arm.value, arm.valueSpan) else { continue }
      arms.append(ByObject.Arm(patterns: row.patterns, value: value, span: arm.span))
    }
    return errorCount == before && !arms.isEmpty ? ByObject(by: by, arms: arms) : nil
  }

  /// Every level that draws is that of a lead, every level that inspects that of a department
  /// that goes there.
  mutating func reportLevels(_ item: PlanItem, _ draft: PlanDraft) {
    guard let lead = draft.lead, !parserReported(inside: item.span) else { return }
    let leads = draft.relations.leadRule?.values ?? [lead] + draft.relations.coLeads
    let sending =
      draft.inspectors.isEmpty ? leads + draft.participants : draft.inspectors.map(\.department)
    for clause in item.clauses {
      switch clause.kind {
      case .drawLevel(let syntax): reportLevels(syntax, draft.relations.drawLevel, among: leads)
      case .inspectionLevel(let syntax):
        reportLevels(syntax, draft.relations.inspectionLevel, among: sending)
      default: break
      }
    }
  }

  private mutating func reportLevels(
    _ syntax: LevelSyntax, _ rule: PlanRelations.LevelRule?, among departments: [DepartmentID]
  ) {
    guard rule != nil else { return }
    var named: Set<DepartmentID> = []
    let present = departments.filter { named.insert($0).inserted }.map {
      (name: program.departments[$0.index].name, level: program.level(of: $0))
    }
    var told: Set<Keyword> = []
    for (keyword, span) in syntax.words where told.insert(keyword).inserted {
      guard let level = AdministrativeLevel(keyword),
        !present.contains(where: { $0.level == level })
      else { continue }
      report(levelWithoutDepartment(level, span, present))
    }
  }
}

extension AdministrativeLevel {
  init?(_ keyword: Keyword) {
    switch keyword {
    case .national: self = .national
    case .provincial: self = .provincial
    case .municipal: self = .municipal
    case .county: self = .county
    case .township: self = .township
    default: return nil
    }
  }

  var keyword: Keyword {
    switch self {
    case .national: .national
    case .provincial: .provincial
    case .municipal: .municipal
    case .county: .county
    case .township: .township
    }
  }
}
