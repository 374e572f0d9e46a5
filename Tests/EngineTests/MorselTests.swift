import Engine
import Quantities
import Synchronization
import Testing

/// Tables of many sizes: order of results, the first fault, limits.
@Suite struct MorselTests {
  static let sizes = [0, 1, 1_023, 1_024, 1_025, 65_535, 65_536, 65_537, 200_000]

  private func ramp(_ rowCount: Int) -> IntegerColumn {
    IntegerColumn((0..<rowCount).map { Int64($0) })
  }

  @Test(arguments: sizes) func `results come in the order of the rows`(rowCount: Int) throws {
    let row = IntegerExpression.column(ramp(rowCount))
    let condition = Condition.or(
      .compareIntegers(.less, row, .constant(3)),
      .compareIntegers(.greaterOrEqual, row, .constant(Int64(rowCount) - 2)))
    let expected = (0..<rowCount).filter { $0 < 3 || $0 >= rowCount - 2 }
    #expect(
      try condition.filter(rowCount: rowCount, meter: Meter()) == expected.map { Int32($0) })
    #expect(try condition.count(rowCount: rowCount, meter: Meter()) == expected.count)
    let mask = try condition.mask(rowCount: rowCount, meter: Meter())
    #expect(mask.indices.filter { mask[$0] == 1 } == expected)
    let column = try IntegerExpression.add(row, .constant(7), Site(0))
      .column(rowCount: rowCount, meter: Meter())
    #expect(column.count == rowCount)
    #expect((0..<rowCount).allSatisfy { column[$0] == Int64($0) + 7 })
  }

  @Test(arguments: [0, 1_023, 1_024, 65_535, 65_536, 131_072, 199_999])
  func `the fault of the lowest row is reported`(first: Int) throws {
    let rowCount = 200_000
    let values = (0..<rowCount).map { $0 >= first ? Int64.max : 1 }
    let sum = IntegerExpression.add(
      .column(IntegerColumn(values)), .constant(1), Site(5))
    for _ in 0..<5 {
      #expect(throws: EvaluationStop.fault(Fault(kind: .overflow, site: Site(5), row: first))) {
        try sum.column(rowCount: rowCount, meter: Meter())
      }
      #expect(throws: EvaluationStop.fault(Fault(kind: .overflow, site: Site(5), row: first))) {
        try Condition.compareIntegers(.greater, sum, .constant(0))
          .filter(rowCount: rowCount, meter: Meter())
      }
    }
  }

  @Test func `a later morsel that stops later does not hide the fault`() throws {
    let rowCount = 131_072
    var values = Array(repeating: Int64(1), count: rowCount)
    values[0] = .max
    values[rowCount - 1] = .max
    let sum = IntegerExpression.add(.column(IntegerColumn(values)), .constant(1), Site(5))
    for _ in 0..<5 {
      #expect(throws: EvaluationStop.fault(Fault(kind: .overflow, site: Site(5), row: 0))) {
        try sum.column(rowCount: rowCount, meter: Meter())
      }
    }
  }

  @Test func `a fault that no row asks for is none`() throws {
    let rowCount = 70_000
    let divisor = DecimalExpression.integer(
      .column(IntegerColumn((0..<rowCount).map { Int64($0 % 5) })))
    let quotient = DecimalExpression.divide(.constant(20), divisor, Site(1))
    let isFive = Condition.compareDecimals(.equal, quotient, .constant(5))
    let guarded = Condition.and(.compareDecimals(.notEqual, divisor, .constant(0)), isFive)
    let expected = stride(from: 4, to: rowCount, by: 5).map { Int32($0) }
    // 20 / 3 is inexact, so rows of 3 are left out too.
    let exact = Condition.and(.compareDecimals(.notEqual, divisor, .constant(3)), guarded)
    #expect(try exact.filter(rowCount: rowCount, meter: Meter()) == expected)
    #expect(throws: EvaluationStop.fault(Fault(kind: .inexactDivision, site: Site(1), row: 3))) {
      try guarded.filter(rowCount: rowCount, meter: Meter())
    }
  }

  // MARK: Limits

  private func ones(_ rowCount: Int) -> Condition {
    .compareIntegers(.equal, .column(ramp(rowCount)), .constant(1))
  }

  @Test func `steps are rows times operations`() throws {
    let rowCount = 100_000
    _ = try ones(rowCount).filter(rowCount: rowCount, meter: Meter(Limits(steps: 300_000)))
    #expect(throws: EvaluationStop.limit(.steps(299_999))) {
      try ones(rowCount).filter(rowCount: rowCount, meter: Meter(Limits(steps: 299_999)))
    }
  }

  @Test func `results count as memory`() throws {
    let rowCount = 100_000
    let limits = Limits(memory: 99_999)
    #expect(throws: EvaluationStop.limit(.memory(99_999))) {
      try ones(rowCount).mask(rowCount: rowCount, meter: Meter(limits))
    }
    #expect(try ones(rowCount).filter(rowCount: rowCount, meter: Meter(limits)) == [1])
  }

  @Test(arguments: [Interruption.timeout, .cancelled])
  func `an interruption stops between morsels`(reason: Interruption) throws {
    let rowCount = 200_000
    let asked = Atomic(0)
    let limits = Limits(interruption: {
      asked.add(1, ordering: .relaxed).newValue > 2 ? reason : nil
    })
    let stop: LimitExceeded = reason == .timeout ? .timeout : .cancelled
    #expect(throws: EvaluationStop.limit(stop)) {
      try ones(rowCount).filter(rowCount: rowCount, meter: Meter(limits))
    }
  }
}
