import Quantities
import Source
package import Syntax

/// A checklist used with a registry.
struct ChecklistUse: Hashable {
  let checklist: ChecklistID
  let registry: RegistryID
}

/// What the departments of a plan do, and by which lists the plan inspects.
extension Checker {
  /// - Parameters:
  ///   - registry: the plan's; nil where it has none.
  ///   - leads: whether it is the role of a lead, who comes to every object.
  mutating func role(
    _ syntax: RoleSyntax, over registry: RegistryID?, leads: Bool
  ) -> PlanDeclaration.Role? {
    guard case .department(let named)? = declared(syntax.department.text)?.entity else {
      return nil
    }
    let id = standIn(for: named)
    var matters: [(id: MatterID, span: Span)] = []
    var all: [Name] = []
    var duty: String?
    var agreed: (on: CivilDate, record: String?, span: Span)?
    var condition: TypedExpression?
    reportRepeatedParts(syntax.parts.map { ($0.keyword, $0.span) }, mayRepeat: [.matters])
    for part in syntax.parts {
      switch part.kind {
      case .matters(let names):
        all += names
        for name in names {
          guard let matter = matter(named: name) else { continue }
          matters.append((matter, name.span))
          if let body = program.matters[matter.index].body, standIn(for: body) != id {
            report(matterOfOther(name, matter, body))
          }
        }
      case .duty(let text): duty = text
      case .agreed(let day, let record): agreed = constantDate(day).map { ($0, record, day.span) }
      case .condition(let expression):
        if leads { report(outOfPlace(part.span, Phrase.leadComesAlways.words)) }
        guard !leads, let registry else { continue }
        scope.rows = [.row(registry)]
        condition = reading(expression.span) { $0.check(expression, as: .bool) }
        scope.rows = []
      }
    }
    reportRepeated(all)
    var role = PlanDeclaration.Role(
      department: id, matters: matters, duty: duty, agreed: agreed, span: syntax.span)
    role.condition = condition
    return role
  }

  mutating func inspections(_ names: [Name], _ draft: inout PlanDraft) {
    reportRepeated(names)
    for name in names {
      guard let id = checklist(named: name), let registry = draft.registry,
        !draft.inspections.contains(where: { $0.checklist == id })
      else { continue }
      draft.inspections.append(
        PlanDeclaration.Inspection(
          checklist: id,
          conditions: conditions(of: ChecklistUse(checklist: id, registry: registry), at: name),
          departments: program.checklists[id.index].items.map { item in
            item.department.map { standIn(for: $0) }
          }, span: name.span))
    }
  }

  /// The conditions of a list over the rows of a registry. Looked into once for each registry;
  /// mistakes in them are told where the list is used.
  private mutating func conditions(of use: ChecklistUse, at name: Name) -> [TypedExpression?] {
    if let known = checklistConditions[use] { return known }
    let source = checklistItems[use.checklist.index]
    let lacking = lackedFields(use, source.module)
    guard lacking.isEmpty else {
      report(checklistFields(name, lacking, program.registries[use.registry.index].name))
      return []
    }
    let conditions = elsewhere(module: source.module, owner: .checklist(use.checklist)) { checker in
      checker.program.checklists[use.checklist.index].items.map { item -> TypedExpression? in
        guard let condition = item.condition else { return nil }
        checker.scope = Scope()
        checker.scope.rows = [.row(use.registry)]
        return checker.check(condition, as: .bool)
      }
    }
    checklistConditions[use] = conditions
    return conditions
  }

  /// Names in the conditions of a list from elsewhere that can only be fields that this registry
  /// does not have.
  private func lackedFields(_ use: ChecklistUse, _ list: Int) -> [Name] {
    guard list != module else { return [] }
    let fields = registryFields[use.registry.index]
    var lacking: [Name] = []
    for item in program.checklists[use.checklist.index].items {
      item.condition?.forEachName { name in
        let isKnown =
          fields[name.text] != nil || modules[list].visible[name.text] != nil
          || modules[list].members[name.text] != nil
        if !isKnown, !lacking.contains(where: { $0.text == name.text }) { lacking.append(name) }
      }
    }
    return lacking
  }

  // MARK: Whole plans

  /// What does not fit in a plan whose parts are known: who inspects what, and on what basis.
  mutating func reportStructure(of plan: PlanDeclaration) {
    let exceptions = plan.publication.map { $0.exceptions.flatMap(\.basis) } ?? []
    let excludes = plan.sampling.excludeGrounds.flatMap { $0.grounds?.basis ?? [] }
    let includes = plan.sampling.includes.flatMap { $0.grounds?.basis ?? [] }
    for basis in plan.basis + exceptions + excludes + includes {
      reportValidity(of: basis, in: plan.period, at: nil)
    }
    var told: Set<MatterID> = []
    for role in plan.roles {
      if let agreed = role.agreed, agreed.on > plan.period.from {
        report(agreedTooLate(role, agreed, plan.period.from))
      }
      for matter in role.matters { reportMatter(matter.id, matter.span, of: plan, &told) }
    }
    for inspection in plan.inspections {
      reportUnlisted(inspection, in: plan)
      for item in program.checklists[inspection.checklist.index].items {
        let isOfMatter = item.matter.map { told.contains($0) } ?? false
        for basis in item.basis where !isOfMatter || !isBasis(basis, of: item.matter) {
          reportValidity(of: basis, in: plan.period, at: inspection.span)
        }
      }
    }
  }

  /// Items that nobody in the plan checks, and matters that the plan does not list: each department
  /// and each matter is told once.
  private mutating func reportUnlisted(
    _ inspection: PlanDeclaration.Inspection, in plan: PlanDeclaration
  ) {
    let taking = Set(plan.leads + plan.participants)
    let checklist = program.checklists[inspection.checklist.index]
    var outside: Set<DepartmentID> = []
    var unlisted: Set<MatterID> = []
    for (item, department) in zip(checklist.items, inspection.departments) {
      guard let department else { continue }
      if !taking.contains(department) {
        guard outside.insert(department).inserted else { continue }
        report(itemOutsidePlan(item, checklist, department, plan, inspection.span))
      } else if !plan.methods.isEmpty, !item.methods.isEmpty,
        !item.methods.contains(where: plan.methods.contains)
      {
        report(itemNotInspectable(item, plan, inspection.span))
      } else if let matter = item.matter,
        !plan.roles.contains(where: { role in
          role.department == department && role.matters.contains { $0.id == matter }
        }), unlisted.insert(matter).inserted
      {
        report(matterNotListed(item, matter, department, plan, inspection.span))
      }
    }
  }

  private func isBasis(_ basis: Basis, of matter: MatterID?) -> Bool {
    matter.map { program.matters[$0.index].basis.contains(basis) } ?? false
  }

  private mutating func reportMatter(
    _ id: MatterID, _ span: Span, of plan: PlanDeclaration, _ told: inout Set<MatterID>
  ) {
    let matter = program.matters[id.index]
    guard told.insert(id).inserted else { return }
    if let registry = matter.registry, registry != plan.registry {
      report(matterOverOther(matter, registry, plan, span))
    }
    for basis in matter.basis { reportValidity(of: basis, in: plan.period, at: span) }
  }

  // MARK: Items that are due

  /// `应查项(检查单)` or `应查项(检查单, 部门)`: how many items of the list apply to the current row. It
  /// is written out as a sum over the items, so that nothing else has to know of it.
  mutating func dueItems(
    _ keywordSpan: Span, _ arguments: [CallArgument], _ span: Span
  ) -> TypedExpression {
    for argument in arguments {
      if let label = argument.label { report(wrongLabel(label, wanted: nil)) }
    }
    guard 1...2 ~= arguments.count else {
      report(
        argumentCount(
          Keyword.dueItems.spelling(in: language), keywordSpan, found: arguments.count, wanted: 2))
      return .unknown(at: span)
    }
    guard case .name(let name) = arguments[0].value.kind else {
      if case .missing = arguments[0].value.kind { return .unknown(at: span) }
      report(notAName(arguments[0].value.span, Words(zh: "检查单", en: "a checklist")))
      return .unknown(at: span)
    }
    guard let id = checklist(named: name) else { return .unknown(at: span) }
    var wanted: DepartmentID?
    if arguments.count == 2 {
      guard case .name(let name) = arguments[1].value.kind else {
        report(notAName(arguments[1].value.span, Words(zh: "部门", en: "a department")))
        return .unknown(at: span)
      }
      guard let department = department(name) else { return .unknown(at: span) }
      wanted = department
    }
    guard case .row(let registry)? = scope.rows.last else {
      report(noRowHere(keywordSpan))
      return .unknown(at: span)
    }
    let conditions = conditions(of: ChecklistUse(checklist: id, registry: registry), at: name)
    let items = program.checklists[id.index].items
    var always: Int64 = 0
    var terms: [TypedExpression] = []
    for (item, condition) in zip(items, conditions)
    where wanted == nil || item.department == wanted {
      guard let condition else {
        always += 1
        continue
      }
      terms.append(
        TypedExpression(
          .conditional(condition, then: .items(1, span), otherwise: .items(0, span)),
          .count(.items), span))
    }
    if always > 0 || terms.isEmpty { terms.append(.items(always, span)) }
    return .sum(terms[...], span)
  }
}

extension TypedExpression {
  fileprivate static func items(_ count: Int64, _ span: Span) -> TypedExpression {
    TypedExpression(.constant(.integer(count)), .count(.items), span)
  }

  /// The sum of one or more terms, as a tree of little height.
  fileprivate static func sum(_ terms: ArraySlice<TypedExpression>, _ span: Span) -> TypedExpression
  {
    guard terms.count > 1 else { return terms[terms.startIndex] }
    let middle = terms.startIndex + terms.count / 2
    return TypedExpression(
      .arithmetic(.add, sum(terms[..<middle], span), sum(terms[middle...], span)),
      .count(.items), span)
  }
}

extension MethodSyntax {
  /// The method that the word means.
  var method: InspectionMethod {
    switch keyword {
    case .onPaper: .onPaper
    case .online: .online
    case .testing: .testing
    case .commissioned: .commissioned
    case .offSite: .offSite
    default: .onSite
    }
  }
}

extension InspectionMethod {
  package var keyword: Keyword {
    switch self {
    case .onSite: .onSite
    case .onPaper: .onPaper
    case .online: .online
    case .testing: .testing
    case .commissioned: .commissioned
    case .offSite: .offSite
    }
  }
}

extension ChecklistDeclaration.Element {
  init?(_ keyword: Keyword) {
    guard let element = Self.allCases.first(where: { $0.keyword == keyword }) else { return nil }
    self = element
  }

  package var keyword: Keyword {
    switch self {
    case .qualifications: .qualifications
    case .staff: .staff
    case .equipment: .equipment
    case .premises: .premises
    case .rules: .rules
    case .products: .products
    }
  }
}
