package import Source

/// `检查单 校园食品 { 人员 { 健康证明 "从业人员健康证明有效" 事项 食品安全监督检查 } 设备 不涉及 "…" }`
package struct ChecklistItem: Sendable {
  package let name: Name
  package let elements: [ChecklistElement]
  package let span: Span

  package init(name: Name, elements: [ChecklistElement], span: Span) {
    self.name = name
    self.elements = elements
    self.span = span
  }
}

/// One of the elements of supervision, with what is looked at in it.
package struct ChecklistElement: Sendable {
  package let keyword: Keyword
  package let keywordSpan: Span
  package let entries: [ChecklistEntry]
  /// Why there is nothing to look at: `不涉及 "…"`.
  package let inapplicable: String?

  package init(
    keyword: Keyword, keywordSpan: Span, entries: [ChecklistEntry], inapplicable: String?
  ) {
    self.keyword = keyword
    self.keywordSpan = keywordSpan
    self.entries = entries
    self.inapplicable = inapplicable
  }
}

/// `健康证明 "从业人员健康证明有效" 由 市场监管局 依据 《食品安全法》第四十五条 当 从业人数 > 0`
package struct ChecklistEntry: Sendable {
  package enum PartKind: Sendable {
    case department(Name)
    case basis([CitationSyntax])
    /// Over the row of the registry of the plan that inspects by the list.
    case condition(Expression)
    case matter(Name)
    case methods([MethodSyntax])
    /// Right or wrong.
    case conformity
    /// So many points at most.
    case score(String)
  }

  package typealias Part = (kind: PartKind, keyword: Keyword, span: Span)

  package let name: Name
  package let text: String
  package let parts: [Part]
  package let span: Span

  package init(name: Name, text: String, parts: [Part], span: Span) {
    self.name = name
    self.text = text
    self.parts = parts
    self.span = span
  }
}
