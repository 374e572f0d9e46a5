import Quantities

extension PlanDeclaration {
  /// How often an object that is drawn in a round is visited in a calendar year, at least and at
  /// most.
  ///
  /// - Parameter arm: the arm of the frequency that fits the object; nil for any.
  package func visits(
    in year: Int, of round: Round.Days, arm: Int? = nil
  ) -> ClosedRange<Int64> {
    let (first, last) = (round.from.components, round.to.components)
    guard first.year <= year, year <= last.year else { return 0...0 }
    guard let frequency else {
      // Once in the round, which may be in either of its years.
      return (first.year == last.year ? 1 : 0)...1
    }
    let from = max(round.from, CivilDate(year: year, month: 1, day: 1) ?? round.from)
    let to = min(round.to, CivilDate(year: year, month: 12, day: 31) ?? round.to)
    let arms = arm.map { [frequency.arms[$0]] } ?? frequency.arms
    let each = arms.map {
      PlanDeclaration.visits($0.rate, from: from, to: to)
        ?? Visits(least: .max, greatest: .max)
    }
    let least = each.map(\.least).min() ?? 1
    return least...max(least, each.map { $0.greatest ?? $0.least }.max() ?? 1)
  }

  /// The most that an object drawn in one of the rounds is certainly visited in a year.
  func certainVisits(in year: Int) -> Int64 {
    allRounds.map { visits(in: year, of: $0.days).lowerBound }.max() ?? 0
  }
}
