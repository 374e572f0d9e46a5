import Quantities
import Sampling
import TestSupport
import Testing

@Suite struct AllocationTests {
  typealias Bound = Allocation.Bound
  typealias Quantity = Allocation.Quantity
  typealias Amount = Allocation.Amount

  static func percent(_ text: String) -> Amount {
    .ratio((try? Decimal(text)?.multiplied(by: Decimal("0.01") ?? 0)) ?? 0)
  }

  struct Example: Sendable {
    var strata: [Allocation.Stratum]
    var overall: [Quantity] = []
    var allowsZero = false
    var totals: [Int] = []
    var errors: [AllocationError] = []
  }

  static func stratum(
    _ population: Int, _ bound: Bound, included: Int = 0, allWhenFewerThan: Int64? = nil
  ) -> Allocation.Stratum {
    Allocation.Stratum(
      population: population, included: included,
      quantity: Quantity(bound, allWhenFewerThan: allWhenFewerThan))
  }

  /// Worked by hand.
  static let examples = [
    // 5 % of 212 are 10.6, 10 % of 41 are 4.1, 30 % of 17 are 5.1: all up. D is taken whole.
    Example(
      strata: [
        stratum(212, .exactly(percent("5"))), stratum(41, .exactly(percent("10"))),
        stratum(17, .atLeast(percent("30"))), stratum(6, .all),
      ], overall: [Quantity(.atMost(percent("20")))], totals: [11, 5, 6, 6]),
    // An exact ratio that comes out is not rounded, whatever its decimals: 3 ‰ of 1000.
    Example(
      strata: [
        stratum(1000, .exactly(percent("0.3"))), stratum(20, .exactly(percent("5"))),
        stratum(20, .atMost(percent("9.9"))), stratum(0, .exactly(percent("5"))),
      ], totals: [3, 1, 1, 0]),
    // Counts, ranges (⌈4.5⌉ … ⌊9⌋), small populations whole.
    Example(
      strata: [
        stratum(90, .exactly(.count(60))), stratum(90, .range(percent("5"), percent("10"))),
        stratum(4, .exactly(percent("5")), allWhenFewerThan: 5),
        stratum(5, .exactly(percent("5")), allWhenFewerThan: 5),
        stratum(3, .exactly(.count(60)), allWhenFewerThan: 60), stratum(3, .atMost(.count(60))),
        stratum(30, .range(.count(2), .count(4))),
      ], totals: [60, 5, 4, 1, 3, 3, 2]),
    // At least 10 % of 100, 200, 50 are 10, 20, 5. The whole needs 25 % of 350 = 87.5, so 88: the 53
    // that lack are spread over rooms of 90, 180, 45: 15.14, 30.29, 7.57.
    Example(
      strata: [
        stratum(100, .atLeast(percent("10"))), stratum(200, .atLeast(percent("10"))),
        stratum(50, .atLeast(percent("10"))),
      ], overall: [Quantity(.atLeast(percent("25")))], totals: [25, 50, 13]),
    // At most 20 % are 20 and 40, all are 10: 70 of 310 must come down to ⌊15 % · 310⌋ = 46. The 24
    // too many come off rooms of 19 and 39 (a stratum keeps one): 7.86 and 16.14.
    Example(
      strata: [
        stratum(100, .atMost(percent("20"))), stratum(200, .atMost(percent("20"))),
        stratum(10, .all),
      ], overall: [Quantity(.atMost(percent("15")))], totals: [12, 24, 10]),
    // Included objects count: 5 % of 100 are 5, 3 of them are there; at least 5 % may be 8.
    Example(
      strata: [
        stratum(100, .exactly(percent("5")), included: 3),
        stratum(100, .exactly(percent("5")), included: 5),
        stratum(100, .atLeast(percent("5")), included: 8),
        stratum(4, .exactly(percent("5")), included: 4, allWhenFewerThan: 5),
      ], totals: [5, 5, 8, 4]),
    // There is no room for 8 of 5, of 0, or of this round's 2 of 5.
    Example(
      strata: [
        stratum(100, .exactly(percent("5")), included: 8),
        stratum(100, .range(percent("1"), percent("5")), included: 8),
        stratum(40, .atMost(percent("2")), included: 1),
        yearly(100, .exactly(percent("5")), included: 3, 1),
      ],
      errors: [
        .includedAboveQuota(stratum: 0, included: 8, greatest: 5, population: 100, year: nil),
        .includedAboveQuota(stratum: 1, included: 8, greatest: 5, population: 100, year: nil),
        .includedAboveQuota(stratum: 2, included: 1, greatest: 0, population: 40, year: nil),
        .includedAboveQuota(
          stratum: 3, included: 3, greatest: 2, population: 100, year: half(5, 1)),
      ]),
    // 20 % of 214 are 42 in the year, 21 of them now: 4 + 8 + 10 are more.
    Example(
      strata: [
        stratum(71, .exactly(percent("5"))), stratum(38, .atLeast(percent("20"))),
        stratum(105, .exactly(.count(10))),
      ], overall: [yearly(214, .range(percent("10"), percent("20")), 0).quantity],
      errors: [
        .overallTooHigh(
          bound: 0, atMost: 21, least: [4, 8, 10], population: 214, year: half(42, 0))
      ]),
    // Zero, where the plan allows it.
    Example(
      strata: [stratum(9, .atMost(percent("10"))), stratum(9, .exactly(.count(0)))],
      allowsZero: true, totals: [0, 0]),
    Example(
      strata: [stratum(9, .atMost(percent("10"))), stratum(9, .exactly(.count(0)))],
      errors: [
        .zeroQuota(stratum: 0, population: 9), .zeroQuota(stratum: 1, population: 9),
      ]),
    // A lower end of zero is not taken up unless zero is allowed.
    Example(
      strata: [stratum(90, .range(percent("0"), percent("10"))), stratum(90, .atLeast(.count(0)))],
      totals: [1, 1]),
    Example(
      strata: [stratum(90, .range(percent("0"), percent("10"))), stratum(90, .atLeast(.count(0)))],
      allowsZero: true, totals: [0, 0]),
    Example(
      strata: [
        stratum(9, .exactly(.count(10))), stratum(9, .atLeast(.count(10))),
        stratum(9, .range(percent("51"), percent("54"))), stratum(9, .exactly(percent("101"))),
        stratum(9, .exactly(.count(-1))),
      ],
      errors: [
        .countAbovePopulation(.stratum(0), count: 10, population: 9),
        .countAbovePopulation(.stratum(1), count: 10, population: 9),
        .emptyRange(.stratum(2), least: 5, greatest: 4, population: 9),
        .ratioOutOfRange(.stratum(3), Decimal("1.01") ?? 0), .negativeCount(.stratum(4), -1),
      ]),
    // 5 and 20 are 25 of 200; 10 % would be 20.
    Example(
      strata: [stratum(100, .exactly(percent("5"))), stratum(100, .exactly(percent("20")))],
      overall: [Quantity(.atMost(percent("10")))],
      errors: [.overallTooHigh(bound: 0, atMost: 20, least: [5, 20], population: 200)]),
    Example(
      strata: [stratum(100, .exactly(percent("5"))), stratum(100, .atMost(percent("20")))],
      overall: [Quantity(.atMost(percent("50"))), Quantity(.atLeast(.count(26)))],
      errors: [.overallTooLow(bound: 1, atLeast: 26, greatest: [5, 20], population: 200)]),
    Example(
      strata: [stratum(100, .atLeast(percent("5")))],
      overall: [Quantity(.atLeast(percent("30"))), Quantity(.atMost(.count(20)))],
      errors: [.overallContradiction(atLeast: 30, leastFrom: 0, atMost: 20, mostFrom: 1)]),
    Example(
      strata: [stratum(10, .atLeast(percent("5")))], overall: [Quantity(.exactly(.count(11)))],
      errors: [.countAbovePopulation(.overall(0), count: 11, population: 10)]),
    // An exact whole: 10 % of 105 are 10.5, so 11; at least 5 % are 4 and 2, which leaves 5.
    Example(
      strata: [stratum(70, .atLeast(percent("5"))), stratum(35, .atLeast(percent("5")))],
      overall: [Quantity(.exactly(percent("10")))], totals: [7, 4]),
    Example(strata: [], overall: [Quantity(.atLeast(percent("5")))], totals: []),
    // 10 % of 195 are 19.5, so 20 as said; 10 % of 190 are 19. Up: 191…200; down: 200…209.
    Example(strata: [agreeing(195, .exactly(percent("10")), 20)], totals: [20]),
    Example(
      strata: [
        agreeing(190, .exactly(percent("10")), 20), agreeing(210, .atMost(percent("10")), 20),
      ],
      errors: [
        .countDisagrees(.stratum(0), agreed(false, 190, 19)),
        .countDisagrees(.stratum(1), agreed(true, 210, 21)),
      ]),
    // 40 objects or 20 %: 20 % of 100 are fewer, 20 % of 300 are not, and of 30 there are no 40.
    Example(
      strata: [100, 300, 30].map { population in
        var quantity = Quantity(.exactly(.count(40)))
        quantity.alternatives = [Quantity(.exactly(percent("20")))]
        return Allocation.Stratum(population: population, quantity: quantity)
      }, totals: [20, 40, 6]),
    // What parts need pushes a quota that may rise, and excludes one that may not.
    Example(strata: [permitted(100, .atLeast(percent("5")), 9...40)], totals: [9]),
    Example(strata: [permitted(100, .atMost(percent("50")), 9...40)], totals: [40]),
    Example(
      strata: [permitted(100, .exactly(percent("5")), 9...40)],
      errors: [.partsExclude(stratum: 0, permitted: 9...40, quantity: 5...5)]),
  ]

  /// Of two rounds in a year the one at a place.
  static func yearly(
    _ population: Int, _ bound: Bound, included: Int = 0, _ place: Int
  ) -> Allocation.Stratum {
    var quantity = Quantity(bound)
    quantity.part = Allocation.Part(place, of: 2)
    return Allocation.Stratum(population: population, included: included, quantity: quantity)
  }

  static func half(_ whole: Int, _ place: Int) -> AllocationError.YearShare? {
    Allocation.Part(place, of: 2).map { AllocationError.YearShare(whole: whole, part: $0) }
  }

  static func agreeing(
    _ population: Int, _ bound: Bound, _ count: Int64
  ) -> Allocation.Stratum {
    var quantity = Quantity(bound)
    quantity.agreedCount = count
    return Allocation.Stratum(population: population, quantity: quantity)
  }

  static func agreed(_ roundsDown: Bool, _ population: Int, _ computed: Int) -> AgreedCount {
    AgreedCount(
      ratio: Decimal("0.1") ?? 0, roundsDown: roundsDown, population: population,
      computed: computed, stated: 20)
  }

  static func permitted(
    _ population: Int, _ bound: Bound, _ range: ClosedRange<Int>
  ) -> Allocation.Stratum {
    var stratum = Allocation.Stratum(population: population, quantity: Quantity(bound))
    stratum.permitted = range
    return stratum
  }

  @Test(arguments: [false, true])
  func populationsThatAgree(roundsDown: Bool) {
    for tenths in [1, 3, 7, 10, 333, 1_000] as [Int128] {
      let ratio = Decimal(coefficient: tenths, places: 3) ?? 0
      for stated in 1...9 as ClosedRange<Int64> {
        let expected = (0...9_999 as ClosedRange<Int64>).filter {
          let product = $0 * Int64(tenths)
          return (roundsDown ? product / 1_000 : (product + 999) / 1_000) == stated
        }
        let agreed = AgreedCount(
          ratio: ratio, roundsDown: roundsDown, population: 0, computed: 0, stated: stated)
        #expect(
          agreed.agreeing.map { [$0.lowerBound, $0.upperBound] } == [
            expected[0], expected[expected.count - 1],
          ])
      }
    }
  }

  @Test(arguments: examples.indices)
  func workedByHand(_ index: Int) {
    let example = AllocationTests.examples[index]
    do {
      let allocation = try Allocation(
        of: example.strata, overall: example.overall, allowsZero: example.allowsZero)
      #expect(allocation.quotas == example.totals)
      #expect(example.errors.isEmpty)
    } catch {
      #expect(error.errors == example.errors)
    }
  }

  /// Whatever is allocated obeys every quantity; a refusal of the whole is right.
  @Test func quotasObeyTheirBounds() throws {
    var random = SplitMix64(seed: 7)
    var (allocated, refused) = (0, 0)
    for _ in 0..<3_000 {
      let strata = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        let population = Int.random(in: 0...300, using: &random)
        return Allocation.Stratum(
          population: population,
          included: population == 0 ? 0 : Int.random(in: 0...3, using: &random) % population,
          quantity: randomQuantity(&random, elasticToo: true))
      }
      let population = strata.reduce(0) { $0 + $1.population }
      let overall = randomQuantity(&random, elasticToo: true)
      let outcome = Result {
        () throws(AllocationFailure) in
        try Allocation(of: strata, overall: [overall], allowsZero: true)
      }
      switch outcome {
      case .success(let allocation):
        allocated += 1
        let sum = allocation.quotas.reduce(0, +)
        let fits = zip(strata, allocation.quotas).allSatisfy { stratum, quota in
          quota >= stratum.included && permits(stratum.quantity, quota, of: stratum.population)
        }
        if !fits || !permits(overall, sum, of: population) {
          Issue.record("\(strata) \(overall): \(allocation)")
        }
      case .failure(let failure):
        refused += 1
        for error in failure.errors {
          switch error {
          case .overallTooLow(_, let atLeast, let greatest, _, _):
            if greatest.reduce(0, +) >= atLeast { Issue.record("\(strata) \(overall): \(error)") }
          case .overallTooHigh(_, let atMost, let least, _, _):
            if least.reduce(0, +) <= atMost { Issue.record("\(strata) \(overall): \(error)") }
          case .countAbovePopulation(_, let count, let population):
            if count <= population { Issue.record("\(strata) \(overall): \(error)") }
          case .includedAboveQuota(_, let included, let greatest, _, _):
            if included <= greatest { Issue.record("\(strata) \(overall): \(error)") }
          case .emptyRange(_, let least, let greatest, _):
            if least <= greatest { Issue.record("\(strata) \(overall): \(error)") }
          default: Issue.record("\(strata) \(overall): \(error)")
          }
        }
      }
    }
    #expect(allocated > 300 && refused > 300)
  }

  /// The definition, in whole thousandths: `lo · N ≤ 1000 · quota ≤ hi · N`, rounded to its side.
  private func permits(_ quantity: Quantity, _ quota: Int, of population: Int) -> Bool {
    if let limit = quantity.allWhenFewerThan, population < limit { return quota == population }
    func share(_ amount: Amount) -> Int {
      switch amount {
      case .count(let count): Int(count) * 1_000
      case .ratio(let ratio): Int((try? ratio.multiplied(by: 1_000))?.floor ?? -1) * population
      }
    }
    func up(_ amount: Amount) -> Int { (share(amount) + 999) / 1_000 }
    return switch quantity.bound {
    case .all: quota == population
    case .exactly(let amount): quota == up(amount)
    case .atLeast(let amount): quota >= up(amount) && quota <= population
    case .atMost(let amount): quota * 1_000 <= share(amount)
    case .range(let low, let high): quota >= up(low) && quota * 1_000 <= share(high)
    }
  }

  private func randomQuantity(_ random: inout SplitMix64, elasticToo: Bool) -> Quantity {
    func amount(_ least: Int64 = 0) -> Amount {
      let number = Int64.random(in: least...1_000, using: &random)
      return number % 5 == 0
        ? .count(number / 25) : .ratio(Decimal(coefficient: Int128(number), places: 3) ?? 0)
    }
    let bound: Bound =
      switch Int.random(in: 0..<7, using: &random) {
      case 0: .all
      case 1: .exactly(amount())
      case 2, 3: .atLeast(amount())
      case 4: .atMost(amount())
      default: .range(amount(), amount(500))
      }
    return Quantity(bound, allWhenFewerThan: Bool.random(using: &random) ? 20 : nil)
  }
}
