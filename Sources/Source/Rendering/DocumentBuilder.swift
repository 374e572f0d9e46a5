/// Turns diagnostics into entries of a document.
struct DocumentBuilder {
  private let sources: SourceMap
  private let language: Language
  private let positions: PositionTable

  init(_ diagnostics: [Diagnostic], _ sources: SourceMap, _ language: Language) {
    self.sources = sources
    self.language = language
    self.positions = PositionTable(of: diagnostics.flatMap(\.spans), in: sources)
  }

  func entry(_ diagnostic: Diagnostic) -> DiagnosticDocument.Entry {
    let label = diagnostic.label?.text(in: language)
    var underlines: [Underline] = []
    if case .source(let span) = diagnostic.location {
      underlines.append(Underline(span: span, text: label, kind: .primary))
    }
    for related in diagnostic.related {
      let text = related.message.text(in: language)
      underlines.append(Underline(span: related.span, text: text, kind: .related))
    }
    return DiagnosticDocument.Entry(
      severity: diagnostic.severity, code: diagnostic.code.number,
      message: diagnostic.message(in: language), place: place(diagnostic.location), label: label,
      related: diagnostic.related.compactMap { related in
        place(.source(related.span)).map {
          DiagnosticDocument.Related(place: $0, message: related.message.text(in: language))
        }
      },
      notes: diagnostic.notes.map { $0.text(in: language) },
      fixes: diagnostic.fixIts.map(fix),
      excerpts: Excerpt.excerpts(underlines, in: sources, positions))
  }

  private func fix(_ fixIt: FixIt) -> DiagnosticDocument.Fix {
    DiagnosticDocument.Fix(
      title: fixIt.title.text(in: language),
      edits: fixIt.edits.compactMap { edit in
        place(.source(edit.span)).map {
          DiagnosticDocument.Edit(place: $0, replacement: edit.replacement)
        }
      },
      preview: Excerpt.preview(of: fixIt.edits, in: sources, positions))
  }

  private func place(_ location: Location) -> DiagnosticDocument.Place? {
    switch location {
    case .source(let span): positions.place(span, in: sources)
    case .data(let file, let line, let column): .data(file: file, line: line, column: column)
    case .cell(let file, let name, let line, let column):
      .cell(file: file, name: name, line: line, column: column)
    case .nowhere: nil
    }
  }
}

extension Diagnostic {
  /// Every span the diagnostic mentions.
  fileprivate var spans: [Span] {
    var spans = related.map(\.span) + fixIts.flatMap { $0.edits.map(\.span) }
    if case .source(let span) = location { spans.append(span) }
    return spans
  }
}
