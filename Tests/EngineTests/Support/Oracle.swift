import Engine
import Quantities

/// Evaluates expressions for one row, slowly and directly: the meaning that the engine is held to.
struct Oracle {
  enum Value {
    case condition(Bool)
    case integer(Int64)
    case decimal(Decimal)
    case text(String)
  }

  struct WrongSlot: Error {}

  let row: Int
  var slots: [Int: Value] = [:]

  init(row: Int) { self.row = row }

  private func fault(_ kind: Fault.Kind, _ site: Site) -> Fault {
    Fault(kind: kind, site: site, row: row)
  }

  private func with(_ bound: [BoundSlot]) throws -> Oracle {
    var inner = self
    for bound in bound {
      inner.slots[bound.slot] =
        switch bound.binding {
        case .condition(let value): .condition(try inner.answer(value))
        case .integer(let value): .integer(try inner.integer(value))
        case .decimal(let value): .decimal(try inner.decimal(value))
        case .text(let value): .text(try inner.text(value))
        }
    }
    return inner
  }

  // MARK: Conditions

  func answer(_ condition: Condition) throws -> Bool {
    switch condition {
    case .constant(let value): return value
    case .column(let column): return column[row] != 0
    case .known(let known): return known.bytes[row] != 0
    case .coded(let codes, let answers): return answers[Int(codes[row])] != 0
    case .slot(let slot):
      guard case .condition(let value) = slots[slot] else { throw WrongSlot() }
      return value
    case .and(let left, let right):
      if try !answer(left) { return false }
      return try answer(right)
    case .or(let left, let right):
      if try answer(left) { return true }
      return try answer(right)
    case .not(let condition): return try !answer(condition)
    case .choose(let condition, let then, let otherwise):
      return try answer(condition) ? try answer(then) : try answer(otherwise)
    case .compareIntegers(let comparison, let left, let right):
      return compare(comparison, try integer(left), try integer(right), by: <)
    case .compareDecimals(let comparison, let left, let right):
      return compare(comparison, try decimal(left), try decimal(right), by: <)
    case .compareTexts(let comparison, let left, let right):
      let (first, second) = (Array(try text(left).utf8), Array(try text(right).utf8))
      return compare(comparison, first, second) { $0.lexicographicallyPrecedes($1) }
    case .integerIn(let value, let set): return set.values.contains(try integer(value))
    case .decimalIn(let value, let set): return set.values.contains(try decimal(value))
    case .textIn(let value, let set): return set.contains(try text(value))
    case .textMatches(let match, let whole, let part):
      return matches(match, Array(try text(whole).utf8), Array(try text(part).utf8))
    case .bind(let bound, let body):
      return try with(bound).answer(body)
    }
  }

  private func compare<Value: Equatable>(
    _ comparison: Comparison, _ left: Value, _ right: Value, by less: (Value, Value) -> Bool
  ) -> Bool {
    switch comparison {
    case .equal: left == right
    case .notEqual: left != right
    case .less: less(left, right)
    case .lessOrEqual: !less(right, left)
    case .greater: less(right, left)
    case .greaterOrEqual: !less(left, right)
    }
  }

  private func matches(_ match: TextMatch, _ whole: [UInt8], _ part: [UInt8]) -> Bool {
    switch match {
    case .startsWith: whole.starts(with: part)
    case .endsWith: whole.reversed().starts(with: part.reversed())
    case .contains: (0...whole.count).contains { whole[$0...].starts(with: part) }
    case .withinDivision: whole.starts(with: levels(part).joined())
    }
  }

  /// The digits of a division code by levels, without the zeros at the end.
  private func levels(_ code: [UInt8]) -> [ArraySlice<UInt8>] {
    var levels: [ArraySlice<UInt8>] = []
    var rest = code[...]
    for size in [2, 2, 2, 3, 3, code.count] where !rest.isEmpty {
      levels.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    while levels.count > 1, levels[levels.count - 1].allSatisfy({ $0 == 48 }) {
      levels.removeLast()
    }
    return levels
  }

  // MARK: Integers

  func integer(_ expression: IntegerExpression) throws -> Int64 {
    switch expression {
    case .constant(let value): return value
    case .column(let column): return column[row]
    case .coded(let codes, let values): return values[Int(codes[row])]
    case .slot(let slot):
      guard case .integer(let value) = slots[slot] else { throw WrongSlot() }
      return value
    case .add(let left, let right, let site):
      return try fitting(Int128(try integer(left)) + Int128(try integer(right)), site)
    case .subtract(let left, let right, let site):
      return try fitting(Int128(try integer(left)) - Int128(try integer(right)), site)
    case .multiply(let left, let right, let site):
      return try fitting(Int128(try integer(left)) * Int128(try integer(right)), site)
    case .negate(let value, let site): return try fitting(-Int128(try integer(value)), site)
    case .absolute(let value, let site): return try fitting(abs(Int128(try integer(value))), site)
    case .choose(let condition, let then, let otherwise):
      return try answer(condition) ? try integer(then) : try integer(otherwise)
    case .year(let value): return Int64(try date(value).year)
    case .month(let value): return Int64(try date(value).month)
    case .day(let value): return Int64(try date(value).day)
    case .addDays(let value, let days, let site):
      let date = try date(value)
      let days = try integer(days)
      guard let moved = date.adding(days: Int(days)) else { throw fault(.dateOutOfRange, site) }
      return Int64(moved.dayNumber)
    case .addMonths(let value, let months, let site):
      let date = try date(value)
      let months = try integer(months)
      guard let moved = date.adding(months: Int(months)) else {
        throw fault(.dateOutOfRange, site)
      }
      return Int64(moved.dayNumber)
    case .calendar(let operation, let value, let other, let calendar, let site):
      let (day, other) = (try date(value), try integer(other))
      return try answer(operation, day, other, calendar)
        ?? { throw fault(.outsideCalendar, site) }()
    case .due(let deadline, let start, let calendars, let site):
      let (code, start) = (try integer(deadline), try date(start))
      do throws(DeadlineFault) {
        let due = try Deadline(code: code)?.due(from: start, calendars: calendars)
        return due.map { Int64($0.dayNumber) } ?? 0
      } catch {
        throw fault(.outsideCalendar, site)
      }
    case .length(let value): return Int64(try text(value).unicodeScalars.count)
    case .bind(let bound, let body): return try with(bound).integer(body)
    }
  }

  /// Goes from day to day; nil where the calendar does not know one of them.
  private func answer(
    _ operation: CalendarOperation, _ day: CivilDate, _ other: Int64,
    _ calendar: WorkingDayCalendar
  ) throws -> Int64? {
    if operation == .isWorked { return calendar.isWorkingDay(day).map { $0 ? 1 : 0 } }
    if operation == .add, other == 0 {
      return calendar.isWorkingDay(day) == nil ? nil : Int64(day.dayNumber)
    }
    let goal = operation == .between ? try date(.constant(other)) : day
    if operation == .between, goal == day { return 0 }
    let step = operation == .add ? (other < 0 ? -1 : 1) : (goal < day ? -1 : 1)
    var (here, count) = (day, Int64.zero)
    repeat {
      guard let next = here.adding(days: step), let isWorked = calendar.isWorkingDay(next) else {
        return nil
      }
      here = next
      if isWorked { count += Int64(step) }
    } while operation == .add ? count != other : here != goal
    return operation == .add ? Int64(here.dayNumber) : count
  }

  private func fitting(_ value: Int128, _ site: Site) throws -> Int64 {
    guard let value = Int64(exactly: value) else { throw fault(.overflow, site) }
    return value
  }

  private func date(_ expression: IntegerExpression) throws -> CivilDate {
    let number = try integer(expression)
    let end = number < 0 ? CivilDate.minimum : CivilDate.maximum
    return CivilDate(dayNumber: Int(number)) ?? end
  }

  // MARK: Decimals

  func decimal(_ expression: DecimalExpression) throws -> Decimal {
    switch expression {
    case .constant(let value): return value
    case .column(let column): return column.values[row]
    case .slot(let slot):
      guard case .decimal(let value) = slots[slot] else { throw WrongSlot() }
      return value
    case .integer(let value): return Decimal(try integer(value))
    case .add(let left, let right, let site):
      let (left, right) = (try decimal(left), try decimal(right))
      return try exact(site) { () throws(DecimalFault) in try left.adding(right) }
    case .subtract(let left, let right, let site):
      let (left, right) = (try decimal(left), try decimal(right))
      return try exact(site) { () throws(DecimalFault) in try left.subtracting(right) }
    case .multiply(let left, let right, let site):
      let (left, right) = (try decimal(left), try decimal(right))
      return try exact(site) { () throws(DecimalFault) in try left.multiplied(by: right) }
    case .divide(let left, let right, let site):
      let (left, right) = (try decimal(left), try decimal(right))
      return try exact(site) { () throws(DecimalFault) in try left.divided(by: right) }
    case .negate(let value): return try decimal(value).negated
    case .absolute(let value): return try decimal(value).magnitude
    case .round(let rounding, let value, let places, let site):
      let value = try decimal(value)
      let places = try inRange(try integer(places), site)
      return value.rounded(places: places, rounding: rounding)
    case .divideRounded(let rounding, let left, let right, let places, let site):
      let (left, right) = (try decimal(left), try decimal(right))
      let places = try inRange(try integer(places), site)
      return try exact(site) { () throws(DecimalFault) in
        try left.dividedRounded(by: right, places: places, rounding: rounding)
      }
    case .choose(let condition, let then, let otherwise):
      return try answer(condition) ? try decimal(then) : try decimal(otherwise)
    case .bind(let bound, let body): return try with(bound).decimal(body)
    }
  }

  private func inRange(_ places: Int64, _ site: Site) throws -> Int {
    guard places >= 0, places <= 38 else { throw fault(.placesOutOfRange, site) }
    return Int(places)
  }

  private func exact(
    _ site: Site, _ operation: () throws(DecimalFault) -> Decimal
  ) throws -> Decimal {
    do throws(DecimalFault) {
      return try operation()
    } catch {
      switch error {
      case .overflow: throw fault(.overflow, site)
      case .divisionByZero: throw fault(.divisionByZero, site)
      case .inexact: throw fault(.inexactDivision, site)
      }
    }
  }

  // MARK: Texts

  func text(_ expression: TextExpression) throws -> String {
    switch expression {
    case .constant(let value): return value
    case .column(let column): return column[row]
    case .slot(let slot):
      guard case .text(let value) = slots[slot] else { throw WrongSlot() }
      return value
    case .choose(let condition, let then, let otherwise):
      return try answer(condition) ? try text(then) : try text(otherwise)
    case .parentDivision(let value):
      let code = Array(try text(value).utf8)
      let above = levels(code).dropLast().joined()
      let zeros = Array(repeating: UInt8(48), count: code.count - above.count)
      let isCode = code.allSatisfy { 48...57 ~= $0 }
      return above.isEmpty || !isCode ? "" : String(decoding: above + zeros, as: UTF8.self)
    case .bind(let bound, let body): return try with(bound).text(body)
    }
  }
}
