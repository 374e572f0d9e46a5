import Quantities
import Semantics
import Source

/// How many rows each cell gives, by whole numbers and fractions of whole numbers.
extension ReferenceEvaluator {
  /// The quotas that a quantity permits, and the one to start from.
  struct Permitted {
    var least: Int
    var greatest: Int
    var start: Int

    /// What one round takes of a year's numbers: dealt out one by one, round after round.
    mutating func divide(
      _ part: (place: Int, count: Int), _ bound: PlanDeclaration.Quantity.Bound
    ) {
      func dealt(_ number: Int) -> Int {
        (0..<number).count { $0 % part.count == part.place }
      }
      if case .atLeast = bound, least < greatest {} else { greatest = dealt(greatest) }
      (least, start) = (dealt(least), dealt(start))
    }
  }

  /// One quota for each cell, included rows counted.
  ///
  /// - Parameter part: the round among those of its year, from 0, and how many there are.
  func quotas(
    _ plan: PlanDeclaration, _ cells: [Cell], part: (place: Int, count: Int), _ areas: [Area]
  ) throws(ReferenceFault) -> [Int] {
    let sampling = plan.sampling
    guard case .spread = sampling.within else {
      var ranges: [ClosedRange<Int>?] = []
      for cell in cells { ranges.append(try partsPermit(plan, cell)) }
      return try totals(
        plan, cells.map { ($0.stratum, $0.population, $0.included.count, $0.spent.count) }, part,
        ranges
      ) { permitted, quotas, total throws(ReferenceFault) in
        try moved(quotas, permitted, total, cells, areas)
      }
    }
    let strata = sampling.strata.indices.map { index in
      let own = cells.filter { $0.stratum == index }
      return (
        index, own.map(\.population).reduce(0, +), own.map(\.included.count).reduce(0, +),
        own.map(\.spent.count).reduce(0, +)
      )
    }
    let totals = try totals(plan, strata, part) { _, quotas, _ in quotas }
    return sampling.strata.indices.flatMap { index in
      let own = cells.filter { $0.stratum == index }
      return shared(
        totals[index], own.map(\.available), atLeast: own.map(\.included.count))
    }
  }

  /// The quota of one object of a first stage.
  func quota(
    _ quantity: PlanDeclaration.Quantity, population: Int, allowsZero: Bool
  ) throws(ReferenceFault) -> Int {
    var own = try permitted(quantity, population)
    if population > 0 && !allowsZero {
      if own.greatest == 0 { throw ReferenceFault(.quantities, nil) }
      own.least = max(own.least, 1)
    }
    return max(own.start, own.least)
  }

  private func totals(
    _ plan: PlanDeclaration, _ strata: [(stratum: Int, population: Int, included: Int, spent: Int)],
    _ part: (place: Int, count: Int),
    _ ranges: [ClosedRange<Int>?] = [],
    _ move: ([Permitted], [Int], ClosedRange<Int>) throws(ReferenceFault) -> [Int]
  ) throws(ReferenceFault) -> [Int] {
    let sampling = plan.sampling
    let fault = ReferenceFault(.quantities, nil)
    var permitted: [Permitted] = []
    for (index, (stratum, population, included, spent)) in strata.enumerated() {
      var own = try self.permitted(sampling.strata[stratum].quantity, population)
      if population > 0 && !sampling.allowsZero {
        if own.greatest == 0 && included == 0 { throw fault }
        if own.least == 0 && own.greatest > 0 { own.least = 1 }
      }
      if sampling.strata[stratum].quantity.isYearTotal {
        own.divide(part, sampling.strata[stratum].quantity.bound)
      }
      if spent > 0 {
        let quantity = sampling.strata[stratum].quantity
        let left = population - spent
        if quantity.asksForObjects && !quantity.isYearTotal && own.least > left { throw fault }
        own.least = min(own.least, left)
        own.greatest = min(own.greatest, left)
        own.start = min(own.start, left)
      }
      own.least = max(own.least, included)
      if own.greatest < included { throw fault }
      if index < ranges.count, let range = ranges[index] {
        if range.upperBound < own.least || own.greatest < range.lowerBound { throw fault }
        own.least = max(own.least, range.lowerBound)
        own.greatest = min(own.greatest, range.upperBound)
        own.start = min(own.start, own.greatest)
      }
      own.start = max(own.start, own.least)
      permitted.append(own)
    }
    let population = strata.map(\.population).reduce(0, +)
    let left = population - strata.map(\.spent).reduce(0, +)
    var (least, greatest) = (0, left)
    for quantity in sampling.overall {
      var bound = try self.permitted(quantity, population)
      if quantity.isYearTotal { bound.divide(part, quantity.bound) }
      least = max(least, min(bound.least, left))
      greatest = min(greatest, bound.greatest)
    }
    if least > greatest { throw fault }
    var quotas = permitted.map(\.start)
    let sum = quotas.reduce(0, +)
    if sum < least {
      let room = permitted.map { $0.greatest - $0.start }
      if room.reduce(0, +) < least - sum { throw fault }
      for (index, more) in shared(least - sum, room).enumerated() { quotas[index] += more }
    } else if sum > greatest {
      let room = permitted.map { $0.start - $0.least }
      if room.reduce(0, +) < sum - greatest { throw fault }
      for (index, less) in shared(sum - greatest, room).enumerated() { quotas[index] -= less }
    }
    return try move(permitted, quotas, least...greatest)
  }

  /// Of several alternatives the one with the smallest start that the population can meet.
  func permitted(
    _ quantity: PlanDeclaration.Quantity, _ population: Int
  ) throws(ReferenceFault) -> Permitted {
    if let limit = quantity.allWhenFewerThan, population < limit {
      return Permitted(least: population, greatest: population, start: population)
    }
    var found: [Permitted] = []
    for alternative in [quantity] + quantity.alternatives {
      if let own = try? alone(alternative, population) { found.append(own) }
    }
    guard let least = found.map(\.start).min() else { throw ReferenceFault(.quantities, nil) }
    return found.first { $0.start == least } ?? found[0]
  }

  /// Up for least numbers, down for greatest ones, exact ratios up.
  private func alone(
    _ quantity: PlanDeclaration.Quantity, _ population: Int
  ) throws(ReferenceFault) -> Permitted {
    func atLeast(_ amount: PlanDeclaration.Quantity.Amount) throws(ReferenceFault) -> Int {
      switch amount {
      case .count(let count):
        if count > population { throw ReferenceFault(.quantities, nil) }
        return Int(count)
      case .ratio(let ratio):
        let (over, under) = fraction(ratio)
        return Int((over * Int128(population) + under - 1) / under)
      case .open: throw broken("an amount that is not resolved", quantity.span)
      }
    }
    func atMost(_ amount: PlanDeclaration.Quantity.Amount) throws(ReferenceFault) -> Int {
      switch amount {
      case .count(let count): return min(Int(count), population)
      case .ratio(let ratio):
        let (over, under) = fraction(ratio)
        return Int(over * Int128(population) / under)
      case .open: throw broken("an amount that is not resolved", quantity.span)
      }
    }
    if let count = quantity.agreedCount {
      let stated =
        switch quantity.bound {
        case .exactly(let amount), .atLeast(let amount): try atLeast(amount)
        case .atMost(let amount): try atMost(amount)
        case .all: population
        case .range: Int(count)
        }
      if stated != Int(count) { throw ReferenceFault(.quantities, nil) }
    }
    switch quantity.bound {
    case .all: return Permitted(least: population, greatest: population, start: population)
    case .exactly(let amount):
      let number = try atLeast(amount)
      return Permitted(least: number, greatest: number, start: number)
    case .atLeast(let amount):
      let number = try atLeast(amount)
      return Permitted(least: number, greatest: population, start: number)
    case .atMost(let amount):
      let number = try atMost(amount)
      return Permitted(least: 0, greatest: number, start: number)
    case .range(let low, let high):
      let (from, to) = (try atLeast(low), try atMost(high))
      if from > to { throw ReferenceFault(.quantities, nil) }
      return Permitted(least: from, greatest: to, start: from)
    }
  }

  /// A ratio of few digits as a fraction.
  private func fraction(_ ratio: Decimal) -> (Int128, Int128) {
    var under: Int128 = 1
    for _ in 0..<ratio.places { under *= 10 }
    return (ratio.coefficient, under)
  }

  /// The largest remainder: whole parts of the shares, then one each by descending fractions. Parts
  /// whose share is below what they have anyway keep that, and leave the others.
  private func shared(
    _ amount: Int, _ parts: [Int], atLeast minima: [Int]? = nil
  ) -> [Int] {
    let minima = minima ?? parts.map { _ in 0 }
    var amount = min(amount, parts.reduce(0, +))
    var result = parts.map { _ in 0 }
    var open = Array(parts.indices)
    while true {
      let total = open.map { parts[$0] }.reduce(0, +)
      let tight = open.filter { total > 0 && max(amount, 0) * parts[$0] / total < minima[$0] }
      if tight.isEmpty { break }
      for index in tight {
        result[index] = minima[index]
        amount -= minima[index]
      }
      open.removeAll { tight.contains($0) }
    }
    let total = open.map { parts[$0] }.reduce(0, +)
    if total == 0 || amount <= 0 { return result }
    for index in open { result[index] = amount * parts[index] / total }
    var left = amount - open.map { result[$0] }.reduce(0, +)
    let byFraction = open.sorted { a, b in
      let (x, y) = (amount * parts[a] % total, amount * parts[b] % total)
      return x == y ? a < b : x > y
    }
    for index in byFraction where left > 0 {
      result[index] += 1
      left -= 1
    }
    return result
  }
}

extension PlanDeclaration.Quantity {
  /// Whether a number of objects is asked for, at least.
  fileprivate var asksForObjects: Bool {
    switch bound {
    case .exactly(.count), .atLeast(.count), .range(.count, _): true
    default: false
    }
  }
}
