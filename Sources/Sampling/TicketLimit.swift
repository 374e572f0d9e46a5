/// How small a ticket must be to be looked at: tickets are uniform, so the `n` smallest of `N` are
/// almost surely below `n / N` and a margin.
enum TicketLimit: Hashable, Sendable {
  case none
  case below(UInt64)
  case all

  init(population: Int, quota: Int) {
    if quota <= 0 || population == 0 {
      self = .none
      return
    }
    // Six standard deviations, and a little for the smallest quotas: short once in 10⁹ draws.
    let margin = 16 + 6 * Int(Double(quota).squareRoot())
    let wanted = quota.addingReportingOverflow(margin)
    if wanted.overflow || wanted.partialValue >= population {
      self = .all
    } else {
      self = .below(UInt64.max / UInt64(population) * UInt64(wanted.partialValue))
    }
  }

  func admits(_ first: UInt64) -> Bool {
    switch self {
    case .none: false
    case .below(let limit): first < limit
    case .all: true
    }
  }
}
