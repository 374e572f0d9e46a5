import Quantities
import Sampling
import Semantics
import Source
import Syntax
import TestSupport
import Testing

/// What is said about quantities without any data.
@Suite struct SamplingArithmeticTests {
  typealias Sampling = PlanDeclaration.Sampling
  typealias Amount = PlanDeclaration.Quantity.Amount
  typealias Bound = PlanDeclaration.Quantity.Bound

  static let span = Span(file: FileID(0), start: 0, end: 0)

  static func quantity(_ bound: Bound, below limit: Int64? = nil) -> PlanDeclaration.Quantity {
    PlanDeclaration.Quantity(bound: bound, allWhenFewerThan: limit, span: span)
  }

  static func percent(_ number: Int64) -> Amount {
    .ratio(Decimal(coefficient: Int128(number), places: 2) ?? .zero)
  }

  static func sampling(
    _ strata: [PlanDeclaration.Quantity], overall: [PlanDeclaration.Quantity] = [],
    allowsZero: Bool = false, each: Bool = false, counted: Bool = false
  ) -> Sampling {
    let condition = TypedExpression(.constant(.bool(true)), .bool, span)
    return Sampling(
      by: [], within: each ? .each(condition) : nil,
      strata: strata.map { .init(patterns: [.any], label: "", quantity: $0) }, overall: overall,
      includes: counted ? [.init(condition: condition, counted: true)] : [], excludes: [],
      allowsZero: allowsZero)
  }

  static func diagnostics(_ sampling: Sampling) throws -> [Diagnostic] {
    let day = try #require(CivilDate(year: 2026, month: 3, day: 1))
    return PlanDeclaration(
      name: Name("p", span), period: (day, day), lead: DepartmentID(0), participants: [],
      registry: RegistryID(0), scope: nil, frequency: nil, inspectors: [], group: "p",
      sampling: sampling, span: span
    ).staticArithmetic(spelledIn: .chinese)
  }

  struct Example: Sendable, CustomTestStringConvertible {
    let sampling: SamplingArithmeticTests.Sampling
    let codes: [DiagnosticCode]
    let testDescription: String

    init(_ name: String, _ codes: [DiagnosticCode], _ sampling: SamplingArithmeticTests.Sampling) {
      testDescription = name
      self.codes = codes
      self.sampling = sampling
    }
  }

  @Test(arguments: examples) func example(_ example: Example) throws {
    let diagnostics = try Self.diagnostics(example.sampling)
    #expect(diagnostics.map(\.code.number) == example.codes.map(\.number))
  }

  static let half = percent(50)
  static let examples: [Example] = [
    Example(
      "strata above overall", [.strataAboveOverall],
      sampling(
        [quantity(.atLeast(percent(30))), quantity(.all)],
        overall: [quantity(.atMost(percent(20)))])),
    Example(
      "above whatever the cells", [.strataAboveOverall],
      sampling(
        [quantity(.exactly(percent(30)), below: 5)], overall: [quantity(.exactly(percent(20)))],
        each: true, counted: true)),
    Example(
      "it depends on how many are taken whole", [],
      sampling(
        [quantity(.exactly(percent(5))), quantity(.all)],
        overall: [quantity(.atMost(percent(20)))])),
    Example(
      "strata below overall", [.strataBelowOverall],
      sampling(
        [quantity(.exactly(percent(5))), quantity(.atMost(percent(8)))],
        overall: [quantity(.range(percent(10), percent(40)))])),
    Example(
      "many small cells may round up", [],
      sampling(
        [quantity(.exactly(percent(5)))], overall: [quantity(.atLeast(percent(10)))], each: true)),
    Example(
      "counted objects do not raise it", [.strataBelowOverall],
      sampling(
        [quantity(.exactly(percent(5)))], overall: [quantity(.atLeast(percent(10)))],
        counted: true)),
    Example(
      "small strata are taken whole", [],
      sampling(
        [quantity(.exactly(percent(5)), below: 30)], overall: [quantity(.atLeast(percent(10)))])),
    Example(
      "counts above", [.strataAboveOverall],
      sampling(
        [quantity(.exactly(.count(20))), quantity(.range(.count(50), .count(60)))],
        overall: [quantity(.atMost(.count(60)))])),
    Example(
      "counts below", [.strataBelowOverall],
      sampling(
        [quantity(.exactly(.count(20)), below: 25), quantity(.atMost(.count(30)))],
        overall: [quantity(.atLeast(.count(60)))])),
    Example(
      "counts that a threshold makes up for", [],
      sampling(
        [quantity(.exactly(.count(20)), below: 35), quantity(.atMost(.count(30)))],
        overall: [quantity(.atLeast(.count(60)))])),
    Example(
      "counts of cells", [],
      sampling(
        [quantity(.exactly(.count(70)))], overall: [quantity(.atMost(.count(60)))], each: true)),
    Example(
      "overall bounds", [.overallBoundsContradict],
      sampling(
        [quantity(.atLeast(percent(40)))],
        overall: [quantity(.atLeast(percent(30))), quantity(.atMost(percent(20)))])),
    Example(
      "overall counts", [.overallBoundsContradict],
      sampling(
        [quantity(.atLeast(percent(40)))],
        overall: [quantity(.atMost(.count(5))), quantity(.exactly(.count(6)))])),
    Example(
      "zero", [.certainZero, .certainZero, .certainZero],
      sampling([
        quantity(.exactly(percent(0))), quantity(.atMost(.count(0))),
        quantity(.range(percent(0), .count(0))), quantity(.exactly(percent(1))),
      ])),
    Example(
      "zero that is allowed", [],
      sampling([quantity(.exactly(percent(0))), quantity(.all)], allowsZero: true)),
    Example(
      "zero overall", [.certainZero],
      sampling([quantity(.atMost(half))], overall: [quantity(.atMost(.count(0)))])),
    Example(
      "no remainder", [.onlyWithoutRemainder],
      sampling(
        [quantity(.exactly(percent(20))), quantity(.atLeast(percent(20)))],
        overall: [quantity(.exactly(percent(20)))])),
    Example(
      "one stratum rounds as the whole does", [],
      sampling([quantity(.exactly(half))], overall: [quantity(.exactly(half))])),
    Example(
      "no remainder below", [.onlyWithoutRemainder],
      sampling([quantity(.atMost(half))], overall: [quantity(.atLeast(half))])),
    Example(
      "a range of one ratio", [.onlyWithoutRemainder],
      sampling([quantity(.range(half, half))])),
    Example(
      "thresholds", [.pointlessThreshold, .pointlessThreshold, .thresholdBelowCount],
      sampling([
        quantity(.exactly(half), below: 1), quantity(.all, below: 9),
        quantity(.atLeast(.count(20)), below: 5), quantity(.atLeast(.count(20)), below: 20),
      ])),
  ]

  /// Against the allocation itself: what is called impossible fails for all populations tried, and
  /// where nothing is said some population works.
  @Test(arguments: Array(UInt64(0)..<4)) func agreesWithAllocation(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var (impossible, possible) = (0, 0)
    for _ in 0..<200 {
      let sampling = Self.random(&random)
      let found = try Self.diagnostics(sampling)
      if found.contains(where: { $0.severity == .error }) {
        impossible += 1
        // Numbers large enough that rounding and thresholds do not matter.
        let works = Self.populations(sampling, [500, 10_000, 200_000, 4_000_000])
        #expect(works == nil, "\(found.map(\.code.number)) \(sampling.strata) \(sampling.overall)")
      } else if found.isEmpty, sampling.overall.count < 2, sampling.overall.allSatisfy(\.isOpen) {
        possible += 1
        let works = Self.populations(sampling, [0, 10, 60, 190, 500, 4_000_000])
        #expect(works != nil, "\(sampling.strata.map(\.quantity)) \(sampling.overall)")
      }
    }
    #expect(impossible > 20 && possible > 20)
  }

  /// Numbers of objects, each of some sizes, for which the allocation succeeds.
  private static func populations(_ sampling: Sampling, _ sizes: [Int]) -> [Int]? {
    let all = sampling.strata.reduce([[]]) { all, _ in
      all.flatMap { one in sizes.map { one + [$0] } }
    }
    return all.first { allocates(sampling, $0) && $0.contains { $0 > 0 } }
  }

  private static func allocates(_ sampling: Sampling, _ populations: [Int]) -> Bool {
    let strata = zip(sampling.strata, populations).map {
      Allocation.Stratum(population: $1, quantity: allocated($0.quantity))
    }
    let allocation = try? Allocation(
      of: strata, overall: sampling.overall.map(allocated), allowsZero: sampling.allowsZero)
    return allocation != nil
  }

  private static func allocated(_ quantity: PlanDeclaration.Quantity) -> Allocation.Quantity {
    func amount(_ declared: Amount) -> Allocation.Amount {
      switch declared {
      case .ratio(let ratio): .ratio(ratio)
      case .count(let count): .count(count)
      case .open(let open): amount(open.least)
      }
    }
    let bound: Allocation.Bound =
      switch quantity.bound {
      case .all: .all
      case .exactly(let exactly): .exactly(amount(exactly))
      case .atLeast(let least): .atLeast(amount(least))
      case .atMost(let most): .atMost(amount(most))
      case .range(let low, let high): .range(amount(low), amount(high))
      }
    return Allocation.Quantity(bound, allWhenFewerThan: quantity.allWhenFewerThan)
  }

  private static func range(_ a: Amount, _ b: Amount) -> Bound {
    switch (a, b) {
    case (.ratio(let x), .ratio(let y)) where x > y: .range(b, a)
    case (.count(let x), .count(let y)) where x > y: .range(b, a)
    default: .range(a, b)
    }
  }

  /// Strata and bounds of one kind, ratios or counts.
  private static func random(_ random: inout SplitMix64) -> Sampling {
    let isRatio = Bool.random(using: &random)
    func quantity(canHaveThreshold: Bool) -> PlanDeclaration.Quantity {
      let hasThreshold = canHaveThreshold && Int.random(in: 0..<4, using: &random) == 0
      func amount() -> Amount {
        let number = Int64.random(in: (hasThreshold ? 1 : 0)...12, using: &random)
        return isRatio ? percent(number * 8) : .count(number * 10)
      }
      let bound: Bound =
        switch Int.random(in: 0..<9, using: &random) {
        case 0: isRatio ? .all : .exactly(amount())
        case 1, 2, 3: .exactly(amount())
        case 4, 5: .atLeast(amount())
        case 6, 7: .atMost(amount())
        default: range(amount(), amount())
        }
      return Self.quantity(bound, below: hasThreshold ? 200 : nil)
    }
    return sampling(
      (0..<Int.random(in: 1...3, using: &random)).map { _ in quantity(canHaveThreshold: true) },
      overall: (0..<Int.random(in: 0...2, using: &random)).map { _ in
        quantity(canHaveThreshold: false)
      },
      allowsZero: Int.random(in: 0..<3, using: &random) == 0)
  }
}

extension PlanDeclaration.Quantity {
  /// Whether more than one number above zero meets it.
  fileprivate var isOpen: Bool {
    switch bound {
    case .atMost(.count(0)): false
    case .atLeast, .atMost: true
    case .all, .exactly, .range: false
    }
  }
}
