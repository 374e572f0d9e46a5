package import Source

/// A word for how something is inspected: `现场检查`.
package struct MethodSyntax: Sendable {
  package let keyword: Keyword
  package let span: Span

  package init(keyword: Keyword, span: Span) {
    self.keyword = keyword
    self.span = span
  }
}

/// `事项 食品安全监督检查 { 主体 市场监管局  编码 "01310118000200"  方式 现场检查  依据 《食品安全法》 }`
package struct MatterItem: Sendable {
  package enum PartKind: Sendable {
    /// The department that may inspect it.
    case body(Name)
    case code(String, Span)
    /// General or key.
    case category(Keyword)
    /// The registry of those it is about.
    case over(Name)
    case methods([MethodSyntax])
    case basis([CitationSyntax])
  }

  package typealias Part = (kind: PartKind, keyword: Keyword, span: Span)

  package let name: Name
  package let parts: [Part]
  package let span: Span

  package init(name: Name, parts: [Part], span: Span) {
    self.name = name
    self.parts = parts
    self.span = span
  }
}
