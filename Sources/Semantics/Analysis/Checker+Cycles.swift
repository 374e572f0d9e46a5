import Source
import Syntax

/// Nothing may be defined by way of itself: without recursion every evaluation ends.
extension Checker {
  /// Reports one error for each cycle among functions, tables, constants, plans and records.
  mutating func reportCycles() {
    var search = CycleSearch(references: references)
    for declared in modules.flatMap(\.own) { search.visit(declared.entity) }
    for cycle in search.cycles { report(definedByItself(cycle.map { ($0.entity, $0.span) })) }
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
    }
  }
}

/// Depth-first search for cycles of references. Each strongly connected part gives one cycle.
private struct CycleSearch {
  typealias Step = (entity: Entity, span: Span)

  let references: [Entity: [(to: Entity, span: Span)]]
  /// From each entity of a cycle to the next, with where it refers to it.
  private(set) var cycles: [[Step]] = []
  private var done: Set<Entity> = []
  private var inCycle: Set<Entity> = []
  private var path: [Step] = []
  private var position: [Entity: Int] = [:]

  init(references: [Entity: [(to: Entity, span: Span)]]) { self.references = references }

  mutating func visit(_ entity: Entity) {
    guard !done.contains(entity) else { return }
    position[entity] = path.count
    for (to, span) in references[entity] ?? [] {
      // A list of a registry's rows may stand in that registry's defaults; that is no definition.
      if case .registry = to { continue }
      if case .enumeration = to { continue }
      if let start = position[to] {
        let cycle: [Step] = path[start...] + [(entity: entity, span: span)]
        guard !cycle.contains(where: { inCycle.contains($0.entity) }) else { continue }
        inCycle.formUnion(cycle.map(\.entity))
        cycles.append(cycle)
      } else if !done.contains(to) {
        path.append((entity, span))
        visit(to)
        path.removeLast()
      }
    }
    position[entity] = nil
    done.insert(entity)
  }
}
