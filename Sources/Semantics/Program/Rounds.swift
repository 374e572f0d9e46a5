package import Quantities

/// How a plan's period is divided into rounds, each with a draw of its own.
package enum Rounds: Hashable, Sendable {
  /// By the calendar; the number of months from 1, 3, 6 and 12.
  case every(months: Int)
  /// So many rounds of about the same length.
  case count(Int64)
  /// First and last day of each round, in order.
  case listed([Round.Days])
  /// So many as the parameters of the draw make.
  case open(OpenRounds)
}

/// A number of rounds over the plan's parameters: `轮次 (轮数)`.
package struct OpenRounds: Hashable, Sendable {
  package let expression: TypedExpression
  /// What it can be.
  package let counts: ClosedRange<Int64>

  /// Numbers are the same if they stand at the same place.
  package static func == (a: OpenRounds, b: OpenRounds) -> Bool {
    a.expression.span == b.expression.span
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(expression.span) }
}

/// One round of a plan.
package struct Round: Hashable, Sendable {
  /// First and last day.
  package struct Days: Hashable, Sendable {
    package let from: CivilDate
    package let to: CivilDate

    package init(from: CivilDate, to: CivilDate) {
      self.from = from
      self.to = to
    }

    package func contains(_ date: CivilDate) -> Bool { from <= date && date <= to }
  }

  package let days: Days
  /// From 1, and how many rounds the plan has.
  package let number: Int
  package let count: Int
  /// The place among the rounds that begin in the same calendar year, from 0, and how many do.
  package let placeInYear: Int
  package let countInYear: Int

  package func contains(_ date: CivilDate) -> Bool { days.contains(date) }
}

extension PlanDeclaration {
  /// The rounds in order; the whole period if the plan has no others. Of an open number of rounds
  /// the fewest.
  package var allRounds: [Round] {
    let days: [Round.Days] =
      switch rounds {
      case nil: [Round.Days(from: period.from, to: period.to)]
      case .every(let months): periodByCalendar(months)
      case .count(let count): periodInParts(Int(clamping: count))
      case .open(let open): periodInParts(Int(clamping: open.counts.lowerBound))
      case .listed(let listed): listed
      }
    let years = Dictionary(grouping: days.indices) { days[$0].from.year }
    return days.indices.map { index in
      let same = years[days[index].from.year] ?? [index]
      return Round(
        days: days[index], number: index + 1, count: days.count,
        placeInYear: index - (same.first ?? index), countInYear: same.count)
    }
  }

  /// The same in so many rounds, where their number is open.
  package func inRounds(_ count: Int64) -> PlanDeclaration {
    guard case .open = rounds else { return self }
    var plan = self
    plan.rounds = .count(count)
    return plan.withRotations()
  }

  /// The round that a date lies in; nil between rounds and outside of the period.
  package func round(on date: CivilDate) -> Round? { allRounds.first { $0.contains(date) } }

  /// How many rounds there are in each calendar year; nil if that differs from year to year.
  package var yearlyRounds: Int? {
    let counts = Set(allRounds.map(\.countInYear))
    return counts.count == 1 ? counts.first : nil
  }

  /// Months, quarters, half-years or years of the calendar, cut off by the period.
  private func periodByCalendar(_ months: Int) -> [Round.Days] {
    var result: [Round.Days] = []
    var from = period.from
    while from <= period.to {
      let (year, month, _) = from.components
      let last = (month - 1) / months * months + months
      let end = CivilDate(
        year: year, month: last, day: CivilDate.lastDay(ofMonth: last, year: year))
      let to = min(end ?? period.to, period.to)
      result.append(Round.Days(from: from, to: to))
      guard let next = to.adding(days: 1) else { break }
      from = next
    }
    return result
  }

  /// Parts of whole months if the period is of whole months and has enough of them, otherwise of
  /// days. What does not come out even goes to the earlier rounds.
  private func periodInParts(_ count: Int) -> [Round.Days] {
    let count = max(1, count)
    let (first, last) = (period.from.components, period.to.components)
    let months = (last.year - first.year) * 12 + last.month - first.month + 1
    let isWhole =
      first.day == 1 && last.day == CivilDate.lastDay(ofMonth: last.month, year: last.year)
    let inMonths = isWhole && months >= count
    let units = inMonths ? months : period.from.days(to: period.to) + 1
    func start(_ part: Int) -> CivilDate? {
      let before = units / count * part + min(part, units % count)
      return inMonths ? period.from.adding(months: before) : period.from.adding(days: before)
    }
    return (0..<count).compactMap { part in
      guard let from = start(part), let to = start(part + 1)?.adding(days: -1) else {
        return start(part).map { Round.Days(from: $0, to: period.to) }
      }
      return Round.Days(from: from, to: to)
    }
  }
}
