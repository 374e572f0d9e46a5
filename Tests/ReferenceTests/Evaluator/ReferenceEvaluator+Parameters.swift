import Quantities
import Semantics
import Source

/// What a plan leaves open, worked out one expression after the other.
extension ReferenceEvaluator {
  func ready(
    _ plan: PlanDeclaration, _ arguments: TypedDraw, _ context: Context, on date: CivilDate
  ) throws(ReferenceFault) -> PlanDeclaration {
    var given: [PlanDeclaration.ParameterValue?] = plan.parameters.map { _ in nil }
    for (index, expression) in arguments.parameters {
      guard let constant = TypedExpression.Constant(try evaluate(expression, context)) else {
        throw broken("a parameter without a value", expression.span)
      }
      given[index] = PlanDeclaration.ParameterValue(constant, at: expression.span)
    }
    let then = ReferenceEvaluator(program, registries: registries, asOf: date)
    do throws(Diagnostic) {
      var circumstances = DrawContext(date: date)
      circumstances.parameters = try plan.values(given)
      let locals = Context(locals: circumstances.parameters.map { Boxed($0) })
      for expression in plan.openExpressions {
        let value = try? then.evaluate(expression, locals)
        circumstances.computed[expression.span] = value.flatMap { TypedExpression.Constant($0) }
      }
      return try plan.resolved(circumstances)
    } catch {
      var place: SpanOrNowhere = nil
      if case .source(let span) = error.location { place = span }
      throw ReferenceFault(.unresolved(error.code), place)
    }
  }
}

extension TypedExpression.Constant {
  fileprivate init?(_ boxed: Boxed) {
    switch boxed {
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .integer(value)
    case .decimal(let value): self = .decimal(value)
    case .text(let value): self = .text(value)
    case .date(let value): self = .date(value)
    case .member(let value): self = .member(value)
    case .none: self = .none
    case .record, .group, .list, .set: return nil
    }
  }
}
