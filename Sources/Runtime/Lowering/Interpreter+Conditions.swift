import Engine
import Semantics

extension Interpreter {
  func lowerLogic(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    switch expression.kind {
    case .not(let operand):
      let operand = try lower(operand, scope)
      if case .constant(.scalar(.bool(let value))) = operand { return .constant(.bool(!value)) }
      return .scalar(Scalar(.not(try condition(operand))))
    case .and: return try lowerChain(expression.conjuncts, stopsAt: false, scope)
    case .or: return try lowerChain(expression.disjuncts, stopsAt: true, scope)
    default: throw .impossible("not logic")
    }
  }

  /// `且` and `或` from left to right: what comes after the deciding value is not looked at.
  private func lowerChain(
    _ operands: [TypedExpression], stopsAt deciding: Bool, _ scope: Scope
  ) throws(Stop) -> Term {
    var joined: Condition?
    for operand in operands {
      let term = joined == nil ? try lower(operand, scope) : try lowerBranch(operand, scope)
      if joined == nil, case .constant(.scalar(.bool(let value))) = term {
        if value == deciding { return term }
        continue
      }
      let next = try condition(term)
      joined = joined.map { deciding ? .or($0, next) : .and($0, next) } ?? next
    }
    guard let joined else { return .constant(.bool(!deciding)) }
    return .scalar(Scalar(joined))
  }

  func lowerConditional(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    guard case .conditional(let test, let then, let otherwise) = expression.kind else {
      throw .impossible("not a conditional")
    }
    let tested = try lower(test, scope)
    if case .constant(.scalar(.bool(let value))) = tested {
      return try lower(value ? then : otherwise, scope)
    }
    guard case .scalar(let chosen) = shared(tested, scope),
      case .condition(let condition) = chosen.value
    else { throw .impossible("a condition of another family") }
    return try choose(
      condition, try lowerBranch(then, scope) { condition },
      try lowerBranch(otherwise, scope) { .not(condition) }, type: expression.type)
  }

  /// A part that only some of the rows need, with bindings of its own. They go around a single
  /// value; where there are more (whether it is known, fields) the region takes them over.
  ///
  /// - Parameter wanted: which rows need it; asked only if the region has to know. Nil for a part
  ///   that is always a single value.
  func lowerBranch(
    _ expression: TypedExpression, _ scope: Scope, where wanted: (() -> Condition)? = nil
  ) throws(Stop) -> Term {
    let inner = scope.branching()
    let term = try lower(expression, inner)
    guard let part = inner.region, let region = scope.region, part.count > 0 else { return term }
    try spend(part.count)
    guard let wanted, !term.isSingleValue else { return try part.around(term) }
    region.adopt(part, where: wanted(), slot: newSlot())
    return term
  }

  /// One of two terms by a condition that is cheap to repeat.
  func choose(
    _ condition: Condition, _ then: Term, _ otherwise: Term, type: Type
  ) throws(Stop) -> Term {
    if let family = Family(type) {
      let a = try scalar(then, family)
      let b = try scalar(otherwise, family)
      return .scalar(
        Scalar(
          try choose(condition, a.value, b.value), known: choose(condition, a.known, b.known)))
    }
    guard let types = recordTypes(type) else { throw .needsRows }
    let (a, aKnown) = try record(then, types)
    let (b, bKnown) = try record(otherwise, types)
    try spend(types.count)
    var fields: [Term] = []
    for index in types.indices {
      fields.append(try choose(condition, a[index], b[index], type: types[index]))
    }
    return .record(fields, known: choose(condition, aKnown, bKnown))
  }

  private func choose(
    _ condition: Condition, _ then: Scalar.Value, _ otherwise: Scalar.Value
  ) throws(Stop) -> Scalar.Value {
    switch (then, otherwise) {
    case (.condition(let a), .condition(let b)):
      .condition(.choose(condition, then: a, otherwise: b))
    case (.integer(let a), .integer(let b)): .integer(.choose(condition, then: a, otherwise: b))
    case (.decimal(let a), .decimal(let b)): .decimal(.choose(condition, then: a, otherwise: b))
    case (.text(let a), .text(let b)): .text(.choose(condition, then: a, otherwise: b))
    default: throw .impossible("branches of two families")
    }
  }

  private func choose(
    _ condition: Condition, _ then: Condition?, _ otherwise: Condition?
  ) -> Condition? {
    if then == nil, otherwise == nil { return nil }
    return .choose(
      condition, then: then ?? .constant(true), otherwise: otherwise ?? .constant(true))
  }

  /// The types of a record's fields; nil for other types.
  func recordTypes(_ type: Type) -> [Type]? {
    switch type {
    case .record(let id): program.records[id.index].fields.map(\.type)
    case .optional(let wrapped): recordTypes(wrapped)
    default: nil
    }
  }

  /// The fields of a record, fillers for one that is absent.
  func record(_ term: Term, _ types: [Type]) throws(Stop) -> ([Term], known: Condition?) {
    switch term {
    case .record(let fields, let known): return (fields, known)
    case .constant(.record(let fields)): return (fields.map { .constant($0) }, nil)
    case .constant(.scalar(.none)):
      return (try types.map(fillerTerm), .constant(false))
    case .current, .hidden, .constant, .scalar: throw .needsRows
    }
  }

  private func fillerTerm(_ type: Type) throws(Stop) -> Term {
    if let family = Family(type) { return .scalar(Scalar(.filler(family))) }
    guard let types = recordTypes(type) else { throw .needsRows }
    var fields: [Term] = []
    for type in types { fields.append(try fillerTerm(type)) }
    return .record(fields, known: nil)
  }
}

extension TypedExpression {
  /// The operands of a chain of `且`, however it nests to the left.
  var conjuncts: [TypedExpression] {
    var operands: [TypedExpression] = []
    var rest = self
    while case .and(let left, let right) = rest.kind {
      operands.append(right)
      rest = left
    }
    return [rest] + operands.reversed()
  }

  /// The operands of a chain of `或`.
  fileprivate var disjuncts: [TypedExpression] {
    var operands: [TypedExpression] = []
    var rest = self
    while case .or(let left, let right) = rest.kind {
      operands.append(right)
      rest = left
    }
    return [rest] + operands.reversed()
  }
}
