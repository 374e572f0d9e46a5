import Quantities

/// What a quantity permits before anything is known of the objects.
struct QuantityBounds: Sendable {
  /// Shares of the objects, rounding aside: in 0…1.
  var ratios: ClosedRange<Decimal>
  /// Numbers of objects; nil where there is no bound.
  var least: Int64
  var greatest: Int64?
  /// Whether the upper bound is rounded down, so that it is met exactly only by whole numbers.
  var roundsDown: Bool

  /// - Parameter rounds: as a total of so many rounds; a quantity that is one already stays as it is.
  init(_ quantity: PlanDeclaration.Quantity, inRounds rounds: Int) {
    self.init(quantity)
    if rounds > 1, !quantity.isYearTotal { multiply(by: rounds) }
  }

  init(_ quantity: PlanDeclaration.Quantity) {
    self.init(bound: quantity)
    for alternative in quantity.alternatives {
      let other = QuantityBounds(bound: alternative)
      let low = min(ratios.lowerBound, other.ratios.lowerBound)
      ratios = low...max(ratios.upperBound, other.ratios.upperBound)
      least = min(least, other.least)
      if let own = greatest { greatest = other.greatest.map { max(own, $0) } }
      roundsDown = roundsDown && other.roundsDown
    }
    // A small population is taken whole, an empty one gives none.
    if let limit = quantity.allWhenFewerThan, limit > 1 {
      ratios = ratios.lowerBound...1
      least = 0
      greatest = greatest.map { max($0, limit - 1) }
    }
  }

  /// Of the bound alone.
  private init(bound quantity: PlanDeclaration.Quantity) {
    ratios = 0...1
    least = 0
    greatest = nil
    roundsDown = false
    switch quantity.bound {
    case .all: ratios = 1...1
    case .exactly(let amount):
      raise(to: amount)
      lower(to: amount)
    case .atLeast(let amount): raise(to: amount)
    case .atMost(let amount):
      lower(to: amount)
      roundsDown = true
    case .range(let low, let high):
      raise(to: low)
      lower(to: high)
      roundsDown = true
    }
    if let count = quantity.agreedCount {
      switch quantity.bound {
      case .exactly, .all, .range: (least, greatest) = (count, count)
      case .atLeast: least = count
      case .atMost: greatest = count
      }
    }
  }

  private mutating func multiply(by rounds: Int) {
    let factor = Decimal(Int64(rounds))
    guard let low = try? ratios.lowerBound.multiplied(by: factor),
      let high = try? ratios.upperBound.multiplied(by: factor)
    else { return }
    ratios = low...high
    func times(_ count: Int64) -> Int64 {
      let (product, overflow) = count.multipliedReportingOverflow(by: Int64(rounds))
      return overflow ? .max : product
    }
    least = times(least)
    greatest = greatest.map(times)
  }

  private mutating func raise(to amount: PlanDeclaration.Quantity.Amount) {
    switch amount {
    case .ratio(let ratio):
      if ratio > ratios.lowerBound { ratios = min(ratio, ratios.upperBound)...ratios.upperBound }
    case .count(let count): least = max(least, count)
    case .open(let open): raise(to: open.least)
    }
  }

  private mutating func lower(to amount: PlanDeclaration.Quantity.Amount) {
    switch amount {
    case .ratio(let ratio):
      if ratio < ratios.upperBound { ratios = ratios.lowerBound...max(ratio, ratios.lowerBound) }
    case .count(let count): greatest = min(greatest ?? count, max(count, 0))
    case .open(let open):
      if let most = open.greatest { lower(to: most) }
    }
  }

  /// Whether it gives no object, whatever the population.
  var isZero: Bool { ratios.upperBound.isZero || greatest == 0 }
}
