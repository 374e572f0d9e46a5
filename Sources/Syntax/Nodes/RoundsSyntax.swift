/// `轮次 每季度`, `轮次 2轮`, `轮次 (轮数)`, or `轮次 { 2026-03-01 至 2026-06-30; … }`
package enum RoundsSyntax: Sendable {
  /// One of `monthly`, `quarterly`, `halfYearly` and `yearly`.
  case every(Keyword)
  /// So many rounds in the plan's period.
  case count(Expression)
  case listed([RoundSyntax])
}

/// `2026-03-01 至 2026-06-30 抽取期间 2026-03-01 至 2026-03-31 完成 6月底前`
package struct RoundSyntax: Sendable {
  /// First and last day.
  package let days: (from: Expression, to: Expression)
  /// When this round is drawn, and by when it is completed, where that is not as of the plan.
  package var window: (from: Expression, to: Expression)?
  package var completion: Expression?

  package init(_ days: (from: Expression, to: Expression)) { self.days = days }
}
