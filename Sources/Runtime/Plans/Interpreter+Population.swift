import Engine
import Semantics
import Source
import Syntax

extension Interpreter {
  /// Which rows a plan draws from: in scope, not excluded, and not must-include rows on top.
  ///
  /// - Parameters:
  ///   - other: the sample that the plan is drawn along with.
  ///   - taken: rows that an earlier round still to be drawn is certain to take, of a plan that draws
  ///     nobody twice.
  func population(
    of plan: PlanDeclaration, _ round: Round, _ rows: RegistryRows, among other: Sample?,
    taken: Set<Int32> = []
  ) throws(Stop) -> Population {
    let marks = try marks(of: plan, round, rows)
    let type = Type.row(plan.registry)
    var left = RowSet(rows)
    if let scope = plan.scope {
      left = left.at(try positions(where: scope, .rows(left, type), Scope()))
    }
    let (inPlan, leftOut) = try without(plan.relations.exceptions, left)
    left = inPlan
    let inScope = left.objectCount
    for exclude in plan.sampling.excludes {
      let out = try positions(where: exclude, .rows(left, type), Scope())
      left = left.without(out)
    }
    var excludedByHistory = 0
    if let marks {
      let before = left.objectCount
      left = left.without(try self.excluded(by: marks, plan, round, left))
      excludedByHistory = before - left.objectCount
    }
    let excluded = inScope - left.objectCount
    if let other { left = left.at(try positions(of: other, in: left)) }
    var population = try dividedPopulation(
      plan, left, inScope, excluded, leftOut, marks, taken)
    population.marks = marks
    population.excludedByHistory = excludedByHistory
    return population
  }

  /// Sorts must-include rows from the others.
  private func dividedPopulation(
    _ plan: PlanDeclaration, _ left: RowSet, _ inScope: Int, _ excluded: Int,
    _ leftOut: [Int], _ marks: PastMarks?, _ taken: Set<Int32>
  ) throws(Stop) -> Population {
    let type = Type.row(plan.registry)
    var isSpent: [Bool] = []
    if let marks, plan.sampling.history.withoutRepeats != nil {
      let isDrawn = marks.drawn(in: marks.history.own)
      isSpent = (0..<left.count).map { isDrawn[Int(left[$0])] || taken.contains(left[$0]) }
      if let repeats = plan.sampling.history.repeats {
        for position in try positions(where: repeats, .rows(left, type), Scope()) {
          isSpent[Int(position)] = false
        }
      }
    }
    if plan.sampling.includes.isEmpty {
      var population = Population(
        inScope: inScope, excluded: excluded, objectCount: left.objectCount, onTop: [], rows: left,
        isCounted: Array(repeating: false, count: left.count), leftOut: leftOut)
      population.isSpent = isSpent
      return population
    }
    var isOnTop = Array(repeating: false, count: left.count)
    var isCounted = isOnTop
    for include in plan.sampling.includes {
      for position in try positions(where: include.condition, .rows(left, type), Scope()) {
        let isSpent = !isSpent.isEmpty && isSpent[Int(position)]
        if include.counted {
          // Who must be visited has been, in an earlier round.
          isCounted[Int(position)] = !isSpent
        } else {
          isOnTop[Int(position)] = true
        }
      }
    }
    // What comes on top does not count as well; visited already, it is of no stratum all the same.
    let (onTop, onTopBefore) = isOnTop.indices.filter { isOnTop[$0] }.reduce(
      into: ([Int32](), [Int32]())
    ) { result, position in
      if !isSpent.isEmpty, isSpent[position] {
        result.1.append(left[position])
      } else {
        result.0.append(left[position])
      }
    }
    let kept = isOnTop.indices.filter { !isOnTop[$0] }
    var population = Population(
      inScope: inScope, excluded: excluded, objectCount: left.objectCount, onTop: onTop,
      rows: kept.count == left.count ? left : RowSet(left.source, kept.map { left[$0] }),
      isCounted: kept.map { isCounted[$0] }, leftOut: leftOut)
    population.onTopBefore = onTopBefore
    if !isSpent.isEmpty { population.isSpent = kept.map { isSpent[$0] } }
    return population
  }

  /// Sorts the rows of a population into cells.
  func cells(of plan: PlanDeclaration, _ population: Population) throws(Stop) -> Cells {
    let elements = Elements.rows(population.rows, .row(plan.registry))
    let strata = try strata(of: plan, elements)
    guard let within = plan.sampling.within else {
      var cells = plan.sampling.strata.indices.map { Cells.Cell(stratum: $0, label: nil) }
      for (position, stratum) in strata.enumerated() {
        cells[Int(stratum)].add(population, position)
      }
      return Cells(cells: cells, ofRows: strata)
    }
    let expression =
      switch within {
      case .each(let expression), .spread(let expression): expression
      }
    let column = try values(of: expression, elements, Scope()).column(expression.type)
    let groups = column.groups()
    let width = groups.count
    // The number of each (stratum, value), or −1 for those that do not occur.
    var numbers = Array(repeating: Int32(-1), count: plan.sampling.strata.count * width)
    for (stratum, value) in zip(strata, groups.codes) {
      numbers[Int(stratum) * width + Int(value)] = 0
    }
    var cells: [Cells.Cell] = []
    for pair in numbers.indices where numbers[pair] == 0 {
      numbers[pair] = Int32(cells.count)
      let value = Family.constant(
        in: column, at: Int(groups.firstRows[pair % width]), type: expression.type)
      let text = ValueWriter(program, language, quotesTexts: false).text(
        Value(value), expression.type)
      cells.append(Cells.Cell(stratum: pair / width, label: text))
    }
    var ofRows: [Int32] = []
    ofRows.reserveCapacity(strata.count)
    for (position, stratum) in strata.enumerated() {
      let cell = numbers[Int(stratum) * width + Int(groups.codes[position])]
      ofRows.append(cell)
      cells[Int(cell)].add(population, position)
    }
    return Cells(cells: cells, ofRows: ofRows)
  }

  /// The stratum of each row.
  private func strata(of plan: PlanDeclaration, _ elements: Elements) throws(Stop) -> [Int32] {
    try arms(
      by: plan.sampling.by, plan.sampling.strata.map(\.patterns), elements, at: plan.name.span)
  }

  /// The arm of each row: the first whose patterns hold. Rows with the same values have the same
  /// arm, so where values repeat the patterns are looked at once for each combination.
  func arms(
    by expressions: [TypedExpression], _ patterns: [[TypedPattern]], _ elements: Elements,
    at span: Span
  ) throws(Stop) -> [Int32] {
    if expressions.isEmpty { return Array(repeating: 0, count: elements.count) }
    var columns: [Column] = []
    var groups = Groups(whole: elements.count)
    for by in expressions {
      let column = try values(of: by, elements, Scope()).column(by.type)
      groups = columns.isEmpty ? column.groups() : groups.combined(with: column.groups())
      columns.append(column)
    }
    // The values alone, one row for each combination.
    let rows = Table(rowCount: elements.count, columns: columns).gather(groups.firstRows)
    var numbers: [Int32] = []
    numbers.reserveCapacity(groups.count)
    for row in 0..<rows.rowCount {
      let subjects = zip(rows.columns, expressions).map {
        Term.constant(.scalar(Family.constant(in: $0, at: row, type: $1.type)))
      }
      numbers.append(try arm(patterns, subjects, at: span))
    }
    return groups.codes.map { numbers[Int($0)] }
  }

  private func arm(
    _ patterns: [[TypedPattern]], _ subjects: [Term], at span: Span
  ) throws(Stop) -> Int32 {
    for (index, patterns) in patterns.enumerated() {
      let holds = try lowerPatterns(patterns, subjects, Scope())
      if case .constant(.scalar(.bool(true))) = holds { return Int32(index) }
    }
    throw .fault(noArmTaken(at: span))
  }
}

extension PlanDeclaration {
  /// The fields that a draw reads, to be loaded in one scan.
  func fields(key: Int) -> [Int] {
    var fields: Set<Int> = [key]
    for expression in ownExpressions { expression.collectFields(depth: 0, into: &fields) }
    fields.formUnion(relations.exceptions.map(\.ownField))
    return fields.sorted()
  }

  /// Those of them that decide who is drawn, tickets aside; the others are read of drawn objects only.
  /// With the key only if there are conditions on it.
  func decidingFields(key: Int) -> [Int] {
    var fields = Set(relations.exceptions.map(\.ownField)).subtracting([key])
    for expression in samplingExpressions { expression.collectFields(depth: 0, into: &fields) }
    return fields.sorted()
  }
}

extension RowSet {
  /// The rows but those at the given ascending positions.
  func without(_ positions: [Int32]) -> RowSet {
    if positions.isEmpty { return self }
    var kept: [Int32] = []
    kept.reserveCapacity(count - positions.count)
    var next = 0
    for position in 0..<count {
      if next < positions.count, positions[next] == position {
        next += 1
      } else {
        kept.append(self[position])
      }
    }
    return RowSet(source, kept)
  }
}
