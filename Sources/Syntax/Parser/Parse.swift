package import Source

/// Reads one file: tokens, then the tree. Never fails; linear in the length of the file.
package func parse(_ file: SourceFile) -> SyntaxTree {
  parse(file, byteLimit: Int(Int32.max) - 1)
}

/// As `parse(_:)`, with the largest number of bytes that are read.
func parse(_ file: SourceFile, byteLimit: Int) -> SyntaxTree {
  guard file.bytes.count <= byteLimit else {
    let end = Token(
      kind: .endOfFile, triviaStart: 0, start: 0, end: 0, startsLine: false, value: "")
    let mistake = Diagnostic.fileTooLarge(file.bytes.count, limit: byteLimit, file: file.id)
    return SyntaxTree(
      file: file, tokens: [end], items: [], keywords: [], keywordLanguage: .chinese,
      diagnostics: [mistake])
  }
  var lexer = Lexer(file)
  lexer.run()
  var parser = Parser(file, tokens: lexer.tokens, words: lexer.words)
  let items = parser.items()
  let brackets = parser.brackets.mistakes.values.map { $0 }
  return SyntaxTree(
    file: file, tokens: lexer.tokens, items: items, keywords: parser.keywords,
    keywordLanguage: parser.language ?? .chinese,
    diagnostics: DiagnosticList.merged([
      lexer.found.diagnostics, brackets, parser.found.diagnostics,
    ]))
}
