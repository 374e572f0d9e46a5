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
  func plannedVisits() throws(Stop) -> PlanDeclaration.Visits {
    let overflow = Stop.fault(fault(.overflow, at: plan.name.span))
    var sum = PlanDeclaration.Visits(least: 0, greatest: 0)
    guard let frequency = plan.frequency, let frequencyArms else {
      let visits = objects.reduce(0) { $0 + Int64($1.layers) }
      return PlanDeclaration.Visits(least: visits, greatest: visits)
    }
    var layers: [Int64] = frequency.arms.map { _ in 0 }
    for (object, arm) in zip(objects, frequencyArms) { layers[arm] += Int64(object.layers) }
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
