import Source
import Syntax

/// What a quantity says besides its bound: see `QuantityAdditions`.
extension Checker {
  /// The inspectors of a plan, for quantities that are counted by them.
  enum InspectorCount {
    case number(Int64)
    /// Several departments say how many they have, and the lead is none of them.
    case ambiguous
  }

  /// `每名检查人员 10户`: as many times as there are inspectors.
  mutating func perInspector(
    _ bound: PlanDeclaration.Quantity.Bound?, _ syntax: QuantitySyntax
  ) -> PlanDeclaration.Quantity.Bound? {
    guard let bound, let span = syntax.additions.perInspector else { return bound }
    guard case .number(let inspectors)? = inspectorCount else {
      report(inspectorsUnknown(span, isAmbiguous: inspectorCount != nil))
      return nil
    }
    func times(_ amount: PlanDeclaration.Quantity.Amount) -> PlanDeclaration.Quantity.Amount? {
      guard case .count(let count) = amount else { return nil }
      let (product, overflow) = count.multipliedReportingOverflow(by: inspectors)
      return overflow ? nil : .count(product)
    }
    let result: PlanDeclaration.Quantity.Bound? =
      switch bound {
      case .all: nil
      case .exactly(let amount): times(amount).map { .exactly($0) }
      case .atLeast(let amount): times(amount).map { .atLeast($0) }
      case .atMost(let amount): times(amount).map { .atMost($0) }
      case .range(let low, let high):
        if let low = times(low), let high = times(high) { .range(low, high) } else { nil }
      }
    if result == nil { report(quantityImpossible(span, .perInspectorWantsObjects)) }
    return result
  }

  /// Everything behind the bound. The rows of the registry are in scope.
  mutating func add(
    _ syntax: QuantitySyntax, to quantity: inout PlanDeclaration.Quantity, isOverall: Bool
  ) {
    let additions = syntax.additions
    if let count = additions.count { quantity.agreedCount = agreedCount(count, quantity.bound) }
    if let bound = additions.bound { quantity.label = written(bound) }
    for alternative in additions.alternatives {
      guard var other = self.quantity(alternative) else { continue }
      other.label = written(alternative.span)
      quantity.alternatives.append(other)
    }
    if isOverall {
      let part =
        additions.subquotas.first?.span ?? additions.covering?.span
        ?? additions.layers.first?.span ?? additions.rotation?.span
      if let part { report(quantityImpossible(part, .overallWithoutParts)) }
      return
    }
    for subquota in additions.subquotas {
      let condition = check(subquota.condition, as: .bool)
      guard let own = self.quantity(subquota.quantity) else { continue }
      quantity.subquotas.append(
        PlanDeclaration.Subquota(
          condition: condition, label: written(subquota.condition.span), quantity: own))
    }
    if let covering = additions.covering {
      quantity.covering = PlanDeclaration.Covering(
        expression: stratifier(covering, mayBeAbsent: true), label: written(covering.span),
        span: covering.span)
    }
    if let length = additions.rotation {
      quantity.horizon = rotation(length).map {
        HistoryRules.Rotation(months: $0, span: length.span)
      }
    }
    for layer in additions.layers {
      guard let amount = amount(layer) else { continue }
      quantity.layers.append(PlanDeclaration.Layer(amount: amount, span: layer.span))
    }
  }

  /// `10%(20户)`, `全部(9户)`: a ratio before the parentheses, a number of objects in them.
  private mutating func agreedCount(
    _ syntax: Expression, _ bound: PlanDeclaration.Quantity.Bound
  ) -> Int64? {
    guard let amount = amount(syntax) else { return nil }
    if case .count(let count) = amount {
      switch bound {
      case .exactly(.count), .atLeast(.count), .atMost(.count), .range(.count, _): break
      default: return count
      }
    }
    report(quantityImpossible(syntax.span, .ratioThenCount))
    return nil
  }

  /// `按 信用 递增`: by one value, of an ordered enumeration.
  mutating func rising(
    _ syntax: SampleSyntax, _ by: [TypedExpression]
  ) -> PlanDeclaration.Rising? {
    guard let span = syntax.rising, let first = by.first, !first.type.isUnknown else { return nil }
    guard by.count == 1, case .enumeration(let id) = first.type,
      program.enumerations[id.index].isOrdered
    else {
      report(quantityImpossible(span, .risingWantsOrder))
      return nil
    }
    return PlanDeclaration.Rising(
      members: program.enumerations[id.index].members.map(\.text), span: span)
  }
}
