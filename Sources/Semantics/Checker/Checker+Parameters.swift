import Quantities
import Source
import Syntax

/// What a plan leaves open: `参数`, `要求` and `待定`.
extension Checker {
  /// The types and names of all plans' parameters, which calls of `抽取` are checked with.
  mutating func resolveParameters() {
    for (index, source) in planItems.enumerated() {
      elsewhere(module: source.module, owner: .plan(PlanID(index))) { checker in
        for clause in source.item.clauses {
          guard case .parameter(let parameter) = clause.kind, let type = parameter.type else {
            continue
          }
          checker.parameterTypes[parameter.name.span] = checker.parameterType(type)
        }
      }
    }
    planParameters = planItems.indices.map { index in
      (composed(PlanID(index))?.item.clauses ?? []).compactMap { clause in
        guard case .parameter(let parameter) = clause.kind else { return nil }
        return PlanParameter(
          name: parameter.name, type: parameterTypes[parameter.name.span] ?? .unknown,
          hasValue: parameter.value != nil)
      }
    }
  }

  private mutating func parameterType(_ syntax: TypeSyntax) -> Type {
    let type = resolve(syntax)
    switch type {
    case .unknown, .bool, .integer, .decimal, .percent, .text, .date, .count, .duration,
      .enumeration:
      return type
    default:
      report(parameterTypeNotAllowed(type, syntax.span))
      return .unknown
    }
  }

  /// Declares the parameters of a plan; the other clauses can name them.
  mutating func declareParameters(_ item: PlanItem, _ draft: inout PlanDraft) {
    for clause in item.clauses {
      guard case .parameter(let syntax) = clause.kind else { continue }
      // Without a value it was the parser that missed something.
      if syntax.type == nil, syntax.value != nil, !syntax.name.isMissing {
        report(parameterWithoutType(syntax.name, item.base))
      }
      let type = parameterTypes[syntax.name.span] ?? .unknown
      let isOwn = item.span.contains(clause.span)
      if let earlier = scope.add(syntax.name, type, isBinding: isOwn) {
        report(redeclared(syntax.name, earlier))
      }
      var range: (low: TypedExpression.Constant, high: TypedExpression.Constant)?
      if let ends = syntax.range {
        range = reading(ends.low.span) { $0.parameterRange(ends, type) }
      }
      let value = syntax.value.flatMap { value in
        reading(value.span) { checker in
          let typed = checker.check(value, as: type)
          return checker.constant(typed, .parameter)
        }
      }
      let parameter = PlanDeclaration.Parameter(
        name: syntax.name, type: type, range: range, value: value)
      if let written = syntax.value, let value, !parameter.allows(value) {
        report(valueOutsideRange(written.span, parameter, value))
      }
      draft.parameters.append(parameter)
    }
    parameters = draft.parameters
  }

  private mutating func parameterRange(
    _ range: (low: Expression, high: Expression), _ type: Type
  ) -> (low: TypedExpression.Constant, high: TypedExpression.Constant)? {
    if type.isUnknown { return nil }
    let whole = range.low.span.joined(range.high.span)
    guard isOrdered(type) else {
      report(noOrder(whole, type))
      return nil
    }
    let ends = (check(range.low, as: type), check(range.high, as: type))
    guard let low = constant(ends.0, .parameter), let high = constant(ends.1, .parameter) else {
      return nil
    }
    if low > high {
      report(parameterRangeReversed(range, type.argument(of: low), type.argument(of: high)))
      return nil
    }
    return (low, high)
  }

  /// `要求 高 > 中`
  mutating func requirement(_ condition: Expression) -> PlanDeclaration.Requirement? {
    let before = errorCount
    let typed = check(condition, as: .bool)
    guard errorCount == before else { return nil }
    if ParameterBounds.truth(of: withConstants(typed), parameters) == false {
      report(requirementNeverHolds(typed, parameters))
    }
    return PlanDeclaration.Requirement(typed, text: written(condition.span))
  }

  /// An amount that names parameters; nil for one that does not.
  func openAmount(_ value: TypedExpression) -> PlanDeclaration.Quantity.Amount? {
    guard value.mentionsLocals else { return nil }
    let bounds = ParameterBounds(withConstants(value), parameters)
    let least = bounds.least.flatMap { $0.isNegative ? nil : $0 } ?? 0
    if value.type == .percent {
      let most = bounds.greatest.flatMap { $0 > .one ? nil : $0 } ?? .one
      return .open(
        PlanDeclaration.OpenAmount(
          expression: value, least: .ratio(min(least, most)), greatest: .ratio(most),
          span: value.span))
    }
    return .open(
      PlanDeclaration.OpenAmount(
        expression: value, least: .count(least.wholeNumber ?? 0),
        greatest: bounds.greatest.flatMap(\.wholeNumber).map { .count($0) }, span: value.span))
  }

  /// `待定`: warned about, and refused by every draw.
  mutating func undecided(_ span: Span) -> PlanDeclaration.Quantity.Amount {
    report(toBeDecided(span))
    return .open(
      PlanDeclaration.OpenAmount(
        expression: nil, least: .ratio(0), greatest: .ratio(.one), span: span))
  }

  /// With the values of the script's constants, where they are known, in their places.
  func withConstants(_ expression: TypedExpression) -> TypedExpression {
    expression.replacing { part in
      guard case .globalConstant(let id) = part.kind, let value = constants[id.index],
        case .constant = value.kind
      else { return nil }
      return value
    }
  }
}

/// A parameter as callers of `抽取` see it.
struct PlanParameter {
  let name: Name
  let type: Type
  let hasValue: Bool
}

extension TypedExpression {
  /// Whether parameters of a plan take part.
  var mentionsLocals: Bool {
    if case .local = kind { return true }
    return children.contains(where: \.mentionsLocals)
  }

  /// Whether one of them does.
  func mentions(_ local: LocalID) -> Bool {
    if case .local(local) = kind { return true }
    return children.contains { $0.mentions(local) }
  }
}

extension Decimal {
  /// As a whole number, if it is one.
  var wholeNumber: Int64? { Int64(description) }
}
