import Engine
import Quantities
import TestSupport
import Testing

/// Random trees through the engine, chunk-wise and one row at a time, and through the oracle.
@Suite struct RandomTreeTests {
  /// One in ten longer than a chunk; the others small, for the oracle is slow.
  private static func rowCount(_ seed: UInt64) -> Int {
    [1_025, 7, 1, 0, 60, 5, 130, 20, 3, 11][Int(seed % 10)]
  }

  /// What all rows give, or the fault of the first that has one.
  private func expected<Value>(
    _ rowCount: Int, _ value: (Oracle) throws -> Value
  ) throws -> Result<[Value], Fault> {
    do {
      return .success(try (0..<rowCount).map { try value(Oracle(row: $0)) })
    } catch let fault as Fault {
      return .failure(fault)
    }
  }

  private func outcome<Value>(
    _ run: () throws(EvaluationStop) -> Value
  ) throws -> Result<Value, Fault> {
    do throws(EvaluationStop) {
      return .success(try run())
    } catch {
      guard case .fault(let fault) = error else { throw error }
      return .failure(fault)
    }
  }

  @Test func `chunks, single rows and the oracle agree`() throws {
    var faults = 0
    var values = 0
    for seed in UInt64(0)..<400 {
      let rowCount = Self.rowCount(seed)
      var trees = RandomTrees(seed: seed, rowCount: rowCount)
      let depth = 1 + Int(seed / 10 % 4)
      let meter = Meter()
      let before = faults

      let condition = trees.condition(depth)
      let answers = try expected(rowCount) { try $0.answer(condition) }
      #expect(
        try outcome { () throws(EvaluationStop) in
          try condition.mask(rowCount: rowCount, meter: meter)
        } == answers.map { $0.map { $0 ? 1 : 0 } }, "seed \(seed)")
      #expect(
        try outcome { () throws(EvaluationStop) in
          try condition.filter(rowCount: rowCount, meter: meter)
        }
          == answers.map {
            $0.indices.filter { row in (try? answers.get()[row]) == true }.map(Int32.init)
          })
      #expect(
        try outcome { () throws(EvaluationStop) in
          try condition.count(rowCount: rowCount, meter: meter)
        } == answers.map { $0.count { $0 } })
      if case .failure = answers { faults += 1 }

      let integer = trees.integer(depth)
      let integers = try expected(rowCount) { try $0.integer(integer) }
      #expect(
        try outcome { () throws(EvaluationStop) in
          let column = try integer.column(rowCount: rowCount, meter: meter)
          return (0..<rowCount).map { column[$0] }
        } == integers, "seed \(seed)")
      if case .failure = integers { faults += 1 }

      let decimal = trees.decimal(depth)
      let decimals = try expected(rowCount) { try $0.decimal(decimal) }
      #expect(
        try outcome { () throws(EvaluationStop) in
          try decimal.column(rowCount: rowCount, meter: meter).values
        } == decimals, "seed \(seed)")
      if case .failure = decimals { faults += 1 }

      let text = trees.text(depth)
      let texts = try expected(rowCount) { try $0.text(text) }
      #expect(
        try outcome { () throws(EvaluationStop) in
          let column = try text.column(rowCount: rowCount, meter: meter)
          return (0..<rowCount).map { column[$0] }
        } == texts, "seed \(seed)")
      values += before == faults ? 1 : 0

      // One row at a time, some of them: nothing is prepared there.
      for row in stride(from: 0, to: rowCount, by: 97) {
        let oracle = Oracle(row: row)
        #expect(
          try single { () throws(Fault) in try condition.value(at: row) }
            == single(oracle.answer, condition))
        #expect(
          try single { () throws(Fault) in try integer.value(at: row) }
            == single(oracle.integer, integer))
        #expect(
          try single { () throws(Fault) in try decimal.value(at: row) }
            == single(oracle.decimal, decimal))
        #expect(
          try single { () throws(Fault) in try text.value(at: row) } == single(oracle.text, text))
      }
    }
    // The test is of no use unless both happen often.
    #expect(faults > 100)
    #expect(values > 100)
  }

  private func single<Value>(_ run: () throws(Fault) -> Value) -> Result<Value, Fault> {
    do { return .success(try run()) } catch { return .failure(error) }
  }

  private func single<Tree, Value>(
    _ evaluate: (Tree) throws -> Value, _ tree: Tree
  ) throws -> Result<Value, Fault> {
    do {
      return .success(try evaluate(tree))
    } catch let fault as Fault {
      return .failure(fault)
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func `rows outside the known ones are neither evaluated nor given a value`(seed: UInt64) throws {
    let rowCount = 1_500
    var columns = RandomColumns(seed: seed, rowCount: rowCount)
    let divisor = columns.integers(-3...3, missing: false)
    let known = Condition.compareIntegers(.notEqual, .column(divisor), .constant(0))
    let quotient = DecimalExpression.divideRounded(
      .halfUp, .constant(1), .integer(.column(divisor)), places: .constant(4), Site(0))
    let column = try quotient.column(rowCount: rowCount, where: known, meter: Meter())
    for row in 0..<rowCount {
      #expect(column.isKnown(at: row) == (divisor[row] != 0))
      let oracle = try divisor[row] == 0 ? .zero : Oracle(row: row).decimal(quotient)
      #expect(column[row] == oracle)
    }
    #expect(throws: EvaluationStop.self) {
      try quotient.column(rowCount: rowCount, meter: Meter())
    }
  }
}
