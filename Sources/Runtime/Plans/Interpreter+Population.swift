import Engine
import Semantics
import Source
import Syntax

extension Interpreter {
  /// Which rows a plan draws from: in scope, not excluded, and not must-include rows on top.
  func population(of plan: PlanDeclaration, _ rows: RegistryRows) throws(Stop) -> Population {
    let type = Type.row(plan.registry)
    var left = RowSet(rows)
    if let scope = plan.scope {
      left = left.at(try positions(where: scope, .rows(left, type), Scope()))
    }
    let inScope = left.count
    for exclude in plan.sampling.excludes {
      let out = try positions(where: exclude, .rows(left, type), Scope())
      left = left.without(out)
    }
    let excluded = inScope - left.count

    if plan.sampling.includes.isEmpty {
      return Population(
        inScope: inScope, excluded: excluded, onTop: [], rows: left,
        isCounted: Array(repeating: false, count: left.count))
    }
    var isOnTop = Array(repeating: false, count: left.count)
    var isCounted = isOnTop
    for include in plan.sampling.includes {
      for position in try positions(where: include.condition, .rows(left, type), Scope()) {
        if include.counted {
          isCounted[Int(position)] = true
        } else {
          isOnTop[Int(position)] = true
        }
      }
    }
    // What comes on top does not count as well.
    let onTop = isOnTop.indices.filter { isOnTop[$0] }.map { left[$0] }
    let kept = isOnTop.indices.filter { !isOnTop[$0] }
    return Population(
      inScope: inScope, excluded: excluded, onTop: onTop,
      rows: onTop.isEmpty ? left : RowSet(rows, kept.map { left[$0] }),
      isCounted: kept.map { isCounted[$0] })
  }

  /// Sorts the rows of a population into cells.
  func cells(of plan: PlanDeclaration, _ population: Population) throws(Stop) -> Cells {
    let elements = Elements.rows(population.rows, .row(plan.registry))
    let strata = try strata(of: plan, elements)
    guard let within = plan.sampling.within else {
      var cells = plan.sampling.strata.indices.map { Cells.Cell(stratum: $0, label: nil) }
      for (position, stratum) in strata.enumerated() {
        cells[Int(stratum)].population += 1
        if population.isCounted[position] { cells[Int(stratum)].included += 1 }
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
      cells[Int(cell)].population += 1
      if population.isCounted[position] { cells[Int(cell)].included += 1 }
    }
    return Cells(cells: cells, ofRows: ofRows)
  }

  /// The stratum of each row: the first whose patterns hold.
  private func strata(of plan: PlanDeclaration, _ elements: Elements) throws(Stop) -> [Int32] {
    if plan.sampling.by.isEmpty { return Array(repeating: 0, count: elements.count) }
    let arms = plan.sampling.strata.enumerated().map { index, stratum in
      TypedArm(
        patterns: stratum.patterns,
        result: TypedExpression(
          .constant(.integer(Int64(index))), .integer, stratum.quantity.span))
    }
    let number = TypedExpression(
      .match(subjects: plan.sampling.by, arms: arms), .integer, plan.name.span)
    let column = try values(of: number, elements, Scope()).column(.integer)
    guard case .integers(let strata) = column else { throw .impossible("strata without numbers") }
    return (0..<elements.count).map { Int32(truncatingIfNeeded: strata[$0]) }
  }
}

extension PlanDeclaration {
  /// The fields that a draw reads, to be loaded in one scan.
  func fields(key: Int) -> [Int] {
    var fields: Set<Int> = [key]
    for expression in expressions { expression.collectFields(depth: 0, into: &fields) }
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
