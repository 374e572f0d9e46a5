import Source
import Syntax

/// Which calendars the draw of a plan depends on.
extension Checker {
  /// Those that the plan, or anything it refers to, refers to.
  mutating func noteCalendars() {
    guard !program.calendars.isEmpty else { return }
    for index in program.plans.indices {
      let name = program.plans[index].name
      guard let item = planItems.firstIndex(where: { $0.item.name == name }) else { continue }
      var found: Set<CalendarID> = []
      var walk = DepthFirstWalk<Entity>()
      walk.visit(
        .plan(PlanID(item)),
        targets: { entity in
          // What a calendar is based on is part of it.
          if case .calendar = entity { return [] }
          return (references[entity] ?? []).map(\.to)
        },
        enter: { if case .calendar(let id) = $0 { found.insert(id) } }, leave: { _ in })
      program.plans[index].calendars = found.sorted { $0.index < $1.index }
    }
  }
}
