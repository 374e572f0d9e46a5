package import Engine

/// Quotas that meet what is wanted across strata, such as one object of each area, by moving those
/// that come from each stratum alone as little as need be.
///
/// The units of the allocation (strata, or cells with a quota of their own) are gone through in
/// order: each keeps its quota if the others can then still meet everything, else it takes the
/// nearest number that lets them; of two equally near ones the greater. Then, where a stratum's
/// quota is spread over cells, each stratum keeps its shares if it can, else its cells are gone
/// through in the same way, from the smallest share to the greatest, equal ones in their order.
package struct SharedQuotas {
  /// A stratum, or a cell with a quota of its own.
  package struct Unit: Hashable, Sendable {
    package var cells: [Int]
    /// The quota of the unit alone, and those that it permits; without included objects.
    package var start: Int
    package var permitted: ClosedRange<Int>

    package init(cells: [Int], start: Int, permitted: ClosedRange<Int>) {
      self.cells = cells
      self.start = start
      self.permitted = permitted
    }
  }

  /// What quotas have to meet.
  package struct Problem {
    package var units: [Unit]
    /// Over the cells of all units, without their quotas.
    package var requirement: Requirement
    /// For each cell its classes.
    package var classesOfCell: [[Int]]
    /// The rows of each class.
    package var populations: [Int]
    /// The sums of quotas that are permitted.
    package var total: ClosedRange<Int>
    package var meter: Meter

    package init(
      units: [Unit], requirement: Requirement, classesOfCell: [[Int]], populations: [Int],
      total: ClosedRange<Int>, meter: Meter = Meter()
    ) {
      self.units = units
      self.requirement = requirement
      self.classesOfCell = classesOfCell
      self.populations = populations
      self.total = total
      self.meter = meter
    }

    /// Whether any quotas meet everything.
    package func hasSolution() throws(LimitExceeded) -> Bool {
      try permits(units.map { OpenUnit($0) })
    }
  }

  /// Of each unit.
  package private(set) var units: [Int]
  /// Of each cell of each unit, in their order.
  package private(set) var cells: [[Int]]

  private let problem: Problem

  /// Nil if no quotas meet everything.
  ///
  /// - Parameter share: how a unit, by its number, spreads a quota over its cells.
  package init?(
    _ problem: Problem, share: (_ unit: Int, _ quota: Int) -> [Int]
  ) throws(LimitExceeded) {
    self.problem = problem
    let units = problem.units
    self.units = units.map(\.start)
    cells = []
    let starts = self.units.indices.map { share($0, units[$0].start) }
    var open = units.map { OpenUnit($0) }
    for index in open.indices { open[index].fix(starts[index]) }
    if try problem.permits(open) {
      cells = starts
      return
    }
    open = units.map { OpenUnit($0) }
    if try !problem.permits(open) { return nil }
    for index in open.indices {
      let range = try nearest(to: units[index].start, in: units[index].permitted) {
        range throws(LimitExceeded) in
        var changed = open
        changed[index].total = range
        return try problem.permits(changed)
      }
      open[index].total = range...range
      self.units[index] = range
    }
    for index in open.indices {
      let shares = share(index, self.units[index])
      try settle(index, &open, shares)
      cells.append(open[index].cells.map { $0?.lowerBound ?? 0 })
    }
  }

  /// A unit with what is known of its numbers.
  fileprivate struct OpenUnit {
    let ownCells: [Int]
    var total: ClosedRange<Int>
    /// Of each cell; nil where anything will do.
    var cells: [ClosedRange<Int>?]

    init(_ unit: Unit) {
      ownCells = unit.cells
      total = unit.permitted
      cells = unit.cells.map { _ in nil }
    }

    mutating func fix(_ shares: [Int]) {
      cells = shares.map { $0...$0 }
      let sum = shares.reduce(0, +)
      total = sum...sum
    }
  }

  /// Fixes the cells of a unit.
  private func settle(
    _ index: Int, _ open: inout [OpenUnit], _ shares: [Int]
  ) throws(LimitExceeded) {
    var kept = open
    kept[index].fix(shares)
    if try problem.permits(kept) {
      open = kept
      return
    }
    for place in shares.indices.sorted(by: { (shares[$0], $0) < (shares[$1], $1) }) {
      let there = problem.classesOfCell[open[index].ownCells[place]].reduce(0) {
        $0 + problem.populations[$1]
      }
      let number = try nearest(to: shares[place], in: 0...there) { range throws(LimitExceeded) in
        var changed = open
        changed[index].cells[place] = range
        return try problem.permits(changed)
      }
      open[index].cells[place] = number...number
    }
  }

  /// The number nearest to another for which something holds; it holds for some in the range.
  private func nearest(
    to start: Int, in range: ClosedRange<Int>,
    _ holds: (ClosedRange<Int>) throws(LimitExceeded) -> Bool
  ) throws(LimitExceeded) -> Int {
    func around(_ distance: Int) -> ClosedRange<Int> {
      let low = max(range.lowerBound, min(range.upperBound, start - distance))
      return low...max(low, min(range.upperBound, start + distance))
    }
    var (low, high) = (0, range.upperBound - range.lowerBound)
    while low < high {
      let middle = low + (high - low) / 2
      if try holds(around(middle)) { high = middle } else { low = middle + 1 }
    }
    let above = min(range.upperBound, start + low)
    return try holds(above...above) ? above : max(range.lowerBound, start - low)
  }
}

extension SharedQuotas.Problem {
  fileprivate func permits(_ units: [SharedQuotas.OpenUnit]) throws(LimitExceeded) -> Bool {
    var requirement = requirement
    for unit in units {
      requirement.parts.append(
        Requirement.Part(
          classes: unit.ownCells.flatMap { classesOfCell[$0] }, least: unit.total.lowerBound,
          greatest: unit.total.upperBound))
      guard unit.ownCells.count > 1 else { continue }
      for (cell, range) in zip(unit.ownCells, unit.cells) {
        guard let range else { continue }
        requirement.parts.append(
          Requirement.Part(
            classes: classesOfCell[cell], least: range.lowerBound, greatest: range.upperBound))
      }
    }
    return try ChoiceState(requirement, available: populations).canComplete(total, meter)
  }
}
