import Quantities
import Sampling
import Semantics
import Source

extension Round.Days {
  /// As an ISO 8601 interval: `2026-03-01/2026-11-30`.
  var text: String { "\(from)/\(to)" }
}

extension Round {
  var text: String { days.text }

  /// Which part of a year's total is drawn in this round.
  var part: Allocation.Part? { Allocation.Part(placeInYear, of: countInYear) }
}

extension PlanDeclaration {
  /// The round that is drawn on a date.
  ///
  /// - Parameter span: where the date is written.
  func round(drawnOn date: CivilDate, at span: Span?) throws(Stop) -> Round {
    if let round = round(on: date) { return round }
    guard period.from <= date, date <= period.to else {
      throw .fault(drawOutsidePeriod(date, self, at: span))
    }
    throw .fault(drawBetweenRounds(date, self, at: span))
  }
}
