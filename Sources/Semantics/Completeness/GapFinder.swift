import Quantities
import Source
import Syntax

/// Looks for what a plan lacks in each of the six respects.
struct GapFinder {
  let program: Program
  let plan: PlanDeclaration
  private(set) var gaps: [CompletenessGap] = []

  init(program: Program, plan: PlanDeclaration) {
    self.program = program
    self.plan = plan
  }

  mutating func run() {
    objects()
    content()
    process()
    coordination()
    data()
    publicity()
  }

  private mutating func add(
    _ respect: Completeness, _ phrase: Phrase, _ arguments: [MessageArgument] = [],
    at place: Span? = nil
  ) {
    gaps.append(
      CompletenessGap(respect: respect, message: Message(phrase, arguments), place: place))
  }

  private func name(of id: DepartmentID) -> MessageArgument {
    .text(program.departments[id.index].name.text)
  }

  private func list(_ names: [String]) -> MessageArgument {
    .words(.list(names))
  }

  /// Somebody answers for the registry, exclusions have grounds, and no stratum is never inspected.
  private mutating func objects() {
    let registry = program.registries[plan.registry.index]
    if registry.sources.whole == nil, registry.sources.fields.allSatisfy({ $0 == nil }) {
      add(.objects, .registryWithoutSource, [.text(registry.name.text)], at: registry.name.span)
    }
    for exclude in plan.sampling.excludeGrounds
    where exclude.grounds?.reason == nil && exclude.grounds?.basis.isEmpty ?? true {
      add(.objects, .excludeWithoutGrounds, at: exclude.span)
    }
    for stratum in plan.sampling.strata where stratum.quantity.bound.isNothing {
      add(.objects, .stratumWithoutObjects, at: stratum.quantity.span)
    }
  }

  /// Everything that the listed matters are about is on a checklist, element by element, with a
  /// basis.
  private mutating func content() {
    if plan.inspections.isEmpty {
      add(.content, .withoutChecklist)
      return
    }
    let lists = plan.inspections.map { program.checklists[$0.checklist.index] }
    let items = lists.flatMap(\.items)
    let covered = Set(items.map(\.element) + lists.flatMap { $0.inapplicable.map(\.element) })
    for element in [ChecklistDeclaration.Element.staff, .equipment, .premises, .rules]
    where !covered.contains(element) {
      add(
        .content, .elementMissing, [.words(element.keyword.words)],
        at: plan.inspections.last?.span)
    }
    for item in items where item.basis.isEmpty {
      add(.content, .itemWithoutBasis, [.text(item.name.text)], at: item.name.span)
    }
    let inspected = Set(items.compactMap(\.matter))
    for matter in plan.roles.flatMap(\.matters) where !inspected.contains(matter.id) {
      let name = program.matters[matter.id.index].name.text
      add(.content, .matterNotInspected, [.text(name)], at: matter.span)
    }
  }

  /// Every finding has a measure, somebody who answers for it, and a deadline.
  private mutating func process() {
    guard let followUp = plan.followUp else {
      add(.process, .withoutFollowUp)
      return
    }
    for row in followUp.rows {
      if row.measure == nil { add(.process, .rowWithoutMeasure, at: row.span) }
      if row.responsible.isEmpty { add(.process, .rowWithoutDepartment, at: row.span) }
      if row.deadline?.isOpenEnded ?? true { add(.process, .rowWithoutDeadline, at: row.span) }
    }
    if followUp.rows.isEmpty { add(.process, .withoutFollowUp) }
  }

  /// Each department has its part, and all have agreed on how often is inspected.
  private mutating func coordination() {
    if plan.frequency == nil { add(.coordination, .withoutFrequency) }
    for department in plan.leads + plan.participants {
      let role = plan.roles.first { $0.department == department }
      let place =
        role?.span ?? plan.departmentPlaces.first { $0.department == department }?.span
      if role?.duty == nil, role?.matters.isEmpty ?? true {
        add(.coordination, .departmentWithoutPart, [name(of: department)], at: place)
      }
      if plan.participants.contains(department), role?.agreed?.record == nil {
        add(.coordination, .departmentNotAgreed, [name(of: department)], at: place)
      }
    }
  }

  /// It is known of every field which department the data come from.
  private mutating func data() {
    let registry = program.registries[plan.registry.index]
    let unknown = zip(registry.fields, registry.sources.fields)
      .filter { $0.1 == nil }.map(\.0.name.text)
    if !unknown.isEmpty {
      add(
        .data, .fieldsWithoutSource, [list(unknown), .text(registry.name.text)],
        at: registry.name.span)
    }
  }

  /// Results are public in time and for a stated time, and so are the matters.
  private mutating func publicity() {
    for matter in plan.roles.flatMap(\.matters) where program.matters[matter.id.index].code == nil {
      let name = program.matters[matter.id.index].name
      add(.publicity, .matterWithoutCode, [.text(name.text)], at: name.span)
    }
    if let issued = plan.times.issued {
      if let due = plan.times.planDue {
        if due.exceedsTwentyWorkingDays { add(.publicity, .planPublicTooLate, at: due.span) }
      } else {
        add(.publicity, .planWithoutPublication, at: issued.span)
      }
    }
    guard let publication = plan.publication else {
      add(.publicity, .withoutPublication)
      return
    }
    if let deadline = publication.deadline, deadline.exceedsTwentyWorkingDays {
      add(.publicity, .publicTooLate, at: publication.span)
    }
    if publication.keptMonths == nil {
      add(.publicity, .publicationWithoutEnd, at: publication.span)
    }
    for exception in publication.exceptions where exception.basis.isEmpty {
      add(.publicity, .exceptionWithoutBasis, [.text(exception.reason)], at: exception.span)
    }
  }
}

extension PlanDeclaration.Due {
  /// Whether there is no last day.
  fileprivate var isOpenEnded: Bool {
    if case .by(let deadline) = kind { deadline.kind == .openEnded } else { false }
  }

  /// A named day is as the plan sees fit.
  fileprivate var exceedsTwentyWorkingDays: Bool {
    switch kind {
    case .immediately: return false
    case .within(let term): return term.exceedsTwentyWorkingDays
    case .by(let deadline):
      guard case .after(_, let span) = deadline.kind else { return isOpenEnded }
      let term = PlanDeclaration.Term(count: Int64(span.count), unit: DurationUnit(span.unit))
      return term.exceedsTwentyWorkingDays
    }
  }
}

extension DurationUnit {
  fileprivate init(_ unit: Deadline.Unit) {
    switch unit {
    case .naturalDays: self = .naturalDays
    case .months: self = .months
    case .workingDays: self = .workingDays
    }
  }
}

extension PlanDeclaration.Term {
  /// Results are public within 20 working days (国发〔2019〕5号); four weeks of natural days have no
  /// more of them.
  fileprivate var exceedsTwentyWorkingDays: Bool {
    switch unit {
    case .workingDays: count > 20
    case .naturalDays: count > 28
    case .hours: count > 28 * 24
    case .months: true
    }
  }
}

extension PlanDeclaration.Quantity.Bound {
  /// Whether it never takes anybody.
  fileprivate var isNothing: Bool {
    switch self {
    case .exactly(let amount), .atMost(let amount), .range(_, let amount): amount.isZero
    default: false
    }
  }
}

extension PlanDeclaration.Quantity.Amount {
  fileprivate var isZero: Bool {
    switch self {
    case .ratio(let ratio): ratio == Decimal(0)
    case .count(let count): count == 0
    // What is left open is decided before the draw.
    case .open: false
    }
  }
}
