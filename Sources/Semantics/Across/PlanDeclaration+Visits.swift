import Quantities

extension PlanDeclaration {
  /// How often an object that is drawn in a round is visited in a calendar year, at least and at
  /// most.
  package func visits(in year: Int, of round: Round.Days) -> ClosedRange<Int64> {
    let (first, last) = (round.from.components, round.to.components)
    guard first.year <= year, year <= last.year else { return 0...0 }
    let from = first.year == year ? first.month : 1
    let to = last.year == year ? last.month : 12
    guard let frequency else {
      // Once in the round, which may be in either of its years.
      return (first.year == last.year ? 1 : 0)...1
    }
    let periods: Int =
      switch frequency.per {
      case .year: 1
      case .quarter: (to - 1) / 3 - (from - 1) / 3 + 1
      case .month: to - from + 1
      }
    let (visits, overflow) = frequency.count.multipliedReportingOverflow(by: Int64(periods))
    let count: Int64 = overflow ? .max : visits
    return count...count
  }

  /// The most that an object drawn in one of the rounds is certainly visited in a year.
  func certainVisits(in year: Int) -> Int64 {
    allRounds.map { visits(in: year, of: $0.days).lowerBound }.max() ?? 0
  }
}
