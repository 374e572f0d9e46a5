import Source
import Syntax

/// Nothing may be defined by way of itself: without recursion every evaluation ends.
extension Checker {
  /// Reports the cycles among functions, tables, constants, plans, records and departments; each
  /// declaration in one of them only.
  mutating func reportCycles() {
    // Rows of a registry are data, and members of an enumeration are names: no definitions.
    let edges = references.mapValues { edges in
      edges.filter { edge in
        switch edge.to {
        case .registry, .enumeration: false
        default: true
        }
      }
    }
    var told: Set<Entity> = []
    var cycles: [[(entity: Entity, span: Span)]] = []
    var walk = DepthFirstWalk<Entity>()
    for declared in modules.flatMap(\.own) {
      walk.visit(
        declared.entity, targets: { (edges[$0] ?? []).map(\.to) },
        cycle: { steps in
          guard !steps.contains(where: { told.contains($0.node) }) else { return }
          told.formUnion(steps.map(\.node))
          cycles.append(steps.map { ($0.node, (edges[$0.node] ?? [])[$0.edge].span) })
        }, leave: { _ in })
    }
    for cycle in cycles { report(definedByItself(cycle)) }
  }

  /// The name of an entity.
  func name(of entity: Entity) -> Name {
    switch entity {
    case .department(let id): program.departments[id.index].name
    case .enumeration(let id): program.enumerations[id.index].name
    case .record(let id): program.records[id.index].name
    case .registry(let id): program.registries[id.index].name
    case .function(let id): functionItems[id.index].item.name
    case .table(let id): tableItems[id.index].item.name
    case .constant(let id): constantItems[id.index].item.name
    case .plan(let id): planItems[id.index].item.name
    case .law(let id): lawItems[id.index].item.name
    case .calendar(let id): program.calendars[id.index].name
    case .matter(let id): matterItems[id.index].item.name
    case .checklist(let id): checklistItems[id.index].item.name
    case .tasks(let id): taskItems[id.index].item.name
    case .visitCap(let id): visitCapItems[id.index].item.name
    case .joint(let id): jointItems[id.index].item.name
    }
  }
}
