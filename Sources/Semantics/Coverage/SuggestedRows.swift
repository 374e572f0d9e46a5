import Source

/// Rows written in the layout of the rows that are there, to be put behind the last of them.
struct SuggestedRows: Sendable {
  enum Layout: Sendable {
    /// `A | > 5 | …`, with bars below one another.
    case table
    /// `A | > 5 => …`
    case arms
  }

  let file: SourceFile
  let language: Language
  let layout: Layout
  let last: PatternMatrix.Row

  /// The edit that adds rows, each given by its cells; their results are left to be filled in.
  func edit(adding rows: [[String]]) -> FixIt.Edit {
    let line = file.line(at: last.span.start)
    let lineStart = file.lineStarts[line]
    let before = file.text(Span(file: file.id, start: lineStart, end: last.span.start))
    guard before.allSatisfy(\.isWhitespace) else {
      let texts = rows.map { "; " + text(of: $0) }
      return FixIt.Edit(last.span.after, texts.joined())
    }
    let newline = file.lineBytes(line).count + Int(lineStart) < file.bytes.count ? lineEnd : "\n"
    return FixIt.Edit(place, rows.map { newline + before + text(of: $0) }.joined())
  }

  /// A row of text, its result left to be filled in.
  func text(of cells: [String]) -> String {
    let result = Phrase.resultToFillIn.words.text(in: language)
    switch layout {
    case .arms: return cells.joined(separator: " | ") + " => " + result
    case .table:
      let widths = cellWidths
      var text = ""
      for (index, cell) in cells.enumerated() {
        let width = index < widths.count ? widths[index] : 0
        text += cell + String(repeating: " ", count: max(1, width - displayWidth(of: cell))) + "| "
      }
      return text + result
    }
  }

  /// How wide the cells of the last row are, white space before the bar included.
  private var cellWidths: [Int] {
    let starts = last.cells.map(\.start) + [last.result.start]
    return zip(starts, starts.dropFirst()).map { start, end in
      let cell = file.text(Span(file: file.id, start: start, end: max(start, end)))
      return cell.contains(where: \.isNewline) ? 0 : displayWidth(of: cell) - 2
    }
  }

  /// Behind the last row, and behind the comment that may follow it on its line.
  private var place: Span {
    let line = file.line(at: last.span.end)
    let end = file.lineStarts[line] + Int32(file.lineBytes(line).count)
    let lineRest = Span(file: file.id, start: last.span.end, end: end)
    let rest = file.text(lineRest).drop { $0.isWhitespace }
    let isComment = rest.isEmpty || rest.hasPrefix("//") || rest.hasPrefix("／／")
    return isComment ? lineRest.after : last.span.after
  }

  /// The line end that the file uses.
  private var lineEnd: String {
    let line = file.line(at: last.span.end)
    let end = Int(file.lineStarts[line]) + file.lineBytes(line).count
    return end < file.bytes.count && file.bytes[end] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }
}
