package import Quantities

extension PlanDeclaration {
  /// How often each drawn object is visited: by the first arm that fits it. Exhaustive.
  package struct Frequency: Sendable {
    package struct Arm: Sendable {
      /// None where there are no strata.
      package let patterns: [TypedPattern]
      /// The patterns as written, for people.
      package let label: String
      package var rate: Rate

      package init(patterns: [TypedPattern], label: String, rate: Rate) {
        self.patterns = patterns
        self.label = label
        self.rate = rate
      }
    }

    /// Over the registry's row; empty where there are no strata.
    package var by: [TypedExpression]
    package var arms: [Arm]

    package init(by: [TypedExpression], arms: [Arm]) {
      self.by = by
      self.arms = arms
    }
  }

  /// `2次/年`, `不少于 1次/2年`
  package struct Rate: Sendable {
    package enum Unit: Hashable, Sendable {
      case year, quarter, month
      /// The whole period of the plan.
      case period
    }

    /// Visits, as counts.
    package var times: Quantity
    package let every: Int64
    package let unit: Unit

    package init(times: Quantity, every: Int64, unit: Unit) {
      self.times = times
      self.every = every
      self.unit = unit
    }

    /// Visits in one window, as far as the words go.
    var least: Int64 { bounds.least }
    /// Nil without a bound.
    var greatest: Int64? { bounds.greatest }

    private var bounds: (least: Int64, greatest: Int64?) {
      switch times.bound {
      case .all: (1, nil)
      case .exactly(let count): (count.leastCount, count.greatestCount)
      case .atLeast(let count): (count.leastCount, nil)
      case .atMost(let count): (0, count.greatestCount)
      case .range(let from, let to): (from.leastCount, to.greatestCount)
      }
    }
  }

  /// Visits to one object or to many: at least so many, and at most where there is a bound.
  package struct Visits: Hashable, Sendable {
    package var least: Int64
    package var greatest: Int64?

    package init(least: Int64, greatest: Int64?) {
      self.least = least
      self.greatest = greatest
    }

    /// For many objects; nil if there are more visits than can be counted.
    package func times(_ objects: Int64) -> Visits? {
      let (low, overflow) = least.multipliedReportingOverflow(by: objects)
      let high = greatest?.multipliedReportingOverflow(by: objects)
      if overflow || high?.overflow == true { return nil }
      return Visits(least: low, greatest: high?.partialValue)
    }

    package func adding(_ other: Visits) -> Visits? {
      let (low, overflow) = least.addingReportingOverflow(other.least)
      guard !overflow else { return nil }
      guard let most = greatest, let more = other.greatest else {
        return Visits(least: low, greatest: nil)
      }
      let (high, excess) = most.addingReportingOverflow(more)
      return excess ? nil : Visits(least: low, greatest: high)
    }
  }

  /// Visits to one drawn object from one day to another, both included; nil if there are more than
  /// can be counted.
  ///
  /// Each year, quarter or month that these days touch counts. A drawn object is visited once at
  /// least, even where the frequency only says how often at most.
  package static func visits(_ rate: Rate, from: CivilDate, to: CivilDate) -> Visits? {
    let windows = windows(every: max(rate.every, 1), rate.unit, from: from, to: to)
    let (least, overflow) = rate.least.multipliedReportingOverflow(by: windows)
    let greatest = rate.greatest?.multipliedReportingOverflow(by: windows)
    if overflow || greatest?.overflow == true { return nil }
    return Visits(least: max(least, 1), greatest: greatest.map { max($0.partialValue, 1) })
  }

  /// How many windows of so many years, quarters or months these days touch. Those that divide
  /// a year are those of the calendar; others begin with the first day.
  private static func windows(
    every: Int64, _ unit: Rate.Unit, from start: CivilDate, to end: CivilDate
  ) -> Int64 {
    let (from, to) = (start.components, end.components)
    let first: Int64
    let last: Int64
    let inYear: Int64
    switch unit {
    case .period: return 1
    case .year: (first, last, inYear) = (Int64(from.year), Int64(to.year), 1)
    case .quarter:
      first = Int64(from.year * 4 + start.quarter)
      last = Int64(to.year * 4 + end.quarter)
      inYear = 4
    case .month:
      first = Int64(from.year * 12 + from.month)
      last = Int64(to.year * 12 + to.month)
      inYear = 12
    }
    if inYear % every == 0 {
      // Quarters and months count from 1.
      let shift: Int64 = inYear == 1 ? 0 : 1
      return (last - shift) / every - (first - shift) / every + 1
    }
    return (last - first) / every + 1
  }
}

extension PlanDeclaration.Quantity.Amount {
  /// As a number of visits: the least, and the greatest if there is a bound.
  fileprivate var leastCount: Int64 {
    switch self {
    case .count(let count): count
    case .ratio: 0
    case .open(let open): open.expression == nil ? 0 : open.least.leastCount
    }
  }

  fileprivate var greatestCount: Int64? {
    switch self {
    case .count(let count): count
    case .ratio: nil
    case .open(let open): open.expression == nil ? nil : open.greatest.flatMap(\.greatestCount)
    }
  }
}
