package import Engine

/// Which objects are drawn of each cell.
///
/// The rows of a cell are gone through by rank, then by ticket, then by key. Without a requirement
/// the first are drawn. With one, a row is drawn if the rows behind it can still make up what is
/// then lacking: the quota, and the least and greatest numbers of the parts. So the sample is the
/// first of all that meet the requirement, whatever the machine and the order of storage.
package struct Choice: Sendable {
  /// For each cell the objects drawn, by rank and ticket.
  package let cells: [[Drawn]]

  /// What there is to choose from.
  package struct Rows: Sendable {
    /// The cell of each row; a negative number where the row is in none.
    package var cells: [Int32]
    /// The rank of each row, 0 first; empty if all have the same.
    package var ranks: [UInt8] = []
    /// The class of each row, for the requirements; empty if there are none.
    package var classes: [Int32] = []

    package init(cells: [Int32]) { self.cells = cells }

    func rank(_ row: Int) -> Int { ranks.isEmpty ? 0 : Int(ranks[row]) }
  }

  /// - Parameters:
  ///   - quotas: How many to draw of each cell; one above the population takes all.
  ///   - requirements: Each must be possible with its quotas (`Requirement.totals`).
  /// - Complexity: As `Selection`; with a requirement all rows of its cells are hashed and sorted.
  package init(
    root: DrawRoot, keys: TextColumn, rows: Rows, quotas: [Int],
    requirements: [Requirement] = [], meter: Meter = Meter()
  ) throws(DrawFailure) {
    if rows.ranks.isEmpty, requirements.isEmpty {
      cells = try Selection(
        root: root, keys: keys, strata: rows.cells, quotas: quotas, meter: meter
      ).strata
      return
    }
    let ranked = try RankedCells(rows, quotas, whole: Set(requirements.flatMap(\.cells)))
    let selection = try Selection(
      root: root, keys: keys, strata: ranked.strata, quotas: ranked.quotas, meter: meter)
    var cells = quotas.indices.map { cell in
      Array(selection.strata[ranked.range(of: cell)].joined())
    }
    let bytes = KeyBytes(keys)
    for (index, requirement) in requirements.enumerated() {
      // By rank and ticket over all cells of the requirement.
      let order = (0..<ranked.width).flatMap { rank in
        ticketOrder(
          requirement.cells.flatMap { selection.strata[ranked.range(of: $0)][rank: rank] },
          keys: bytes)
      }
      let total = requirement.cells.reduce(0) { $0 + max(0, quotas[$1]) }
      let taken: [Drawn]?
      do throws(LimitExceeded) {
        taken = try requirement.first(of: order, rows.classes, total: total, meter)
      } catch {
        throw .limit(error)
      }
      guard let taken else { throw .requirementNotMet(index) }
      for cell in requirement.cells { cells[cell] = [] }
      for drawn in taken { cells[Int(rows.cells[drawn.row])].append(drawn) }
    }
    self.cells = cells
  }
}

/// Cells divided by rank, so that the first ranks of a cell are drawn whole before the next gives
/// any.
private struct RankedCells {
  /// Ranks in use.
  let width: Int
  /// Each row's cell and rank in one number.
  let strata: [Int32]
  let quotas: [Int]

  /// - Parameter whole: Cells of which all rows are wanted, to choose from.
  init(_ rows: Choice.Rows, _ quotas: [Int], whole: Set<Int>) throws(DrawFailure) {
    let width = Int(rows.ranks.max() ?? 0) + 1
    var strata = rows.cells
    var populations = [Int](repeating: 0, count: quotas.count * width)
    for (row, cell) in rows.cells.enumerated() where cell >= 0 {
      guard cell < quotas.count else { throw .noQuota(stratum: Int(cell)) }
      let stratum = Int(cell) * width + rows.rank(row)
      strata[row] = Int32(truncatingIfNeeded: stratum)
      populations[stratum] += 1
    }
    var parts = populations
    for cell in quotas.indices where !whole.contains(cell) {
      var left = quotas[cell]
      for stratum in cell * width..<(cell + 1) * width {
        parts[stratum] = max(0, min(left, populations[stratum]))
        left -= populations[stratum]
      }
    }
    self.width = width
    self.strata = strata
    self.quotas = parts
  }

  func range(of cell: Int) -> Range<Int> { cell * width..<(cell + 1) * width }
}

extension ArraySlice<[Drawn]> {
  fileprivate subscript(rank rank: Int) -> [Drawn] { self[startIndex + rank] }
}
