/// Writes pieces of one line with the spaces between them.
struct LineWriter {
  let pieces: [Piece]
  private let spacing: Spacing

  init(_ pieces: [Piece]) {
    self.pieces = pieces
    self.spacing = Spacing(pieces)
  }

  /// The pieces of a range, with a number of further spaces before some of them.
  func text(_ range: Range<Int>, padding: [Int: Int] = [:]) -> String {
    var text = ""
    for index in range {
      text += String(repeating: " ", count: padding[index] ?? 0)
      if index > range.lowerBound, spacing.isSpaced(before: index) { text += " " }
      text += pieces[index].text
    }
    return text
  }
}

extension Layout {
  private static let indentation = "    "

  /// The whole file: canonical, but for what only a check of the result can promise.
  static func text(of pieces: Pieces) -> String {
    let layout = Layout(pieces)
    let writer = LineWriter(pieces.all)
    let tables = TableAlignment(layout, writer)
    var text = ""
    for line in layout.lines {
      if line.followsBlankLine { text += "\n" }
      text += String(repeating: indentation, count: line.indent)
      switch line.content {
      case .comment(let comment): text += comment
      case .pieces(let range): text += writer.text(range, padding: tables.padding)
      }
      if let comment = line.trailingComment { text += "  " + comment }
      text += "\n"
    }
    return text
  }
}
