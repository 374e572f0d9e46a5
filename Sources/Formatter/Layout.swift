import Syntax

/// Pieces arranged in lines, as the author broke them.
struct Layout {
  struct Line {
    let indent: Int
    let followsBlankLine: Bool
    let content: Content
    var trailingComment: String?
    /// The opening brace directly inside which the line starts, as an index of a piece.
    var block: Int?
  }

  enum Content {
    case comment(String)
    case pieces(Range<Int>)
  }

  /// A bracket that is open, and the indentation of the line on which it was opened.
  private struct Open {
    let piece: Int
    let indent: Int
  }

  private(set) var lines: [Line] = []
  private var open: [Open] = []

  init(_ pieces: Pieces) {
    var start = 0
    for (index, piece) in pieces.all.enumerated() {
      if index == 0 || piece.startsLine {
        if index > 0 { finishLine(start..<index, of: pieces.all) }
        start = index
        let indent = indent(at: index, of: pieces.all)
        addComments(of: piece.trivia, indent: max(indent, contentIndent))
        startLine(at: index, of: pieces.all, indent: indent)
      }
    }
    if !pieces.all.isEmpty { finishLine(start..<pieces.all.count, of: pieces.all) }
    addComments(of: pieces.end, indent: contentIndent)
  }

  private var contentIndent: Int { open.last.map { $0.indent + 1 } ?? 0 }

  /// A closing bracket stands below the line that opened it; the rest of an expression one level
  /// further in than its start.
  private func indent(at index: Int, of pieces: [Piece]) -> Int {
    if pieces[index].closesBracket, let last = open.last { return last.indent }
    let isContinued = index > 0 && pieces[index - 1].leavesOpen
    return isContinued && !isInsideParentheses(of: pieces) ? contentIndent + 1 : contentIndent
  }

  /// Where lines are indented already, and where operators may also start them.
  private func isInsideParentheses(of pieces: [Piece]) -> Bool {
    open.last.map { !pieces[$0.piece].is(.leftBrace) } ?? false
  }

  /// Comments before the line that comes next; a first one may still belong to the line before.
  private mutating func addComments(of trivia: Trivia, indent: Int) {
    for comment in trivia.comments {
      if comment.isTrailing, !lines.isEmpty {
        lines[lines.count - 1].trailingComment = comment.text
      } else {
        lines.append(
          Line(
            indent: indent, followsBlankLine: comment.followsBlankLine && !startsBlock,
            content: .comment(comment.text)))
      }
    }
  }

  private mutating func startLine(at index: Int, of pieces: [Piece], indent: Int) {
    let isBlank =
      pieces[index].trivia.endsWithBlankLine && !startsBlock && !pieces[index].closesBracket
    let block = open.last.map(\.piece).flatMap { pieces[$0].is(.leftBrace) ? $0 : nil }
    lines.append(
      Line(
        indent: indent, followsBlankLine: isBlank, content: .pieces(index..<index), block: block))
  }

  /// Fills the last line with its pieces, which open and close brackets.
  private mutating func finishLine(_ range: Range<Int>, of pieces: [Piece]) {
    guard let place = lines.indices.last else { return }
    let line = lines[place]
    lines[place] = Line(
      indent: line.indent, followsBlankLine: line.followsBlankLine, content: .pieces(range),
      block: line.block)
    for index in range {
      if pieces[index].opensBracket {
        open.append(Open(piece: index, indent: line.indent))
      } else if pieces[index].closesBracket {
        _ = open.popLast()
      }
    }
  }

  /// Whether the next line is the first of the file or the first behind an opening bracket.
  private var startsBlock: Bool {
    guard let last = lines.last else { return true }
    return last.indent < contentIndent
  }
}

extension Piece {
  var opensBracket: Bool {
    self.is(.leftParenthesis) || self.is(.leftBracket) || self.is(.leftBrace)
  }

  var closesBracket: Bool {
    self.is(.rightParenthesis) || self.is(.rightBracket) || self.is(.rightBrace)
  }

  /// Whether what follows on the next line still belongs to the same expression.
  fileprivate var leavesOpen: Bool {
    switch role {
    case .punctuation(let sign):
      switch sign {
      case .assign, .leadsTo, .arrow, .equal, .notEqual, .less, .lessOrEqual, .greater,
        .greaterOrEqual, .plus, .minus, .times, .divide, .coalesce, .range:
        true
      default: false
      }
    case .keyword(let keyword):
      switch keyword {
      case .and, .or, .not, .in, .if, .then, .else, .where: true
      default: false
      }
    case .name, .number, .date, .text: false
    }
  }
}
