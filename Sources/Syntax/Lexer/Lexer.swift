import Source
@_spi(_Unicode) import Swift

/// Turns the bytes of a file into tokens. Linear in the bytes, whatever they are.
///
/// Nothing is lost: each byte is in one token or in the trivia before one. Bytes that are no token
/// become `.unknown` tokens, which have been reported here.
struct Lexer {
  let file: FileID
  let bytes: [UInt8]
  let index = KeywordIndex.shared
  var offset = 0
  var tokens: [Token] = []
  /// For each token its number in the keyword index; 0 for everything that is no keyword.
  var words: [KeywordIndex.WordID] = []
  var found = DiagnosticList()
  /// For each kind of closing quote: no such quote stands between here and this offset.
  var noQuoteBefore = [0, 0, 0]
  /// The same for single quotation marks, and whether no `*/` is left in the file.
  var noSingleQuoteBefore = 0
  var hasNoBlockCommentEnd = false

  init(_ file: SourceFile) {
    self.file = file.id
    self.bytes = file.bytes
    tokens.reserveCapacity(bytes.count / 4 + 1)
    words.reserveCapacity(bytes.count / 4 + 1)
  }

  mutating func run() {
    while true {
      let triviaStart = offset
      let startsLine = skipTrivia()
      let start = offset
      guard offset < bytes.count else {
        append(.endOfFile, triviaStart, start, startsLine, "")
        return
      }
      let scalar = Scalar(bytes, at: offset)
      let ascii = scalar.ascii
      if scalar.startsWord, !isLoneUnderscore(scalar) {
        let isGlued = triviaStart == start && endsInNumber
        let (value, word) = lexWord(isGluedToNumber: isGlued)
        append(.word, triviaStart, start, startsLine, value, word)
      } else if UInt8(ascii: "0")...UInt8(ascii: "9") ~= ascii {
        let (kind, value) = lexNumber()
        append(kind, triviaStart, start, startsLine, value)
      } else if let quote = Quote(scalar) {
        let value = lexText(quote)
        append(.text, triviaStart, start, startsLine, value)
      } else if scalar.value == Lexer.titleOpener, let value = lexCitation() {
        append(.citation, triviaStart, start, startsLine, value)
      } else if Lexer.isSingleQuote(scalar), let value = lexSingleQuoted(scalar) {
        append(.text, triviaStart, start, startsLine, value)
      } else if let punctuation = lexPunctuation(scalar) {
        append(.punctuation(punctuation), triviaStart, start, startsLine, punctuation.rawValue)
      } else {
        let value = lexUnknown()
        append(.unknown, triviaStart, start, startsLine, value)
      }
    }
  }

  /// Reports a mistake from an offset to here.
  mutating func report(from start: Int, _ mistake: (Span) -> Diagnostic) {
    if !found.isFull { found.add(mistake(span(start, offset))) }
  }

  func span(_ start: Int, _ end: Int) -> Span {
    Span(file: file, start: Int32(start), end: Int32(end))
  }

  /// The text between two offsets in NFC.
  func text(_ start: Int, _ end: Int) -> String {
    Lexer.normalised(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  static func normalised(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ $0.value < 0x300 || 0x4E00...0x9FFF ~= $0.value }) {
      return text
    }
    var result = String.UnicodeScalarView()
    for scalar in text._nfc { result.append(scalar) }
    return String(result)
  }

  private var endsInNumber: Bool {
    switch tokens.last?.kind {
    case .integer, .decimal, .date: true
    default: false
    }
  }

  private func isLoneUnderscore(_ scalar: Scalar) -> Bool {
    guard scalar.ascii == UInt8(ascii: "_") else { return false }
    let next = offset + scalar.length
    return next >= bytes.count || !Scalar(bytes, at: next).continuesWord
  }

  private mutating func append(
    _ kind: TokenKind, _ triviaStart: Int, _ start: Int, _ startsLine: Bool, _ value: String,
    _ word: KeywordIndex.WordID = 0
  ) {
    tokens.append(
      Token(
        kind: kind, triviaStart: Int32(triviaStart), start: Int32(start), end: Int32(offset),
        startsLine: startsLine, value: value))
    words.append(word)
  }
}
