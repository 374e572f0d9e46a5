import Engine
import Quantities
import TestSupport
import Testing

/// Trees that are rewritten before they run over many rows, against the oracle, which sees them as
/// they were.
@Suite struct PreparationTests {
  private static let rowCount = 40
  private static let site = Site(3)

  private func agrees(_ condition: Condition) throws {
    let expected = Result { try (0..<Self.rowCount).map { try Oracle(row: $0).answer(condition) } }
    let found = Result {
      try condition.mask(rowCount: Self.rowCount, meter: Meter()).map { $0 != 0 }
    }
    switch (expected, found) {
    case (.success(let expected), .success(let found)): #expect(expected == found)
    case (.failure(let expected as Fault), .failure(let found as EvaluationStop)):
      #expect(.fault(expected) == found)
    default: Issue.record("\(expected) against \(found)")
    }
  }

  @Test(arguments: [
    Comparison.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
  ])
  func `comparisons of a column and a constant moved aside`(comparison: Comparison) throws {
    var columns = RandomColumns(seed: 5, rowCount: Self.rowCount)
    let ranges: [ClosedRange<Int64>] = [
      -3...3, -128...127, -32_768...32_767, Int64(Int32.min)...Int64(Int32.max), .min ... .max,
    ]
    for range in ranges {
      let column = IntegerExpression.column(columns.integers(range))
      for moved in [0, 1, -2, 100, 40_000, .max, .min] as [Int64] {
        let constant = IntegerExpression.constant(moved)
        let sums: [IntegerExpression] = [
          .add(column, constant, Self.site), .add(constant, column, Self.site),
          .subtract(column, constant, Self.site), .subtract(constant, column, Self.site),
          .subtract(.constant(7), .add(column, constant, Self.site), Self.site),
        ]
        for sum in sums {
          for bound in [0, 2, -100, 32_768, 2_147_483_648, .max, .min] as [Int64] {
            try agrees(.compareIntegers(comparison, sum, .constant(bound)))
            try agrees(.compareIntegers(comparison, .constant(bound), sum))
          }
        }
      }
    }
  }

  @Test(arguments: [
    Comparison.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
  ])
  func `predicates on texts asked of each distinct one`(comparison: Comparison) throws {
    var columns = RandomColumns(seed: 6, rowCount: Self.rowCount)
    let isTrue = Condition.column(columns.integers(0...1, missing: false))
    for column in [columns.texts(flat: false), columns.texts(flat: true)] {
      let texts: [TextExpression] = [
        .column(column), .choose(isTrue, then: .constant("食堂"), otherwise: .column(column)),
        .bind([BoundSlot(1, .text(.column(column)))], in: .slot(1)),
      ]
      for text in texts {
        for word in RandomColumns.words {
          try agrees(.compareTexts(comparison, text, .constant(word)))
          try agrees(.compareTexts(comparison, .constant(word), text))
          for match in TextMatch.allCases {
            try agrees(.textMatches(match, text, .constant(word)))
            try agrees(.textMatches(match, .constant(word), text))
          }
          try agrees(.textIn(text, TextSet([word, "z"])))
          try agrees(.compareTexts(comparison, .parentDivision(text), .constant(word)))
          try agrees(.compareIntegers(comparison, .length(text), .constant(2)))
        }
      }
    }
  }

  @Test func `a term that may fault keeps its place in a chain`() throws {
    var columns = RandomColumns(seed: 7, rowCount: Self.rowCount)
    let column = IntegerExpression.column(columns.integers(-3...3))
    let cheap = Condition.compareIntegers(.equal, column, .constant(2))
    let dear = Condition.textMatches(
      .contains, .column(columns.texts(flat: true)), .constant("b"))
    let faulty = Condition.compareDecimals(
      .greater, .divide(.constant(6), .integer(column), Self.site), .constant(1))
    let decided: [Condition] = [.constant(true), .constant(false)]
    let terms = [cheap, dear, faulty] + decided
    for first in terms {
      for second in terms {
        for third in terms {
          try agrees(.and(.and(first, second), third))
          try agrees(.and(first, .and(second, third)))
          try agrees(.or(.or(first, second), third))
          try agrees(.or(first, .and(second, third)))
          try agrees(.not(.choose(first, then: second, otherwise: third)))
        }
      }
    }
  }
}
