import Quantities
import Source
import Syntax

/// Values written out: what fits, and which days exist.
extension Checker {
  mutating func literal(_ literal: Literal, _ span: Span, _ hint: Type?) -> TypedExpression {
    switch literal {
    case .integer(let digits): return integer(digits, .integer, span)
    case .decimal(let digits):
      return decimal(digits, scale: .one, .decimal, span)
    case .percent(let digits):
      return decimal(digits, scale: Checker.hundredth, .percent, span)
    case .perMille(let digits):
      return decimal(digits, scale: Checker.thousandth, .percent, span)
    case .counted(let digits, let keyword):
      guard let unit = CountingUnit(keyword) else { return .unknown(at: span) }
      return integer(digits, .count(unit), span)
    case .duration(let digits, .years): return years(digits, span)
    case .duration(let digits, let keyword):
      guard let unit = DurationUnit(keyword) else {
        report(bareDays(span, number: digits))
        return .unknown(at: span)
      }
      return integer(digits, .duration(unit), span)
    case .text(let text): return TypedExpression(.constant(.text(text)), .text, span)
    case .date(let text):
      guard let date = CivilDate(text) else {
        report(noSuchDay(text, span))
        return .unknown(at: span)
      }
      return TypedExpression(.constant(.date(date)), .date, span)
    case .boolean(let value): return TypedExpression(.constant(.bool(value)), .bool, span)
    case .none: return none(span, hint)
    }
  }

  /// `无`, of the optional type that is wanted, if one is.
  private mutating func none(_ span: Span, _ hint: Type?) -> TypedExpression {
    guard let hint, hint.isOptional, !hint.hasUnknown else {
      unsettled[span] = .noneWithoutType
      return TypedExpression(.constant(.none), .optional(.unknown), span)
    }
    return TypedExpression(.constant(.none), hint, span)
  }

  /// `3年`: as many months as it has.
  private mutating func years(_ digits: String, _ span: Span) -> TypedExpression {
    guard let years = Int64(digits),
      case (let months, false) = years.multipliedReportingOverflow(by: 12)
    else { return integer(digits, .duration(.months), span) }
    return TypedExpression(.constant(.integer(months)), .duration(.months), span)
  }

  private mutating func integer(_ digits: String, _ type: Type, _ span: Span) -> TypedExpression {
    if let value = Int64(digits) { return TypedExpression(.constant(.integer(value)), type, span) }
    if digits.contains(".") {
      report(notWhole(digits, program.words(for: type), span))
    } else {
      report(integerTooLarge(digits, span))
    }
    return .unknown(at: span)
  }

  private mutating func decimal(
    _ digits: String, scale: Decimal, _ type: Type, _ span: Span
  ) -> TypedExpression {
    guard let written = Decimal(digits), let value = try? written.multiplied(by: scale) else {
      report(decimalTooLong(digits, span))
      return .unknown(at: span)
    }
    return TypedExpression(.constant(.decimal(value)), type, span)
  }

  private static let hundredth = Decimal("0.01") ?? .zero
  private static let thousandth = Decimal("0.001") ?? .zero

  /// `-x`. The smallest integer is written as the negation of a number that alone does not fit.
  mutating func negation(_ operand: Expression, _ span: Span, _ hint: Type?) -> TypedExpression {
    if case .literal(.integer(let digits)) = operand.kind, let value = Int64("-" + digits) {
      return TypedExpression(.constant(.integer(value)), .integer, span)
    }
    let value = required(infer(operand, hint: hint))
    guard value.type.isUnknown || value.type.isAdditive else {
      report(cannotNegate(value))
      return .unknown(at: span)
    }
    return TypedExpression(.negate(value), value.type, span)
  }
}
