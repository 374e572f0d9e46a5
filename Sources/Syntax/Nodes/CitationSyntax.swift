package import Source

/// What something rests on: `《食品安全法》第四十五条`, or the name of a declared law.
package struct CitationSyntax: Sendable {
  package enum Document: Sendable {
    /// `《养老机构管理办法》(民政部令第66号)`: the title, and the number if it is given.
    case title(String, number: String?)
    /// The name of a `法规`.
    case name(Name)
  }

  package let document: Document
  /// `第四十五条`, as written; several are joined by 、.
  package let article: String?
  package let span: Span

  package init(document: Document, article: String?, span: Span) {
    self.document = document
    self.article = article
    self.span = span
  }

  /// The citation in the value of a citation token.
  init(token value: String, span: Span) {
    let (title, afterTitle) = CitationSyntax.bracketed(value[...], "《", "》")
    let (number, article) = CitationSyntax.bracketed(afterTitle, "(", ")")
    self.init(
      document: .title(title ?? value, number: number),
      article: article.isEmpty ? nil : String(article), span: span)
  }

  /// What stands between a pair of brackets at the start of a text, and the rest of the text.
  private static func bracketed(
    _ text: Substring, _ opener: Unicode.Scalar, _ closer: Unicode.Scalar
  ) -> (String?, Substring) {
    let scalars = text.unicodeScalars
    guard scalars.first == opener else { return (nil, text) }
    var depth = 0
    for index in scalars.indices {
      if scalars[index] == opener || opener == "(" && scalars[index] == "（" { depth += 1 }
      if scalars[index] == closer || opener == "(" && scalars[index] == "）" { depth -= 1 }
      guard depth == 0 else { continue }
      let inside = scalars[scalars.index(after: scalars.startIndex)..<index]
      return (String(inside), Substring(scalars[scalars.index(after: index)...]))
    }
    return (nil, text)
  }
}
