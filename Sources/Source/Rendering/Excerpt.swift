/// Lines of one file with what is underlined in them.
struct Excerpt: Hashable, Sendable {
  let place: DiagnosticDocument.Place?
  let rows: [Row]

  /// A line, or a window into one that is too long.
  struct Row: Hashable, Sendable {
    /// Counts from 1.
    let number: Int
    let text: String
    let marks: [Mark]
  }

  /// An underlined part of a row.
  struct Mark: Hashable, Sendable {
    /// Display columns from 0; never empty.
    let columns: Range<Int>
    let text: String?
    let kind: Kind
  }

  enum Kind: Hashable, Sendable {
    case primary, related, inserted
  }
}

/// A span that is to be underlined.
struct Underline {
  let span: Span
  let text: String?
  let kind: Excerpt.Kind
}

extension Excerpt {
  /// One excerpt for each file, in the order in which the files first occur.
  static func excerpts(
    _ underlines: [Underline], in sources: SourceMap, _ positions: PositionTable
  ) -> [Excerpt] {
    var order: [FileID] = []
    for underline in underlines where !order.contains(underline.span.file) {
      order.append(underline.span.file)
    }
    return order.compactMap { id in
      guard let file = sources.file(id) else { return nil }
      let own = underlines.filter { $0.span.file == id }
      let place = own.first.flatMap { positions.place($0.span, in: sources) }
      return Excerpt(place: place, rows: rows(own, of: file))
    }
  }

  private static func rows(_ underlines: [Underline], of file: SourceFile) -> [Row] {
    let pieces = underlines.flatMap { Piece.pieces(of: $0, in: file) }.sorted {
      ($0.line, $0.bytes.lowerBound, $0.bytes.upperBound)
        < ($1.line, $1.bytes.lowerBound, $1.bytes.upperBound)
    }
    var rows: [Row] = []
    var group: [Piece] = []
    for piece in pieces {
      if let first = group.first, !piece.fitsBeside(first, in: file) {
        rows.append(row(group, of: file))
        group = []
      }
      group.append(piece)
    }
    if !group.isEmpty { rows.append(row(group, of: file)) }
    return rows.withSingleLinesBetween(in: file)
  }

  private static func row(_ pieces: [Piece], of file: SourceFile) -> Row {
    let focus = pieces.reduce(pieces[0].bytes) {
      min($0.lowerBound, $1.bytes.lowerBound)..<max($0.upperBound, $1.bytes.upperBound)
    }
    let line = VisibleLine(file.shownLineBytes(pieces[0].line), focus: focus)
    let marks = pieces.map {
      Mark(columns: line.columns(of: $0.bytes), text: $0.text, kind: $0.kind)
    }
    return Row(number: pieces[0].line + 1, text: line.text, marks: marks)
  }
}

extension [Excerpt.Row] {
  /// A single line between two rows is shown rather than left out.
  fileprivate func withSingleLinesBetween(in file: SourceFile) -> [Excerpt.Row] {
    var rows: [Excerpt.Row] = []
    for row in self {
      if let last = rows.last, row.number == last.number + 2 {
        let bytes = file.shownLineBytes(last.number)
        let line = VisibleLine(bytes, focus: bytes.startIndex..<bytes.startIndex)
        rows.append(Excerpt.Row(number: last.number + 1, text: line.text, marks: []))
      }
      rows.append(row)
    }
    return rows
  }
}

/// The part of an underlined span that lies in one line.
private struct Piece {
  let line: Int
  let bytes: Range<Int>
  let text: String?
  let kind: Excerpt.Kind

  /// A span over several lines is shown by its first and its last line; the text stands at the last.
  static func pieces(of underline: Underline, in file: SourceFile) -> [Piece] {
    let limit = file.bytes.count
    let start = Swift.min(Int(underline.span.start), limit)
    let end = Swift.min(Swift.max(Int(underline.span.end), start), limit)
    let first = file.line(at: Int32(start))
    // A span that ends with a line end does not reach into the next line.
    let last = file.line(at: Int32(Swift.max(start, end - 1)))
    let firstEnd = Swift.max(start, file.shownLineBytes(first).endIndex)
    if first == last {
      let bytes = start..<Swift.min(end, firstEnd)
      return [Piece(line: first, bytes: bytes, text: underline.text, kind: underline.kind)]
    }
    let lastLine = file.shownLineBytes(last)
    let words = lastLine.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    let lastEnd = Swift.min(end, lastLine.endIndex)
    let lastBytes = Swift.min(words ?? lastLine.startIndex, lastEnd)..<lastEnd
    return [
      Piece(line: first, bytes: start..<firstEnd, text: nil, kind: underline.kind),
      Piece(line: last, bytes: lastBytes, text: underline.text, kind: underline.kind),
    ]
  }

  /// Whether both can be shown in the same row.
  func fitsBeside(_ first: Piece, in file: SourceFile) -> Bool {
    line == first.line
      && (file.shownLineBytes(line).count <= VisibleLine.wholeLimit
        || bytes.upperBound - first.bytes.lowerBound <= VisibleLine.focusLimit)
  }
}
