import Engine
import Sampling
import Semantics
import Source

/// Bounds over all strata of each value of something: `总体 各 县区 不少于 1户`.
extension Interpreter {
  /// The value of each row of the population, and the values as people read them.
  struct AreaColumn {
    let codes: [Int32]
    let labels: [String]
  }

  func areaColumns(
    of plan: PlanDeclaration, _ population: Population
  ) throws(Stop) -> [AreaColumn] {
    let elements = Elements.rows(population.rows, .row(plan.registry))
    let writer = ValueWriter(program, language, quotesTexts: false)
    var columns: [AreaColumn] = []
    for area in plan.sampling.areas {
      let type = area.expression.type
      let column = try values(of: area.expression, elements, Scope()).column(type)
      let groups = column.groups()
      columns.append(
        AreaColumn(
          codes: groups.codes,
          labels: groups.firstRows.map { row in
            writer.text(Value(Family.constant(in: column, at: Int(row), type: type)), type)
          }))
    }
    return columns
  }

  /// How many objects of each value the sample may have.
  func areas(
    of plan: PlanDeclaration, _ round: Round, _ parts: PlanParts, _ columns: [AreaColumn]
  ) throws(Stop) -> [[PlanParts.AreaValue]] {
    var result: [[PlanParts.AreaValue]] = []
    var errors: [AllocationError] = []
    for (number, area) in plan.sampling.areas.enumerated() {
      let quantity = Allocation.Quantity(area.quantity, in: round)
      var ofValue = columns[number].labels.map { _ in [Int]() }
      for (index, kind) in parts.classes.enumerated() {
        ofValue[Int(kind.areas[number])].append(index)
      }
      var values: [PlanParts.AreaValue] = []
      for (value, label) in columns[number].labels.enumerated() {
        let classes = ofValue[value]
        let population = parts.population(classes)
        do {
          let bounds = try quantity.bounds(
            over: population, available: population - parts.count(\.spent, classes),
            place: .area(number, value))
          values.append(
            PlanParts.AreaValue(
              label: label, classes: classes, population: population,
              included: parts.count(\.included, classes), bounds: bounds))
        } catch {
          errors.append(error)
        }
      }
      result.append(values)
    }
    if errors.isEmpty { return result }
    var mistakes = QuotaMistakes(plan: plan, places: [])
    mistakes.areaLabels = columns.map(\.labels)
    throw .mistakes(mistakes.diagnostics(AllocationFailure(errors: errors)))
  }

  /// The quotas of cells, moved as far as the bounds of values want it.
  ///
  /// - Parameters:
  ///   - units: what has a quota of its own.
  ///   - share: how a unit spreads a quota, included objects counted, over its cells.
  func shared(
    _ allocation: Allocation, _ units: [[Int]], _ plan: PlanDeclaration, _ cells: Cells,
    _ parts: PlanParts, share: (_ unit: Int, _ quota: Int) -> [Int]
  ) throws(Stop) -> [Int] {
    func included(_ unit: Int) -> Int {
      units[unit].reduce(0) { $0 + cells.cells[$1].included }
    }
    var classesOfCell = cells.cells.map { _ in [Int]() }
    for (index, kind) in parts.classes.enumerated() {
      classesOfCell[Int(kind.cell)].append(index)
    }
    let total = cells.cells.reduce(0) { $0 + $1.included }
    let problem = SharedQuotas.Problem(
      units: units.indices.map { unit in
        let own = included(unit)
        let permitted = allocation.permitted[unit]
        return SharedQuotas.Unit(
          cells: units[unit], start: allocation.quotas[unit] - own,
          permitted: permitted.lowerBound - own...permitted.upperBound - own)
      },
      requirement: parts.acrossStrata(cells), classesOfCell: classesOfCell,
      populations: parts.free,
      total: max(
        0, allocation.total.lowerBound - total)...max(
          0, allocation.total.upperBound - total), meter: meter)
    let found: SharedQuotas?
    do throws(LimitExceeded) {
      found = try SharedQuotas(problem) { unit, quota in
        zip(units[unit], share(unit, quota + included(unit))).map {
          $1 - cells.cells[$0].included
        }
      }
    } catch {
      throw .limit(error)
    }
    guard let found else { throw try areasContradict(problem, plan, parts) }
    var quotas = cells.cells.map(\.included)
    for (own, numbers) in zip(units, found.cells) {
      for (cell, number) in zip(own, numbers) { quotas[cell] += number }
    }
    return quotas
  }

  // MARK: When no quotas do

  /// The fewest values that cannot be met together, and how near the strata come.
  private func areasContradict(
    _ problem: SharedQuotas.Problem, _ plan: PlanDeclaration, _ parts: PlanParts
  ) throws(Stop) -> Stop {
    do throws(LimitExceeded) {
      var wanted: [(area: Int, value: PlanParts.AreaValue)] = []
      for (number, values) in parts.areas.enumerated() { wanted += values.map { (number, $0) } }
      var bare = problem
      bare.requirement.parts.removeAll { $0.family > 0 }
      func with(_ values: [(area: Int, value: PlanParts.AreaValue)]) -> SharedQuotas.Problem {
        var problem = bare
        problem.requirement.parts += values.map { $0.value.part($0.area + 1) }
        return problem
      }
      for index in wanted.indices.reversed() {
        var fewer = wanted
        fewer.remove(at: index)
        if try !with(fewer).hasSolution() { wanted = fewer }
      }
      // The number of objects of these values that the strata come to.
      let classes = Set(wanted.flatMap(\.value.classes)).sorted()
      func attains(_ range: ClosedRange<Int>) throws(LimitExceeded) -> Bool {
        var problem = bare
        problem.requirement.parts.append(
          Requirement.Part(
            classes: classes, least: range.lowerBound, greatest: range.upperBound, family: 1))
        return try problem.hasSolution()
      }
      let free = parts.count(\.free, classes)
      var (low, high) = (0, free)
      while low < high {
        let middle = low + (high - low + 1) / 2
        if try attains(middle...free) { low = middle } else { high = middle - 1 }
      }
      let greatest = low
      (low, high) = (0, greatest)
      while low < high {
        let middle = low + (high - low) / 2
        if try attains(0...middle) { high = middle } else { low = middle + 1 }
      }
      let included = parts.count(\.included, classes)
      return .mistakes([
        QuotaMistakes(plan: plan, places: []).areasContradict(
          wanted, least: low + included, greatest: greatest + included)
      ])
    } catch {
      throw .limit(error)
    }
  }
}
