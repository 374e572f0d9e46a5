internal import Quantities

/// The quotas a quantity permits, and the one it starts from.
struct QuotaInterval: Hashable {
  var least: Int
  var greatest: Int
  var start: Int
  /// Which of the quantity's alternatives it is; 0 is the quantity itself.
  var choice = 0

  /// The interval of a stratum, counting the objects that are included anyway.
  init(
    _ stratum: Allocation.Stratum, place: AllocationError.Place, allowsZero: Bool
  ) throws(AllocationError) {
    try self.init(stratum.quantity, population: stratum.population, place: place)
    if stratum.population > 0, !allowsZero {
      // Included objects are in the sample, so the stratum is not without any.
      if greatest == 0, stratum.included == 0, case .stratum(let index) = place {
        throw .zeroQuota(stratum: index, population: stratum.population)
      }
      least = max(least, min(1, greatest))
    }
    let year = AllocationError.YearShare(greatest, of: stratum.quantity)
    takePart(of: stratum.quantity)
    if stratum.spent > 0 {
      if let count = stratum.quantity.leastCount, stratum.quantity.part == nil,
        least > stratum.available
      {
        throw .countAbovePopulation(place, count: count, population: stratum.available)
      }
      clamp(to: stratum.available)
    }
    if stratum.included > greatest, case .stratum(let index) = place {
      throw .includedAboveQuota(
        stratum: index, included: stratum.included, greatest: greatest,
        population: stratum.population, year: year)
    }
    least = max(least, stratum.included)
    if let permitted = stratum.permitted, case .stratum(let index) = place {
      guard permitted.overlaps(least...greatest) else {
        throw .partsExclude(
          stratum: index, permitted: permitted, quantity: least...greatest)
      }
      least = max(least, permitted.lowerBound)
      greatest = min(greatest, permitted.upperBound)
      start = min(start, greatest)
    }
    start = max(start, least)
  }

  /// The interval of a quantity over a population.
  init(
    _ quantity: Allocation.Quantity, population: Int, place: AllocationError.Place
  ) throws(AllocationError) {
    if let limit = quantity.allWhenFewerThan, population < limit {
      self.init(least: population, greatest: population, start: population)
      return
    }
    if !quantity.alternatives.isEmpty {
      self = try QuotaInterval.fewest(quantity, population: population, place: place)
      return
    }
    /// At least this: rounded up.
    func ceiling(_ amount: Allocation.Amount) throws(AllocationError) -> Int {
      let least = try number(amount, .up)
      if case .count(let count) = amount, count > population {
        throw .countAbovePopulation(place, count: count, population: population)
      }
      return least
    }
    /// At most this: rounded down.
    func floor(_ amount: Allocation.Amount) throws(AllocationError) -> Int {
      min(try number(amount, .down), population)
    }
    func number(
      _ amount: Allocation.Amount, _ rounding: Decimal.Rounding
    ) throws(AllocationError) -> Int {
      switch amount {
      case .count(let count):
        if count < 0 { throw .negativeCount(place, count) }
        return Int(count)
      case .ratio(let ratio):
        // Within 0…1 the product is within 0…population, and its rounding too.
        guard ratio >= 0, ratio <= 1,
          let product = try? ratio.multipliedRounded(
            by: Decimal(Int64(population)), places: 0, rounding: rounding),
          let whole = product.floor
        else { throw .ratioOutOfRange(place, ratio) }
        return Int(whole)
      }
    }

    switch quantity.bound {
    case .all:
      self.init(least: population, greatest: population, start: population)
    case .exactly(let amount):
      let number = try ceiling(amount)
      self.init(least: number, greatest: number, start: number)
    case .atLeast(let amount):
      let least = try ceiling(amount)
      self.init(least: least, greatest: population, start: least)
    case .atMost(let amount):
      let greatest = try floor(amount)
      self.init(least: 0, greatest: greatest, start: greatest)
    case .range(let low, let high):
      let (least, greatest) = (try ceiling(low), try floor(high))
      if least > greatest {
        throw .emptyRange(place, least: least, greatest: greatest, population: population)
      }
      self.init(least: least, greatest: greatest, start: least)
    }
    try agree(quantity, population, place)
  }

  /// Of a quantity and its alternatives the one that starts with the fewest objects. One that the
  /// population cannot meet is none; if that is so of all, the first one's mistake is told.
  private static func fewest(
    _ quantity: Allocation.Quantity, population: Int, place: AllocationError.Place
  ) throws(AllocationError) -> QuotaInterval {
    var first = quantity
    first.alternatives = []
    var best: QuotaInterval?
    var mistake: AllocationError?
    for (index, quantity) in ([first] + quantity.alternatives).enumerated() {
      do {
        var interval = try QuotaInterval(quantity, population: population, place: place)
        interval.choice = index
        if let found = best, found.start <= interval.start { continue }
        best = interval
      } catch {
        if mistake == nil { mistake = error }
      }
    }
    if let best { return best }
    throw mistake ?? .zeroQuota(stratum: 0, population: population)
  }

  /// A ratio with its number of objects: both must be the same.
  private func agree(
    _ quantity: Allocation.Quantity, _ population: Int, _ place: AllocationError.Place
  ) throws(AllocationError) {
    guard let stated = quantity.agreedCount else { return }
    let (ratio, number, roundsDown): (Decimal, Int, Bool)
    switch quantity.bound {
    case .exactly(.ratio(let value)), .atLeast(.ratio(let value)):
      (ratio, number, roundsDown) = (value, least, false)
    case .atMost(.ratio(let value)): (ratio, number, roundsDown) = (value, greatest, true)
    case .all: (ratio, number, roundsDown) = (.one, population, false)
    // What a range comes to is known once all strata have their quotas.
    default: return
    }
    if Int64(number) != stated {
      throw .countDisagrees(
        place,
        AgreedCount(
          ratio: ratio, roundsDown: roundsDown, population: population, computed: number,
          stated: stated))
    }
  }

  /// Leaves the part that is taken of every number; what has no bound above keeps having none.
  mutating func takePart(of quantity: Allocation.Quantity) {
    guard let part = quantity.part else { return }
    var isOpen = false
    let taken = choice == 0 ? quantity : quantity.alternatives[choice - 1]
    if case .atLeast = taken.bound { isOpen = least < greatest }
    least = part.of(least)
    start = part.of(start)
    if !isOpen { greatest = part.of(greatest) }
  }

  /// Nobody can give more than there are.
  mutating func clamp(to available: Int) {
    least = min(least, available)
    greatest = min(greatest, available)
    start = min(start, available)
  }

  private init(least: Int, greatest: Int, start: Int) {
    self.least = least
    self.greatest = greatest
    self.start = start
  }
}

extension Allocation.Quantity {
  /// How many objects there have to be, if that is a number.
  fileprivate var leastCount: Int64? {
    switch bound {
    case .exactly(.count(let count)), .atLeast(.count(let count)), .range(.count(let count), _):
      count
    default: nil
    }
  }
}
