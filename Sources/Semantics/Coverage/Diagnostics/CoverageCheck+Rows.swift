import Source
import Syntax

extension CoverageCheck {
  /// A rule of a unique table that takes what others take too.
  func overlappingRules(
    _ overlap: CoverageAnalysis.Overlap, in analysis: CoverageAnalysis, _ subject: Subject
  ) -> Diagnostic {
    let findings = CoverageFindings(analysis, .init(), matrix, language)
    let row = matrix.rows[overlap.row]
    let first = overlap.others[0]
    var notes: [Message] = []
    if overlap.others.count == 1, analysis.boxes[first] == analysis.boxes[overlap.row] {
      notes.append(Message(.sameConditions))
    }
    notes.append(Message(.uniqueOrFirst, [spelled(.unique), spelled(.first)]))
    let name = if case .table(let name) = subject { name.text } else { "" }
    return Diagnostic(
      .tableOverlap, at: row.span,
      [
        .text(name), .number(overlap.row + 1), .number(first + 1),
        findings.witness(analysis.common(overlap.row, first)), spelled(.unique),
      ],
      related: overlap.others.prefix(5).map { other in
        let message =
          other == first
          ? Message(.ruleTakesItToo, [.number(other + 1)])
          : Message(
            .ruleOverlapsHere,
            [
              .number(overlap.row + 1), findings.witness(analysis.common(overlap.row, other)),
            ])
        return Label(matrix.rows[other].span, message)
      },
      notes: notes)
  }

  private func spelled(_ keyword: Keyword) -> MessageArgument {
    .text(keyword.spelling(in: language))
  }

  /// Arms of a sample that take some of the same objects, each later one once. Those for all the
  /// rest are meant to, and those that are never used are reported as such.
  func overlappingStrata(
    _ analysis: CoverageAnalysis, dead: CoverageAnalysis.DeadRows
  ) -> [Diagnostic] {
    let findings = CoverageFindings(analysis, .init(), matrix, language)
    let unused = Set(dead.groups.flatMap(\.rows) + dead.undecided)
    let rows = matrix.rows.indices.filter { row in
      !unused.contains(row) && !matrix.rows[row].patterns.allSatisfy(\.isAny)
    }
    return rows.compactMap { later in
      let neighbours = analysis.neighbours(of: later)
      guard analysis.isPossible[later],
        let earlier = rows.first(where: { earlier in
          earlier < later && neighbours.contains(earlier)
            && !isSpecialCase(earlier, of: later, in: analysis)
            && zip(analysis.common(earlier, later), analysis.everything).allSatisfy {
              $0.intersects($1)
            }
        })
      else { return nil }
      let both = findings.witness(analysis.common(earlier, later))
      return Diagnostic(
        .strataOverlap, at: matrix.rows[later].span, [both],
        label: Message(.writtenLater),
        related: [Label(matrix.rows[earlier].span, Message(.writtenFirst))],
        notes: [Message(.narrowStratum, [spelled(.otherwise)])])
    }
  }

  /// Arms for objects that the plan is not about. Those that it inherits may be for others.
  func rowsOutside(_ analysis: CoverageAnalysis) -> [Diagnostic] {
    guard let origin = matrix.origin else { return [] }
    return matrix.rows.indices.compactMap { row in
      guard analysis.isOutside(row), origin.plan.contains(matrix.rows[row].span),
        origin.plan.contains(origin.condition)
      else { return nil }
      return Diagnostic(
        .armOutsideScope, at: matrix.rows[row].span,
        related: [Label(origin.condition, Message(.onlyTheseObjects))])
    }
  }

  /// Whether a row takes only what a later one would take, too: `>= 100` before `>= 50` is a ladder,
  /// not an oversight.
  private func isSpecialCase(
    _ earlier: Int, of later: Int, in analysis: CoverageAnalysis
  ) -> Bool {
    analysis.common(earlier, later) == analysis.boxes[earlier]
  }

  /// Rows that are never reached, for one reason. A catch-all among them is only idle.
  func deadRows(
    _ group: CoverageAnalysis.DeadRows.Group, _ subject: Subject
  ) -> [Diagnostic] {
    let isIdle = { (row: Int) in
      row == matrix.rows.count - 1 && matrix.rows[row].patterns.allSatisfy(\.isAny)
        && !group.cover.contains { matrix.rows[$0].patterns.allSatisfy(\.isAny) }
    }
    var result: [Diagnostic] = []
    let dead = group.rows.filter { !isIdle($0) }
    if let first = dead.first {
      let code: DiagnosticCode
      var arguments: [MessageArgument] = []
      if case .table(let name) = subject {
        code = .deadRule
        arguments = [.text(name.text), .number(first + 1)]
      } else {
        code = .deadArm
      }
      let causes = group.cover.prefix(5).map {
        Label(matrix.rows[$0].span, Message(.alreadyTakenHere))
      }
      let others = dead.dropFirst().prefix(5).map {
        Label(matrix.rows[$0].span, Message(.alsoNeverUsed))
      }
      result.append(
        Diagnostic(code, at: matrix.rows[first].span, arguments, related: causes + others))
    }
    for row in group.rows where isIdle(row) {
      result.append(Diagnostic(.idleCatchAll, at: matrix.rows[row].span))
    }
    return result
  }

  func undecidedCoverage(
    _ subject: Subject, at span: Span, _ questions: [CoverageQuestion]
  ) -> Diagnostic {
    let reason = Message(
      .coverageBudget,
      [.number(matrix.rows.count), .number(matrix.columns.count), .number(budget)])
    guard questions.contains(.completeness) else {
      return Diagnostic(
        .undecidedCoverage, at: span, [.words(Phrase.rulesAreUsed.words)], notes: [reason])
    }
    return undecidedCoverage(subject, at: span, reason: reason)
  }

  func undecidedCoverage(_ subject: Subject, at span: Span, reason: Message) -> Diagnostic {
    let question =
      switch subject {
      case .table(let name): Message(.tableIsComplete, [.text(name.text)])
      case .principle(let name): Message(.exceptionsAgree, [.text(name.text)])
      case .match: Message(.matchIsComplete)
      case .strata: Message(.strataAreComplete)
      }
    let words = Words(zh: question.text(in: .chinese), en: question.text(in: .english))
    return Diagnostic(.undecidedCoverage, at: span, [.words(words)], notes: [reason])
  }
}

extension TypedPattern {
  fileprivate var isAny: Bool { if case .any = self { true } else { false } }
}
