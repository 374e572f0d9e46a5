import Semantics
import Source
import Syntax
import Testing

/// A matrix written as text: every line with a `|` or `=>` is a row, the first of a table its
/// header.
struct WrittenMatrix {
  enum Kind {
    case table(TableItem.Policy)
    case match, strata
  }

  let kind: Kind
  let columns: [PatternMatrix.Column]
  let enumeration: [String]
  let file: SourceFile
  let language: Language

  init(
    _ kind: Kind, _ columns: [(String, Type)], members: [String] = [],
    language: Language = .chinese, _ text: String
  ) {
    self.kind = kind
    self.columns = columns.map { .init(name: $0.0, type: $0.1) }
    enumeration = members
    self.language = language
    file = SourceFile(id: FileID(0), name: "plan.yj", text: text)
  }

  /// The same with a fix applied.
  func applying(_ fix: FixIt) -> WrittenMatrix {
    var bytes = file.bytes
    for edit in fix.edits.sorted(by: { $0.span.start > $1.span.start }) {
      bytes.replaceSubrange(
        Int(edit.span.start)..<Int(edit.span.end), with: Array(edit.replacement.utf8))
    }
    return WrittenMatrix(
      kind, columns.map { ($0.name, $0.type) }, members: enumeration, language: language,
      String(decoding: bytes, as: UTF8.self))
  }

  var text: String { String(decoding: file.bytes, as: UTF8.self) }

  func diagnostics(budget: Int = 200_000) -> [Diagnostic] {
    let check = CoverageCheck(matrix, file: file, language: language, budget: budget)
    switch kind {
    case .table(let policy):
      return check.table(Name(firstWord.text, firstWord.span), policy: policy)
    case .match: return check.match(at: firstWord.span)
    case .strata: return check.strata(at: firstWord.span)
    }
  }

  /// The first word of the text: what stands for the table's name or the match's keyword.
  private var firstWord: (text: String, span: Span) {
    let word = text.prefix { $0 != " " }
    return (String(word), Span(file: file.id, start: 0, end: Int32(word.utf8.count)))
  }

  var matrix: PatternMatrix {
    var rows = file.lineStarts.indices.flatMap { lineRows($0) }
    if case .table = kind, !rows.isEmpty { rows.removeFirst() }
    return PatternMatrix(
      columns: columns, rows: rows,
      enumerations: [
        EnumerationDeclaration(
          name: Name("等级", firstWord.span), isOrdered: true,
          members: enumeration.map { Name($0, firstWord.span) })
      ])
  }

  private func isHeader(_ span: Span) -> Bool {
    columns.contains { $0.name == file.text(span) }
  }

  private func lineRows(_ line: Int) -> [PatternMatrix.Row] {
    var bytes = Array(file.lineBytes(line))
    if let comment = String(decoding: bytes, as: UTF8.self).firstRange(of: "//") {
      bytes = Array(String(decoding: bytes, as: UTF8.self)[..<comment.lowerBound].utf8)
    }
    if let brace = bytes.lastIndex(of: UInt8(ascii: "}")) { bytes.removeSubrange(brace...) }
    var rows: [PatternMatrix.Row] = []
    var start = bytes.lastIndex(of: UInt8(ascii: "{")).map { $0 + 1 } ?? 0
    for end in bytes.indices.filter({ bytes[$0] == UInt8(ascii: ";") }) + [bytes.count] {
      if let row = row(bytes[start..<end], at: file.lineStarts[line]) { rows.append(row) }
      start = end + 1
    }
    return rows
  }

  private func row(_ bytes: ArraySlice<UInt8>, at lineStart: Int32) -> PatternMatrix.Row? {
    var pieces: [Range<Int>] = []
    var start = bytes.startIndex
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let isArrow = bytes[index...].starts(with: "=>".utf8)
      if bytes[index] == UInt8(ascii: "|") || isArrow {
        pieces.append(start..<index)
        index += isArrow ? 2 : 1
        start = index
      } else {
        index += 1
      }
    }
    guard pieces.count == columns.count else { return nil }
    pieces.append(start..<bytes.endIndex)
    let spans = pieces.map { piece in
      let text = bytes[piece]
      let first = text.firstIndex { $0 != UInt8(ascii: " ") } ?? piece.upperBound
      let last = text.lastIndex { $0 != UInt8(ascii: " ") } ?? first
      return Span(
        file: file.id, start: lineStart + Int32(first), end: lineStart + Int32(last + 1))
    }
    let patterns = zip(columns, spans).map { column, span in
      let pattern = CellReader(column.type, members: enumeration).pattern(file.text(span))
      if pattern == nil, !isHeader(span) { Issue.record("no pattern: \(file.text(span))") }
      return pattern ?? .any
    }
    return PatternMatrix.Row(
      patterns: patterns, cells: Array(spans.dropLast()), result: spans[columns.count],
      span: spans[0].joined(spans[columns.count]))
  }
}
