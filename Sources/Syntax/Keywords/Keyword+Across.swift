/// The clauses of declarations about several plans.
extension Keyword {
  static let visitCapClauses: [Keyword] = [
    .over,
    .department,
    .each,
    .sum,
    .unlimited,
    .when,
    .exception,
  ]

  static let visitLimits: [Keyword] = [.each, .sum]

  static let jointClauses: [Keyword] = [.plan, .sum, .coverage]
}
