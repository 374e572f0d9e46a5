/// The lines below a line of source: carets under what is meant, and the texts of the labels.
///
/// The last label follows its carets; the others hang below, from right to left:
/// ```
/// ^^^ --- ---- third
/// |   |
/// |   second
/// first
/// ```
struct MarkLines {
  typealias Piece = (text: String, style: Style)

  private(set) var lines: [[Piece]] = []
  private let severity: Severity

  init(_ marks: [Excerpt.Mark], _ severity: Severity) {
    self.severity = severity
    guard !marks.isEmpty else { return }
    var labelled = marks.filter { $0.text != nil }.enumerated().sorted {
      ($0.element.columns.lowerBound, $1.offset) > ($1.element.columns.lowerBound, $0.offset)
    }.map(\.element)
    var first = underline(marks)
    if let last = labelled.first, let text = last.text,
      marks.allSatisfy({ $0.columns.upperBound <= last.columns.upperBound })
    {
      first.append((" " + oneLine(text), style(last.kind)))
      labelled.removeFirst()
    }
    lines.append(first)
    if !labelled.isEmpty { lines.append(hanging(labelled[...], label: nil)) }
    for (index, mark) in labelled.enumerated() {
      lines.append(hanging(labelled[(index + 1)...], label: mark))
    }
  }

  private func underline(_ marks: [Excerpt.Mark]) -> [Piece] {
    let width = marks.map(\.columns.upperBound).max() ?? 0
    var kinds = [Excerpt.Kind?](repeating: nil, count: width)
    // What matters most is drawn last.
    for kind in [Excerpt.Kind.related, .inserted, .primary] {
      for mark in marks where mark.kind == kind {
        for column in mark.columns { kinds[column] = kind }
      }
    }
    var pieces: [Piece] = []
    var column = 0
    while column < width {
      let kind = kinds[column]
      let end = kinds[column...].firstIndex { $0 != kind } ?? width
      let text = String(repeating: sign(kind), count: end - column)
      pieces.append((text, kind.map(style) ?? .plain))
      column = end
    }
    return pieces
  }

  /// A `|` for each mark that still waits for its text, and the text of one mark.
  private func hanging(_ waiting: ArraySlice<Excerpt.Mark>, label: Excerpt.Mark?) -> [Piece] {
    var pieces: [Piece] = []
    var column = 0
    for mark in waiting.reversed() where mark.columns.lowerBound >= column {
      let start = mark.columns.lowerBound
      if let label, start >= label.columns.lowerBound { continue }
      pieces.append((String(repeating: " ", count: start - column), .plain))
      pieces.append(("|", style(mark.kind)))
      column = start + 1
    }
    if let label, let text = label.text {
      let start = label.columns.lowerBound
      pieces.append((String(repeating: " ", count: start - column), .plain))
      pieces.append((oneLine(text), style(label.kind)))
    }
    return pieces
  }

  private func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  private func sign(_ kind: Excerpt.Kind?) -> String {
    switch kind {
    case .primary: "^"
    case .related: "-"
    case .inserted: "~"
    case nil: " "
    }
  }

  private func style(_ kind: Excerpt.Kind) -> Style {
    switch kind {
    case .primary: .severity(severity)
    case .related: .related
    case .inserted: .inserted
    }
  }
}
