package import Source

/// What parsing one file gives: all its tokens, its items, and what was wrong.
///
/// Parsing never fails. A part that could not be understood is `.missing` in the tree, has been
/// reported once, and must not be reported again by a later stage.
package struct SyntaxTree: Sendable {
  package let file: SourceFile
  package let tokens: [Token]
  package let items: [Item]
  /// The tokens that were read as keywords, in order; a keyword of several words has several tokens.
  package let keywords: [KeywordUse]
  /// The keyword set the file uses, decided by its first keyword; Chinese in a file without any.
  package let keywordLanguage: Language
  package let diagnostics: [Diagnostic]

  package init(
    file: SourceFile, tokens: [Token], items: [Item], keywords: [KeywordUse],
    keywordLanguage: Language, diagnostics: [Diagnostic]
  ) {
    self.file = file
    self.tokens = tokens
    self.items = items
    self.keywords = keywords
    self.keywordLanguage = keywordLanguage
    self.diagnostics = diagnostics
  }

  /// Whether a part of the file has mistakes that were errors: what seems to be missing from it may
  /// have been skipped. O(diagnostics).
  package func hasErrors(in span: Span) -> Bool {
    diagnostics.contains { diagnostic in
      guard diagnostic.severity == .error, case .source(let place) = diagnostic.location else {
        return false
      }
      return span.start <= place.start && place.end <= span.end
    }
  }
}

/// Tokens that were read as one keyword.
package struct KeywordUse: Hashable, Sendable {
  package let keyword: Keyword
  /// Indices into `SyntaxTree.tokens`.
  package let tokens: Range<Int>

  package init(keyword: Keyword, tokens: Range<Int>) {
    self.keyword = keyword
    self.tokens = tokens
  }
}
