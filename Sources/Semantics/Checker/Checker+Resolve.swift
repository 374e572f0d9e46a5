import Source
import Syntax

/// Names that stand for one kind of thing.
extension Checker {
  /// What a name stands for; a name of nothing, or of something else, is reported.
  ///
  /// - Parameter pick: what is wanted of an entity; nil for one of another kind.
  mutating func resolve<ID>(
    _ name: Name, among sort: NameSort, wanted: Words, _ pick: (Entity) -> ID?
  ) -> ID? {
    guard let declared = declared(name.text) else {
      reportUndefined(name, among: sort)
      return nil
    }
    refer(to: declared, at: name.span)
    if let found = pick(declared.entity) { return found }
    report(wrongKind(name, declared, wanted: wanted))
    return nil
  }

  mutating func department(_ name: Name) -> DepartmentID? {
    resolve(name, among: .departments, wanted: Words(zh: "部门", en: "a department")) {
      if case .department(let id) = $0 { id } else { nil }
    }.map { standIn(for: $0) }
  }

  mutating func registry(_ name: Name) -> RegistryID? {
    resolve(name, among: .registries, wanted: Words(zh: "名录", en: "a registry")) {
      if case .registry(let id) = $0 { id } else { nil }
    }
  }

  mutating func enumeration(_ name: Name) -> EnumerationID? {
    resolve(name, among: .types, wanted: Words(zh: "枚举", en: "an enumeration")) {
      if case .enumeration(let id) = $0 { id } else { nil }
    }
  }

  mutating func plan(named name: Name) -> PlanID? {
    resolve(name, among: .plans, wanted: Words(zh: "计划", en: "a plan")) {
      if case .plan(let id) = $0 { id } else { nil }
    }
  }

  mutating func lawNamed(_ name: Name) -> LawID? {
    resolve(name, among: .laws, wanted: Words(zh: "法规", en: "a law")) {
      if case .law(let id) = $0 { id } else { nil }
    }
  }

  mutating func matter(named name: Name) -> MatterID? {
    resolve(name, among: .matters, wanted: Words(zh: "事项", en: "a matter")) {
      if case .matter(let id) = $0 { id } else { nil }
    }
  }

  mutating func checklist(named name: Name) -> ChecklistID? {
    resolve(name, among: .checklists, wanted: Words(zh: "检查单", en: "a checklist")) {
      if case .checklist(let id) = $0 { id } else { nil }
    }
  }

  mutating func calendar(_ name: Name) -> CalendarID? {
    resolve(name, among: .calendars, wanted: Entity.calendarWords) {
      if case .calendar(let id) = $0 { id } else { nil }
    }
  }
}
