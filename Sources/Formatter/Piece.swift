import Source
import Syntax

/// What is written without a break: a token, or the tokens of one keyword.
struct Piece {
  enum Role: Hashable {
    case name
    case keyword(Keyword)
    case number
    case date
    case text
    case punctuation(Punctuation)
  }

  let role: Role
  /// As it is to be written.
  let text: String
  /// What it means, as the lexer read it.
  let value: String
  let startsLine: Bool
  let trivia: Trivia
  /// The first token, as an index into the tree's tokens.
  let token: Int

  func `is`(_ punctuation: Punctuation) -> Bool { role == .punctuation(punctuation) }

  /// The keyword as which the piece was read, if it was.
  var keyword: Keyword? {
    if case .keyword(let keyword) = role { keyword } else { nil }
  }

  /// Whether it begins with a scalar that takes two columns: words of Chinese.
  var isWide: Bool { text.unicodeScalars.first.map { displayWidth(of: $0) == 2 } ?? false }
}

/// The pieces of a file in order, and what stands behind the last of them.
struct Pieces {
  private(set) var all: [Piece] = []
  let end: Trivia

  /// With a language, keywords get that language's spelling; otherwise all is spelled as written.
  init(of tree: SyntaxTree, spelledIn language: Language? = nil) {
    let uses = Dictionary(
      tree.keywords.map { ($0.tokens.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    var end = Trivia?.none
    var inner: [Comment] = []
    var index = 0
    while index < tree.tokens.count {
      let token = tree.tokens[index]
      let trivia = Trivia(before: token, isFirst: index == 0, in: tree.file).behind(inner)
      let isPushedDown = !inner.isEmpty
      if token.kind == .endOfFile {
        end = trivia
        break
      }
      let use = uses[index]
      let tokens = use?.tokens ?? index..<index + 1
      inner = tokens.dropFirst().flatMap {
        Trivia(before: tree.tokens[$0], isFirst: false, in: tree.file).comments
      }
      let written = tokens.map { tree.tokens[$0].value }.joined(separator: " ")
      let text =
        switch (use?.keyword, language) {
        case (let keyword?, let language?): keyword.spelling(in: language, after: all.suffix(2))
        case (.some, nil): written
        case (nil, _): Self.text(of: token, in: tree.file)
        }
      all.append(
        Piece(
          role: Self.role(of: token, use?.keyword), text: text, value: written,
          startsLine: token.startsLine || isPushedDown, trivia: trivia, token: index))
      index = tokens.upperBound
    }
    self.end = end ?? Trivia()
  }

  private static func role(of token: Token, _ keyword: Keyword?) -> Piece.Role {
    if let keyword { return .keyword(keyword) }
    return switch token.kind {
    case .word, .unknown, .endOfFile: .name
    case .integer, .decimal: .number
    case .date: .date
    case .text, .citation: .text
    case .punctuation(let punctuation): .punctuation(punctuation)
    }
  }

  /// Texts stay as they are written; all else has one form.
  private static func text(of token: Token, in file: SourceFile) -> String {
    switch token.kind {
    case .punctuation(let punctuation): punctuation.rawValue
    case .text, .unknown: file.text(token.span(in: file.id))
    case .word, .integer, .decimal, .date, .citation, .endOfFile: token.value
    }
  }
}
