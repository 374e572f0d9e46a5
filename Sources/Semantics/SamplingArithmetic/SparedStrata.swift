import Quantities

/// Which strata may have objects that a clause about earlier draws is not for.
extension PlanDeclaration {
  /// Whether a condition may hold for an object of a stratum. Known to be false only where the
  /// condition names values of what the strata are made by, all of which belong to others.
  func mayHold(_ condition: TypedExpression?, in stratum: Int) -> Bool {
    guard let condition else { return false }
    guard let (field, values) = condition.namedValues,
      let position = sampling.by.firstIndex(where: { $0.ownField == field })
    else { return true }
    return values.contains { value in
      guard sampling.strata[stratum].patterns[position].matches(value) ?? true else { return false }
      // Whether an earlier stratum takes all objects of the value.
      return !sampling.strata[..<stratum].contains { earlier in
        earlier.patterns.indices.allSatisfy { index in
          if index == position { return earlier.patterns[index].matches(value) == true }
          if case .any = earlier.patterns[index] { return true }
          return false
        }
      }
    }
  }
}

extension TypedExpression {
  /// The field of the row that it is.
  fileprivate var ownField: Int? {
    if case .field(let field, depth: 0) = kind { return field }
    return nil
  }

  private var constant: Constant? {
    if case .constant(let constant) = kind { return constant }
    return nil
  }

  /// The field whose values are named, and which: of `信用 == D`, `信用 属于 {C, D}`, and of several
  /// of these with `或`.
  fileprivate var namedValues: (field: Int, values: [Constant])? {
    switch kind {
    case .compare(.equal, let a, let b):
      if let field = a.ownField, let value = b.constant { return (field, [value]) }
      if let field = b.ownField, let value = a.constant { return (field, [value]) }
      return nil
    case .contains(let element, in: let several):
      guard let field = element.ownField else { return nil }
      switch several.kind {
      case .list(let elements), .set(let elements):
        let values = elements.compactMap(\.constant)
        return values.count == elements.count ? (field, values) : nil
      default: return nil
      }
    case .or(let a, let b):
      guard let a = a.namedValues, let b = b.namedValues, a.field == b.field else { return nil }
      return (a.field, a.values + b.values)
    default: return nil
    }
  }
}

extension TypedPattern {
  /// Whether a value fits; nil where that is not looked into.
  fileprivate func matches(_ value: TypedExpression.Constant) -> Bool? {
    switch self {
    case .any: true
    case .none: value == .none
    case .equal(let constant): constant == value
    case .compare(let comparison, let constant):
      value.order.flatMap { a in constant.order.map { comparison.holds(a, $0) } }
    case .range(let low, let high):
      value.order.flatMap { value in
        low.order.flatMap { low in high.order.map { low <= value && value <= $0 } }
      }
    case .alternatives(let several):
      several.contains { $0.matches(value) == true }
        ? true : several.contains { $0.matches(value) == nil } ? nil : false
    case .not(let pattern): pattern.matches(value).map { !$0 }
    }
  }
}

extension TypedExpression.Constant {
  /// Its place among values of its type, of types that numbers stand for.
  fileprivate var order: Int64? {
    switch self {
    case .integer(let value): value
    case .member(let place): Int64(place)
    default: nil
    }
  }
}

extension TypedExpression.Comparison {
  fileprivate func holds(_ a: Int64, _ b: Int64) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }
}
