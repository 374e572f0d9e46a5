import Engine
import Quantities
import Sampling
import Semantics

/// `再 30%`: which objects get a further visit.
extension Interpreter {
  /// Gives objects their layers: of each place with a quota the first by rank and ticket.
  ///
  /// - Parameter first: Ranks of the rows; empty if all have the same.
  func addLayers(
    _ objects: inout [Sample.Object], _ plan: PlanDeclaration, _ round: Round, _ cells: Cells,
    ranks: [UInt8]
  ) throws(Stop) {
    guard plan.sampling.strata.contains(where: { !$0.quantity.layers.isEmpty }) else { return }
    // Objects are in the order of their tickets: only ranks have to be put before.
    var ofCells = Array(repeating: [Int](), count: cells.cells.count)
    for (index, object) in objects.enumerated() {
      if let cell = object.cell { ofCells[cell].append(index) }
    }
    if !ranks.isEmpty {
      for cell in ofCells.indices {
        ofCells[cell].sort { a, b in
          let (left, right) = (ranks[Int(objects[a].row)], ranks[Int(objects[b].row)])
          return left != right ? left < right : a < b
        }
      }
    }
    var isSpread = false
    if case .spread = plan.sampling.within { isSpread = true }
    for (index, stratum) in plan.sampling.strata.enumerated() {
      let own = cells.range(of: index)
      for group in isSpread ? [own] : own.map({ [$0] }) {
        guard let first = group.first else { continue }
        let label = isSpread ? nil : cells.cells[first].label
        let population = group.reduce(0) { $0 + cells.cells[$1].population }
        var taken = group.map { ofCells[$0].count }
        for (number, layer) in stratum.quantity.layers.enumerated() {
          var wanted = try count(layer, population, index, label, plan)
          if stratum.quantity.isYearTotal { wanted = round.part?.of(wanted) ?? wanted }
          let there = taken.reduce(0, +)
          guard wanted <= there else {
            throw .mistakes([
              QuotaMistakes(plan: plan, places: [(index, label)]).layerAbove(
                layer, wanted, there)
            ])
          }
          taken = spread(wanted, over: taken)
          for (cell, share) in zip(group, taken) {
            for object in ofCells[cell].prefix(share) { objects[object].layers = number + 2 }
          }
        }
      }
    }
  }

  /// How many objects of a population a layer has.
  private func count(
    _ layer: PlanDeclaration.Layer, _ population: Int, _ stratum: Int, _ cell: String?,
    _ plan: PlanDeclaration
  ) throws(Stop) -> Int {
    do {
      return try Allocation.Quantity(.exactly(Allocation.Amount(layer.amount))).bounds(
        over: population, place: .stratum(0)
      ).lowerBound
    } catch {
      let mistakes = QuotaMistakes(plan: plan, places: [(stratum, cell)])
      throw .mistakes(mistakes.diagnostics(AllocationFailure(errors: [error])))
    }
  }
}
