import Quantities
import Semantics
import Source
import Syntax

/// The working days that all plans of a department take in a year, and those that its inspectors
/// have for inspections.
struct DepartmentLoad {
  let department: String
  var parts: [(plan: String, days: Int64)] = []
  /// What the plan with the most says; where plans differ, the department has that much.
  var available: Int64 = 0
  /// Where that is said.
  var span: Span

  var needed: Int64 { parts.reduce(0) { $0 &+ $1.days } }
}

extension PortfolioReviewer {
  /// The departments whose plans take more days together than they have. A plan counts if it says
  /// how many days a visit takes; a plan by itself is checked by its draw.
  func reviewLoads(in year: Int) -> [Diagnostic] {
    var loads: [String: DepartmentLoad] = [:]
    var order: [String] = []
    let identity = DepartmentIdentity(portfolio.scripts.flatMap(\.program.departments))
    for share in shares where share.round.years.contains(year) {
      let program = program(share.outline.script)
      for capacity in share.plan.capacities {
        guard let available = capacity.available, let each = capacity.perObject else { continue }
        let department = program.departments[capacity.department.index]
        let key = identity.key(of: department)
        if loads[key] == nil {
          order.append(key)
          loads[key] = DepartmentLoad(department: department.name.text, span: capacity.span)
        }
        let inspectors =
          share.plan.inspectors.first { $0.department.index == capacity.department.index }?.count
          ?? 1
        let (days, overflow) = (each.days &* inspectors).multipliedReportingOverflow(
          by: share.leastVisits(in: year))
        let plan = share.outline.name.text
        let before = loads[key]?.parts.last?.plan == plan ? loads[key]?.parts.popLast()?.days : 0
        loads[key]?.parts.append((plan, overflow ? .max : days &+ (before ?? 0)))
        if let known = loads[key]?.available, available > known {
          loads[key]?.available = available
          loads[key]?.span = capacity.span
        }
      }
    }
    return order.compactMap { key in
      guard let load = loads[key], load.parts.count > 1, load.needed > load.available else {
        return nil
      }
      return capacityExceeded(load, year)
    }
  }
}

extension PlanShare {
  /// The fewest visits to all drawn objects in a year.
  fileprivate func leastVisits(in year: Int) -> Int64 {
    let once = plan.visits(in: year, of: round.days).lowerBound
    return once.multipliedReportingOverflow(by: Int64(drawn)).overflow ? .max : once * Int64(drawn)
  }
}
