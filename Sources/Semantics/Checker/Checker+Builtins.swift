import Source
import Syntax

/// Calls of functions of the language; `抽取` is in `Checker+Draw`.
extension Checker {
  mutating func builtinCall(
    _ keyword: Keyword, _ keywordSpan: Span, _ arguments: [CallArgument], _ span: Span
  ) -> TypedExpression {
    if keyword == .dueItems { return dueItems(keywordSpan, arguments, span) }
    if keyword == .basis { return basisCall(keywordSpan, arguments, span) }
    if keyword == .drawFunction { return draw(keywordSpan, arguments, span) }
    if let question = CalendarQuestion(keyword) {
      return calendar(question, keywordSpan, arguments, span)
    }
    if keyword == .due { return due(keywordSpan, arguments, span) }
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
}
