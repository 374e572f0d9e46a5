import Quantities
import Source
import Syntax

/// How many objects a sampling clause takes.
extension Checker {
  mutating func quantity(
    _ syntax: QuantitySyntax, isOverall: Bool = false
  ) -> PlanDeclaration.Quantity? {
    let before = errorCount
    var rotation: Int64?
    if case .rotate(let length) = syntax.kind { rotation = self.rotation(length) }
    let bound = perInspector(bound(syntax), syntax)
    var fewer: Int64?
    if let expression = syntax.allWhenFewerThan {
      guard let amount = amount(expression) else { return nil }
      guard case .count(let count) = amount else {
        // A number that a parameter gives would be one, but too late.
        report(
          amount.isRatio
            ? thresholdNotCount(expression.span) : notConstant(expression.span, .threshold))
        return nil
      }
      fewer = count
    }
    guard let bound else { return nil }
    var quantity = PlanDeclaration.Quantity(
      bound: bound, allWhenFewerThan: fewer, span: syntax.span)
    quantity.isYearTotal = syntax.yearTotal != nil
    quantity.rotation = rotation
    add(syntax, to: &quantity, isOverall: isOverall)
    return errorCount == before ? quantity : nil
  }

  private mutating func bound(_ syntax: QuantitySyntax) -> PlanDeclaration.Quantity.Bound? {
    switch syntax.kind {
    case .missing: return nil
    // The share is known once the rounds are.
    case .rotate: return .exactly(.ratio(.one))
    case .all: return .all
    case .undecided: return .exactly(undecided(syntax.span))
    case .exactly(let expression): return amount(expression).map { .exactly($0) }
    case .atLeast(let expression): return amount(expression).map { .atLeast($0) }
    case .atMost(let expression): return amount(expression).map { .atMost($0) }
    case .range(let from, let to):
      let ends = (amount(from), amount(to))
      guard let low = ends.0, let high = ends.1 else { return nil }
      switch (low, high) {
      case (.ratio(let a), .ratio(let b)) where a > b:
        report(rangeReversed(from, to, low, high))
        return nil
      case (.count(let a), .count(let b)) where a > b:
        report(rangeReversed(from, to, low, high))
        return nil
      case _ where low.isRatio == high.isRatio: return .range(low, high)
      default:
        report(mixedRange(from.span.joined(to.span)))
        return nil
      }
    }
  }

  /// A ratio or a number of objects, known before anything runs.
  mutating func amount(_ syntax: Expression) -> PlanDeclaration.Quantity.Amount? {
    // Amounts are not about a row.
    let rows = scope.rows
    scope.rows = []
    defer { scope.rows = rows }
    let value = infer(syntax)
    switch value.type {
    case .percent, .count(.objects):
      if let open = openAmount(value) { return open }
    default: break
    }
    switch value.type {
    case .unknown: return nil
    case .percent:
      guard case .decimal(let ratio)? = constant(value, .amount) else { return nil }
      if ratio.isNegative || ratio > .one {
        report(ratioOutside(syntax.span))
        return nil
      }
      return .ratio(ratio)
    case .count(.objects):
      guard case .integer(let count)? = constant(value, .amount) else { return nil }
      if count < 0 {
        report(negativeAmount(syntax.span))
        return nil
      }
      return .count(count)
    default:
      report(notAnAmount(value, syntax))
      return nil
    }
  }
}
