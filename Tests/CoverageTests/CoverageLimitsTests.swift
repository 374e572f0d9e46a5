import Semantics
import Source
import Syntax
import TestSupport
import Testing

/// What the analysis does where it cannot know, or where there is a lot.
@Suite struct CoverageLimitsTests {
  private static let span = Span(file: FileID(0), start: 0, end: 1)
  private static let file = SourceFile(id: FileID(0), name: "plan.yj", text: "x\n")

  private func check(
    _ types: [Type], _ rows: [[TypedPattern]], policy: TableItem.Policy = .first,
    budget: Int = 200_000
  ) -> [Diagnostic] {
    let matrix = PatternMatrix(
      columns: types.enumerated().map { .init(name: "c\($0.offset)", type: $0.element) },
      rows: rows.map {
        .init(patterns: $0, cells: [], result: Self.span, span: Self.span)
      }, enumerations: [])
    return CoverageCheck(matrix, file: Self.file, language: .english, budget: budget)
      .table(Name("x", Self.span), policy: policy)
  }

  /// Random clauses of three over many truth values: hard, and said to be.
  @Test(arguments: [(200, 40), (200_000, 40), (200, 70), (200_000, 70)])
  func budget(_ budget: Int, _ count: Int) {
    var random = SplitMix64(seed: 1)
    let rows = (0..<count).map { _ in
      var patterns = Array(repeating: TypedPattern.any, count: 12)
      for _ in 0..<3 {
        patterns[Int.random(in: 0..<12, using: &random)] =
          .equal(.bool(Bool.random(using: &random)))
      }
      return patterns
    }
    let hasGap = (0..<1 << 12).contains { point in
      !rows.contains { row in
        row.indices.allSatisfy {
          PatternOracle.holds(row[$0], .bool(point >> $0 & 1 == 1))
        }
      }
    }
    let codes = check(Array(repeating: .bool, count: 12), rows, budget: budget).map(\.code)
    #expect(codes.contains(.undecidedCoverage) == (budget == 200))
    if budget > 200 { #expect(codes.contains(.tableGap) == hasGap) }
    #expect(hasGap == (count == 40))
  }

  /// A code table of a thousand rows is no problem.
  @Test func manyRows() {
    let rows = (0..<1_000).map { [TypedPattern.equal(.integer(Int64($0)))] }
    #expect(check([.integer], rows + [[.any]]) == [])
    let gaps = check([.integer], rows, policy: .unique)
    #expect(gaps.map(\.code) == [.tableGap])
    #expect(gaps[0].arguments.last?.text(in: .english) == "c0 = 1000")
    #expect(check([.integer], rows + [[.any]], policy: .unique).map(\.code) == [.tableOverlap])
  }

  /// Thousands of columns end in an answer, not in a crash.
  @Test func manyColumns() {
    let count = 5_000
    let codes = check(Array(repeating: .bool, count: count), [Array(repeating: .any, count: count)])
      .map(\.code)
    #expect(codes == [.undecidedCoverage])
  }

  @Test func ordersOfTexts() {
    let rows: [[TypedPattern]] = [[.compare(.less, .text("m"))], [.any]]
    #expect(check([.text], rows).map(\.code) == [.undecidedCoverage])
  }

  @Test func unknownTypesAreLeftAlone() {
    #expect(check([.optional(.unknown), .bool], []) == [])
  }

  /// The ends of the line of integers and of dates are reached.
  @Test func ends() {
    let full: [[TypedPattern]] = [[.range(.integer(.min), .integer(.max))]]
    #expect(check([.integer], full) == [])
    let beyond: [[TypedPattern]] = [[.any], [.compare(.greater, .integer(.max))]]
    #expect(check([.integer], beyond).map(\.code) == [.impossiblePattern])
  }
}
