/// The lines and columns of many offsets, found in one walk over each file: finding them one by one
/// would be quadratic in a file that is a single long line.
struct PositionTable {
  private struct Key: Hashable {
    let file: FileID
    let offset: Int32
  }

  private var found: [Key: DiagnosticDocument.Place.Position] = [:]

  init(of spans: [Span], in sources: SourceMap) {
    var keys: Set<Key> = []
    for span in spans where sources.file(span.file) != nil {
      keys.insert(Key(file: span.file, offset: span.start))
      keys.insert(Key(file: span.file, offset: span.end))
    }
    var last: (key: Key, position: DiagnosticDocument.Place.Position)?
    for key in keys.sorted(by: { ($0.file, $0.offset) < ($1.file, $1.offset) }) {
      guard let file = sources.file(key.file) else { continue }
      let line = file.line(at: key.offset)
      var column = 1
      var start = Int(file.lineStarts[line])
      if let last, last.key.file == key.file, last.position.line == line + 1 {
        column = last.position.column
        start = last.position.offset
      }
      column += file.columns(from: start, to: Int(key.offset))
      let position = DiagnosticDocument.Place.Position(
        line: line + 1, column: column, offset: Int(key.offset))
      found[key] = position
      last = (key, position)
    }
  }

  /// Nil where the file is not known.
  func place(_ span: Span, in sources: SourceMap) -> DiagnosticDocument.Place? {
    guard let file = sources.file(span.file),
      let start = found[Key(file: span.file, offset: span.start)],
      let end = found[Key(file: span.file, offset: span.end)]
    else { return nil }
    return .source(file: file.name, start: start, end: end)
  }
}
