package import Source

/// What a department does in a plan: `市场监管局 { 事项 食品安全监督检查  职责 "…"  商定 2026-02-10 "…" }`,
/// and for which objects: `消防救援支队 当 信用 >= C`
package struct RoleSyntax: Sendable {
  package enum PartKind: Sendable {
    case matters([Name])
    case duty(String)
    /// When the department agreed to the plan, and the record of it.
    case agreed(Expression, record: String?)
    /// The objects that the department comes to, where these are not all.
    case condition(Expression)
  }

  package typealias Part = (kind: PartKind, keyword: Keyword, span: Span)

  package let department: Name
  package let parts: [Part]
  package let span: Span

  package init(department: Name, parts: [Part], span: Span) {
    self.department = department
    self.parts = parts
    self.span = span
  }
}
