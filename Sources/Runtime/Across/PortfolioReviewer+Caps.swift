import Engine
import Quantities
import Semantics
import Source
import Syntax

/// What the plans mean together for the objects of one key space in one year.
extension PortfolioReviewer {
  mutating func review(
    space name: String, in year: Int
  ) throws(RunFailure) -> (caps: [PortfolioReview.Cap], merges: [PortfolioReview.Merge]) {
    guard let space = spaces[name] else { return ([], []) }
    let taking = shares.filter {
      $0.round.years.contains(year)
        && spaceName($0.outline.plan.registry, $0.outline.script) == name
    }
    guard !taking.isEmpty else { return ([], []) }
    var classes = ObjectClasses(objects: space.count)
    for share in taking {
      try spend(space.count)
      classes.divide(by: share.ofObjects, limit: share.states.count)
    }
    var caps: [CapTally] = []
    for cap in portfolio.company.caps {
      guard taking.contains(where: { cap.concerns($0.outline) }) else { continue }
      guard let registry = cap.cap.registry else {
        caps.append(CapTally(cap, taking, year, column: nil))
        continue
      }
      guard spaceName(registry, cap.script) == name else { continue }
      try spend(space.count)
      classes.divide(
        by: try cases(of: cap, registry, space, in: year), limit: cap.cap.cases.count + 2)
      caps.append(
        CapTally(cap, taking, year, column: taking.count + caps.count { $0.column != nil }))
    }
    var pairs = MergeTally(taking, year)
    var twice = TwiceTally(taking)
    for group in classes.all() {
      let states = zip(taking, group.values).map { $0.states[Int($1)] }
      for index in caps.indices { caps[index].count(group, states) }
      pairs.count(group, states)
      twice.count(group, states)
    }
    let found = caps.map { $0.finding(space) }
    for (tally, finding) in zip(caps, found) {
      diagnostics += tally.cap.mistakes(finding)
    }
    diagnostics += twice.diagnostics(year)
    return (found, pairs.merges)
  }

  private func spend(_ steps: Int) throws(RunFailure) {
    do {
      try meter.spend(steps: steps)
    } catch {
      throw RunFailure(Stop.limit(error))
    }
  }

  /// For each object 0 if the cap does not protect it, else 1 and the case that holds, the last
  /// standing for none of them.
  private func cases(
    of cap: VisitCapOutline, _ registry: RegistryID, _ space: KeySpace, in year: Int
  ) throws(RunFailure) -> [Int32] {
    let interpreter = interpreter(cap.script, asOf: CivilDate(year: year, month: 1, day: 1))
    var numbers = Array(repeating: Int32(0), count: space.count)
    do throws(Stop) {
      let rows = try interpreter.registries.rows(registry, at: cap.cap.name.span)
      var fields: Set<Int> = []
      for expression in cap.cap.rowExpressions {
        expression.collectFields(depth: 0, into: &fields)
      }
      try rows.load(fields.sorted())
      var left = RowSet(rows)
      if let scope = cap.cap.scope {
        left = left.at(
          try interpreter.positions(where: scope, .rows(left, .row(registry)), Scope()))
      }
      for (index, one) in cap.cap.cases.enumerated() {
        let held = try interpreter.positions(
          where: one.condition, .rows(left, .row(registry)), Scope())
        for position in held {
          numbers[space.object(ofRow: left[Int(position)], in: rows.declaration.name.text)] =
            Int32(index + 1)
        }
        left = left.without(held)
      }
      for position in 0..<left.count {
        numbers[space.object(ofRow: left[position], in: rows.declaration.name.text)] = Int32(
          cap.cap.cases.count + 1)
      }
      return numbers
    } catch {
      throw RunFailure(error)
    }
  }
}
