package import Source

/// `发现问题 按 检查结果 { 情形 | 措施 | 责任 | 期限 … }`: what follows from what is found.
package struct FollowUpSyntax: Sendable {
  package enum Situation: Sendable {
    case text(String, Span)
    /// Members of the enumeration of results.
    case members([Name])
    case otherwise(Span)

    /// Where its words stand.
    package var spans: [Span] {
      switch self {
      case .text(_, let span), .otherwise(let span): [span]
      case .members(let names): names.map(\.span)
      }
    }

    /// Where a member is named.
    package func span(of member: String) -> Span? {
      guard case .members(let names) = self else { return nil }
      return names.first { $0.text == member }?.span
    }
  }

  package enum Term: Sendable {
    case immediately(Span)
    /// `不超过 30自然日` where a bound is written.
    case time(Expression, atMost: Span?)
  }

  package struct Row: Sendable {
    package var situation: Situation?
    package var measure: String?
    package var responsible: [Name] = []
    package var deadline: Term?
    package var span: Span
  }

  /// The enumeration whose members are the situations.
  package let by: Name?
  /// The columns in order.
  package let columns: [Keyword]
  package let rows: [Row]

  package init(by: Name?, columns: [Keyword], rows: [Row]) {
    self.by = by
    self.columns = columns
    self.rows = rows
  }
}

/// `公示 20工作日 例外 "涉及个人隐私" 依据 《…》 保留 5年`: results are published, and how long.
package struct PublicationSyntax: Sendable {
  package struct Exception: Sendable {
    package let reason: String
    package let basis: [CitationSyntax]
    package let span: Span
  }

  package var deadline: Expression
  package var exceptions: [Exception] = []
  /// How long they stay public: a number of years or months.
  package var kept: (count: String, unit: Keyword, span: Span)?

  package init(deadline: Expression) { self.deadline = deadline }
}

/// Why something is as it is: `理由 "…" 依据 《…》`.
package struct GroundsSyntax: Sendable {
  package var reason: String?
  package var basis: [CitationSyntax] = []
}
