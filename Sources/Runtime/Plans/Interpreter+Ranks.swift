import Engine
import Semantics

/// Which objects come first within their cell.
extension Interpreter {
  /// The rank of each row of the registry; empty if all have the same.
  func ranks(
    of plan: PlanDeclaration, _ population: Population
  ) throws(Stop) -> [UInt8] {
    let prefers = plan.sampling.prefers
    if prefers.isEmpty { return [] }
    let rows = Elements.rows(population.rows, .row(plan.registry))
    var ranks = Array(
      repeating: UInt8(clamping: prefers.count), count: population.rows.source.rowCount)
    var preferred: [[Int32]] = []
    for condition in prefers { preferred.append(try positions(where: condition, rows, Scope())) }
    // The first condition that holds decides, so it is written last.
    for (level, positions) in preferred.enumerated().reversed() {
      for position in positions {
        ranks[Int(population.rows[Int(position)])] = UInt8(clamping: level)
      }
    }
    return ranks
  }
}
