import Quantities

/// The date of a day number; one outside the years 0001 to 9999, which no date of the language has,
/// is taken as the nearer end, so that garbage in rows that are not asked for cannot trap.
@inline(__always)
func civilDate(_ dayNumber: Int64) -> CivilDate {
  CivilDate(dayNumber: Int(dayNumber))
    ?? (dayNumber < 0 ? CivilDate.minimum : CivilDate.maximum)
}

/// Day numbers plus days or months; returns whether some date left the years 0001 to 9999.
@inline(__always)
func moveDates(
  _ dates: inout [Int64], _ count: Int, _ steps: [Int64],
  _ move: (CivilDate, Int) -> CivilDate?
) -> Bool {
  var failed = false
  combine(&dates, count, with: steps.span) { date, steps in
    guard let moved = move(civilDate(date), Int(steps)) else {
      failed = true
      return 0
    }
    return Int64(moved.dayNumber)
  }
  return failed
}
