import Engine
import Semantics
import Source

extension Interpreter {
  /// Turns an expression into a term. In a closed scope the term is always a constant.
  func lower(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Term {
    try enter(expression.span)
    defer { depth -= 1 }
    switch expression.kind {
    case .constant(let constant): return .constant(.scalar(constant))
    case .local(let id): return try visible(scope.locals[id.index])
    case .globalConstant(let id):
      do throws(Stop) {
        return .constant(try constant(id))
      } catch .fault where scope.isOpen {
        throw .needsRows
      }
    case .asOf:
      if let asOf { return .constant(.scalar(.date(asOf))) }
      if scope.isOpen { throw .needsRows }
      throw .fault(noAsOfDate(at: expression.span))
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
    case .member(let base, let field): return try member(field, of: base, scope)
    case .negate, .arithmetic, .widen: return try lowerNumber(expression, scope)
    case .not(let operand):
      let operand = try lower(operand, scope)
      if case .constant(.scalar(.bool(let value))) = operand { return .constant(.bool(!value)) }
      return .scalar(Scalar(.not(try condition(operand))))
    case .and(let left, let right): return try lowerAnd(left, right, scope)
    case .or(let left, let right): return try lowerOr(left, right, scope)
    case .compare(let comparison, let left, let right):
      return try lowerComparison(
        comparison, try lower(left, scope), try lower(right, scope), type: left.type, scope)
    case .some(let operand): return try lower(operand, scope)
    case .unwrap, .isNone, .coalesce: return try lowerOptional(expression, scope)
    case .conditional(let condition, let then, let otherwise):
      return try lowerConditional(condition, then, otherwise, type: expression.type, scope)
    case .match(let subjects, let arms):
      let subjects = try lowerShared(subjects, scope)
      return try lowerArms(arms, subjects, type: expression.type, scope)
    case .call(let id, let arguments):
      return try lowerCall(program.functions[id.index], arguments, scope)
    case .tableCall(let id, let arguments):
      return try lowerTableCall(program.tables[id.index], arguments, scope)
    case .builtin(let builtin, let arguments):
      return try lowerBuiltin(builtin, arguments, expression, scope)
    case .makeRecord(_, let fields):
      var terms: [Term] = []
      for field in fields { terms.append(try lower(field, scope)) }
      if let data = Self.constants(terms) { return .constant(.record(data)) }
      return .record(terms, known: nil)
    case .list(let elements):
      return .constant(.list(try constantElements(elements, scope)))
    case .set(let elements):
      return .constant(.set(Datum.sortedUnique(try constantElements(elements, scope))))
    case .contains(let element, let collection):
      return try lowerContains(element, in: collection, scope)
    case .registry(let id):
      do throws(Stop) {
        return .constant(.rows(RowSet(try registries.rows(id, at: expression.span))))
      } catch .fault where scope.isOpen {
        throw .needsRows
      }
    case .query, .draw:
      return .constant(try ahead(expression, scope))
    }
  }

  /// Counts a step and the depth.
  private func enter(_ span: Span) throws(Stop) {
    do {
      try meter.spend(steps: 1)
    } catch {
      throw .limit(error)
    }
    guard depth < Self.deepest else { throw .fault(nestedTooDeep(at: span)) }
    depth += 1
  }

  /// A query or a draw inside of a loop over columns is worked out before the loop.
  private func ahead(_ expression: TypedExpression, _ scope: Scope) throws(Stop) -> Datum {
    let closed = scope.closed()
    do throws(Stop) {
      switch expression.kind {
      case .query(let source, let steps):
        return try query(try evaluate(source, closed), type: source.type, steps, closed)
      case .draw(let plan, let date, let seed):
        return try draw(plan, date: date, seed: seed, closed, at: expression.span)
      default: throw .impossible("not a query")
      }
    } catch .fault where scope.isOpen {
      throw .needsRows
    }
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

  private func member(
    _ field: Int, of base: TypedExpression, _ scope: Scope
  ) throws(Stop) -> Term {
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
