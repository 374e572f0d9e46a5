import Engine
import Semantics

extension Interpreter {
  func lowerComparison(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    switch expression.kind {
    case .compare(let comparison, let left, let right):
      let a = try lower(left, scope)
      let b = try lower(right, scope)
      return try lowerComparison(comparison, a, b, type: left.type, scope)
    case .contains(let element, let collection):
      return try lowerContains(element, in: collection, scope)
    default: throw .impossible("not a comparison")
    }
  }

  /// - Parameter type: of both sides; absence is allowed for equal and notEqual.
  private func lowerComparison(
    _ comparison: TypedExpression.Comparison, _ left: Term, _ right: Term, type: Type,
    _ scope: Scope
  ) throws(Stop) -> Term {
    if case .constant(let a) = left, case .constant(let b) = right,
      Family(type) == nil || a.isNone || b.isNone
    {
      return .constant(.bool(Datum.equal(a, b) == (comparison == .equal)))
    }
    // Lists have no place in the engine.
    guard let family = Family(type) else { throw .needsRows }
    let a = try scalar(left, family)
    let b = try scalar(right, family)
    if a.known == nil, b.known == nil {
      return try operation(
        .condition(try compare(comparison, a.value, b.value)), on: [left, right], type: .bool,
        scope)
    }
    let equal = try equalOptionals(
      try scalar(shared(left, scope), family), try scalar(shared(right, scope), family))
    return .scalar(Scalar(comparison == .equal ? equal : .not(equal)))
  }

  private func equalOptionals(_ a: Scalar, _ b: Scalar) throws(Stop) -> Condition {
    let equal = try compare(.equal, a.value, b.value)
    switch (a.known, b.known) {
    case (nil, nil): return equal
    case (let known?, nil), (nil, let known?): return .and(known, equal)
    case (let aKnown?, let bKnown?):
      return .choose(aKnown, then: .and(bKnown, equal), otherwise: .not(bKnown))
    }
  }

  func compare(
    _ comparison: TypedExpression.Comparison, _ left: Scalar.Value, _ right: Scalar.Value
  ) throws(Stop) -> Condition {
    switch (left, right) {
    case (.integer(let a), .integer(let b)):
      return .compareIntegers(Comparison(comparison), a, b)
    case (.decimal(let a), .decimal(let b)):
      return .compareDecimals(Comparison(comparison), a, b)
    case (.text(let a), .text(let b)): return .compareTexts(Comparison(comparison), a, b)
    case (.condition(let a), .condition(let b)):
      // As numbers, so that neither side is there twice.
      return .compareIntegers(Comparison(comparison), .integer(of: a), .integer(of: b))
    default: throw .impossible("a comparison of two families")
    }
  }

  private func lowerContains(
    _ element: TypedExpression, in collection: TypedExpression, _ scope: Scope
  ) throws(Stop) -> Term {
    let wanted = try lower(element, scope)
    switch collection.kind {
    case .list(let elements), .set(let elements):
      let terms = try lowerShared(elements, scope)
      if Self.constants(terms) == nil {
        let wanted = shared(wanted, scope)
        var found = Condition.constant(false)
        for term in terms {
          let equal = try lowerComparison(.equal, wanted, term, type: element.type, scope)
          found = .or(found, try condition(equal))
        }
        return .scalar(Scalar(found))
      }
    default: break
    }
    let data = try evaluateAhead(collection, scope)
    if case .constant(let datum) = wanted { return .constant(.bool(data.holds(datum))) }
    guard let family = Family(element.type), let values = data.elements else { throw .needsRows }
    let scalar = try scalar(shared(wanted, scope), family)
    let isIn = try member(scalar.value, of: values)
    guard let known = scalar.known else { return .scalar(Scalar(isIn)) }
    return .scalar(
      Scalar(
        values.contains(where: \.isNone)
          ? .or(.not(known), isIn) : .and(known, isIn)))
  }

  private func member(_ value: Scalar.Value, of data: [Datum]) throws(Stop) -> Condition {
    var constants: [TypedExpression.Constant] = []
    for case .scalar(let constant) in data where constant != .none { constants.append(constant) }
    switch value {
    case .integer(let integer):
      return .integerIn(integer, IntegerSet(constants.compactMap(\.engineInteger)))
    case .decimal(let decimal):
      return .decimalIn(
        decimal,
        DecimalSet(
          constants.compactMap {
            if case .decimal(let value) = $0 { value } else { nil }
          }))
    case .text(let text):
      return .textIn(
        text,
        TextSet(
          constants.compactMap {
            if case .text(let value) = $0 { value } else { nil }
          }))
    case .condition(let condition):
      return .choose(
        condition, then: .constant(constants.contains(.bool(true))),
        otherwise: .constant(constants.contains(.bool(false))))
    }
  }
}

extension IntegerExpression {
  /// 1 where the condition holds, else 0.
  fileprivate static func integer(of condition: Condition) -> IntegerExpression {
    if case .column(let column) = condition { return .column(column) }
    return .choose(condition, then: .constant(1), otherwise: .constant(0))
  }
}

extension Comparison {
  init(_ comparison: TypedExpression.Comparison) {
    self =
      switch comparison {
      case .equal: .equal
      case .notEqual: .notEqual
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      }
  }
}
