import Source
import Syntax

extension CoverageCheck {
  /// Findings about the exceptions of a principle: those that can hold together with different
  /// results. What none of them takes is the principle's.
  ///
  /// - Parameter outcomes: of each row.
  func principle(
    _ name: Name, titles: [String], outcomes: [PrincipleOutcome]
  ) -> [Diagnostic] {
    guard !matrix.columns.contains(where: { $0.type.hasUnknown }) else { return [] }
    var result = impossiblePatterns()
    guard let analysis = CoverageAnalysis(matrix, budget: budget) else {
      return result + [
        undecidedCoverage(.principle(name), at: name.span, reason: Message(.coverageTooLarge))
      ]
    }
    for later in matrix.rows.indices where analysis.isPossible[later] {
      let conflicts = analysis.neighbours(of: later).elements.filter {
        $0 < later && outcomes[$0] != outcomes[later]
      }
      guard let first = conflicts.first else { continue }
      let findings = CoverageFindings(analysis, .init(), matrix, language)
      result.append(
        Diagnostic(
          .exceptionsConflict, at: matrix.rows[later].span,
          [
            .text(titles[first]), .text(titles[later]),
            findings.witness(analysis.common(first, later)),
          ],
          related: conflicts.prefix(5).map {
            Label(matrix.rows[$0].span, Message(.holdsToo, [.text(titles[$0])]))
          },
          notes: [Message(.narrowException)]))
    }
    return result
  }
}
