import Source
import Syntax

/// Mistakes in what a plan leaves open.
extension Checker {
  func parameterTypeNotAllowed(_ type: Type, _ span: Span) -> Diagnostic {
    Diagnostic(.parameterTypeNotAllowed, at: span, [words(type)])
  }

  /// - Parameter base: the plan that should have the parameter, if there is one.
  func parameterWithoutType(_ name: Name, _ base: Name?) -> Diagnostic {
    Diagnostic(
      .parameterWithoutType, at: name.span, [.text(name.text)],
      related: base.map { [Label($0.span, Message(.baseWithoutParameter, [.text(name.text)]))] }
        ?? [])
  }

  func parameterRangeReversed(
    _ range: (low: Expression, high: Expression), _ low: MessageArgument, _ high: MessageArgument
  ) -> Diagnostic {
    let (from, to) = (range.low.span, range.high.span)
    return Diagnostic(
      .rangeReversed, at: from.joined(to), [low, high],
      fixIts: [
        FixIt(
          Message(.swapEnds), [FixIt.Edit(from, written(to)), FixIt.Edit(to, written(from))])
      ])
  }

  func valueOutsideRange(
    _ span: Span, _ parameter: PlanDeclaration.Parameter, _ value: TypedExpression.Constant
  ) -> Diagnostic {
    let range = parameter.range ?? (low: value, high: value)
    return Diagnostic(
      .valueOutsideRange, at: span,
      [
        .text(parameter.name.text), parameter.type.argument(of: range.low),
        parameter.type.argument(of: range.high),
      ])
  }

  /// With the ranges of the parameters that it is about.
  func requirementNeverHolds(
    _ condition: TypedExpression, _ parameters: [PlanDeclaration.Parameter]
  ) -> Diagnostic {
    Diagnostic(
      .requirementNeverHolds, at: condition.span, [.text(written(condition.span))],
      notes: parameters.ranges(of: condition))
  }

  func toBeDecided(_ span: Span) -> Diagnostic {
    Diagnostic(.toBeDecided, at: span, [spelled(.parameter)])
  }

  func unknownParameter(_ name: Name, _ plan: Name, _ parameters: [PlanParameter]) -> Diagnostic {
    let names = parameters.map(\.name.text)
    return Diagnostic(
      .unknownParameter, at: name.span, [.text(plan.text), .text(name.text)],
      related: [Label(plan.span, Message(.declaredHere, [.text(plan.text)]))],
      notes: names.isEmpty
        ? []
        : [
          Message(
            .parametersAre,
            [.words(.list(names))])
        ])
  }

  func parametersNotGiven(
    _ span: Span, _ plan: Name, _ missing: [PlanParameter]
  ) -> Diagnostic {
    let names = missing.map(\.name.text)
    let example = names.map { $0 + ": …" }.joined(separator: ", ")
    return Diagnostic(
      .parametersNotGiven, at: span,
      [
        .text(plan.text),
        .words(.list(names)),
      ],
      related: missing.map {
        Label($0.name.span, Message(.declaredHere, [.text($0.name.text)]))
      },
      notes: [Message(.forExample, [.text(example)])])
  }
}

extension [PlanDeclaration.Parameter] {
  /// The ranges of those that take part in an expression.
  func ranges(of expression: TypedExpression) -> [Message] {
    indices.compactMap { index in
      guard expression.mentions(LocalID(index)), let range = self[index].range else { return nil }
      let type = self[index].type
      return Message(
        .parameterRange,
        [
          .text(self[index].name.text), type.argument(of: range.low),
          type.argument(of: range.high),
        ])
    }
  }
}
