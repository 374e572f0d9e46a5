import Source
import Syntax

/// Calls of functions and tables, and records made from their fields.
extension Checker {
  mutating func call(
    _ callee: Name, _ arguments: [CallArgument], _ span: Span
  ) -> TypedExpression {
    guard let declared = declared(callee.text) else {
      if let call = hostCall(callee, arguments, span) { return call }
      if field(callee.text) != nil || scope.local(callee.text) != nil {
        report(notCallable(callee))
      } else {
        reportUndefined(callee, among: .callables)
      }
      return .unknown(at: span)
    }
    refer(to: declared, at: callee.span)
    switch declared.entity {
    case .function(let id):
      let signature = functionSignatures[id.index]
      guard let values = positional(arguments, signature, callee) else {
        return .unknown(at: span, signature.result)
      }
      return TypedExpression(.call(id, values), signature.result, span)
    case .table(let id):
      let signature = tableSignatures[id.index]
      guard let values = positional(arguments, signature, callee) else {
        return .unknown(at: span, signature.result)
      }
      return TypedExpression(.tableCall(id, values), signature.result, span)
    case .record(let id): return record(id, callee, arguments, span)
    default:
      report(wrongKind(callee, declared, wanted: Words(zh: "函数", en: "a function")))
      return .unknown(at: span)
    }
  }

  /// A call of a function of the embedding program; nil if it has none of that name.
  private mutating func hostCall(
    _ callee: Name, _ arguments: [CallArgument], _ span: Span
  ) -> TypedExpression? {
    guard let index = program.hostFunctions.firstIndex(where: { $0.name == callee.text }) else {
      return nil
    }
    let function = program.hostFunctions[index]
    guard arguments.count == function.parameters.count else {
      report(
        argumentCount(
          callee.text, callee.span, found: arguments.count,
          wanted: function.parameters.count))
      return .unknown(at: span, function.result)
    }
    let values = zip(arguments, function.parameters).map { argument, type in
      if let label = argument.label { report(wrongLabel(label, wanted: nil)) }
      return check(argument.value, as: type)
    }
    return TypedExpression(.hostCall(HostFunctionID(index), values), function.result, span)
  }

  /// The arguments of a function, in order. A label is allowed if it is the parameter's name.
  private mutating func positional(
    _ arguments: [CallArgument], _ signature: Signature, _ callee: Name
  ) -> [TypedExpression]? {
    guard arguments.count == signature.parameters.count else {
      report(
        argumentCount(
          callee.text, callee.span, found: arguments.count,
          wanted: signature.parameters.count, declared: signature))
      return nil
    }
    return zip(arguments, signature.parameters).map { argument, parameter in
      if let label = argument.label, labelText(label) != parameter.name.text {
        report(wrongLabel(label, wanted: parameter.name.text))
      }
      return check(argument.value, as: parameter.type)
    }
  }

  /// `住址(街镇: "七宝", 门牌: 无)`: every field once, by name, in any order; optional ones may be
  /// left out and are absent then.
  private mutating func record(
    _ id: RecordID, _ callee: Name, _ arguments: [CallArgument], _ span: Span
  ) -> TypedExpression {
    let fields = program.records[id.index].fields
    var values: [TypedExpression?] = fields.map { _ in nil }
    var given: [String: Name] = [:]
    for argument in arguments {
      guard let label = argument.label else {
        report(fieldWithoutName(argument.value.span, callee))
        return .unknown(at: span, .record(id))
      }
      let name = Name(labelText(label), labelSpan(label))
      guard let index = recordFields[id.index][name.text] else {
        report(unknownMember(name, of: .record(id)))
        continue
      }
      if let earlier = given[name.text] {
        report(redeclared(name, earlier))
        continue
      }
      given[name.text] = name
      values[index] = check(argument.value, as: fields[index].type)
    }
    let missing = fields.indices.filter { values[$0] == nil && !fields[$0].type.isOptional }
    if !missing.isEmpty && given.count == arguments.count {
      report(missingFields(callee, missing.map { fields[$0].name.text }))
    }
    let complete = zip(values, fields).map { value, field in
      value ?? TypedExpression(.constant(.none), field.type, span)
    }
    return TypedExpression(.makeRecord(id, complete), .record(id), span)
  }

  func labelText(_ label: CallArgument.Label) -> String {
    switch label {
    case .name(let name): name.text
    case .keyword(_, let span): written(span)
    }
  }

  func labelSpan(_ label: CallArgument.Label) -> Span {
    switch label {
    case .name(let name): name.span
    case .keyword(_, let span): span
    }
  }
}
