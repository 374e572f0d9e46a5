import Engine
import Quantities
import Semantics

/// The four kinds of values that columns and engine expressions have.
enum Family: Hashable {
  case condition
  /// Integers, counts, durations, dates (day numbers) and enum members (positions).
  case integer
  case decimal
  case text

  /// Of a type or of what it makes optional; nil for what no column holds.
  init?(_ type: Type) {
    switch type {
    case .bool: self = .condition
    case .integer, .count, .duration, .date, .enumeration, .deadline: self = .integer
    case .decimal, .percent: self = .decimal
    case .text, .code: self = .text
    case .optional(let wrapped):
      guard let family = Family(wrapped) else { return nil }
      self = family
    case .unknown, .record, .row, .group, .list, .set: return nil
    }
  }

  /// The value of a column's row as a constant of a type.
  static func constant(in column: Column, at row: Int, type: Type) -> TypedExpression.Constant {
    switch column {
    case .integers(let column):
      guard let value = column.integer(at: row) else { return .none }
      return constant(integer: value, type: type)
    case .decimals(let column): return column.decimal(at: row).map { .decimal($0) } ?? .none
    case .texts(let column): return column.text(at: row).map { .text($0) } ?? .none
    }
  }

  /// An integer of the engine as a constant of a type.
  static func constant(integer value: Int64, type: Type) -> TypedExpression.Constant {
    switch type {
    case .bool: .bool(value != 0)
    // The engine keeps dates within the calendar.
    case .date: CivilDate(dayNumber: Int(value)).map { .date($0) } ?? .none
    case .enumeration: .member(Int(value))
    case .optional(let wrapped): constant(integer: value, type: wrapped)
    case .unknown, .integer, .decimal, .percent, .text, .count, .duration, .code, .deadline,
      .record,
      .row, .group, .list, .set:
      .integer(value)
    }
  }
}
