import Quantities
import Source
import Syntax

/// Where a value of one type may stand for one of another, and the mistakes where it may not.
extension Checker {
  /// The value as one of the wanted type. An integer may stand for a decimal, a number without a
  /// unit that is written out takes the wanted unit, a value may stand for an optional, a code for a
  /// text, and a text that is written out for a code if it has its form and check digits.
  mutating func convert(
    _ value: TypedExpression, to type: Type, _ syntax: Expression
  ) -> TypedExpression {
    if value.type == type { return value }
    if let converted = converted(value, to: type, syntax) { return converted }
    report(mismatch(value, type, syntax))
    return .unknown(at: value.span)
  }

  /// The value as one of the wanted type; nil if it cannot be that.
  mutating func converted(
    _ value: TypedExpression, to type: Type, _ syntax: Expression
  ) -> TypedExpression? {
    if value.type == type || type.isUnknown || value.type.isUnknown { return value }
    switch (value.type, type) {
    case (.optional(.unknown), .optional): return settled(value, type)
    case (.list(.unknown), .list), (.set(.unknown), .set): return settled(value, type)
    case (.optional(let inner), .optional(let wanted)):
      // `.some` around a conversion would lose absence: only an equal representation may pass.
      return inner.isCode && wanted == .text ? retyped(value, type) : nil
    case (_, .optional(let wanted)):
      return converted(value, to: wanted, syntax).map { TypedExpression(.some($0), type, $0.span) }
    case (.optional(let inner), _):
      if inner.isUnknown { return nil }
      guard converted(retyped(value, inner), to: type, syntax) != nil else { return nil }
      return converted(required(value), to: type, syntax)
    case (.integer, .decimal): return TypedExpression(.widen(value), .decimal, value.span)
    case (.integer, .count), (.integer, .duration):
      return syntax.isBareNumber ? retyped(folded(value), type) : nil
    case (.code, .text): return retyped(value, type)
    case (.text, .code(let kind)): return code(kind, value, syntax)
    default: return type.hasUnknown || value.type.hasUnknown ? value : nil
    }
  }

  private mutating func settled(_ value: TypedExpression, _ type: Type) -> TypedExpression {
    unsettled[value.span] = nil
    return retyped(value, type)
  }

  func retyped(_ value: TypedExpression, _ type: Type) -> TypedExpression {
    TypedExpression(value.kind, type, value.span)
  }

  /// A code written out as a text.
  private mutating func code(
    _ kind: CodeKind, _ value: TypedExpression, _ syntax: Expression
  ) -> TypedExpression? {
    guard case .literal(.text(let text)) = syntax.kind else { return nil }
    if let fault = kind.fault(in: text.utf8.span) {
      report(notCode(text, fault, value.span))
      return .unknown(at: value.span)
    }
    return retyped(value, .code(kind))
  }

  /// The diagnostic for a value that cannot be of the wanted type: the most telling one.
  private mutating func mismatch(
    _ value: TypedExpression, _ type: Type, _ syntax: Expression
  ) -> Diagnostic {
    if case .optional(.unknown) = value.type {
      unsettled[value.span] = nil
      return noneNotAllowed(value.span, type)
    }
    let inner = value.type.unwrapped
    switch (inner, type.unwrapped) {
    case (.count, .count), (.count, .integer), (.integer, .count):
      return differentUnits(value.span, inner, type.unwrapped)
    case (.duration, .duration): return differentDurations(value.span, inner, type.unwrapped)
    case (.decimal, .percent), (.integer, .percent), (.percent, .decimal), (.percent, .integer):
      return percentAgainstNumber(
        value.span, inner, type.unwrapped, [Branch(value: value, syntax: syntax)])
    default: break
    }
    return typeMismatch(value, type)
  }

  // MARK: Several values of one type

  /// One of several expressions that must have a common type.
  struct Branch {
    var value: TypedExpression
    let syntax: Expression
  }

  /// Converts the branches to their common type and returns it.
  mutating func commonType(_ branches: inout [Branch]) -> Type {
    var type = Type.unknown
    for (index, branch) in branches.enumerated() {
      guard index > 0 else {
        type = branch.value.type
        continue
      }
      guard let common = common(type, branch.value.type, branches.prefix(index), branch) else {
        report(branchesDiffer(branches[0].value, type, branch.value))
        return .unknown
      }
      type = common
    }
    guard !type.hasUnknown else { return type }
    branches = branches.map { branch in
      Branch(value: convert(branch.value, to: type, branch.syntax), syntax: branch.syntax)
    }
    return type
  }

  private func common(
    _ a: Type, _ b: Type, _ earlier: ArraySlice<Branch>, _ branch: Branch
  ) -> Type? {
    if a == b || b.isUnknown { return a }
    if a.isUnknown { return b }
    switch (a, b) {
    case (.optional(.unknown), .optional), (.list(.unknown), .list), (.set(.unknown), .set):
      return b
    case (.optional, .optional(.unknown)), (.list, .list(.unknown)), (.set, .set(.unknown)):
      return a
    case (.optional(let inner), _) where !b.isOptional:
      return common(inner, b, earlier, branch).map(Type.optional)
    case (_, .optional(let inner)) where !a.isOptional:
      return common(a, inner, earlier, branch).map(Type.optional)
    case (.integer, .decimal), (.decimal, .integer): return .decimal
    case (.integer, .count), (.integer, .duration):
      return earlier.allSatisfy(\.syntax.isBareNumber) ? b : nil
    case (.count, .integer), (.duration, .integer): return branch.syntax.isBareNumber ? a : nil
    case (.text, .code), (.code, .text), (.code, .code): return .text
    default: return nil
    }
  }

  /// Brings the two sides of an operator to one type; nil if there is none.
  mutating func meet(_ left: Branch, _ right: Branch) -> (
    left: TypedExpression, right: TypedExpression
  )? {
    let (a, b) = (left.value.type, right.value.type)
    if a == b || a.isUnknown || b.isUnknown { return (left.value, right.value) }
    if let value = adapted(left.value, to: b, left.syntax) { return (value, right.value) }
    if let value = adapted(right.value, to: a, right.syntax) { return (left.value, value) }
    return nil
  }

  private mutating func adapted(
    _ value: TypedExpression, to type: Type, _ syntax: Expression
  ) -> TypedExpression? {
    // Absence is the operator's business, not a conversion.
    guard !value.type.isOptional, !type.isOptional else { return nil }
    return converted(value, to: type, syntax)
  }
}

extension Expression {
  /// Whether it is a number without a unit, written out: `5`, `-1`, `2 * 30`.
  var isBareNumber: Bool {
    switch kind {
    case .literal(.integer): true
    case .unary(.negate, let operand): operand.isBareNumber
    case .binary(.add, _, let left, let right), .binary(.subtract, _, let left, let right),
      .binary(.multiply, _, let left, let right):
      left.isBareNumber && right.isBareNumber
    default: false
    }
  }
}
