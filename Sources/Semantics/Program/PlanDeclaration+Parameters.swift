package import Source
import Syntax

extension PlanDeclaration {
  /// The values of the parameters, in their order: those that are given, else the plan's own.
  ///
  /// - Parameters:
  ///   - given: by the index of the parameter; may be shorter than there are parameters.
  ///   - wanted: what is to be worked out with them, if not all are needed.
  package func values(
    _ given: [ParameterValue?], for wanted: TypedExpression? = nil
  ) throws(Diagnostic) -> [TypedExpression.Constant] {
    var values: [TypedExpression.Constant] = []
    var missing: [Parameter] = []
    for (index, parameter) in parameters.enumerated() {
      let own = given.indices.contains(index) ? given[index] : nil
      guard let value = own?.constant ?? parameter.value else {
        if wanted?.mentions(LocalID(index)) ?? true { missing.append(parameter) }
        values.append(.none)
        continue
      }
      if !parameter.allows(value) {
        throw parameterOutOfRange(parameter, value, at: own?.span ?? parameter.name.span)
      }
      values.append(value)
    }
    if !missing.isEmpty { throw parametersUnbound(missing, self) }
    return values
  }

  /// What has to be evaluated with the parameters before the plan can be resolved.
  package var openExpressions: [TypedExpression] {
    var all = requirements.map(\.condition)
    let stages = [relations.secondStage?.quantity].compactMap(\.self)
    let times = (frequency?.arms ?? []).map(\.rate.times)
    if case .open(let open) = rounds { all.append(open.expression) }
    let overall = sampling.overall + sampling.areas.map(\.quantity)
    for quantity in sampling.strata.map(\.quantity) + overall + stages + times {
      for case .open(let open) in quantity.allAmounts {
        if let expression = open.expression { all.append(expression) }
      }
    }
    return all
  }

  func checkRequirements(_ context: DrawContext) throws(Diagnostic) {
    for requirement in requirements
    where context.computed[requirement.condition.span] == .bool(false) {
      throw requirementNotMet(requirement, self, context.parameters)
    }
  }

  /// The amount that an open one turns out to be.
  func resolved(
    _ open: OpenAmount, _ context: DrawContext
  ) throws(Diagnostic) -> Quantity.Amount {
    switch context.computed[open.span] {
    case .decimal(let ratio): return .ratio(ratio)
    case .integer(let count): return .count(count)
    default: throw undecidedAtDraw(self, at: open.span)
    }
  }

  /// The number of rounds that an open one turns out to be.
  func resolved(_ open: OpenRounds, _ context: DrawContext) throws(Diagnostic) -> Int64 {
    guard case .integer(let count)? = context.computed[open.expression.span],
      open.counts.contains(count)
    else { throw undecidedAtDraw(self, at: open.expression.span) }
    return count
  }

  /// Puts the parameters' values into the expressions over rows.
  mutating func substitute(_ values: [TypedExpression.Constant]) {
    if values.isEmpty { return }
    forEachExpression { expression, _ in
      expression = expression.replacing { part in
        guard case .local(let id) = part.kind, values.indices.contains(id.index) else {
          return nil
        }
        return TypedExpression(.constant(values[id.index]), part.type, part.span)
      }
    }
  }
}

extension PlanDeclaration.Quantity.Bound {
  /// The amounts it names.
  package var amounts: [PlanDeclaration.Quantity.Amount] {
    switch self {
    case .all: []
    case .exactly(let amount), .atLeast(let amount), .atMost(let amount): [amount]
    case .range(let low, let high): [low, high]
    }
  }
}

extension PlanDeclaration.Quantity {
  /// Those of its parts, alternatives and layers too.
  var allAmounts: [Amount] {
    bound.amounts + alternatives.flatMap(\.allAmounts) + subquotas.flatMap(\.quantity.allAmounts)
      + layers.map(\.amount)
  }
}
