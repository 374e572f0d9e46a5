import Source
import Syntax

/// Expressions: from syntax to typed trees.
extension Checker {
  /// The typed form of an expression. A hint says what type would suit, for members of
  /// enumerations, `无` and `[]`; the result may have another one.
  mutating func infer(_ expression: Expression, hint: Type? = nil) -> TypedExpression {
    let span = expression.span
    switch expression.kind {
    case .missing: return .unknown(at: span)
    case .literal(let literal): return self.literal(literal, span, hint)
    case .name(let name): return self.name(name, hint)
    case .element: return element(span)
    case .asOf: return TypedExpression(.asOf, .date, span)
    case .deadline(let deadline): return self.deadline(deadline, span)
    case .member(let value, let name): return member(value, name, span)
    case .keywordMember(let value, let keyword, let keywordSpan):
      return groupMember(value, keyword, keywordSpan, span)
    case .call(let callee, let arguments): return call(callee, arguments, span)
    case .builtinCall(let keyword, let keywordSpan, let arguments):
      return builtinCall(keyword, keywordSpan, arguments, span)
    case .unary(.negate, let operand): return negation(operand, span, hint)
    case .unary(.not, let operand):
      return TypedExpression(.not(check(operand, as: .bool)), .bool, span)
    case .binary(let binary, let operatorSpan, let left, let right):
      return self.binary(binary, operatorSpan, left, right, span, hint)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, span, .inferred(hint))
    case .match(let subjects, let arms): return match(subjects, arms, span, .inferred(hint))
    case .query(let source, let steps): return query(source, steps, span)
    case .list(let elements): return list(elements, isSet: false, span, hint)
    case .set(let elements): return list(elements, isSet: true, span, hint)
    }
  }

  /// The typed form of an expression that must have a type.
  mutating func check(_ expression: Expression, as type: Type) -> TypedExpression {
    if type.isUnknown { return infer(expression) }
    switch expression.kind {
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, expression.span, .required(type))
    case .match(let subjects, let arms):
      return match(subjects, arms, expression.span, .required(type))
    case .binary(.coalesce, _, let left, let right):
      return coalesce(left, right, expression.span, .required(type))
    default:
      return convert(infer(expression, hint: type), to: type, expression)
    }
  }

  /// How the type of branches is decided.
  enum Wanted {
    /// By the branches themselves; the hint may help.
    case inferred(Type?)
    case required(Type)
  }

  private mutating func binary(
    _ binary: BinaryOperator, _ operatorSpan: Span, _ left: Expression, _ right: Expression,
    _ span: Span, _ hint: Type?
  ) -> TypedExpression {
    switch binary {
    case .and, .or:
      let first = check(left, as: .bool)
      let facts = scope.facts(first, binary == .and)
      let second = assuming(facts) { $0.check(right, as: .bool) }
      return TypedExpression(
        binary == .and ? .and(first, second) : .or(first, second), .bool, span)
    case .equal: return comparison(.equal, operatorSpan, left, right, span)
    case .notEqual: return comparison(.notEqual, operatorSpan, left, right, span)
    case .less: return comparison(.less, operatorSpan, left, right, span)
    case .lessOrEqual: return comparison(.lessOrEqual, operatorSpan, left, right, span)
    case .greater: return comparison(.greater, operatorSpan, left, right, span)
    case .greaterOrEqual: return comparison(.greaterOrEqual, operatorSpan, left, right, span)
    case .in: return membership(left, right, span)
    case .coalesce: return coalesce(left, right, span, .inferred(hint))
    case .add: return arithmetic(.add, operatorSpan, left, right, span)
    case .subtract: return arithmetic(.subtract, operatorSpan, left, right, span)
    case .multiply: return arithmetic(.multiply, operatorSpan, left, right, span)
    case .divide: return arithmetic(.divide, operatorSpan, left, right, span)
    }
  }

  private mutating func element(_ span: Span) -> TypedExpression {
    guard let type = scope.rows.last else {
      report(elementOutsideQuery(span))
      return .unknown(at: span)
    }
    if case .row(let id) = type {
      report(elementIsRow(span, program.registries[id.index].name.text))
      return .unknown(at: span)
    }
    return present(TypedExpression(.element(depth: 0), type, span))
  }

  /// A list or set written out.
  private mutating func list(
    _ elements: [Expression], isSet: Bool, _ span: Span, _ hint: Type?
  ) -> TypedExpression {
    let wanted = hint?.unwrapped.element
    var branches: [Branch] = []
    for element in elements {
      let guess = wanted ?? branches.last?.value.type
      branches.append(Branch(value: infer(element, hint: guess), syntax: element))
    }
    var type = wanted ?? .unknown
    if wanted == nil || wanted == .unknown {
      type = commonType(&branches)
    } else {
      branches = branches.map {
        Branch(value: convert($0.value, to: type, $0.syntax), syntax: $0.syntax)
      }
    }
    if elements.isEmpty && type.isUnknown { unsettled[span] = .emptyListWithoutType }
    if isSet, !type.isUnknown, !type.isScalar {
      report(typeNotAllowed(type, span, .inSet))
      return .unknown(at: span)
    }
    let values = branches.map(\.value)
    return TypedExpression(
      isSet ? .set(values) : .list(values), isSet ? .set(type) : .list(type), span)
  }
}
