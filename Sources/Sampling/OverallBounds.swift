/// What the bounds over all strata permit the sum of quotas to be.
struct OverallBounds {
  /// A bound on the sum, and the number of the quantity it comes from.
  private typealias Limit = (value: Int, bound: Int, year: AllocationError.YearShare?)

  private let population: Int
  /// The sums that are permitted.
  let permitted: ClosedRange<Int>
  private let least: Limit?
  private let greatest: Limit?

  /// - Parameter available: how many of the population can be drawn.
  init(
    _ quantities: [Allocation.Quantity], population: Int, available: Int
  ) throws(AllocationError) {
    self.population = population
    var least: Limit?
    var greatest: Limit?
    for (index, quantity) in quantities.enumerated() {
      var interval = try QuotaInterval(
        quantity, population: population, place: .overall(index))
      let whole = (least: interval.least, greatest: interval.greatest)
      interval.takePart(of: quantity)
      interval.clamp(to: available)
      if interval.least > least?.value ?? 0 {
        least = (interval.least, index, .init(whole.least, of: quantity))
      }
      if interval.greatest < greatest?.value ?? available {
        greatest = (interval.greatest, index, .init(whole.greatest, of: quantity))
      }
    }
    if let least, let greatest, least.value > greatest.value {
      throw .overallContradiction(
        atLeast: least.value, leastFrom: least.bound,
        atMost: greatest.value, mostFrom: greatest.bound)
    }
    self.least = least
    self.greatest = greatest
    let low = least?.value ?? 0
    permitted = low...max(low, greatest?.value ?? available)
  }

  /// Moves quotas inside their intervals until their sum is permitted, by as little as that takes.
  func move(_ intervals: inout [QuotaInterval]) throws(AllocationError) {
    let sum = intervals.reduce(0) { $0 + $1.start }
    if let least, sum < least.value {
      let room = intervals.map { $0.greatest - $0.start }
      guard least.value - sum <= room.reduce(0, +) else {
        throw .overallTooLow(
          bound: least.bound, atLeast: least.value, greatest: intervals.map(\.greatest),
          population: population, year: least.year)
      }
      for (index, share) in spread(least.value - sum, over: room).enumerated() {
        intervals[index].start += share
      }
    }
    if let greatest, sum > greatest.value {
      let room = intervals.map { $0.start - $0.least }
      guard sum - greatest.value <= room.reduce(0, +) else {
        throw .overallTooHigh(
          bound: greatest.bound, atMost: greatest.value, least: intervals.map(\.least),
          population: population, year: greatest.year)
      }
      for (index, share) in spread(sum - greatest.value, over: room).enumerated() {
        intervals[index].start -= share
      }
    }
  }
}
