import Sampling
import Semantics
import Source
import Syntax

/// What is known of a draw before any ticket is: who is drawn from in what cells, and how many of
/// each.
struct SamplingFrame {
  var population: Population
  var cells: Cells
  var parts: PlanParts
  let allotment: Allotment
  /// As `Interpreter.ranks`, with the rotations.
  var ranks: [UInt8]
}

extension Interpreter {
  /// The frame of a round, over all rows of a registry or over combinations of their values.
  func frame(
    of plan: PlanDeclaration, _ round: Round, _ rows: RegistryRows, among other: Sample?
  ) throws(Stop) -> SamplingFrame {
    let population = try population(of: plan, round, rows, among: other)
    let cells = try cells(of: plan, population)
    let parts = try parts(of: plan, round, population, cells)
    let allotment = try allocate(plan, round, cells, parts)
    try checkStatedResults(plan, round, cells, allotment)
    try checkRotations(plan, cells, allotment.quotas)
    var ranks = try ranks(of: plan, population)
    rotate(&ranks, plan, population, cells)
    return SamplingFrame(
      population: population, cells: cells, parts: parts, allotment: allotment, ranks: ranks)
  }

  /// The quota of each cell.
  func allocate(
    _ plan: PlanDeclaration, _ round: Round, _ cells: Cells, _ parts: PlanParts
  ) throws(Stop) -> Allotment {
    let sampling = plan.sampling
    let overall = sampling.overall.map { Allocation.Quantity($0, in: round) }
    if case .spread = sampling.within {
      let whole = sampling.strata.indices.map { index in
        let own = cells.range(of: index)
        var stratum = Allocation.Stratum(
          population: own.reduce(0) { $0 + cells.cells[$1].population },
          included: own.reduce(0) { $0 + cells.cells[$1].included },
          quantity: Allocation.Quantity(sampling.strata[index].quantity, in: round))
        stratum.spent = own.reduce(0) { $0 + cells.cells[$1].spent }
        return stratum
      }
      let allocation = try allocation(whole, overall, plan, parts, places: places(plan, cells))
      let units = sampling.strata.indices.map { cells.range(of: $0) }
      func shares(_ unit: Int, _ quota: Int) -> [Int] {
        spread(
          quota, over: units[unit].map { cells.cells[$0].available },
          minima: units[unit].map { cells.cells[$0].included })
      }
      var quotas = Array(repeating: 0, count: cells.cells.count)
      if parts.areas.isEmpty {
        for (index, own) in units.enumerated() {
          for (cell, part) in zip(own, shares(index, allocation.quotas[index])) {
            quotas[cell] = part
          }
        }
      } else {
        quotas = try shared(allocation, units, plan, cells, parts, share: shares)
      }
      return Allotment(
        quotas: quotas, choices: allocation.choices, starts: allocation.starts)
    }
    let strata = cells.cells.map { cell in
      var stratum = Allocation.Stratum(
        population: cell.population, included: cell.included,
        quantity: Allocation.Quantity(sampling.strata[cell.stratum].quantity, in: round))
      stratum.spent = cell.spent
      return stratum
    }
    let allocation = try allocation(strata, overall, plan, parts, places: places(plan, cells))
    var quotas = allocation.quotas
    if !parts.areas.isEmpty {
      quotas = try shared(allocation, cells.cells.indices.map { [$0] }, plan, cells, parts) {
        [$1]
      }
    }
    return Allotment(
      quotas: quotas, choices: allocation.choices,
      starts: sampling.strata.indices.map { index in
        cells.range(of: index).reduce(0) { $0 + allocation.starts[$1] }
      })
  }

  /// `总体 10%..20%(22户)`: what ranges come to.
  private func checkStatedResults(
    _ plan: PlanDeclaration, _ round: Round, _ cells: Cells, _ allotment: Allotment
  ) throws(Stop) {
    let places = places(plan, cells)
    var ofPlaces = allotment.quotas
    if case .spread = plan.sampling.within {
      ofPlaces = plan.sampling.strata.indices.map { index in
        cells.range(of: index).reduce(0) { $0 + allotment.quotas[$1] }
      }
    }
    let sum = allotment.quotas.reduce(0, +)
    let ofStrata = ofPlaces.enumerated().map { index, drawn in
      let quantity = plan.sampling.strata[places[index].stratum].quantity
      return Allocation.Quantity(quantity, in: round)
        .disagreement(drawn: drawn, place: .stratum(index))
    }
    let ofWhole = plan.sampling.overall.enumerated().map { index, quantity in
      Allocation.Quantity(quantity, in: round).disagreement(drawn: sum, place: .overall(index))
    }
    let errors = (ofStrata + ofWhole).compactMap(\.self)
    if errors.isEmpty { return }
    throw .mistakes(
      QuotaMistakes(plan: plan, places: places).diagnostics(AllocationFailure(errors: errors)))
  }

  private func allocation(
    _ strata: [Allocation.Stratum], _ overall: [Allocation.Quantity], _ plan: PlanDeclaration,
    _ parts: PlanParts, places: [(stratum: Int, cell: String?)]
  ) throws(Stop) -> Allocation {
    var strata = strata
    for unit in parts.units { strata[unit.place].permitted = unit.permitted }
    do {
      return try Allocation(
        of: strata, overall: overall, allowsZero: plan.sampling.allowsZero)
    } catch {
      throw .mistakes(
        QuotaMistakes(plan: plan, places: places, units: parts.units).diagnostics(error))
    }
  }
}

extension Allocation.Quantity {
  /// In one round of the plan.
  init(_ quantity: PlanDeclaration.Quantity, in round: Round) {
    let bound: Allocation.Bound =
      switch quantity.bound {
      case .all: .all
      case .exactly(let amount): .exactly(.init(amount))
      case .atLeast(let amount): .atLeast(.init(amount))
      case .atMost(let amount): .atMost(.init(amount))
      case .range(let low, let high): .range(.init(low), .init(high))
      }
    self.init(bound, allWhenFewerThan: quantity.allWhenFewerThan)
    if quantity.isYearTotal { part = round.part }
    agreedCount = quantity.agreedCount
    alternatives = quantity.alternatives.map { Allocation.Quantity($0, in: round) }
  }
}

extension Allocation.Amount {
  init(_ amount: PlanDeclaration.Quantity.Amount) {
    self =
      switch amount {
      case .ratio(let ratio): .ratio(ratio)
      case .count(let count): .count(count)
      // Resolved before; what may be anything takes nothing.
      case .open(let open): .init(open.least)
      }
  }
}
