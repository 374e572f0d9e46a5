import Quantities

extension PlanDeclaration {
  /// How often an object that is drawn in a round is visited in a calendar year, at least and at
  /// most.
  ///
  /// - Parameter arm: the arm of the frequency that fits the object; nil for any.
  package func visits(
    in year: Int, of round: Round.Days, arm: Int? = nil
  ) -> ClosedRange<Int64> {
    let (first, last) = (round.from.components.year, round.to.components.year)
    guard first <= year, year <= last else { return 0...0 }
    guard let frequency else {
      // Once in the round, which may be in either of its years.
      return (first == last ? 1 : 0)...1
    }
    let arms = arm.map { [frequency.arms[$0]] } ?? frequency.arms
    let each = arms.map { visits(at: $0.rate, in: year, of: round) }
    let least = each.map(\.least).min() ?? 1
    return least...max(least, each.map { $0.greatest ?? $0.least }.max() ?? 1)
  }

  private func visits(at rate: Rate, in year: Int, of round: Round.Days) -> Visits {
    let many = Visits(least: .max, greatest: .max)
    if round.from.components.year == round.to.components.year {
      return PlanDeclaration.visits(rate, from: round.from, to: round.to) ?? many
    }
    // That a drawn object is visited at all may be true of another year.
    let windows = rate.windows(in: year, of: round)
    let (least, overflow) = rate.least.multipliedReportingOverflow(by: windows.inside)
    guard let greatest = rate.greatest else {
      return overflow ? many : Visits(least: least, greatest: max(least, windows.touched))
    }
    let (most, excess) = greatest.multipliedReportingOverflow(by: windows.touched)
    return overflow || excess ? many : Visits(least: least, greatest: most)
  }

  /// The most that an object drawn in one of the rounds, or in all where everybody is, is certainly visited in a year.
  func certainVisits(in year: Int) -> Int64 {
    if case .open(let open) = rounds {
      return open.counts.map { inRounds($0).certainVisits(in: year) }.min() ?? 0
    }
    let rounds = allRounds
    // Who is drawn in every round is visited in every round.
    let inEvery = armsDrawnInEveryRound.map { arms in
      rounds.reduce(Int64(0)) { sum, round in
        let least = arms.map { visits(in: year, of: round.days, arm: $0).lowerBound }.min()
        return sum.saturating(plus: least ?? visits(in: year, of: round.days).lowerBound)
      }
    }
    let inOne = rounds.map { visits(in: year, of: $0.days).lowerBound }
    return (inEvery + inOne).max() ?? 0
  }

  /// For each stratum that is drawn as a whole in every round, whatever the day, the arms of the
  /// frequency that may fit its objects; none stands for all.
  private var armsDrawnInEveryRound: [[Int]] {
    let history = sampling.history
    guard relations.along == nil, history.withoutRepeats == nil, history.exclusions.isEmpty,
      history.caps.isEmpty,
      !([scope].compactMap(\.self) + sampling.excludes + sampling.by).contains(
        where: \.mayDependOnDay)
    else { return [] }
    return sampling.strata.filter { $0.quantity.bound == .all && !$0.quantity.isYearTotal }
      .map { stratum in
        guard let frequency, let by = sampling.by.first?.ownField, sampling.by.count == 1,
          frequency.by.count == 1, frequency.by[0].ownField == by,
          let last = frequency.arms.firstIndex(where: { $0.label == stratum.label })
        else { return [] }
        // Arms before may fit some of its objects.
        return Array(0...last)
      }
  }
}

extension TypedExpression {
  fileprivate var ownField: Int? {
    if case .field(let field, depth: 0) = kind { field } else { nil }
  }

  /// Whether it speaks of the day of the draw, or calls what may.
  fileprivate var mayDependOnDay: Bool {
    switch kind {
    case .asOf, .call, .tableCall, .hostCall, .query, .draw: true
    default: children.contains(where: \.mayDependOnDay)
    }
  }
}

extension PlanDeclaration.Rate {
  /// How many of its windows have days in a calendar year, and how many have all of their days in
  /// it: what `1次/2年` asks for may be done in either year.
  fileprivate func windows(
    in year: Int, of round: Round.Days
  ) -> (inside: Int64, touched: Int64) {
    let (from, to) = (round.from.components, round.to.components)
    let (start, end) = (Int64(from.year * 12 + from.month), Int64(to.year * 12 + to.month))
    let (opening, close) = (Int64(year * 12 + 1), Int64(year * 12 + 12))
    let length: Int64
    let anchor: Int64
    switch unit {
    case .period: return (start >= opening && end <= close ? 1 : 0, 1)
    case .year: (length, anchor) = (max(every, 1).saturating(12), start - Int64(from.month) + 1)
    case .quarter:
      (length, anchor) = (max(every, 1).saturating(3), start - Int64(from.month - 1) % 3)
    case .month: (length, anchor) = (max(every, 1), start)
    }
    // Those that divide a year are those of the calendar.
    let origin = 12 % length == 0 ? start - Int64(from.month) + 1 : anchor
    let firstTouched = (max(opening, start) - origin) / length
    let lastTouched = (min(close, end) - origin) / length
    let touched = lastTouched - firstTouched + 1
    var inside = touched
    if max(origin + firstTouched * length, start) < opening { inside -= 1 }
    let lastMonth = min(origin + lastTouched * length, .max - length) + length - 1
    if min(lastMonth, end) > close, inside > 0 { inside -= 1 }
    return (inside, touched)
  }
}

extension Int64 {
  fileprivate func saturating(plus other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  fileprivate func saturating(_ factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max / 4 : product
  }
}
