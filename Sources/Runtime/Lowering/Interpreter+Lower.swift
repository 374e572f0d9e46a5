import Engine
import Semantics
import Source

extension Interpreter {
  /// Turns an expression into a term. In a closed scope the term is always a constant.
  ///
  /// The cases are in functions of their own: this one is on the stack once for every level of
  /// nesting, so it holds next to nothing.
  func lower(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    try enter(expression)
    if scope.isOpen { try countLowered() }
    defer { depth -= 1 }
    switch expression.kind {
    case .constant, .local, .globalConstant, .asOf, .field, .element, .registry, .query, .draw:
      return try lowerName(expression, scope)
    case .member: return try lowerMember(expression, scope)
    case .negate, .widen: return try lowerSign(expression, scope)
    case .arithmetic: return try lowerArithmetic(expression, scope)
    case .not, .and, .or: return try lowerLogic(expression, scope)
    case .compare, .contains: return try lowerComparison(expression, scope)
    case .some, .unwrap, .isNone, .coalesce: return try lowerOptional(expression, scope)
    case .conditional: return try lowerConditional(expression, scope)
    case .match, .call, .tableCall: return try lowerApplication(expression, scope)
    case .builtin: return try lowerBuiltin(expression, scope)
    case .calendar: return try lowerCalendar(expression, scope)
    case .deadline: return try lowerDeadline(expression, scope)
    case .hostCall: return try lowerHostCall(expression, scope)
    case .makeRecord, .list, .set: return try lowerStructure(expression, scope)
    }
  }

  /// Names, and queries, which are worked out before a loop over columns.
  private func lowerName(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    switch expression.kind {
    case .constant(let constant): return .constant(.scalar(constant))
    case .local(let id):
      guard scope.locals.indices.contains(id.index) else {
        throw .impossible("a name without a value")
      }
      return try visible(scope.locals[id.index])
    case .field(let index, let depth):
      switch try frame(depth, scope) {
      case .open(let columns): return try columns.field(index)
      case .fixed(let element): return .constant(try element.field(index))
      case .hidden: throw .needsRows
      }
    case .element(let depth):
      switch try frame(depth, scope) {
      case .open(let columns): return try columns.element()
      case .fixed(let element): return .constant(element)
      case .hidden: throw .needsRows
      }
    default:
      do throws(Stop) {
        return .constant(try ahead(expression, scope.closed()))
      } catch let stop where stop.isFault && scope.isOpen {
        // It is not certain that any row wants it.
        throw .needsRows
      }
    }
  }

  /// What does not depend on the loop.
  private func ahead(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Datum {
    switch expression.kind {
    case .globalConstant(let id): return try constant(id)
    case .asOf:
      if let asOf { return .scalar(.date(asOf)) }
      throw .fault(noAsOfDate(at: expression.span))
    case .registry(let id): return .rows(RowSet(try registries.rows(id, at: expression.span)))
    case .query(let source, let steps):
      return try query(try evaluate(source, scope), type: source.type, steps, scope)
    case .draw(let plan, let arguments): return try draw(plan, arguments, scope)
    default: throw .impossible("not a name")
    }
  }

  private func lowerStructure(
    _ expression: TypedExpression, _ scope: Scope
  ) throws(Stop) -> Term {
    switch expression.kind {
    case .makeRecord(_, let fields):
      var terms: [Term] = []
      for field in fields { terms.append(try lower(field, scope)) }
      if let data = Self.constants(terms) { return .constant(.record(data)) }
      return .record(terms, known: nil)
    case .list(let elements): return .constant(.list(try constantElements(elements, scope)))
    case .set(let elements):
      return .constant(.set(Datum.sortedUnique(try constantElements(elements, scope))))
    default: throw .impossible("not a structure")
    }
  }

  func spend(_ steps: Int) throws(Stop) {
    do {
      try meter.spend(steps: steps)
    } catch {
      throw .limit(error)
    }
  }

  /// Counts a step and the depth.
  private func enter(_ expression: TypedExpression) throws(Stop) {
    try spend(1)
    guard depth < Self.deepest else { throw .fault(nestedTooDeep(at: expression.span)) }
    depth += 1
  }

  private func frame(_ depth: Int, _ scope: Scope) throws(Stop) -> Frame {
    let index = scope.frames.count - 1 - depth
    guard scope.frames.indices.contains(index) else { throw .impossible("a row outside of loops") }
    return scope.frames[index]
  }

  private func visible(_ term: Term) throws(Stop) -> Term {
    if case .hidden = term { throw .needsRows }
    return term
  }

  private func lowerMember(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    guard case .member(let base, let field) = expression.kind else {
      throw .impossible("not a member")
    }
    switch try lower(base, scope) {
    case .constant(let datum): return .constant(try datum.field(field))
    case .record(let fields, _): return fields[field]
    case .current:
      guard case .open(let columns) = scope.frames.last else { throw .needsRows }
      return try columns.field(field)
    case .hidden: throw .needsRows
    case .scalar: throw .impossible("a field of a plain value")
    }
  }

  private func constantElements(
    _ elements: [TypedExpression], _ scope: Scope
  ) throws(Stop) -> [Datum] {
    var data: [Datum] = []
    for element in elements {
      guard case .constant(let datum) = try lower(element, scope) else { throw .needsRows }
      data.append(datum)
    }
    return data
  }

  /// The data of terms that are all constant.
  static func constants(_ terms: [Term]) -> [Datum]? {
    var data: [Datum] = []
    for term in terms {
      guard case .constant(let datum) = term else { return nil }
      data.append(datum)
    }
    return data
  }
}
