import Engine
import Sampling
import Semantics
import Source
import Syntax

extension Sample {
  /// The working days that visits take of each department with a capacity for them; a mistake where
  /// they are more than there are.
  ///
  /// A department sends as many inspectors as 人员 says, or one. A round has its part of the days.
  func loads(_ program: Program) throws(Stop) -> [DrawResult.Load] {
    var loads: [DrawResult.Load] = []
    var mistakes: [Diagnostic] = []
    for capacity in plan.capacities {
      guard let all = capacity.available, let each = capacity.perObject else { continue }
      let available = round.part.map { Int64($0.of(Int(all))) } ?? all
      let visits = try plannedVisits(by: capacity.department).least
      let inspectors =
        plan.inspectors.first { $0.department.index == capacity.department.index }?.count ?? 1
      let (persons, overflow) = visits.multipliedReportingOverflow(by: inspectors)
      let (needed, more) = persons.multipliedReportingOverflow(by: each.days)
      if overflow || more { throw .fault(fault(.overflow, at: capacity.span)) }
      let name = program.departments[capacity.department.index].name.text
      loads.append(
        DrawResult.Load(
          department: name, persons: capacity.persons, needed: needed, available: available))
      if needed > available {
        mistakes.append(
          Diagnostic(
            .capacityExceeded, at: capacity.span,
            [.text(name), .text(String(needed)), .text(String(available))],
            notes: [
              Message(
                .loadSum, [visits, inspectors, each.days, needed].map { .text(String($0)) }),
              Message(.lessenLoad),
            ]))
      }
    }
    if !mistakes.isEmpty { throw .mistakes(mistakes) }
    return loads
  }
}
