import Engine
import Sampling
import Semantics

/// Finds the parts of strata, and what is wanted of them.
extension Interpreter {
  func parts(
    of plan: PlanDeclaration, _ round: Round, _ population: Population, _ cells: Cells
  ) throws(Stop) -> PlanParts {
    var parts = PlanParts()
    let strata = plan.sampling.strata
    let hasAreas = !plan.sampling.areas.isEmpty
    guard hasAreas || strata.contains(where: \.quantity.hasParts) else { return parts }
    let areas = try areaColumns(of: plan, population)
    parts.ofRows = Array(repeating: 0, count: population.rows.source.rowCount)
    var numbers: [PlanParts.Class: Int32] = [:]
    let positionsOfStrata = cells.positions(ofStrata: strata.count)
    for (index, stratum) in strata.enumerated() where hasAreas || stratum.quantity.hasParts {
      let positions = positionsOfStrata[index]
      let rows = Elements.rows(population.rows.at(positions), .row(plan.registry))
      var holds = positions.map { _ in stratum.quantity.subquotas.map { _ in false } }
      for (number, subquota) in stratum.quantity.subquotas.enumerated() {
        for position in try self.positions(where: subquota.condition, rows, Scope()) {
          holds[Int(position)][number] = true
        }
      }
      var values: [Int32] = []
      if let covering = stratum.quantity.covering, !positions.isEmpty {
        let expression = covering.expression
        values = try self.values(of: expression, rows, Scope()).column(expression.type)
          .groups().codes
      }
      for (local, position) in positions.enumerated() {
        let kind = PlanParts.Class(
          cell: cells.ofRows[Int(position)], holds: holds[local],
          value: values.isEmpty ? 0 : values[local],
          areas: areas.map { $0.codes[Int(position)] })
        let number = numbers[kind] ?? Int32(parts.classes.count)
        if numbers.updateValue(number, forKey: kind) == nil {
          parts.classes.append(kind)
          parts.free.append(0)
          parts.included.append(0)
          parts.spent.append(0)
        }
        parts.ofRows[Int(population.rows[Int(position)])] = number
        let count = population.rows.objectCount(at: Int(position))
        if population.isCounted[Int(position)] {
          parts.included[Int(number)] += count
        } else if population.isSpent(Int(position)) {
          parts.spent[Int(number)] += count
        } else {
          parts.free[Int(number)] += count
        }
      }
    }
    for (place, unit) in units(plan, cells).enumerated() {
      let classes = parts.classes.indices.filter {
        unit.cells.contains(Int(parts.classes[$0].cell))
      }
      guard strata[unit.stratum].quantity.hasParts, !classes.isEmpty else { continue }
      if let unit = try self.unit(place, unit, plan, round, parts, classes) {
        parts.units.append(unit)
      }
    }
    parts.areas = try self.areas(of: plan, round, parts, areas)
    return parts
  }

  /// The strata of the allocation, as cells.
  private func units(
    _ plan: PlanDeclaration, _ cells: Cells
  ) -> [(stratum: Int, cells: [Int])] {
    if case .spread = plan.sampling.within {
      return plan.sampling.strata.indices.map { ($0, cells.range(of: $0)) }
    }
    return cells.cells.enumerated().map { ($1.stratum, [$0]) }
  }

  /// What is wanted of one unit; nil where it is taken whole anyway.
  private func unit(
    _ place: Int, _ unit: (stratum: Int, cells: [Int]), _ plan: PlanDeclaration,
    _ round: Round, _ parts: PlanParts, _ classes: [Int]
  ) throws(Stop) -> PlanParts.Unit? {
    let quantity = plan.sampling.strata[unit.stratum].quantity
    let kinds = parts.classes
    let others = parts.count(\.free, classes)
    let fixed = parts.count(\.included, classes)
    if let limit = quantity.allWhenFewerThan, parts.population(classes) < limit { return nil }
    var requirement = Requirement(cells: unit.cells, classes: classes, parts: [])
    var subquotas: [(population: Int, bounds: ClosedRange<Int>)] = []
    var errors: [AllocationError] = []
    for (number, subquota) in quantity.subquotas.enumerated() {
      let own = classes.filter { kinds[$0].holds[number] }
      let population = parts.population(own)
      do {
        var wanted = Allocation.Quantity(subquota.quantity, in: round)
        // Of a total of the year, a part of it as well.
        if quantity.isYearTotal { wanted.part = round.part }
        let bounds = try wanted.bounds(
          over: population, available: population - parts.count(\.spent, own),
          place: .part(place, number))
        let there = parts.count(\.included, own)
        requirement.parts.append(
          Requirement.Part(
            classes: own, least: max(0, bounds.lowerBound - there),
            greatest: max(0, bounds.upperBound - there)))
        subquotas.append((population, bounds))
      } catch {
        errors.append(error)
      }
    }
    let values =
      quantity.covering == nil
      ? []
      : Set(
        classes.filter { parts.free[$0] + parts.included[$0] > 0 }.map { kinds[$0].value }
      ).sorted()
    for value in values {
      let own = classes.filter { kinds[$0].value == value }
      let least = parts.count(\.included, own) > 0 ? 0 : 1
      requirement.parts.append(Requirement.Part(classes: own, least: least))
    }
    let mistakes = QuotaMistakes(plan: plan, places: places(of: plan, unit, place))
    if !errors.isEmpty {
      throw .mistakes(mistakes.diagnostics(AllocationFailure(errors: errors)))
    }
    let totals: ClosedRange<Int>?
    do throws(LimitExceeded) {
      totals = try requirement.totals(0...others, of: parts.free, meter: meter)
    } catch {
      throw .limit(error)
    }
    let found = PlanParts.Unit(
      place: place, stratum: unit.stratum, requirement: requirement,
      permitted: (totals?.lowerBound ?? 0) + fixed...(totals?.upperBound ?? 0) + fixed,
      subquotas: subquotas, values: values.count)
    if totals == nil { throw .mistakes([mistakes.partsContradict(found)]) }
    return found
  }

  /// Places up to the one that is looked at, which is the only one that is asked for.
  private func places(
    of plan: PlanDeclaration, _ unit: (stratum: Int, cells: [Int]), _ place: Int
  ) -> [(stratum: Int, cell: String?)] {
    Array(repeating: (unit.stratum, nil), count: place + 1)
  }
}

extension PlanDeclaration.Quantity {
  /// Whether something is wanted of parts of the objects.
  var hasParts: Bool { !subquotas.isEmpty || covering != nil }
}
