import Quantities
import Semantics
import Source

/// Arithmetic and the functions of the language.
extension ReferenceEvaluator {
  func negated(_ value: Boxed, _ span: Span) throws(ReferenceFault) -> Boxed {
    switch value {
    case .integer(.min): throw ReferenceFault(.overflow, span)
    case .integer(let value): return .integer(-value)
    case .decimal(let value): return .decimal(value.negated)
    default: throw broken("the negation of no number", span)
    }
  }

  func calculate(
    _ operation: TypedExpression.Arithmetic, _ a: Boxed, _ b: Boxed, _ span: Span
  ) throws(ReferenceFault) -> Boxed {
    switch (a, b) {
    case (.integer(let a), .integer(let b)):
      let wide: Int128
      switch operation {
      case .add: wide = Int128(a) + Int128(b)
      case .subtract: wide = Int128(a) - Int128(b)
      case .multiply: wide = Int128(a) * Int128(b)
      case .divide: throw broken("a division of integers", span)
      }
      guard let result = Int64(exactly: wide) else { throw ReferenceFault(.overflow, span) }
      return .integer(result)
    case (.decimal(let a), .decimal(let b)):
      return .decimal(
        try decimal(span) { () throws(DecimalFault) in
          switch operation {
          case .add: try a.adding(b)
          case .subtract: try a.subtracting(b)
          case .multiply: try a.multiplied(by: b)
          case .divide: try a.divided(by: b)
          }
        })
    case (.date(let a), .date(let b)): return .integer(Int64(b.days(to: a)))
    case (.date(let date), .integer(let days)):
      let signed = operation == .subtract ? -Int128(days) : Int128(days)
      return try day(signed, after: date, span)
    default: throw broken("arithmetic of other kinds of values", span)
    }
  }

  private func day(
    _ days: Int128, after date: CivilDate, _ span: Span
  ) throws(ReferenceFault) -> Boxed {
    let number = Int128(date.dayNumber) + days
    guard let small = Int(exactly: number), let result = CivilDate(dayNumber: small) else {
      throw ReferenceFault(.dateOutOfRange, span)
    }
    return .date(result)
  }

  func decimal(
    _ span: Span, _ body: () throws(DecimalFault) -> Decimal
  ) throws(ReferenceFault) -> Decimal {
    do throws(DecimalFault) {
      return try body()
    } catch {
      switch error {
      case .overflow: throw ReferenceFault(.overflow, span)
      case .divisionByZero: throw ReferenceFault(.divisionByZero, span)
      case .inexact: throw ReferenceFault(.inexactDivision, span)
      }
    }
  }

  func builtin(
    _ builtin: Builtin, _ arguments: [TypedExpression], _ context: Context, _ span: Span
  ) throws(ReferenceFault) -> Boxed {
    switch builtin {
    case .roundUp: return try round(.up, arguments, context, span)
    case .roundDown: return try round(.down, arguments, context, span)
    case .roundHalfUp: return try round(.halfUp, arguments, context, span)
    default: break
    }
    let values = try evaluate(all: arguments, context)
    switch (builtin, values[0], values.count > 1 ? values[1] : .none) {
    case (.yearOf, .date(let date), _): return .integer(Int64(date.year))
    case (.monthOf, .date(let date), _): return .integer(Int64(date.month))
    case (.dayOf, .date(let date), _): return .integer(Int64(date.day))
    case (.daysBetween, .date(let a), .date(let b)): return .integer(Int64(a.days(to: b)))
    case (.addDays, .date(let date), .integer(let days)):
      return try day(Int128(days), after: date, span)
    case (.addMonths, .date(let date), .integer(let months)):
      return try month(months, after: date, span)
    case (.absolute, .integer(let value), _):
      return value < 0 ? try negated(.integer(value), span) : .integer(value)
    case (.absolute, .decimal(let value), _):
      return .decimal(value.isNegative ? value.negated : value)
    case (.length, .text(let text), _): return .integer(Int64(text.unicodeScalars.count))
    case (.contains, .text(let text), .text(let part)):
      return .bool(contains(Array(text.utf8), Array(part.utf8)))
    case (.startsWith, .text(let text), .text(let part)):
      return .bool(Array(text.utf8).prefix(part.utf8.count) == Array(part.utf8)[...])
    case (.endsWith, .text(let text), .text(let part)):
      return .bool(Array(text.utf8).suffix(part.utf8.count) == Array(part.utf8)[...])
    case (.parentDivision, .text(let text), _):
      let levels = levels(text)
      guard levels.count > 1 else { return .none }
      let above = levels.dropLast().joined()
      return .text(above + String(repeating: "0", count: text.count - above.count))
    case (.withinDivision, .text(let text), .text(let upper)):
      return .bool(text.hasPrefix(levels(upper).joined()))
    default: throw broken("a builtin with other arguments", span)
    }
  }

  private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    for start in 0...text.count where text[start...].prefix(part.count) == part[...] { return true }
    return false
  }

  /// The levels of a division code, down to the last that is not zero.
  private func levels(_ code: String) -> [String] {
    var levels: [String] = []
    var rest = code[...]
    for size in [2, 2, 2, 3, 3] where !rest.isEmpty {
      levels.append(String(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    while let last = levels.last, Int(last) == 0 { levels.removeLast() }
    return levels
  }

  /// The same day so many months later; the month's last day where it has no such day.
  private func month(
    _ months: Int64, after date: CivilDate, _ span: Span
  ) throws(ReferenceFault) -> Boxed {
    let number = Int128(date.year) * 12 + Int128(date.month - 1) + Int128(months)
    guard number >= 12, number < 120_000 else { throw ReferenceFault(.dateOutOfRange, span) }
    let (year, month) = (Int(number / 12), Int(number % 12) + 1)
    for day in [date.day, 30, 29, 28] where day <= date.day {
      if let result = CivilDate(year: year, month: month, day: day) { return .date(result) }
    }
    throw broken("a month without a last day", span)
  }

  /// A division directly inside is rounded once.
  private func round(
    _ rounding: Decimal.Rounding, _ arguments: [TypedExpression], _ context: Context, _ span: Span
  ) throws(ReferenceFault) -> Boxed {
    var parts = [arguments[0]]
    var isDivision = false
    if case .arithmetic(.divide, let left, let right) = arguments[0].kind {
      parts = [left, right]
      isDivision = true
    }
    let values = try evaluate(all: parts + [arguments[1]], context)
    guard case .integer(var places) = values[values.count - 1], case .decimal(let value) = values[0]
    else { throw broken("rounding of no number", span) }
    if arguments[0].type == .percent {
      // 12.5% is 0.125: places of percentage points are two fewer than those of the ratio.
      guard places >= 0, places <= 36 else { throw ReferenceFault(.placesOutOfRange, span) }
      places += 2
    }
    guard places >= 0, places <= 38 else { throw ReferenceFault(.placesOutOfRange, span) }
    guard isDivision else {
      return .decimal(value.rounded(places: Int(places), rounding: rounding))
    }
    guard case .decimal(let divisor) = values[1] else { throw broken("no divisor", span) }
    return .decimal(
      try decimal(span) { () throws(DecimalFault) in
        try value.dividedRounded(by: divisor, places: Int(places), rounding: rounding)
      })
  }
}
