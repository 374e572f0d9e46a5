import Source
import Syntax

/// `+ - * /`: which kinds of numbers they join, and what comes out.
extension Checker {
  mutating func arithmetic(
    _ operation: TypedExpression.Arithmetic, _ operatorSpan: Span, _ left: Expression,
    _ right: Expression, _ span: Span
  ) -> TypedExpression {
    let (a, b) = (required(infer(left)), required(infer(right)))
    if a.type.isUnknown || b.type.isUnknown { return .unknown(at: span) }
    let sides = (Branch(value: a, syntax: left), Branch(value: b, syntax: right))
    let result: TypedExpression? =
      switch operation {
      case .add, .subtract: sum(operation, sides.0, sides.1, span)
      case .multiply: product(a, b, span)
      case .divide: quotient(a, b, span)
      }
    if let result { return result }
    let whole = Expression(
      .binary(operation.syntax, operatorSpan: operatorSpan, left, right), span)
    report(noSuchArithmetic(operation, operatorSpan, sides.0, sides.1, whole))
    return .unknown(at: span)
  }

  /// Numbers of one kind and unit. A date takes natural days, and
  /// working days by the calendar in sight; two dates differ by natural days.
  private mutating func sum(
    _ operation: TypedExpression.Arithmetic, _ left: Branch, _ right: Branch, _ span: Span
  ) -> TypedExpression? {
    switch (left.value.type, right.value.type) {
    case (.date, .duration(.naturalDays)):
      return TypedExpression(.arithmetic(operation, left.value, right.value), .date, span)
    case (.date, .duration(.workingDays)):
      return moved(left.value, by: right.value, backwards: operation == .subtract, span)
    case (.date, .date):
      guard operation == .subtract else { return nil }
      return TypedExpression(
        .arithmetic(operation, left.value, right.value), .duration(.naturalDays), span)
    default:
      guard left.value.type.isAdditive, right.value.type.isAdditive,
        let (a, b) = meet(left, right)
      else { return nil }
      return TypedExpression(.arithmetic(operation, a, b), a.type, span)
    }
  }

  /// A unit survives multiplication by an integer. A part of something (percent × number) is a
  /// decimal, a percentage of a percentage a percentage.
  private func product(
    _ left: TypedExpression, _ right: TypedExpression, _ span: Span
  ) -> TypedExpression? {
    func make(_ a: TypedExpression, _ b: TypedExpression, _ type: Type) -> TypedExpression {
      TypedExpression(.arithmetic(.multiply, a, b), type, span)
    }
    switch (left.type, right.type) {
    case (.integer, .integer): return make(left, right, .integer)
    case (.count, .integer), (.duration, .integer): return make(left, right, left.type)
    case (.integer, .count), (.integer, .duration): return make(left, right, right.type)
    case (.percent, .percent): return make(left, right, .percent)
    // Objects times visits is neither.
    case (.count, .count): return nil
    default:
      guard let a = widened(left), let b = widened(right) else { return nil }
      return make(a, b, .decimal)
    }
  }

  /// A quotient is a decimal (counts of two units give a rate); a percentage divided by a number stays one.
  private func quotient(
    _ left: TypedExpression, _ right: TypedExpression, _ span: Span
  ) -> TypedExpression? {
    func make(_ a: TypedExpression, _ b: TypedExpression, _ type: Type) -> TypedExpression {
      TypedExpression(.arithmetic(.divide, a, b), type, span)
    }
    switch (left.type, right.type) {
    case (.duration, .duration):
      guard left.type == right.type else { return nil }
      let sides = (
        TypedExpression(.widen(left), .decimal, left.span),
        TypedExpression(.widen(right), .decimal, right.span)
      )
      return make(sides.0, sides.1, .decimal)
    case (.percent, .percent): return make(left, right, .decimal)
    case (.percent, .integer), (.percent, .decimal):
      return widened(right).map { make(left, $0, .percent) }
    default:
      guard let a = widened(left), let b = widened(right) else { return nil }
      return make(a, b, .decimal)
    }
  }

  /// An integer or count as a decimal; decimals and percentages as they are.
  func widened(_ value: TypedExpression) -> TypedExpression? {
    switch value.type {
    case .integer, .count: TypedExpression(.widen(value), .decimal, value.span)
    case .decimal, .percent: value
    default: nil
    }
  }
}

extension TypedExpression.Arithmetic {
  var syntax: BinaryOperator {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    }
  }

  /// The sign, for messages.
  var sign: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "×"
    case .divide: "÷"
    }
  }
}
