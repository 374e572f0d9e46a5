import Quantities
import Semantics
import Source
import Syntax

/// A draw that was made before.
struct ReferencePast {
  let registry: String
  let plan: String
  let on: CivilDate
  let period: String
  /// To each object.
  let visits: Int64
  let keys: Set<String>
}

/// What earlier draws mean: each row is looked up in each draw.
extension ReferenceEvaluator {
  /// The draws that count for a round, those of the registry up to its day.
  func earlier(
    _ plan: PlanDeclaration, _ first: CivilDate, _ last: CivilDate, on day: CivilDate
  ) -> [ReferencePast] {
    past.filter {
      $0.registry == program.registries[plan.registry.index].name.text && $0.on <= day
        && !($0.plan == plan.name.text && $0.period == "\(first)/\(last)")
    }
  }

  func key(_ row: Boxed, _ plan: PlanDeclaration) -> String {
    guard case .record(let fields) = row,
      case .text(let key) = fields[program.registries[plan.registry.index].key]
    else { return "" }
    return key
  }

  private func isWithin(_ window: HistoryRules.Window, _ draw: ReferencePast) -> Bool {
    guard let day = asOf else { return false }
    switch window {
    case .months(let months):
      guard let end = draw.on.adding(months: Int(months)) else { return true }
      return end > day
    case .days(let days): return day.dayNumber - draw.on.dayNumber < days
    }
  }

  /// Whether earlier draws take a row out of the population.
  func isOut(
    _ row: Boxed, _ plan: PlanDeclaration, _ earlier: [ReferencePast], visits: Int64
  ) throws(ReferenceFault) -> Bool {
    func isSpared(_ condition: TypedExpression?) throws(ReferenceFault) -> Bool {
      guard let condition else { return false }
      return try truth(condition, Context(rows: [row]))
    }
    let own = earlier.filter { $0.keys.contains(key(row, plan)) }
    for rule in plan.sampling.history.exclusions where try !isSpared(rule.except) {
      let counted = own.filter { rule.plans.isEmpty || rule.plans.contains($0.plan) }
      if counted.contains(where: { isWithin(rule.window, $0) }) { return true }
    }
    for cap in plan.sampling.history.caps {
      guard case .rolling(let window) = cap.within, try !isSpared(cap.except) else { continue }
      let before = own.filter { isWithin(window, $0) }.reduce(0) { $0 + $1.visits }
      if before + visits > cap.count { return true }
    }
    return false
  }

  /// Whether a row was drawn by the plan in its period.
  func isSpent(
    _ row: Boxed, _ plan: PlanDeclaration, _ earlier: [ReferencePast]
  ) throws(ReferenceFault) -> Bool {
    if let repeats = plan.sampling.history.repeats, try truth(repeats, Context(rows: [row])) {
      return false
    }
    return plan.sampling.history.withoutRepeats != nil
      && earlier.contains {
        $0.plan == plan.name.text && plan.period.from <= $0.on && $0.on <= plan.period.to
          && $0.keys.contains(key(row, plan))
      }
  }

  /// Rows by rank with those at the end that were drawn within the rotation of their stratum.
  func byTurn(
    _ plan: PlanDeclaration, _ stratum: Int, _ rows: [Boxed], _ earlier: [ReferencePast]
  ) -> [Boxed] {
    rows.filter { !isLate($0, plan, stratum, earlier) }
      + rows.filter { isLate($0, plan, stratum, earlier) }
  }

  /// The same for rows of several cells.
  func byTurn(
    _ plan: PlanDeclaration, _ cells: [Cell], _ rows: [Boxed], _ earlier: [ReferencePast]
  ) -> [Boxed] {
    func isLate(_ row: Boxed) -> Bool {
      cells.contains { cell in
        self.isLate(row, plan, cell.stratum, earlier)
          && cell.others.contains { Boxed.same($0, row) }
      }
    }
    return rows.filter { !isLate($0) } + rows.filter(isLate)
  }

  private func isLate(
    _ row: Boxed, _ plan: PlanDeclaration, _ stratum: Int, _ earlier: [ReferencePast]
  ) -> Bool {
    let quantity = plan.sampling.strata[stratum].quantity
    guard
      let months = quantity.rotation ?? quantity.horizon?.months
        ?? plan.sampling.history.rotation?.months
    else {
      return false
    }
    return earlier.contains { isWithin(.months(months), $0) && $0.keys.contains(key(row, plan)) }
  }
}
