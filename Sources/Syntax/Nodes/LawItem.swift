package import Source

/// `法规 养老机构管理办法 { 名称 《养老机构管理办法》 文号 "民政部令第66号" 施行 2020-11-01 接替 旧办法 }`
package struct LawItem: Sendable {
  package enum PartKind: Sendable {
    /// Without the marks; the number if it stands behind the title.
    case title(String, number: String?)
    case number(String)
    /// The first day on which it is in force.
    case effective(Expression)
    /// The first day on which it is no longer in force.
    case lapses(Expression)
    /// The law in whose place it comes.
    case replaces(Name)
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
