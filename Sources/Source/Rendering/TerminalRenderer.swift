/// Renders diagnostics for people, with or without colour. The same document always gives the
/// same text.
public struct TerminalRenderer: Sendable {
  private let paint: Paint

  /// With `colour`, the text contains ANSI escape sequences.
  public init(colour: Bool) { self.paint = Paint(isOn: colour) }

  /// The diagnostics, an empty line between them, and a last line that counts them. Empty for a
  /// document without entries; otherwise it ends with a line end.
  public func render(_ document: DiagnosticDocument) -> String {
    var blocks = document.entries.map { render($0, document.language) }
    if let summary = document.summary { blocks.append(paint(summary, .strong) + "\n") }
    return blocks.joined(separator: "\n")
  }

  private func render(_ entry: DiagnosticDocument.Entry, _ language: Language) -> String {
    let title = Message(
      .diagnosticTitle,
      [.words(entry.severity.phrase.words), .ready(entry.code), .ready(entry.message)]
    ).text(in: language)
    // The message is strong, what stands before it has the colour of the severity.
    let head = title.dropLast(entry.message.count)
    var lines = [
      paint(String(head), .severity(entry.severity)) + paint(entry.message, .strong)
    ]
    let rows = entry.excerpts.flatMap(\.rows) + entry.fixes.flatMap { $0.preview.flatMap(\.rows) }
    let gutter = Gutter(width: rows.map { String($0.number).count }.max() ?? 1, paint: paint)
    if entry.excerpts.isEmpty, let place = entry.place { lines.append(gutter.arrow(to: place)) }
    for excerpt in entry.excerpts {
      if let place = excerpt.place { lines.append(gutter.arrow(to: place)) }
      lines.append(gutter.empty)
      lines += rendered(excerpt, gutter, entry.severity)
    }
    if !entry.excerpts.isEmpty, !(entry.notes.isEmpty && entry.fixes.isEmpty) {
      lines.append(gutter.empty)
    }
    for note in entry.notes {
      lines += gutter.remark(.diagnosticNote, note, language)
    }
    for fix in entry.fixes {
      lines += gutter.remark(.diagnosticFix, fix.title, language)
      for excerpt in fix.preview {
        lines.append(gutter.empty)
        lines += rendered(excerpt, gutter, entry.severity)
      }
    }
    return lines.map { $0.trimmingTrailingSpaces() + "\n" }.joined()
  }

  private func rendered(
    _ excerpt: Excerpt, _ gutter: Gutter, _ severity: Severity
  ) -> [String] {
    var lines: [String] = []
    var last: Int?
    for row in excerpt.rows {
      if let last, row.number > last + 1 { lines.append(gutter.gap) }
      lines.append(gutter.numbered(row.number, row.text))
      lines += MarkLines(row.marks, severity).lines.map { pieces in
        gutter.bar(pieces.map { paint($0.text, $0.style) }.joined())
      }
      last = row.number
    }
    return lines
  }
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> Substring {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
