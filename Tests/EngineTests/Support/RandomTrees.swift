import Engine
import Quantities
import TestSupport

/// Random well-typed trees over random columns. Small values and guards keep faults rare enough for
/// many trees to have none, and common enough for many to have some.
struct RandomTrees {
  var random: SplitMix64
  let conditions: [Condition]
  let integers: [IntegerExpression]
  let decimals: [DecimalExpression]
  let texts: [TextExpression]
  private var nextSite: Int32 = 0
  private var nextSlot = 0
  private var slots: [(slot: Int, binding: Binding)] = []

  init(seed: UInt64, rowCount: Int) {
    var columns = RandomColumns(seed: seed, rowCount: rowCount)
    let small = columns.integers(-3...3)
    let maybe = columns.integers(-128...127)
    conditions = [
      .column(columns.integers(0...1, missing: false)),
      .known(maybe.known ?? KnownMask(Array(repeating: 1, count: rowCount))),
    ]
    integers = [
      .column(small), .column(maybe), .column(columns.integers(-1_000...32_767)),
      .column(columns.integers(-20_000...40_000)), .column(columns.integers(-9...Int64(1) << 33)),
    ]
    decimals = [.column(columns.decimals()), .column(columns.decimals())]
    texts = [.column(columns.texts(flat: false)), .column(columns.texts(flat: true))]
    random = columns.random
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func site() -> Site {
    nextSite += 1
    return Site(nextSite)
  }

  private mutating func chance() -> Bool { number(0...1) == 0 }

  /// Twenty years, of which each first of January is off.
  private static let calendar: WorkingDayCalendar = {
    let years = (2016...2035).map { year in
      let newYear = CivilDate(year: year, month: 1, day: 1)
      return WorkingDayCalendar.Year(
        number: year, isAssumed: false, changed: newYear.map { [$0: false] } ?? [:])
    }
    guard let calendar = WorkingDayCalendar(years: years) else { preconditionFailure("no gap") }
    return calendar
  }()

  private mutating func comparison() -> Comparison {
    pick([.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual])
  }

  private mutating func constant() -> Int64 {
    number(0...30) == 0 ? pick([.min, .max]) : Int64(number(-4...4))
  }

  /// A binding whose slot the tree made by `body` may use.
  private mutating func bound<Tree>(
    _ depth: Int, _ body: (inout RandomTrees) -> Tree
  ) -> (Int, Binding, Tree) {
    let binding: Binding =
      switch number(0...3) {
      case 0: .condition(condition(depth))
      case 1: .integer(integer(depth))
      case 2: .decimal(decimal(depth))
      default: .text(text(depth))
      }
    let slot = nextSlot
    nextSlot += 1
    slots.append((slot, binding))
    let tree = body(&self)
    slots.removeLast()
    return (slot, binding, tree)
  }

  mutating func condition(_ depth: Int) -> Condition {
    guard depth > 0 else {
      let bound = slots.compactMap { slot -> Condition? in
        if case .condition = slot.binding { .slot(slot.slot) } else { nil }
      }
      return pick(conditions + bound + [.constant(Bool.random(using: &random))])
    }
    let below = depth - 1
    switch number(0...12) {
    case 0, 1: return .and(condition(below), condition(below))
    case 2, 3: return .or(condition(below), condition(below))
    case 4: return .not(condition(below))
    case 5:
      return .choose(condition(below), then: condition(below), otherwise: condition(below))
    case 6, 7: return .compareIntegers(comparison(), integer(below), integer(below))
    case 8: return .compareDecimals(comparison(), decimal(below), decimal(below))
    case 9: return .compareTexts(comparison(), text(below), text(below))
    case 10:
      let match: TextMatch = pick(TextMatch.allCases)
      return .textMatches(match, text(below), text(0))
    case 11:
      switch number(0...2) {
      case 0: return .integerIn(integer(below), IntegerSet([-2, 0, 3, 5, 70_000]))
      case 1: return .decimalIn(decimal(below), DecimalSet([1, 2, .zero]))
      default: return .textIn(text(below), TextSet(["食堂", "a", ""]))
      }
    default:
      let (slot, binding, body) = bound(below) { $0.condition(below) }
      return .bind([BoundSlot(slot, binding)], in: body)
    }
  }

  mutating func integer(_ depth: Int) -> IntegerExpression {
    guard depth > 0 else {
      let bound = slots.compactMap { slot -> IntegerExpression? in
        if case .integer = slot.binding { .slot(slot.slot) } else { nil }
      }
      return pick(integers + bound + [.constant(constant())])
    }
    let below = depth - 1
    switch number(0...14) {
    case 0: return .add(integer(below), integer(below), site())
    case 1: return .subtract(integer(below), integer(below), site())
    case 2: return .multiply(integer(below), integer(below), site())
    case 3: return .negate(integer(below), site())
    case 4: return .absolute(integer(below), site())
    case 5, 6:
      return .choose(condition(below), then: integer(below), otherwise: integer(below))
    case 7: return pick([.year(integer(below)), .month(integer(below)), .day(integer(below))])
    case 8: return .addDays(integer(0), integer(below), site())
    case 9: return .addMonths(integer(0), integer(below), site())
    case 10: return .length(text(below))
    case 12:
      let after = Deadline.Span(count: 400, unit: .workingDays)
      let codes: [IntegerExpression] = [
        .constant(Deadline(.month(year: nil, month: 11, .end)).code),
        .constant(Deadline(.after(.draw, after)).code), .constant(Deadline.openEndedCode),
        .add(.constant(Deadline.afterCode(after) + Deadline.dateOffset), integer(0), site()),
      ]
      let start = IntegerExpression.add(.constant(20_500), integer(0), site())
      return .due(pick(codes), start, [RandomTrees.calendar], site())
    case 11:
      let day = IntegerExpression.add(.constant(20_500), integer(0), site())
      let other = chance() ? day : integer(below)
      return .calendar(
        pick([.add, .between, .isWorked]), day, other, RandomTrees.calendar, site())
    default:
      let (slot, binding, body) = bound(below) { $0.integer(below) }
      return .bind([BoundSlot(slot, binding)], in: body)
    }
  }

  mutating func decimal(_ depth: Int) -> DecimalExpression {
    guard depth > 0 else {
      let bound = slots.compactMap { slot -> DecimalExpression? in
        if case .decimal = slot.binding { .slot(slot.slot) } else { nil }
      }
      return pick(decimals + bound + [.constant(Decimal(Int64(number(-3...3))))])
    }
    let below = depth - 1
    let rounding: Rounding = pick([.up, .down, .halfUp])
    switch number(0...11) {
    case 0: return .add(decimal(below), decimal(below), site())
    case 1: return .subtract(decimal(below), decimal(below), site())
    case 2: return .multiply(decimal(below), decimal(below), site())
    case 3: return .divide(decimal(below), .constant(pick([2, 4, 5])), site())
    case 4:
      // A guarded division: only rows that ask for it may fault.
      let divisor = decimal(0)
      return .choose(
        .compareDecimals(.notEqual, divisor, .constant(.zero)),
        then: .divideRounded(rounding, decimal(below), divisor, places: .constant(3), site()),
        otherwise: decimal(below))
    case 5: return pick([.negate(decimal(below)), .absolute(decimal(below))])
    case 6:
      return .round(rounding, decimal(below), places: .constant(Int64(number(-1...2))), site())
    case 7:
      return .divideRounded(rounding, decimal(below), decimal(below), places: integer(0), site())
    case 8, 9:
      return .choose(condition(below), then: decimal(below), otherwise: decimal(below))
    case 10: return .integer(integer(below))
    default:
      let (slot, binding, body) = bound(below) { $0.decimal(below) }
      return .bind([BoundSlot(slot, binding)], in: body)
    }
  }

  mutating func text(_ depth: Int) -> TextExpression {
    guard depth > 0 else {
      let bound = slots.compactMap { slot -> TextExpression? in
        if case .text = slot.binding { .slot(slot.slot) } else { nil }
      }
      return pick(texts + bound + [.constant(pick(RandomColumns.words))])
    }
    let below = depth - 1
    switch number(0...4) {
    case 0: return text(0)
    case 4: return .parentDivision(text(below))
    case 1, 2: return .choose(condition(below), then: text(below), otherwise: text(below))
    default:
      let (slot, binding, body) = bound(below) { $0.text(below) }
      return .bind([BoundSlot(slot, binding)], in: body)
    }
  }
}
