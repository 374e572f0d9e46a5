import Quantities
import Source
import Syntax

/// The `轮次` clause of a plan.
extension Checker {
  /// More rounds than this are hardly meant.
  private static let mostRounds: Int64 = 366

  /// - Parameter times: gets what is said about the times of each listed round.
  mutating func rounds(
    of item: PlanItem, in period: (from: CivilDate, to: CivilDate), _ times: inout TimeDraft
  ) -> Rounds? {
    for clause in item.clauses {
      guard case .rounds(let syntax) = clause.kind else { continue }
      let (rounds, own) = reading(clause.span) { $0.rounds(syntax, clause, in: period) }
      times.rounds = own
      return rounds
    }
    return nil
  }

  private mutating func rounds(
    _ syntax: RoundsSyntax, _ clause: PlanClause, in period: (from: CivilDate, to: CivilDate)
  ) -> (Rounds?, [TimeDraft]) {
    switch syntax {
    case .every(let rhythm): (Checker.rounds(every: rhythm), [])
    case .count(let count): (rounds(count, in: period), [])
    case .listed(let listed): rounds(listed, clause, in: period)
    }
  }

  private static func rounds(every rhythm: Keyword) -> Rounds? {
    switch rhythm {
    case .monthly: .every(months: 1)
    case .quarterly: .every(months: 3)
    case .halfYearly: .every(months: 6)
    case .yearly: .every(months: 12)
    default: nil
    }
  }

  private mutating func rounds(
    _ syntax: Expression, in period: (from: CivilDate, to: CivilDate)
  ) -> Rounds? {
    let value = check(syntax, as: .integer)
    if value.mentionsLocals { return openRounds(value, in: period) }
    guard case .integer(let count)? = constant(value, .amount) else { return nil }
    if count < 1 {
      report(countTooSmall(syntax.span))
      return nil
    }
    let days = period.from.days(to: period.to) + 1
    if days > 0, count > min(Int64(days), Checker.mostRounds) {
      report(tooManyRounds(count, days, syntax.span))
      return nil
    }
    return .count(count)
  }

  /// As many as parameters say: whatever they are, they fit the period.
  private mutating func openRounds(
    _ value: TypedExpression, in period: (from: CivilDate, to: CivilDate)
  ) -> Rounds? {
    if value.type.isUnknown { return nil }
    let bounds = ParameterBounds(withConstants(value), parameters)
    guard let least = bounds.least?.wholeNumber, let most = bounds.greatest?.wholeNumber else {
      report(roundsWithoutRange(value, parameters))
      return nil
    }
    let days = period.from.days(to: period.to) + 1
    if least < 1 {
      report(roundsMayBeTooFew(value, parameters, least))
    } else if days > 0, most > min(Int64(days), Checker.mostRounds) {
      report(tooManyRounds(most, days, value.span, parameters.ranges(of: value)))
    } else {
      return .open(OpenRounds(expression: value, counts: least...max(least, most)))
    }
    return nil
  }

  /// Rounds stand in order, apart from each other and inside of the period.
  private mutating func rounds(
    _ syntax: [RoundSyntax], _ clause: PlanClause, in period: (from: CivilDate, to: CivilDate)
  ) -> (Rounds?, [TimeDraft]) {
    var listed: [(days: Round.Days, span: Span)] = []
    var times: [TimeDraft] = []
    var isSound = true
    for round in syntax {
      let (from, to) = round.days
      let window = round.window.flatMap { window in
        self.period(window.from, window.to).map {
          ($0.from, $0.to, window.from.span.joined(window.to.span))
        }
      }
      let completion = round.completion.flatMap { self.completion($0) }
      guard let (first, last) = self.period(from, to), first <= last else {
        isSound = false
        continue
      }
      let span = from.span.joined(to.span)
      if first < period.from || last > period.to, period.from <= period.to {
        report(roundOutsidePeriod(period, span))
        isSound = false
      } else if let before = listed.last, first <= before.days.to {
        report(roundTooEarly(before.days, before.span, span))
        isSound = false
      }
      listed.append((Round.Days(from: first, to: last), span))
      var own = TimeDraft(period: (first, last, span), window: window, completion: completion)
      own.lastDay = period.to
      times.append(own)
    }
    if syntax.isEmpty, !parserReported(inside: clause.span) { report(noRounds(clause.span)) }
    return isSound && !listed.isEmpty ? (.listed(listed.map(\.days)), times) : (nil, [])
  }
}
