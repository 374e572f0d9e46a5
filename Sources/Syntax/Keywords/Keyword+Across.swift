/// The clauses of declarations about several plans.
extension Keyword {
  static let visitCapClauses: [Keyword] = [
    .over,
    .department,
    .each,
    .eachLevel,
    .sum,
    .unlimited,
    .when,
    .exception,
    .basis,
  ]

  static let visitLimits: [Keyword] = [.each, .eachLevel, .sum]

  static let jointClauses: [Keyword] = [.plan, .sum, .coverage]
}
