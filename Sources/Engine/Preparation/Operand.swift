/// The operands of any expression, so that what only counts or asks need not name each operation.
enum Operand {
  case condition(Condition)
  case integer(IntegerExpression)
  case decimal(DecimalExpression)
  case text(TextExpression)

  init(_ binding: Binding) {
    switch binding {
    case .condition(let value): self = .condition(value)
    case .integer(let value): self = .integer(value)
    case .decimal(let value): self = .decimal(value)
    case .text(let value): self = .text(value)
    }
  }

  var operands: [Operand] {
    switch self {
    case .condition(let value): value.operands
    case .integer(let value): value.operands
    case .decimal(let value): value.operands
    case .text(let value): value.operands
    }
  }

  /// Whether the operation itself, its operands aside, may fault.
  var canFaultItself: Bool {
    switch self {
    case .integer(let value): value.canOverflow
    case .decimal(let value):
      switch value {
      case .add, .subtract, .multiply, .divide, .round, .divideRounded: true
      case .constant, .column, .slot, .integer, .negate, .absolute, .choose, .bind: false
      }
    case .condition, .text: false
    }
  }

  /// Roughly what the operation itself costs for a row, in tenths of a nanosecond.
  var ownCost: Int {
    switch self {
    case .condition(let condition):
      switch condition {
      case .compareTexts, .textIn, .textMatches: 200
      case .compareDecimals, .decimalIn: 40
      case .coded, .integerIn: 5
      default: 2
      }
    case .integer(let value):
      switch value {
      case .year, .month, .day, .addDays, .addMonths, .calendar, .due: 40
      case .length: 200
      default: 3
      }
    case .decimal(let value):
      switch value {
      case .constant, .column, .slot: 10
      case .divide, .divideRounded, .round: 500
      default: 100
      }
    case .text: 50
    }
  }

  /// The operation and all below it.
  func sum(_ value: (Operand) -> Int) -> Int {
    var waiting = [self]
    var total = 0
    while let next = waiting.popLast() {
      total += value(next)
      waiting += next.operands
    }
    return total
  }
}

extension Condition {
  /// Operations in the tree: what a row costs in steps.
  var nodeCount: Int { Operand.condition(self).sum { _ in 1 } }
  var nodeCost: Int { Operand.condition(self).sum(\.ownCost) }
  /// Whether evaluation may report a fault for some row; false only where it cannot.
  var canFault: Bool { Operand.condition(self).sum { $0.canFaultItself ? 1 : 0 } > 0 }

  var operands: [Operand] {
    switch self {
    case .constant, .column, .known, .slot, .coded: []
    case .and(let left, let right), .or(let left, let right):
      [.condition(left), .condition(right)]
    case .not(let condition): [.condition(condition)]
    case .choose(let condition, let then, let otherwise):
      [.condition(condition), .condition(then), .condition(otherwise)]
    case .compareIntegers(_, let left, let right): [.integer(left), .integer(right)]
    case .compareDecimals(_, let left, let right): [.decimal(left), .decimal(right)]
    case .compareTexts(_, let left, let right): [.text(left), .text(right)]
    case .integerIn(let value, _): [.integer(value)]
    case .decimalIn(let value, _): [.decimal(value)]
    case .textIn(let text, _): [.text(text)]
    case .textMatches(_, let whole, let part): [.text(whole), .text(part)]
    case .bind(let bound, let body): bound.map { Operand($0.binding) } + [.condition(body)]
    }
  }
}

extension IntegerExpression {
  /// Operations in the tree: what a row costs in steps.
  var nodeCount: Int { Operand.integer(self).sum { _ in 1 } }

  var operands: [Operand] {
    switch self {
    case .constant, .column, .slot, .coded: []
    case .add(let left, let right, _), .subtract(let left, let right, _),
      .multiply(let left, let right, _), .addDays(let left, let right, _),
      .addMonths(let left, let right, _), .calendar(_, let left, let right, _, _),
      .due(let left, let right, _, _):
      [.integer(left), .integer(right)]
    case .negate(let value, _), .absolute(let value, _), .year(let value), .month(let value),
      .day(let value):
      [.integer(value)]
    case .choose(let condition, let then, let otherwise):
      [.condition(condition), .integer(then), .integer(otherwise)]
    case .length(let text): [.text(text)]
    case .bind(let bound, let body): bound.map { Operand($0.binding) } + [.integer(body)]
    }
  }
}

extension DecimalExpression {
  /// Operations in the tree: what a row costs in steps.
  var nodeCount: Int { Operand.decimal(self).sum { _ in 1 } }

  var operands: [Operand] {
    switch self {
    case .constant, .column, .slot: []
    case .integer(let value): [.integer(value)]
    case .add(let left, let right, _), .subtract(let left, let right, _),
      .multiply(let left, let right, _), .divide(let left, let right, _):
      [.decimal(left), .decimal(right)]
    case .negate(let value), .absolute(let value): [.decimal(value)]
    case .round(_, let value, let places, _): [.decimal(value), .integer(places)]
    case .divideRounded(_, let left, let right, let places, _):
      [.decimal(left), .decimal(right), .integer(places)]
    case .choose(let condition, let then, let otherwise):
      [.condition(condition), .decimal(then), .decimal(otherwise)]
    case .bind(let bound, let body): bound.map { Operand($0.binding) } + [.decimal(body)]
    }
  }
}

extension TextExpression {
  /// Operations in the tree: what a row costs in steps.
  var nodeCount: Int { Operand.text(self).sum { _ in 1 } }

  var operands: [Operand] {
    switch self {
    case .constant, .column, .slot: []
    case .choose(let condition, let then, let otherwise):
      [.condition(condition), .text(then), .text(otherwise)]
    case .parentDivision(let text): [.text(text)]
    case .bind(let bound, let body): bound.map { Operand($0.binding) } + [.text(body)]
    }
  }
}
