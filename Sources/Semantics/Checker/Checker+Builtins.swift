import Source
import Syntax

/// Calls of functions of the language, and `抽取`.
extension Checker {
  mutating func builtinCall(
    _ keyword: Keyword, _ keywordSpan: Span, _ arguments: [CallArgument], _ span: Span
  ) -> TypedExpression {
    if keyword == .drawFunction { return draw(keywordSpan, arguments, span) }
    guard let signature = BuiltinSignature.of(keyword) else { return .unknown(at: span) }
    for argument in arguments {
      if let label = argument.label { report(wrongLabel(label, wanted: nil)) }
    }
    guard (signature.required...signature.parameters.count).contains(arguments.count) else {
      report(
        argumentCount(
          keyword.spelling(in: language), keywordSpan, found: arguments.count,
          wanted: signature.parameters.count))
      return .unknown(at: span)
    }
    var values = zip(arguments, signature.parameters).map { self.argument($0.value, $1) }
    if values.count < signature.parameters.count {
      values.append(TypedExpression(.constant(.integer(0)), .integer, keywordSpan))
    }
    let type: Type =
      switch signature.result {
      case .exactly(let type): type
      case .ofFirstArgument: values[0].type
      }
    return TypedExpression(.builtin(signature.builtin, values), type, span)
  }

  private mutating func argument(
    _ syntax: Expression, _ parameter: BuiltinSignature.Parameter
  ) -> TypedExpression {
    switch parameter {
    case .exactly(let type): return check(syntax, as: type)
    case .places: return check(syntax, as: .integer)
    case .roundable:
      let value = infer(syntax, hint: .decimal)
      if value.type == .percent { return value }
      return convert(value, to: .decimal, syntax)
    case .number:
      let value = required(infer(syntax))
      guard value.type.isUnknown || value.type.isAdditive else {
        report(typeMismatch(value, .decimal))
        return .unknown(at: syntax.span)
      }
      return value
    }
  }

  /// `抽取(计划, 日期: d, 种子: s)`; the labels may be left out.
  private mutating func draw(
    _ keywordSpan: Span, _ arguments: [CallArgument], _ span: Span
  ) -> TypedExpression {
    let labels: [Keyword?] = [nil, .dateLabel, .seedLabel]
    guard arguments.count == labels.count else {
      report(
        argumentCount(
          Keyword.drawFunction.spelling(in: language), keywordSpan, found: arguments.count,
          wanted: labels.count))
      return .unknown(at: span)
    }
    for (argument, wanted) in zip(arguments, labels) {
      guard let label = argument.label else { continue }
      if case .keyword(let keyword, _) = label, keyword == wanted { continue }
      report(wrongLabel(label, wanted: wanted.map { $0.spelling(in: language) }))
    }
    let plan = plan(arguments[0].value)
    let date = check(arguments[1].value, as: .date)
    let seed = check(arguments[2].value, as: .text)
    guard let plan, let registry = planRegistries[plan.index] else { return .unknown(at: span) }
    return TypedExpression(.draw(plan, date: date, seed: seed), .list(.row(registry)), span)
  }

  private mutating func plan(_ expression: Expression) -> PlanID? {
    let wanted = Words(zh: "计划", en: "a plan")
    guard case .name(let name) = expression.kind else {
      if case .missing = expression.kind { return nil }
      report(notAName(expression.span, wanted))
      return nil
    }
    guard let declared = declared(name.text) else {
      reportUndefined(name, among: .plans)
      return nil
    }
    refer(to: declared, at: name.span)
    guard case .plan(let id) = declared.entity else {
      report(wrongKind(name, declared, wanted: wanted))
      return nil
    }
    return id
  }
}
