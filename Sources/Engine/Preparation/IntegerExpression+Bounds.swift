import Quantities

extension IntegerExpression {
  /// Between which values all results lie, as far as widths and constants tell. A result that is a
  /// fault does not count.
  var bounds: ClosedRange<Int64> {
    switch self {
    case .constant(let value): return value...value
    case .column(let column): return column.storage.bounds
    case .add(let left, let right, _):
      return spanning(left.bounds, right.bounds) { $0.addingReportingOverflow($1) } ?? .all
    case .subtract(let left, let right, _):
      return spanning(left.bounds, right.bounds) { $0.subtractingReportingOverflow($1) } ?? .all
    case .multiply(let left, let right, _):
      return spanning(left.bounds, right.bounds) { $0.multipliedReportingOverflow(by: $1) } ?? .all
    case .negate(let value, _):
      let bounds = value.bounds
      return bounds.lowerBound == .min ? .all : -bounds.upperBound...(-bounds.lowerBound)
    case .absolute(let value, _):
      let bounds = value.bounds
      if bounds.lowerBound == .min { return 0...Int64.max }
      return 0...max(abs(bounds.lowerBound), abs(bounds.upperBound))
    case .choose(_, let then, let otherwise):
      let (first, second) = (then.bounds, otherwise.bounds)
      return min(first.lowerBound, second.lowerBound)...max(first.upperBound, second.upperBound)
    case .year: return 1...9_999
    case .month: return 1...12
    case .day: return 1...31
    case .addDays, .addMonths, .due:
      return Int64(CivilDate.minimum.dayNumber)...Int64(CivilDate.maximum.dayNumber)
    case .calendar(let question, _, _, let calendar, _):
      switch question {
      case .add: return Int64(calendar.firstDay.dayNumber)...Int64(calendar.lastDay.dayNumber)
      case .between:
        let days = Int64(calendar.firstDay.days(to: calendar.lastDay)) + 1
        return -days...days
      case .isWorked: return 0...1
      }
    case .length: return 0...Int64(Int32.max)
    case .coded(_, let values): return (values.min() ?? 0)...(values.max() ?? 0)
    case .slot: return .all
    case .bind(_, let body): return body.bounds
    }
  }

  /// Whether the outermost operation, a sum, difference, product, negation or absolute value, may
  /// have a result that does not fit.
  var canOverflow: Bool {
    switch self {
    case .add(let left, let right, _):
      spanning(left.bounds, right.bounds) { $0.addingReportingOverflow($1) } == nil
    case .subtract(let left, let right, _):
      spanning(left.bounds, right.bounds) { $0.subtractingReportingOverflow($1) } == nil
    case .multiply(let left, let right, _):
      spanning(left.bounds, right.bounds) { $0.multipliedReportingOverflow(by: $1) } == nil
    case .negate(let value, _), .absolute(let value, _): value.bounds.lowerBound == .min
    case .addDays, .addMonths, .calendar, .due: true
    case .constant, .column, .slot, .choose, .year, .month, .day, .length, .coded, .bind: false
    }
  }
}

extension ClosedRange<Int64> {
  static let all = Int64.min...Int64.max
}

/// The range of an operation that is monotonic in each operand; nil if some result may not fit.
private func spanning(
  _ left: ClosedRange<Int64>, _ right: ClosedRange<Int64>,
  _ operation: (Int64, Int64) -> (Int64, Bool)
) -> ClosedRange<Int64>? {
  var lowest = Int64.max
  var highest = Int64.min
  for first in [left.lowerBound, left.upperBound] {
    for second in [right.lowerBound, right.upperBound] {
      let (result, overflow) = operation(first, second)
      if overflow { return nil }
      lowest = min(lowest, result)
      highest = max(highest, result)
    }
  }
  return lowest...highest
}
