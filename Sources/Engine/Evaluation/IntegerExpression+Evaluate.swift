import Quantities

extension IntegerExpression {
  /// Sets `target[i]` to the value for row `rows.lowerBound + i`; see `Condition.evaluate`.
  func evaluate(_ rows: Range<Int>, into target: inout [Int64], _ scratch: inout Scratch) {
    let count = rows.count
    switch self {
    case .constant(let value):
      set(&target, count, to: value)
    case .column(let column):
      column.copy(rows, into: &target)
    case .slot(let slot):
      scratch.read(slot, count, into: &target)
    case .coded(let codes, let values):
      look(up: codes, rows, in: values, into: &target)
    case .add(let left, let right, let site):
      Self.binary(left, right, rows, into: &target, &scratch, .overflow, site, addOverflowing)
    case .subtract(let left, let right, let site):
      Self.binary(left, right, rows, into: &target, &scratch, .overflow, site, subtractOverflowing)
    case .multiply(let left, let right, let site):
      Self.binary(left, right, rows, into: &target, &scratch, .overflow, site, multiplyOverflowing)
    case .addDays(let date, let days, let site):
      Self.binary(date, days, rows, into: &target, &scratch, .dateOutOfRange, site) {
        moveDates(&$0, $1, $2) { $0.adding(days: $1) }
      }
    case .addMonths(let date, let months, let site):
      Self.binary(date, months, rows, into: &target, &scratch, .dateOutOfRange, site) {
        moveDates(&$0, $1, $2) { $0.adding(months: $1) }
      }
    case .calendar(let question, let day, let other, let calendar, let site):
      Self.binary(day, other, rows, into: &target, &scratch, .outsideCalendar, site) {
        ask(calendar, question, &$0, $1, $2)
      }
    case .due(let deadline, let start, let calendars, let site):
      Self.binary(deadline, start, rows, into: &target, &scratch, .outsideCalendar, site) {
        endDeadlines(&$0, $1, $2, calendars)
      }
    case .negate(let value, let site):
      value.evaluate(rows, into: &target, &scratch)
      scratch.calm(&target, count, to: 0)
      if negateOverflowing(&target, count) { scratch.report(.overflow, site) }
    case .absolute(let value, let site):
      value.evaluate(rows, into: &target, &scratch)
      scratch.calm(&target, count, to: 0)
      if magnitudeOverflowing(&target, count) { scratch.report(.overflow, site) }
    case .choose(let condition, let then, let otherwise):
      Self.choose(condition, then, otherwise, rows, into: &target, &scratch)
    case .year(let date):
      date.evaluate(rows, into: &target, &scratch)
      update(&target, count) { Int64(civilDate($0).year) }
    case .month(let date):
      date.evaluate(rows, into: &target, &scratch)
      update(&target, count) { Int64(civilDate($0).month) }
    case .day(let date):
      date.evaluate(rows, into: &target, &scratch)
      update(&target, count) { Int64(civilDate($0).day) }
    case .length(let text):
      text.measure(rows, into: &target, &scratch)
    case .bind(let bound, let body):
      scratch.bind(bound, rows)
      body.evaluate(rows, into: &target, &scratch)
      scratch.unbind(bound.count)
    }
  }

  /// An operation that says whether it failed for some row.
  @inline(never)
  private static func binary(
    _ left: IntegerExpression, _ right: IntegerExpression, _ rows: Range<Int>,
    into target: inout [Int64], _ scratch: inout Scratch, _ kind: Fault.Kind, _ site: Site,
    _ operation: (inout [Int64], Int, [Int64]) -> Bool
  ) {
    left.evaluate(rows, into: &target, &scratch)
    var other = scratch.takeIntegers()
    right.evaluate(rows, into: &other, &scratch)
    scratch.calm(&target, rows.count, to: 0)
    scratch.calm(&other, rows.count, to: 0)
    if operation(&target, rows.count, other) { scratch.report(kind, site) }
    scratch.give(other)
  }

  @inline(never)
  private static func choose(
    _ condition: Condition, _ then: IntegerExpression, _ otherwise: IntegerExpression,
    _ rows: Range<Int>, into target: inout [Int64], _ scratch: inout Scratch
  ) {
    var chosen = scratch.takeMask()
    condition.evaluate(rows, into: &chosen, &scratch)
    let hits = population(chosen, rows.count)
    if hits > 0 {
      let before = scratch.narrow(rows.count, to: chosen, being: 1)
      then.evaluate(rows, into: &target, &scratch)
      scratch.restore(before)
    }
    if hits < rows.count {
      let before = scratch.narrow(rows.count, to: chosen, being: 0)
      var other = scratch.takeIntegers()
      otherwise.evaluate(rows, into: &other, &scratch)
      if hits == 0 {
        swap(&target, &other)
      } else {
        blend(&target, rows.count, where: chosen.span, otherwise: other.span)
      }
      scratch.give(other)
      scratch.restore(before)
    }
    scratch.give(chosen)
  }

  /// Sets `mask[i]` to 1 where the value satisfies the predicate.
  @inline(__always)
  func test(
    _ rows: Range<Int>, into mask: inout [UInt8], _ scratch: inout Scratch,
    _ predicate: (Int64) -> Bool
  ) {
    var values = scratch.takeIntegers()
    evaluate(rows, into: &values, &scratch)
    fill(&mask, rows.count, from: values.span) { predicate($0) ? 1 : 0 }
    scratch.give(values)
  }
}
