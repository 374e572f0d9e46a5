/// `轮次 每季度`, `轮次 2轮`, `轮次 (轮数)`, or `轮次 { 2026-03-01 至 2026-06-30; … }`
package enum RoundsSyntax: Sendable {
  /// One of `monthly`, `quarterly`, `halfYearly` and `yearly`.
  case every(Keyword)
  /// So many rounds in the plan's period.
  case count(Expression)
  /// First and last day of each round.
  case listed([(from: Expression, to: Expression)])
}
