package import Source
package import Syntax

/// Finds what a matrix of patterns leaves out, says twice or never reaches, before anything runs.
///
/// The answers are exact. Where they would need more than the budget, the finding is a warning
/// that the question is not decided, never silence. A matrix with a column of unknown type has
/// been reported already and is left alone.
package struct CoverageCheck: Sendable {
  package let matrix: PatternMatrix
  /// The file the matrix is written in, and the keyword set it uses: for suggested rows.
  package let file: SourceFile
  package let language: Language
  /// The files that some of the rows may come from.
  let others: [SourceFile]
  /// How many steps the search may take.
  package let budget: Int

  package init(
    _ matrix: PatternMatrix, file: SourceFile, others: [SourceFile] = [], language: Language,
    budget: Int = 200_000
  ) {
    self.matrix = matrix
    self.file = file
    self.others = others
    self.language = language
    self.budget = budget
  }

  /// Findings about a decision table.
  package func table(_ name: Name, policy: TableItem.Policy) -> [Diagnostic] {
    let text = { tableGap(name, $0) }
    switch policy {
    case .first: return check(at: name.span, .table(name), gap: text)
    case .unique: return check(at: name.span, .table(name), isUnique: true, gap: text)
    case .collect: return impossiblePatterns()
    }
  }

  /// Findings about a match, shown at its keyword and subjects.
  package func match(at span: Span) -> [Diagnostic] {
    check(at: span, .match) { armGap(.matchGap, at: span, $0) }
  }

  /// Findings about the arms of a sample, shown at the expressions it is stratified by.
  package func strata(at span: Span) -> [Diagnostic] {
    check(at: span, .strata) { armGap(.strataGap, at: span, $0) }
  }

  /// Findings about arms that say something of each object, shown at what they look at.
  package func objects(at span: Span) -> [Diagnostic] {
    check(at: span, .match) { armGap(.perObjectGap, at: span, $0) }
  }

  /// Findings about the arms of a frequency, shown at the expressions it is stratified by.
  package func frequency(at span: Span) -> [Diagnostic] {
    check(at: span, .strata) { armGap(.frequencyGap, at: span, $0) }
  }

  /// What the matrix belongs to.
  enum Subject: Sendable {
    case table(Name)
    case principle(Name)
    case match
    case strata
  }

  private func check(
    at span: Span, _ subject: Subject, isUnique: Bool = false,
    gap: (CoverageFindings) -> Diagnostic
  ) -> [Diagnostic] {
    guard !matrix.columns.contains(where: { $0.type.hasUnknown }) else { return [] }
    let impossible = impossiblePatterns()
    guard let analysis = CoverageAnalysis(matrix, budget: budget) else {
      return impossible + [undecidedCoverage(subject, at: span, reason: Message(.coverageTooLarge))]
    }
    var result = impossible
    var undecided: [CoverageQuestion] = []
    // An impossible pattern is likely what leaves the gap: one mistake, told once.
    if impossible.isEmpty {
      let gaps = analysis.gaps()
      if !gaps.boxes.isEmpty {
        result.append(gap(CoverageFindings(analysis, gaps, matrix, language)))
      }
      if gaps.isUndecided { undecided.append(.completeness) }
    }
    if isUnique {
      for overlap in analysis.overlaps() {
        result.append(overlappingRules(overlap, in: analysis, subject))
      }
    } else {
      let dead = analysis.deadRows()
      for group in dead.groups { result += deadRows(group, subject) }
      if !dead.undecided.isEmpty { undecided.append(.use) }
      if case .strata = subject { result += overlappingStrata(analysis, dead: dead) }
      result += rowsOutside(analysis)
    }
    if !undecided.isEmpty {
      result.append(undecidedCoverage(subject, at: span, undecided))
    }
    return result
  }
}

/// What the budget may leave open.
enum CoverageQuestion: Hashable, Sendable {
  /// Whether every value is taken.
  case completeness
  /// Whether every row is reached.
  case use
}
