package import Source

/// `频次 2次/年`, or by strata: `频次 按 信用 { A => 1次/2年; 否则 => 每季度 }`.
package struct FrequencyClause: Sendable {
  package struct Arm: Sendable {
    package let patterns: [Pattern]
    package let rate: RateSyntax
    package let span: Span

    package init(patterns: [Pattern], rate: RateSyntax, span: Span) {
      self.patterns = patterns
      self.rate = rate
      self.span = span
    }
  }

  package let by: [Expression]
  /// One without patterns where there are no strata.
  package let arms: [Arm]

  package init(by: [Expression], arms: [Arm]) {
    self.by = by
    self.arms = arms
  }
}

/// How often: `2次/年`, `不少于 1次/年`, `1次/2年`, `每季度 2次`, `2次` in the whole period.
package struct RateSyntax: Sendable {
  package enum Kind: Sendable {
    case missing
    /// `待定`
    case undecided
    case exactly(Expression)
    case atLeast(Expression)
    case atMost(Expression)
    case range(Expression, Expression)
  }

  package let kind: Kind
  /// The years, quarters or months that it is repeated by; nil for the whole period. Half a year
  /// is six months.
  package let every: (count: String, unit: Keyword)?
  package let span: Span

  package init(_ kind: Kind, every: (count: String, unit: Keyword)?, span: Span) {
    self.kind = kind
    self.every = every
    self.span = span
  }
}
