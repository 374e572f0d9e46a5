import Engine
import Quantities
import Semantics
import Source
import Store
import Syntax

/// What earlier draws mean for the rows of a registry.
struct PastMarks {
  let history: PlanHistory
  let rowCount: Int
  /// Rows by their keys; empty where no draw is relied on.
  private let numbers: [String: Int32]

  init(_ history: PlanHistory, _ rows: RegistryRows) throws(Stop) {
    self.history = history
    rowCount = rows.rowCount
    var numbers: [String: Int32] = [:]
    if !history.draws.isEmpty || !history.own.isEmpty {
      guard case .texts(let keys) = try rows.column(rows.declaration.key) else {
        throw .impossible("a key that is no text")
      }
      numbers.reserveCapacity(rows.rowCount)
      // A row that stands for several objects has no key, and none of them was drawn.
      for row in 0..<rows.rowCount where keys.isKnown(at: row) {
        numbers[keys[row]] = Int32(row)
      }
    }
    self.numbers = numbers
  }

  /// Which rows were drawn in some draws.
  func drawn(in draws: [PastDraw]) -> [Bool] {
    var result = [Bool](repeating: false, count: rowCount)
    for draw in draws {
      for key in draw.keys { if let row = numbers[key] { result[Int(row)] = true } }
    }
    return result
  }

  /// Calls the body with each row of each draw.
  func forEach(in draws: [PastDraw], _ body: (Int, PastDraw) -> Void) {
    for draw in draws {
      for key in draw.keys { if let row = numbers[key] { body(Int(row), draw) } }
    }
  }
}

extension Interpreter {
  /// Nil for a plan that earlier draws mean nothing to.
  func marks(
    of plan: PlanDeclaration, _ round: Round, _ rows: RegistryRows
  ) throws(Stop) -> PastMarks? {
    guard plan.dependsOnHistory, let asOf else { return nil }
    let past = try registries.pastDraws(of: plan.registry)
    return try PastMarks(PlanHistory(of: plan, round, on: asOf, among: past), rows)
  }

  /// The positions of rows that earlier draws take out of the population.
  func excluded(
    by marks: PastMarks, _ plan: PlanDeclaration, _ round: Round, _ left: RowSet
  ) throws(Stop) -> [Int32] {
    let rules = plan.sampling.history
    let history = marks.history
    var isOut = [Bool](repeating: false, count: marks.rowCount)
    for exclusion in rules.exclusions {
      let isDrawn = marks.drawn(
        in: history.draws.filter { exclusion.takes($0, history.day) })
      let isSpared = try spared(exclusion.except, plan, left, marks)
      for row in isDrawn.indices where isDrawn[row] && !isSpared[row] { isOut[row] = true }
    }
    for cap in rules.caps {
      guard let planned = plan.visitsOfObject(in: round.days) else {
        throw .fault(fault(.overflow, at: plan.name.span))
      }
      let isSpared = try spared(cap.except, plan, left, marks)
      var visits = [Int64](repeating: 0, count: marks.rowCount)
      var isCapped = [Bool](repeating: false, count: marks.rowCount)
      switch cap.within {
      case .rolling:
        for position in 0..<left.count { isCapped[Int(left[position])] = true }
        marks.forEach(in: history.draws.filter { cap.mayCount($0, history.day) }) { row, draw in
          visits[row] += draw.visits
        }
      case .dates(let from, let to):
        let elements = Elements.rows(left, .row(plan.registry))
        let first = try values(of: from, elements, Scope()).column(from.type)
        let last = try values(of: to, elements, Scope()).column(to.type)
        var spans = [ClosedRange<Int64>?](repeating: nil, count: marks.rowCount)
        for position in 0..<left.count {
          guard case .integers(let first) = first, case .integers(let last) = last,
            let start = first.integer(at: position), let end = last.integer(at: position),
            start <= end
          else { continue }
          let span = start...end
          spans[Int(left[position])] = span
          isCapped[Int(left[position])] = span.contains(Int64(history.day.dayNumber))
        }
        marks.forEach(in: history.draws) { row, draw in
          if spans[row]?.contains(Int64(draw.on.dayNumber)) == true { visits[row] += draw.visits }
        }
      }
      for row in visits.indices
      where isCapped[row] && !isSpared[row] && visits[row] + planned > cap.count {
        isOut[row] = true
      }
    }
    return (0..<Int32(left.count)).filter { isOut[Int(left[Int($0)])] }
  }

  /// Which rows a clause about earlier draws is not for.
  private func spared(
    _ condition: TypedExpression?, _ plan: PlanDeclaration, _ left: RowSet, _ marks: PastMarks
  ) throws(Stop) -> [Bool] {
    var result = [Bool](repeating: false, count: marks.rowCount)
    guard let condition else { return result }
    let rows = Elements.rows(left, .row(plan.registry))
    for position in try positions(where: condition, rows, Scope()) {
      result[Int(left[Int(position)])] = true
    }
    return result
  }

  /// Adds to the ranks of rows that were drawn within the rotation of their stratum, so that they
  /// come behind all others.
  ///
  /// - Parameter ranks: by row; empty for none.
  func rotate(
    _ ranks: inout [UInt8], _ plan: PlanDeclaration, _ population: Population, _ cells: Cells
  ) {
    guard let marks = population.marks else { return }
    let last = (ranks.max() ?? 0) + 1
    for months in Set(plan.sampling.strata.indices.compactMap({ plan.rotation(of: $0) })) {
      let isRecent = marks.drawn(in: marks.history.draws(inMonths: months))
      if ranks.isEmpty { ranks = [UInt8](repeating: 0, count: marks.rowCount) }
      for position in 0..<population.rows.count {
        let row = Int(population.rows[position])
        let stratum = cells.cells[Int(cells.ofRows[position])].stratum
        if isRecent[row], plan.rotation(of: stratum) == months {
          ranks[row] = UInt8(clamping: Int(ranks[row]) + Int(last))
        }
      }
    }
  }

  /// Objects of a sample's population that have been drawn with this draw: within the rotation, if
  /// there is one, else in the plan's period. Nil for a plan of one round.
  func coverage(of sample: Sample) throws(Stop) -> DrawResult.Coverage? {
    let plan = sample.plan
    guard plan.rounds != nil || plan.dependsOnHistory, let asOf else { return nil }
    let past = try registries.pastDraws(of: plan.registry)
    let history = PlanHistory(of: plan, sample.round, on: asOf, among: past)
    let marks = try PastMarks(history, sample.rows)
    let rotations = plan.sampling.strata.indices.compactMap { plan.rotation(of: $0) }
    var isDrawn = marks.drawn(
      in: rotations.max().map { history.draws(inMonths: $0) } ?? history.own)
    for object in sample.objects { isDrawn[Int(object.row)] = true }
    let population = sample.population
    let all =
      population.onTop + population.onTopBefore
      + (0..<population.rows.count).map { population.rows[$0] }
    return DrawResult.Coverage(
      drawn: all.count { isDrawn[Int($0)] }, population: population.objectCount)
  }

  /// Whether so many objects a round come to everybody; ratios are checked with the plan.
  func checkRotations(
    _ plan: PlanDeclaration, _ cells: Cells, _ quotas: [Int]
  ) throws(Stop) {
    var mistakes: [Diagnostic] = []
    for (index, stratum) in plan.sampling.strata.enumerated() where stratum.quantity.isCounted {
      guard let rotation = plan.horizon(of: index) else { continue }
      let (over, under) = plan.rounds(inMonths: rotation.months)
      let own = cells.range(of: index)
      let quota = own.reduce(0) { $0 + quotas[$1] }
      let population = own.reduce(0) { $0 + cells.cells[$1].population }
      if Int128(quota) * over < Int128(population) * under {
        mistakes.append(
          rotationTooFew(
            rotation, stratum, rounds: Int(over / under), quota: quota, population: population))
      }
    }
    if !mistakes.isEmpty { throw .mistakes(mistakes) }
  }
}

extension PlanDeclaration.Quantity {
  /// Whether it is a number of objects.
  fileprivate var isCounted: Bool {
    switch bound {
    case .exactly(.count), .atLeast(.count), .atMost(.count), .range(.count, _): true
    default: false
    }
  }
}
