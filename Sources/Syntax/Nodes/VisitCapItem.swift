package import Source

/// `检查上限 卫生健康 { 部门 市卫健委, 县卫健局  各 2次/年  合计 4次/年 }`: how often at most the plans of
/// these departments may visit one object in a calendar year.
package struct VisitCapItem: Sendable {
  package let name: Name
  package let clauses: [VisitCapClause]
  package let span: Span

  package init(name: Name, clauses: [VisitCapClause], span: Span) {
    self.name = name
    self.clauses = clauses
    self.span = span
  }
}

package struct VisitCapClause: Sendable {
  package enum Kind: Sendable {
    /// `对象 企业 其中 类型 == "餐饮"`: the objects that the cap protects; all if absent.
    case over(registry: Name, condition: Expression?)
    /// `部门 市卫健委, 县卫健局`
    case departments([Name])
    /// `各 2次/年 合计 4次/年`
    case limits(VisitLimitsSyntax)
    /// `当 信用 == D => 不限`: other limits for some of the objects.
    case when(Expression, VisitLimitsSyntax)
    /// `例外 "投诉举报", "上级交办"`: visits for these reasons do not count.
    case exceptions([(text: String, span: Span)])
    /// `依据 《…》第…条`
    case basis([CitationSyntax])
  }

  package let kind: Kind
  package let keywordSpan: Span
  package let span: Span

  package init(_ kind: Kind, keywordSpan: Span, span: Span) {
    self.kind = kind
    self.keywordSpan = keywordSpan
    self.span = span
  }
}

/// `各 2次/年 合计 4次/年`, or `不限`, which has no limit.
package struct VisitLimitsSyntax: Sendable {
  package struct Limit: Sendable {
    /// `各`: of each department; `各级`: of those of one level together; `合计`: of all together.
    package let scope: Keyword
    package let count: String
    package let span: Span

    package init(scope: Keyword, count: String, span: Span) {
      self.scope = scope
      self.count = count
      self.span = span
    }
  }

  package let limits: [Limit]
  package let span: Span

  package init(limits: [Limit], span: Span) {
    self.limits = limits
    self.span = span
  }
}
