import Quantities
import Semantics
import Source

/// `总体 各 x …` in plans whose strata are not divided: whether numbers can be found is decided by looking
/// at every set of strata (a circulation exists unless more must leave a set than may enter it).
extension ReferenceEvaluator {
  /// One value, with the numbers of objects that are wanted of it besides included ones.
  struct Area {
    let rows: [Boxed]
    let least: Int
    let greatest: Int
  }

  func areas(
    _ plan: PlanDeclaration, _ cells: [Cell], _ part: (place: Int, count: Int)
  ) throws(ReferenceFault) -> [Area] {
    guard let area = plan.sampling.areas.first else { return [] }
    var values: [Boxed] = []
    var found: [(included: Int, rows: [Boxed], spent: Int)] = []
    for cell in cells {
      for (index, row) in (cell.included + cell.others + cell.spent).enumerated() {
        let value = try evaluate(area.expression, Context(rows: [row]))
        if !values.contains(where: { Boxed.same($0, value) }) {
          values.append(value)
          found.append((0, [], 0))
        }
        guard let place = values.firstIndex(where: { Boxed.same($0, value) }) else { continue }
        if index < cell.included.count {
          found[place].included += 1
        } else if index >= cell.included.count + cell.others.count {
          found[place].spent += 1
        } else {
          found[place].rows.append(row)
        }
      }
    }
    var areas: [Area] = []
    for (included, rows, spent) in found {
      var own = try permitted(area.quantity, included + rows.count + spent)
      if area.quantity.isYearTotal { own.divide(part, area.quantity.bound) }
      own.least = min(own.least, included + rows.count)
      own.greatest = min(own.greatest, included + rows.count)
      areas.append(
        Area(
          rows: rows, least: max(0, own.least - included),
          greatest: max(0, own.greatest - included)))
    }
    return areas
  }

  /// The quotas nearest to those given that let every area have its number, one stratum after the
  /// other.
  func moved(
    _ quotas: [Int], _ permitted: [Permitted], _ total: ClosedRange<Int>, _ cells: [Cell],
    _ areas: [Area]
  ) throws(ReferenceFault) -> [Int] {
    if areas.isEmpty { return quotas }
    let included = cells.map(\.included.count)
    let all = included.reduce(0, +)
    let rest = max(0, total.lowerBound - all)...max(0, total.upperBound - all)
    let there = counts(cells.map(\.others), areas)
    var ranges = zip(permitted, included).map { $0.least - $1...$0.greatest - $1 }
    guard exists(ranges, there, areas, rest) else { throw ReferenceFault(.quantities, nil) }
    for index in ranges.indices {
      let start = quotas[index] - included[index]
      let near = ranges[index].sorted { a, b in
        (abs(a - start), -a) < (abs(b - start), -b)
      }
      for number in near {
        var tried = ranges
        tried[index] = number...number
        if exists(tried, there, areas, rest) {
          ranges = tried
          break
        }
      }
    }
    return zip(ranges, included).map { $0.lowerBound + $1 }
  }

  /// For each cell the first rows, in order, with which the others can still make up everything.
  func firstAcross(
    _ areas: [Area], _ cells: [Cell], _ quotas: [Int], _ order: [Boxed]
  ) throws(ReferenceFault) -> [[Boxed]] {
    var left = zip(quotas, cells).map { $0 - $1.included.count }
    var areas = areas
    var rows = cells.map(\.others)
    var taken = cells.map { _ in [Boxed]() }
    for row in order {
      guard let cell = rows.firstIndex(where: { $0.contains { Boxed.same($0, row) } }),
        let area = areas.firstIndex(where: { $0.rows.contains { Boxed.same($0, row) } })
      else { continue }
      rows[cell].removeAll { Boxed.same($0, row) }
      let wanted = areas[area]
      let others = wanted.rows.filter { !Boxed.same($0, row) }
      var with = areas
      with[area] = Area(
        rows: others, least: max(0, wanted.least - 1), greatest: wanted.greatest - 1)
      areas[area] = Area(rows: others, least: wanted.least, greatest: wanted.greatest)
      guard left[cell] > 0, wanted.greatest > 0 else { continue }
      var after = left
      after[cell] -= 1
      let rest = after.reduce(0, +)
      if exists(after.map { $0...$0 }, counts(rows, with), with, rest...rest) {
        taken[cell].append(row)
        left = after
        areas = with
      }
    }
    return taken
  }

  /// How many rows each cell has of each area.
  private func counts(_ cells: [[Boxed]], _ areas: [Area]) -> [[Int]] {
    cells.map { rows in
      areas.map { area in
        rows.count { row in area.rows.contains { Boxed.same($0, row) } }
      }
    }
  }

  /// Numbers flow from a source through the strata and the areas to a sink and back. For every set of
  /// these, what has to leave it must not be more than may enter it.
  private func exists(
    _ strata: [ClosedRange<Int>], _ there: [[Int]], _ areas: [Area], _ total: ClosedRange<Int>
  ) -> Bool {
    for set in 0..<(1 << (strata.count + 2)) {
      func isIn(_ stratum: Int) -> Bool { set >> (stratum + 2) & 1 == 1 }
      let (source, sink) = (set & 1 == 1, set & 2 == 2)
      // What must leave less what may enter, of the edges by their ends.
      func edge(_ from: Bool, _ to: Bool, _ least: Int, _ greatest: Int) -> Int {
        from && !to ? least : to && !from ? -greatest : 0
      }
      var sum = edge(sink, source, total.lowerBound, total.upperBound)
      for (index, range) in strata.enumerated() {
        sum += edge(source, isIn(index), range.lowerBound, range.upperBound)
      }
      for (index, area) in areas.enumerated() {
        let best = [false, true].map { inside in
          strata.indices.reduce(edge(inside, sink, area.least, area.greatest)) {
            $0 + edge(isIn($1), inside, 0, there[$1][index])
          }
        }
        sum += max(best[0], best[1])
      }
      if sum > 0 { return false }
    }
    return true
  }
}
