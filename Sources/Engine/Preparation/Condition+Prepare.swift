extension Condition {
  func prepared(_ preparation: Preparation) -> Condition {
    switch self {
    case .constant, .column, .known, .coded: return self
    case .slot(let slot):
      if case .condition(let leaf) = preparation.leaf(slot) { return leaf }
      return self
    case .and, .or: return chained(preparation)
    case .not(let condition):
      let condition = condition.prepared(preparation)
      if case .constant(let value) = condition { return .constant(!value) }
      return .not(condition)
    case .choose(let condition, let then, let otherwise):
      switch condition.prepared(preparation) {
      case .constant(true): return then.prepared(preparation)
      case .constant(false): return otherwise.prepared(preparation)
      case let chosen:
        return .choose(
          chosen, then: then.prepared(preparation), otherwise: otherwise.prepared(preparation))
      }
    case .compareIntegers(let comparison, let left, let right):
      return Self.comparing(
        comparison, left.prepared(preparation), right.prepared(preparation))
    case .compareDecimals(let comparison, let left, let right):
      return Self.comparing(
        comparison, left.prepared(preparation), right.prepared(preparation))
    case .compareTexts(let comparison, let left, let right):
      return Self.comparing(
        comparison, left.prepared(preparation), right.prepared(preparation), preparation)
    case .integerIn(let value, let set):
      let value = value.prepared(preparation)
      if case .constant(let constant) = value { return .constant(set.contains(constant)) }
      return .integerIn(value, set)
    case .decimalIn(let value, let set):
      let value = value.prepared(preparation)
      if case .constant(let constant) = value { return .constant(set.contains(constant)) }
      return .decimalIn(value, set)
    case .textIn(let text, let set):
      return text.prepared(preparation).asking(preparation) {
        set.contains($0)
      } otherwise: {
        .textIn($0, set)
      }
    case .textMatches(let match, let whole, let part):
      let whole = whole.prepared(preparation)
      let part = part.prepared(preparation)
      guard case .constant(let text) = part else { return .textMatches(match, whole, part) }
      return whole.asking(preparation) {
        match.holds($0, text.utf8.span)
      } otherwise: {
        .textMatches(match, $0, part)
      }
    case .bind(let bound, let body):
      let (kept, inner) = preparation.binding(bound)
      return kept.isEmpty ? body.prepared(inner) : .bind(kept, in: body.prepared(inner))
    }
  }
}

// MARK: Comparisons

extension Condition {
  private static func comparing(
    _ comparison: Comparison, _ left: IntegerExpression, _ right: IntegerExpression
  ) -> Condition {
    switch (left, right) {
    case (.constant(let first), .constant(let second)):
      return .constant(comparison.holds(first < second ? -1 : first == second ? 0 : 1))
    case (.constant, _):
      return comparing(comparison.flipped, right, left)
    case (.add(let value, .constant(let added), _), .constant(let bound)),
      (.add(.constant(let added), let value, _), .constant(let bound)):
      guard !left.canOverflow, let moved = bound.subtracting(added) else { break }
      return comparing(comparison, value, .constant(moved))
    case (.subtract(let value, .constant(let taken), _), .constant(let bound)):
      guard !left.canOverflow, let moved = bound.adding(taken) else { break }
      return comparing(comparison, value, .constant(moved))
    case (.subtract(.constant(let whole), let value, _), .constant(let bound)):
      guard !left.canOverflow, let moved = whole.subtracting(bound) else { break }
      return comparing(comparison.flipped, value, .constant(moved))
    default: break
    }
    return .compareIntegers(comparison, left, right)
  }

  private static func comparing(
    _ comparison: Comparison, _ left: DecimalExpression, _ right: DecimalExpression
  ) -> Condition {
    switch (left, right) {
    case (.constant(let first), .constant(let second)):
      .constant(comparison.holds(first < second ? -1 : first == second ? 0 : 1))
    case (.constant, _): .compareDecimals(comparison.flipped, right, left)
    default: .compareDecimals(comparison, left, right)
    }
  }

  private static func comparing(
    _ comparison: Comparison, _ left: TextExpression, _ right: TextExpression,
    _ preparation: Preparation
  ) -> Condition {
    if case .constant(let text) = right {
      return left.asking(preparation) {
        comparison.holds(orderBytes($0, text.utf8.span))
      } otherwise: {
        .compareTexts(comparison, $0, right)
      }
    }
    if case .constant = left {
      return comparing(comparison.flipped, right, left, preparation)
    }
    return .compareTexts(comparison, left, right)
  }
}

extension Int64 {
  fileprivate func adding(_ other: Int64) -> Int64? {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? nil : sum
  }

  fileprivate func subtracting(_ other: Int64) -> Int64? {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? nil : difference
  }
}
