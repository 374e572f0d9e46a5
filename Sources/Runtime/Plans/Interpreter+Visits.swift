import Engine
import Semantics
import Source
import Syntax

extension Interpreter {
  /// Which arm of the plan's frequency each drawn object has; nil without one.
  func frequencyArms(of plan: PlanDeclaration, _ drawn: RowSet) throws(Stop) -> [Int]? {
    guard let frequency = plan.frequency else { return nil }
    return try arms(
      by: frequency.by, frequency.arms.map(\.patterns),
      Elements.rows(drawn, .row(plan.registry)), at: plan.name.span
    ).map(Int.init)
  }
}

extension Sample {
  /// Visits in the round: each object is visited once for each of its layers, and as often as its
  /// frequency says.
  ///
  /// - Parameter department: count those visits only that it takes part in.
  func plannedVisits(by department: DepartmentID? = nil) throws(Stop) -> PlanDeclaration.Visits {
    let overflow = Stop.fault(fault(.overflow, at: plan.name.span))
    var sum = PlanDeclaration.Visits(least: 0, greatest: 0)
    let comes = department.flatMap { attendances.comes($0) }
    let times = objects.indices.map { (comes?[$0] ?? true) ? Int64(objects[$0].layers) : 0 }
    guard let frequency = plan.frequency, let frequencyArms else {
      let visits = times.reduce(0, +)
      return PlanDeclaration.Visits(least: visits, greatest: visits)
    }
    var layers: [Int64] = frequency.arms.map { _ in 0 }
    for (times, arm) in zip(times, frequencyArms) { layers[arm] += times }
    for (arm, count) in zip(frequency.arms, layers) where count > 0 {
      guard
        let each = PlanDeclaration.visits(arm.rate, from: round.days.from, to: round.days.to),
        let all = each.times(count), let next = sum.adding(all)
      else { throw overflow }
      sum = next
    }
    return sum
  }
}
