import Quantities
import Semantics

extension PlanDeclaration {
  /// The rounds as lists of days, found by looking at each day of the period.
  var roundsDayByDay: [[CivilDate]] {
    let days = (period.from.dayNumber...max(period.from.dayNumber, period.to.dayNumber)).compactMap
    {
      CivilDate(dayNumber: Int($0))
    }
    func month(_ day: CivilDate) -> Int { day.year * 12 + day.month - 1 }
    switch rounds {
    case nil: return [days]
    case .every(let months): return days.runs { month($0) / months }
    case .listed(let listed): return listed.map { round in days.filter { round.contains($0) } }
    case .count, .open:
      let count =
        switch rounds {
        case .count(let count): Int(count)
        case .open(let open): Int(open.counts.lowerBound)
        default: 1
        }
      let months = days.runs(by: month)
      let isWhole =
        period.from.day == 1 && period.to.adding(days: 1)?.day == 1 && months.count >= count
      let units = isWhole ? months : days.map { [$0] }
      var result: [[CivilDate]] = []
      var rest = units[...]
      for left in (1...count).reversed() {
        // The earlier rounds are the longer ones.
        let length = (rest.count + left - 1) / left
        result.append(Array(rest.prefix(length).joined()))
        rest = rest.dropFirst(length)
      }
      return result
    }
  }
}

extension [CivilDate] {
  /// Neighbours with the same value together.
  fileprivate func runs(by value: (CivilDate) -> Int) -> [[CivilDate]] {
    reduce(into: []) { result, day in
      if let last = result.last?.last, value(last) == value(day) {
        result[result.count - 1].append(day)
      } else {
        result.append([day])
      }
    }
  }
}
