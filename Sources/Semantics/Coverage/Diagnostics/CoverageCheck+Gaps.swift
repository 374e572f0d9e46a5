import Source
import Syntax

extension CoverageCheck {
  func tableGap(_ name: Name, _ findings: CoverageFindings) -> Diagnostic {
    Diagnostic(
      .tableGap, at: name.span, [.text(name.text), firstWitness(findings)],
      notes: notes(findings),
      fixIts: fixIt(.addMissingRules, .table, findings.gaps.boxes.compactMap(findings.cells)))
  }

  /// Missing arms of a match or a sample. Members of an enumeration are simply listed.
  func armGap(
    _ code: DiagnosticCode, at span: Span, _ findings: CoverageFindings
  ) -> Diagnostic {
    let rows =
      findings.leavesTextsOpen
      ? [[Keyword.otherwise.spelling(in: language)]] : findings.missingRows
    let fixIts = fixIt(.addMissingArms, .arms, rows)
    if let only = findings.columns.first, findings.columns.count == 1,
      case .members = only.classes.domain
    {
      let members = rows.flatMap(\.self)
      let missing = Words.list(members)
      return Diagnostic(code, at: span, [.words(missing)], fixIts: fixIts)
    }
    return Diagnostic(
      code, at: span, [firstWitness(findings)], notes: notes(findings), fixIts: fixIts)
  }

  private func firstWitness(_ findings: CoverageFindings) -> MessageArgument {
    findings.gaps.boxes.first.map(findings.witness) ?? .words(Phrase.anyInput.words)
  }

  /// How far the first gap goes, and where the others are.
  private func notes(_ findings: CoverageFindings) -> [Message] {
    var notes: [Message] = []
    for (index, box) in findings.gaps.boxes.enumerated() {
      let region = findings.region(box)
      if index > 0 {
        notes.append(Message(.furtherGap, [region]))
      } else if !findings.isPoint(box) {
        notes.append(Message(.wholeGap, [region]))
      }
    }
    if findings.gaps.hasMore { notes.append(Message(.moreGaps)) }
    return notes
  }

  private func fixIt(
    _ title: Phrase, _ layout: SuggestedRows.Layout, _ rows: [[String]]
  ) -> [FixIt] {
    guard !rows.isEmpty, let last = matrix.rows.max(by: { $0.span.end < $1.span.end }) else {
      return []
    }
    let result = MessageArgument.text(Phrase.resultToFillIn.words.text(in: language))
    let suggested = SuggestedRows(file: file, language: language, layout: layout, last: last)
    return [FixIt(Message(title, [result]), [suggested.edit(adding: rows)])]
  }
}

extension CoverageFindings {
  /// Whether texts are missing beside those that are written: there is no end of them, and only
  /// an arm for all the rest takes them.
  var leavesTextsOpen: Bool {
    gaps.boxes.contains { box in
      zip(columns, box).contains { column, classes in
        guard case .texts(let texts) = column.classes.domain else { return false }
        return classes != column.classes.all && classes.contains(texts.count)
      }
    }
  }

  /// Whether the witness says all there is to say about a box.
  func isPoint(_ box: CoverageAnalysis.Box) -> Bool {
    zip(columns, box).allSatisfy { column, classes in
      if classes == column.classes.all { return true }
      guard classes.count == 1, let only = classes.elements.first else { return false }
      if only == column.classes.absent { return true }
      switch column.classes.domain {
      case .members, .opaque: return true
      case .texts: return true
      case .integers: return column.classes.integerStretch(only..<only + 1)?.single != nil
      case .decimals: return !only.isMultiple(of: 2)
      }
    }
  }
}
