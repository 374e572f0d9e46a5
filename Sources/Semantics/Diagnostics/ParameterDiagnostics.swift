import Quantities
import Source
import Syntax

/// Mistakes in the values of a plan's parameters.
func parameterOutOfRange(
  _ parameter: PlanDeclaration.Parameter, _ value: TypedExpression.Constant, at span: Span
) -> Diagnostic {
  let range = parameter.range ?? (low: value, high: value)
  return Diagnostic(
    .parameterOutOfRange, at: span,
    [
      .text(parameter.name.text), parameter.type.argument(of: value),
      parameter.type.argument(of: range.low), parameter.type.argument(of: range.high),
    ],
    related: [
      Label(parameter.name.span, Message(.declaredHere, [.text(parameter.name.text)]))
    ].filter { $0.span != span })
}

func parametersUnbound(
  _ parameters: [PlanDeclaration.Parameter], _ plan: PlanDeclaration
) -> Diagnostic {
  let names = parameters.map(\.name.text)
  let first = names[0] + "=" + parameters[0].exampleOfValue
  return Diagnostic(
    .parametersUnbound, at: parameters[0].name.span,
    [
      .text(plan.name.text),
      .words(.list(names)),
    ],
    notes: [Message(.setParameter, [.text(first)])])
}

extension PlanDeclaration.Parameter {
  /// A value that is allowed, as it is given to a draw.
  fileprivate var exampleOfValue: String {
    switch (range?.low, type) {
    case (.decimal(let low)?, .percent):
      ((try? low.multiplied(by: 100)) ?? low).description + "%"
    case (.decimal(let low)?, _): low.description
    case (.integer(let low)?, _): String(low)
    case (.date(let low)?, _): low.description
    case (_, .percent): "10%"
    case (_, .date): "2026-01-31"
    default: "10"
    }
  }
}

func requirementNotMet(
  _ requirement: PlanDeclaration.Requirement, _ plan: PlanDeclaration,
  _ values: [TypedExpression.Constant]
) -> Diagnostic {
  var used: [Int] = []
  var rest = [requirement.condition]
  while let next = rest.popLast() {
    if case .local(let id) = next.kind { used.append(id.index) }
    rest += next.children
  }
  let notes = Set(used).sorted().filter { values.indices.contains($0) }.map { index in
    Message(
      .parameterIs,
      [
        .text(plan.parameters[index].name.text),
        plan.parameters[index].type.argument(of: values[index]),
      ])
  }
  return Diagnostic(
    .requirementNotMet, at: requirement.condition.span,
    [.text(plan.name.text), .text(requirement.text)], notes: notes)
}

func undecidedAtDraw(_ plan: PlanDeclaration, at span: Span) -> Diagnostic {
  Diagnostic(.undecidedAtDraw, at: span, [.text(plan.name.text)])
}

extension Type {
  /// A value as people read it.
  func argument(of constant: TypedExpression.Constant) -> MessageArgument {
    switch (constant, self) {
    case (.decimal(let ratio), .percent):
      .text(((try? ratio.multiplied(by: 100)) ?? ratio).description + "%")
    case (.decimal(let value), _): .text(value.description)
    case (.integer(let value), .count(let unit)):
      .words(
        Words(
          zh: "\(value)\(unit.keyword.words.chinese)",
          en: "\(value) \(unit.keyword.words.english)"))
    case (.integer(let value), _): .text(String(value))
    case (.date(let date), _): .text(date.description)
    case (.text(let text), _): .text(text)
    case (.bool(let value), _): .words(Words(zh: value ? "真" : "假", en: value ? "true" : "false"))
    case (.member(let index), _): .number(index)
    case (.none, _): .words(Words(zh: "无", en: "none"))
    }
  }
}
