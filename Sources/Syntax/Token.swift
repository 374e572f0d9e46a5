package import Source

/// What a token is. Keywords are not a kind: nearly all of them are words that can also be names,
/// so the parser decides, and records its decision in `SyntaxTree.keywords`.
package enum TokenKind: Hashable, Sendable {
  case word
  /// Digits only, ASCII or full-width.
  case integer
  /// Digits, a point, digits.
  case decimal
  /// `2026-03-01`; not yet checked to be a real day.
  case date
  /// A text with its quotes; `value` has the text without them.
  case text
  /// `《养老机构管理办法》(民政部令第66号)第十二条`: a title between book-title marks, with what
  /// follows it of a document number and articles; `value` has its canonical form.
  case citation
  /// Punctuation, in its ASCII form whatever form was written.
  case punctuation(Punctuation)
  /// Bytes that are no token: already reported.
  case unknown
  case endOfFile
}

/// The punctuation of the language. Full-width forms and `≥ ≤ ≠ × ÷ 、` are the same tokens.
package enum Punctuation: String, Hashable, Sendable, CaseIterable {
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"
  case comma = ","
  case colon = ":"
  case semicolon = ";"
  case dot = "."
  case range = ".."
  case question = "?"
  case coalesce = "??"
  case bar = "|"
  case arrow = "->"
  case leadsTo = "=>"
  case assign = "="
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case percent = "%"
  case perMille = "‰"
  case underscore = "_"
  /// Signs of other languages for `且` and `非`: never right, but understood.
  case doubleAmpersand = "&&"
  case exclamation = "!"
}

/// A token with the white space and comments before it. The tokens of a file, trivia included,
/// cover every byte of it once and in order: nothing is lost.
package struct Token: Hashable, Sendable {
  package let kind: TokenKind
  /// Where the white space and comments before the token start.
  package let triviaStart: Int32
  package let start: Int32
  package let end: Int32
  /// Whether a line end stands in the trivia before the token.
  package let startsLine: Bool
  /// The token's meaning as text: NFC, ASCII digits, a text without quotes and escapes.
  package let value: String

  package init(
    kind: TokenKind, triviaStart: Int32, start: Int32, end: Int32, startsLine: Bool, value: String
  ) {
    self.kind = kind
    self.triviaStart = triviaStart
    self.start = start
    self.end = end
    self.startsLine = startsLine
    self.value = value
  }

  package func span(in file: FileID) -> Span { Span(file: file, start: start, end: end) }
}
