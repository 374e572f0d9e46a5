import Source
import Syntax

/// Comparisons, `属于`, and `??`.
extension Checker {
  mutating func comparison(
    _ comparison: TypedExpression.Comparison, _ operatorSpan: Span, _ left: Expression,
    _ right: Expression, _ span: Span
  ) -> TypedExpression {
    if left.isNoneLiteral || right.isNoneLiteral {
      return absence(comparison, operatorSpan, left, right, span)
    }
    var (a, b) = sides(left, right)
    if a.type.isUnknown || b.type.isUnknown { return .unknown(at: span, .bool) }
    let testsEquality = comparison == .equal || comparison == .notEqual
    if !testsEquality { (a, b) = (required(a), required(b)) }
    let isOptional = a.type.isOptional || b.type.isOptional
    let inner = (
      Branch(value: retyped(a, a.type.unwrapped), syntax: left),
      Branch(value: retyped(b, b.type.unwrapped), syntax: right)
    )
    guard let met = meet(inner.0, inner.1) else {
      report(cannotCompare(operatorSpan, inner.0, inner.1))
      return .unknown(at: span, .bool)
    }
    if met.left.type.isUnknown || met.right.type.isUnknown { return .unknown(at: span, .bool) }
    let type = met.left.type
    guard testsEquality ? type.isEquatable : isOrdered(type) else {
      report(testsEquality ? noEquality(operatorSpan, type) : noOrder(operatorSpan, type))
      return .unknown(at: span, .bool)
    }
    guard isOptional else {
      return TypedExpression(.compare(comparison, met.left, met.right), .bool, span)
    }
    let (first, second) = (lifted(met.left, from: a), lifted(met.right, from: b))
    return TypedExpression(.compare(comparison, first, second), .bool, span)
  }

  /// The two sides, each inferred with the help of the other.
  private mutating func sides(
    _ left: Expression, _ right: Expression
  ) -> (TypedExpression, TypedExpression) {
    if isBareMember(left) && !isBareMember(right) {
      let b = infer(right)
      return (infer(left, hint: b.type), b)
    }
    let a = infer(left)
    return (a, infer(right, hint: a.type))
  }

  /// A side of an equality as an optional: what was one before its type was looked at is still.
  private func lifted(_ met: TypedExpression, from original: TypedExpression) -> TypedExpression {
    if original.type.isOptional {
      return original.type.unwrapped == met.type
        ? original : retyped(original, .optional(met.type))
    }
    return TypedExpression(.some(met), .optional(met.type), met.span)
  }

  /// `x == 无`
  private mutating func absence(
    _ comparison: TypedExpression.Comparison, _ operatorSpan: Span, _ left: Expression,
    _ right: Expression, _ span: Span
  ) -> TypedExpression {
    guard comparison == .equal || comparison == .notEqual else {
      report(noOrder(operatorSpan, .optional(.unknown)))
      return .unknown(at: span, .bool)
    }
    let value = infer(right.isNoneLiteral ? left : right)
    if value.type.isUnknown { return .unknown(at: span, .bool) }
    guard case .optional = value.type else {
      report(neverAbsent(value))
      return .unknown(at: span, .bool)
    }
    let isNone = TypedExpression(.isNone(value), .bool, span)
    return comparison == .equal ? isNone : TypedExpression(.not(isNone), .bool, span)
  }

  /// Whether values of a type have an order that the language knows.
  func isOrdered(_ type: Type) -> Bool {
    switch type {
    case .integer, .decimal, .percent, .text, .date, .count, .duration, .code: true
    case .enumeration(let id): program.enumerations[id.index].isOrdered
    default: false
    }
  }

  /// `x 属于 [A, B]`
  mutating func membership(_ left: Expression, _ right: Expression, _ span: Span) -> TypedExpression
  {
    var element: TypedExpression
    let collection: TypedExpression
    if isBareMember(left) {
      collection = infer(right)
      element = infer(left, hint: collection.type.element)
    } else {
      element = required(infer(left))
      collection = infer(right, hint: .list(element.type))
    }
    if element.type.isUnknown || collection.type.isUnknown { return .unknown(at: span, .bool) }
    guard let type = collection.type.element else {
      report(notACollection(collection))
      return .unknown(at: span, .bool)
    }
    guard type.isScalar || type.isUnknown else {
      report(noEquality(right.span, type))
      return .unknown(at: span, .bool)
    }
    element = convert(required(element), to: type, left)
    if type.isUnknown { unsettled[right.span] = nil }
    return TypedExpression(.contains(element, in: collection), .bool, span)
  }

  /// `a ?? b`
  mutating func coalesce(
    _ left: Expression, _ right: Expression, _ span: Span, _ wanted: Wanted
  ) -> TypedExpression {
    var hint: Type?
    switch wanted {
    case .inferred(let type): hint = type
    case .required(let type): hint = type
    }
    let first = infer(left, hint: hint.map { .optional($0.unwrapped) })
    if first.type.isUnknown { return .unknown(at: span) }
    guard case .optional(let inner) = first.type, !inner.isUnknown else {
      report(neverAbsent(first))
      return .unknown(at: span)
    }
    let second = infer(right, hint: hint ?? inner)
    let type: Type = second.type.isOptional ? .optional(inner) : inner
    let fallback = convert(second, to: type, right)
    let whole = Expression(.missing, span)
    let value = TypedExpression(.coalesce(first, fallback), type, span)
    if case .required(let type) = wanted { return convert(value, to: type, whole) }
    return value
  }
}

extension Expression {
  var isNoneLiteral: Bool {
    if case .literal(.none) = kind { true } else { false }
  }
}

extension TypedExpression {
  /// What stands for an expression whose mistake has been reported, where its type is sure.
  static func unknown(at span: Span, _ type: Type) -> TypedExpression {
    TypedExpression(.constant(.bool(false)), type, span)
  }
}
