import Quantities
import Source

/// An operation on constants that has no result.
enum ConstantFault: Hashable {
  case overflow
  case divisionByZero
  case inexactDivision
  case dateOutOfRange
  case placesOutOfRange
  /// The calendar, and the years that it has.
  case outsideCalendar(name: String, first: Int, last: Int)
}

/// Operations on constants, exact as at run time. The types have been checked: what does not fit
/// has been reported.
enum Fold {
  typealias Constant = TypedExpression.Constant
  typealias NotConstant = Checker.NotConstant

  static func negated(_ value: Constant, _ span: Span) throws(NotConstant) -> Constant {
    switch value {
    case .integer(let integer):
      let (result, overflow) = Int64.zero.subtractingReportingOverflow(integer)
      if overflow { throw .fails(.overflow, span) }
      return .integer(result)
    case .decimal(let decimal): return .decimal(decimal.negated)
    default: throw .reported
    }
  }

  static func arithmetic(
    _ operation: TypedExpression.Arithmetic, _ left: Constant, _ right: Constant, dates: Bool,
    _ span: Span
  ) throws(NotConstant) -> Constant {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): return .integer(try integers(operation, a, b, span))
    case (.decimal(let a), .decimal(let b)): return .decimal(try decimals(operation, a, b, span))
    case (.date(let a), .date(let b)): return .integer(Int64(b.days(to: a)))
    case (.date(let date), .integer(let days)):
      let (negated, overflow) = Int64.zero.subtractingReportingOverflow(days)
      let signed = operation == .subtract ? negated : days
      guard !overflow, let result = date.adding(days: Int(signed)) else {
        throw .fails(.dateOutOfRange, span)
      }
      return .date(result)
    default: throw .reported
    }
  }

  private static func integers(
    _ operation: TypedExpression.Arithmetic, _ a: Int64, _ b: Int64, _ span: Span
  ) throws(NotConstant) -> Int64 {
    let (result, overflow) =
      switch operation {
      case .add: a.addingReportingOverflow(b)
      case .subtract: a.subtractingReportingOverflow(b)
      case .multiply: a.multipliedReportingOverflow(by: b)
      case .divide: a.dividedReportingOverflow(by: b)
      }
    if overflow { throw .fails(.overflow, span) }
    return result
  }

  private static func decimals(
    _ operation: TypedExpression.Arithmetic, _ a: Decimal, _ b: Decimal, _ span: Span
  ) throws(NotConstant) -> Decimal {
    do throws(DecimalFault) {
      switch operation {
      case .add: return try a.adding(b)
      case .subtract: return try a.subtracting(b)
      case .multiply: return try a.multiplied(by: b)
      case .divide: return try a.divided(by: b)
      }
    } catch {
      throw .fails(ConstantFault(error), span)
    }
  }

  /// Places of a number; those of a percentage are of percentage points, so that the ratio has two
  /// more. What is out of range stays so.
  static func places(_ written: Int64, of type: Type) -> Int64 {
    guard type == .percent else { return written }
    return (0...36).contains(written) ? written + 2 : -1
  }

  static func divided(
    _ left: Constant, _ right: Constant, _ rounding: Decimal.Rounding, places: Int64, _ span: Span
  ) throws(NotConstant) -> Constant {
    guard case .decimal(let a) = left, case .decimal(let b) = right else { throw .reported }
    guard (0...38).contains(places) else { throw .fails(.placesOutOfRange, span) }
    do throws(DecimalFault) {
      return .decimal(try a.dividedRounded(by: b, places: Int(places), rounding: rounding))
    } catch {
      throw .fails(ConstantFault(error), span)
    }
  }

  static func rounded(
    _ value: Constant, _ rounding: Decimal.Rounding, places: Int64, _ span: Span
  ) throws(NotConstant) -> Constant {
    guard case .decimal(let decimal) = value else { throw .reported }
    guard (0...38).contains(places) else { throw .fails(.placesOutOfRange, span) }
    return .decimal(decimal.rounded(places: Int(places), rounding: rounding))
  }

  static func compare(
    _ comparison: TypedExpression.Comparison, _ a: Constant, _ b: Constant
  ) -> Bool {
    switch comparison {
    case .equal: a == b
    case .notEqual: a != b
    case .less: b > a
    case .lessOrEqual: !(a > b)
    case .greater: a > b
    case .greaterOrEqual: !(b > a)
    }
  }

  static func builtin(
    _ builtin: Builtin, _ values: [Constant], _ span: Span
  ) throws(NotConstant) -> Constant {
    switch (builtin, values.first, values.last) {
    case (.yearOf, .date(let date), _): return .integer(Int64(date.year))
    case (.monthOf, .date(let date), _): return .integer(Int64(date.month))
    case (.dayOf, .date(let date), _): return .integer(Int64(date.day))
    case (.daysBetween, .date(let a), .date(let b)): return .integer(Int64(a.days(to: b)))
    case (.addDays, .date(let date), .integer(let days)):
      guard let result = date.adding(days: Int(days)) else { throw .fails(.dateOutOfRange, span) }
      return .date(result)
    case (.addMonths, .date(let date), .integer(let months)):
      guard let result = date.adding(months: Int(months)) else {
        throw .fails(.dateOutOfRange, span)
      }
      return .date(result)
    case (.absolute, .integer(let integer), _):
      guard integer != .min else { throw .fails(.overflow, span) }
      return .integer(abs(integer))
    case (.absolute, .decimal(let decimal), _): return .decimal(decimal.magnitude)
    case (.length, .text(let text), _): return .integer(Int64(text.unicodeScalars.count))
    case (.contains, .text(let text), .text(let part)):
      return .bool(Array(text.utf8).containsBytes(Array(part.utf8)))
    case (.startsWith, .text(let text), .text(let part)):
      return .bool(text.utf8.starts(with: part.utf8))
    case (.endsWith, .text(let text), .text(let part)):
      return .bool(text.utf8.reversed().starts(with: part.utf8.reversed()))
    case (.parentDivision, .text(let text), _):
      let parent = DivisionCode.parent(of: text.utf8.span)
      return parent.isEmpty ? .none : .text(String(decoding: parent, as: UTF8.self))
    case (.withinDivision, .text(let text), .text(let upper)):
      return .bool(DivisionCode.isWithin(text.utf8.span, upper.utf8.span))
    default: throw .reported
    }
  }
}

extension ConstantFault {
  init(_ fault: DecimalFault) {
    switch fault {
    case .overflow: self = .overflow
    case .divisionByZero: self = .divisionByZero
    case .inexact: self = .inexactDivision
    }
  }
}

extension [UInt8] {
  /// Whether the bytes of another array stand somewhere in this one, in a row.
  fileprivate func containsBytes(_ part: [UInt8]) -> Bool {
    guard part.count <= count else { return false }
    return (0...(count - part.count)).contains { self[$0...].starts(with: part) }
  }
}
