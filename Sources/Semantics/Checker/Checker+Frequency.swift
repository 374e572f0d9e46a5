import Quantities
import Source
import Syntax

/// How often drawn objects are visited.
extension Checker {
  /// The rows of the plan's registry are in scope.
  mutating func frequency(
    _ syntax: FrequencyClause, in plan: Span
  ) -> PlanDeclaration.Frequency? {
    let before = errorCount
    let by = syntax.by.map { frequencyBy($0) }
    let rates = syntax.arms.map { arm in reading(arm.span) { $0.rate(arm.rate) } }
    var patterns: [[TypedPattern]] = syntax.arms.map { _ in [] }
    if let first = syntax.by.first, let last = syntax.by.last {
      let rows = patternRows(
        syntax.arms.map { ($0.patterns, $0.rate.span, $0.span) }, types: by.map(\.type))
      let columns = columns(syntax.by, by)
      let head = first.span.joined(last.span)
      let whole = syntax.arms.reduce(head) { $1.span.file == $0.file ? $0.joined($1.span) : $0 }
      checkCoverage(columns, rows, inside: whole, of: factSubject(by)) { $0.frequency(at: head) }
      patterns = rows.rows.map(\.patterns)
    }
    guard errorCount == before, !syntax.arms.isEmpty else { return nil }
    var arms: [PlanDeclaration.Frequency.Arm] = []
    for ((arm, rate), patterns) in zip(zip(syntax.arms, rates), patterns) {
      guard let rate else { return nil }
      let label =
        arm.patterns.isEmpty
        ? "" : written(arm.patterns[0].span.joined(arm.patterns[arm.patterns.count - 1].span))
      arms.append(PlanDeclaration.Frequency.Arm(patterns: patterns, label: label, rate: rate))
    }
    return PlanDeclaration.Frequency(by: by, arms: arms)
  }

  private mutating func frequencyBy(_ syntax: Expression) -> TypedExpression {
    let value = infer(syntax)
    switch value.type.unwrapped {
    case .list, .set, .record, .row, .group:
      report(stratumType(value))
      return .unknown(at: syntax.span)
    default: return value
    }
  }

  private mutating func rate(_ syntax: RateSyntax) -> PlanDeclaration.Rate? {
    let bound: PlanDeclaration.Quantity.Bound
    switch syntax.kind {
    case .missing: return nil
    case .undecided: bound = .exactly(undecided(syntax.span))
    case .exactly(let count):
      guard let count = times(count) else { return nil }
      bound = .exactly(count)
    case .atLeast(let count):
      guard let count = times(count) else { return nil }
      bound = .atLeast(count)
    case .atMost(let count):
      guard let count = times(count) else { return nil }
      bound = .atMost(count)
    case .range(let low, let high):
      guard let from = times(low), let to = times(high) else { return nil }
      if case .count(let a) = from, case .count(let b) = to, a > b {
        report(timesReversed(low, high))
        return nil
      }
      bound = .range(from, to)
    }
    let every = syntax.every.map { Int64($0.count) ?? 0 } ?? 1
    if every < 1 {
      report(countTooSmall(syntax.span))
      return nil
    }
    let unit: PlanDeclaration.Rate.Unit =
      switch syntax.every?.unit {
      case .year: .year
      case .quarter: .quarter
      case .month: .month
      default: .period
      }
    return PlanDeclaration.Rate(
      times: PlanDeclaration.Quantity(bound: bound, allWhenFewerThan: nil, span: syntax.span),
      every: every, unit: unit)
  }

  /// A number of visits: at least 1, or what parameters say.
  private mutating func times(_ syntax: Expression) -> PlanDeclaration.Quantity.Amount? {
    let rows = scope.rows
    scope.rows = []
    defer { scope.rows = rows }
    let value = check(syntax, as: .count(.times))
    if value.type.isUnknown { return nil }
    if let open = openAmount(value) { return open }
    guard case .integer(let count)? = constant(value, .frequency) else { return nil }
    if count < 1 {
      report(countTooSmall(syntax.span))
      return nil
    }
    return .count(count)
  }

  /// Visits that have no room in the period: one a day is all there can be.
  mutating func reportCrowdedFrequency(_ plan: PlanDeclaration) {
    let days = Int64(plan.period.from.days(to: plan.period.to) + 1)
    for arm in plan.frequency?.arms ?? [] {
      let visits = PlanDeclaration.visits(arm.rate, from: plan.period.from, to: plan.period.to)
      guard let visits, visits.least > days else { continue }
      report(moreVisitsThanDays(arm.rate.times.span, visits.least, days))
    }
  }
}
