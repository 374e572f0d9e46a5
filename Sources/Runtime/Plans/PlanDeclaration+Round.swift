import Quantities
import Semantics

extension PlanDeclaration {
  /// The round as an ISO 8601 interval: `2026-03-01/2026-11-30`.
  var periodText: String { "\(period.from)/\(period.to)" }
}
