import Quantities
import Semantics
import Source
import Syntax

/// The working days that all plans of a department take in a year, and those that its inspectors
/// have for inspections.
private struct DepartmentLoad {
  let department: String
  var parts: [(plan: Span, name: String, days: Int64)] = []
  /// What the plan with the most says, and where.
  var available: Int64
  var span: Span

  mutating func add(_ days: Int64, of plan: Name, at span: Span) {
    // The rounds of a plan are one plan.
    if let index = parts.firstIndex(where: { $0.plan == span }) {
      parts[index].days = parts[index].days.saturating(plus: days)
    } else {
      parts.append((span, plan.text, days))
    }
  }
}

extension PortfolioReviewer {
  /// The working days of each department with several plans that say how many days their visits
  /// take. A plan by itself is checked by its draw.
  mutating func reviewLoads(in year: Int) -> [PortfolioReview.Load] {
    var loads: [String: DepartmentLoad] = [:]
    var order: [String] = []
    let identity = DepartmentIdentity(portfolio.scripts.flatMap(\.program.departments))
    for share in shares where share.round.years.contains(year) {
      for capacity in share.plan.capacities {
        guard let available = capacity.available else { continue }
        let department = program(share.outline.script).departments[capacity.department.index]
        let key = identity.key(of: department)
        if loads[key] == nil { order.append(key) }
        var load =
          loads[key]
          ?? DepartmentLoad(
            department: department.name.text, available: available, span: capacity.span)
        if available > load.available { (load.available, load.span) = (available, capacity.span) }
        if let each = capacity.perObject {
          let visits = share.leastVisits(in: year, by: key)
          let inspectors =
            share.plan.inspectors.first { $0.department.index == capacity.department.index }?.count
            ?? 1
          load.add(
            visits.saturating(times: inspectors).saturating(times: each.days),
            of: share.outline.name, at: share.outline.plan.span)
        }
        loads[key] = load
      }
    }
    return order.compactMap { key in
      guard let load = loads[key], load.parts.count > 1 else { return nil }
      let found = PortfolioReview.Load(
        department: load.department, year: year,
        parts: load.parts.map { PortfolioReview.Load.Part(plan: $0.name, days: $0.days) },
        available: load.available)
      if found.needed > found.available {
        diagnostics.append(departmentOverloaded(found, at: load.span))
      }
      return found
    }
  }
}
