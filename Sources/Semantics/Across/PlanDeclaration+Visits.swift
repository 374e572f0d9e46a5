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

  /// The most that an object drawn in one of the rounds is certainly visited in a year.
  func certainVisits(in year: Int) -> Int64 {
    if case .open(let open) = rounds {
      return open.counts.map { inRounds($0).certainVisits(in: year) }.min() ?? 0
    }
    return allRounds.map { visits(in: year, of: $0.days).lowerBound }.max() ?? 0
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
  fileprivate func saturating(_ factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max / 4 : product
  }
}
