import Quantities
import Source
import Syntax
import TestSupport
import Testing

@testable import Semantics

/// Random matrices against the oracle that tries every point.
@Suite struct CoveragePropertyTests {
  @Test(arguments: Array(UInt64(0)..<8)) func agreesWithEveryPoint(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<250 {
      let problem = try check(RandomMatrix(&random))
      if let problem {
        Issue.record("seed \(seed): \(problem)")
        return
      }
    }
  }

  /// What the analysis says wrongly, if anything.
  private func check(_ random: RandomMatrix) throws -> String? {
    let analysis = try #require(CoverageAnalysis(random.matrix, budget: 200_000))
    let points = random.points
    let rows = random.matrix.rows.map(\.patterns)
    let takes = points.map { point in
      rows.indices.filter { row in
        zip(rows[row], point).allSatisfy(PatternOracle.holds)
      }
    }

    let gaps = analysis.gaps(limit: 1000)
    if gaps.hasMore || gaps.isUndecided { return "gaps undecided" }
    for (point, takers) in zip(points, takes) {
      let inGaps = gaps.boxes.count { analysis.contains($0, point) }
      if inGaps > 1 { return "gaps not disjoint at \(point)" }
      if (inGaps == 1) != takers.isEmpty { return "gap wrong at \(point): \(random)" }
    }

    if let problem = wrongText(random, analysis, gaps) { return problem }

    var overlapping: Set<[Int]> = []
    for takers in takes {
      for (index, first) in takers.enumerated() {
        for second in takers[(index + 1)...] { overlapping.insert([first, second]) }
      }
    }
    var reported: Set<[Int]> = []
    for overlap in analysis.overlaps() {
      for other in overlap.others {
        if !reported.insert([overlap.row, other].sorted()).inserted { return "pair told twice" }
      }
    }
    if reported != overlapping { return "overlaps \(reported) not \(overlapping): \(random)" }

    let possible = Set(takes.flatMap(\.self))
    let reached = Set(takes.compactMap(\.first))
    let dead = analysis.deadRows()
    if Set(dead.groups.flatMap(\.rows)) != possible.subtracting(reached) {
      return "dead rows \(dead): \(random)"
    }
    if analysis.isPossible != rows.indices.map(possible.contains) { return "possible: \(random)" }
    for group in dead.groups {
      for row in group.rows {
        let isCovered = takes.allSatisfy {
          !$0.contains(row) || !Set($0).isDisjoint(with: group.cover)
        }
        if !isCovered { return "cover of \(row) is not one: \(random)" }
      }
    }
    return nil
  }

  /// A text about a gap that, read back, means something else.
  private func wrongText(
    _ random: RandomMatrix, _ analysis: CoverageAnalysis, _ gaps: CoverageAnalysis.Gaps
  ) -> String? {
    let findings = CoverageFindings(analysis, gaps, random.matrix, .chinese)
    for box in gaps.boxes {
      for (column, set) in zip(findings.columns, box) {
        let reader = CellReader(column.type, members: column.members)
        if let text = column.pattern(of: set) {
          guard let pattern = reader.pattern(text), column.classes.classes(of: pattern) == set
          else { return "pattern \(text): \(random)" }
        }
        let example = column.example(of: set)
        guard !example.contains("文本") else { continue }
        guard let pattern = reader.pattern(example) else { return "example \(example)" }
        let shares = random.columnValues(pattern).allSatisfy {
          column.classes.classOf($0).map(set.contains) ?? false
        }
        if !shares { return "example \(example) outside: \(random)" }
      }
    }
    return nil
  }
}

struct RandomMatrix: CustomStringConvertible {
  let columns: [RandomColumn]
  let matrix: PatternMatrix

  init(_ random: inout SplitMix64) {
    let columns = (0..<Int.random(in: 1...3, using: &random)).map { _ in RandomColumn(&random) }
    let span = Span(file: FileID(0), start: 0, end: 0)
    let rows = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      PatternMatrix.Row(
        patterns: columns.map { $0.pattern(&random) }, cells: [], result: span, span: span)
    }
    let members = ["a", "b", "c"].map { Name($0, span) }
    self.columns = columns
    matrix = PatternMatrix(
      columns: columns.map { .init(name: "x", type: $0.type) }, rows: rows,
      enumerations: [
        EnumerationDeclaration(name: Name("E", span), isOrdered: true, members: members)
      ])
  }

  /// The value that an example is.
  func columnValues(_ pattern: TypedPattern) -> [TypedExpression.Constant] {
    switch pattern {
    case .equal(let value): [value]
    case .none: [.none]
    default: []
    }
  }

  /// All combinations of the columns' values.
  var points: [[TypedExpression.Constant]] {
    columns.reduce([[]]) { points, column in
      points.flatMap { point in column.values.map { point + [$0] } }
    }
  }

  var description: String { "\(columns.map(\.type)) \(matrix.rows.map(\.patterns))" }
}

extension CoverageAnalysis {
  /// Whether a box has a point: looked up through patterns that take just its values.
  func contains(_ box: Box, _ point: [TypedExpression.Constant]) -> Bool {
    zip(columns, zip(box, point)).allSatisfy { column, pair in
      column.classOf(pair.1).map(pair.0.contains) ?? false
    }
  }
}

extension ValueClasses {
  /// The class of a value, found from the values that bound the classes.
  func classOf(_ value: TypedExpression.Constant) -> Int? {
    switch (domain, value) {
    case (_, .none): absent
    case (.members, .bool(let value)): value ? 1 : 0
    case (.members, .member(let member)): member
    case (.integers(let starts, _), .integer(let value)): starts.lastIndex { $0 <= value }
    case (.integers(let starts, _), .date(let date)):
      starts.lastIndex { $0 <= Int64(date.dayNumber) }
    case (.decimals(let points), .decimal(let value)):
      2 * points.count { $0 < value } + (points.contains(value) ? 1 : 0)
    case (.texts(let texts), .text(let text)): texts.firstIndex(of: text) ?? texts.count
    default: nil
    }
  }
}
