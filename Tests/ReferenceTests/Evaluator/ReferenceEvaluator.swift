import Quantities
import Semantics
import Source
import Syntax

typealias SpanOrNowhere = Span?

/// Walks a checked program, slowly and obviously: the oracle for the engine. It shares nothing with
/// the runtime but the program and the numbers of `Quantities`.
final class ReferenceEvaluator {
  let program: Program
  /// The rows of each registry by ascending keys.
  let registries: [[Boxed]]
  let asOf: CivilDate?
  /// Draws that were made before.
  var past: [ReferencePast] = []
  private var constants: [Int: Boxed] = [:]
  private var fixed: [Span: Bool] = [:]
  private var results: [Span: Result<Boxed, ReferenceFault>] = [:]

  /// What names stand for: parameters and bindings, and the rows of the queries around.
  struct Context {
    var locals: [Boxed] = []
    /// Innermost last.
    var rows: [Boxed] = []

    func inside(_ row: Boxed) -> Context { Context(locals: locals, rows: rows + [row]) }
  }

  init(_ program: Program, registries: [[Boxed]], asOf: CivilDate?) {
    self.program = program
    self.registries = registries
    self.asOf = asOf
  }

  func broken(_ what: String, _ span: Span) -> ReferenceFault { .init(.broken(what), span) }

  func evaluate(
    _ expression: TypedExpression, _ context: Context = Context()
  ) throws(ReferenceFault) -> Boxed {
    let span = expression.span
    switch expression.kind {
    case .constant(let constant): return Boxed(constant)
    case .local(let local): return context.locals[local.index]
    case .globalConstant(let id):
      if let known = constants[id.index] { return known }
      let value = try evaluate(program.constants[id.index].value)
      constants[id.index] = value
      return value
    case .field(let index, let depth):
      guard case .record(let fields) = context.rows[context.rows.count - 1 - depth] else {
        throw broken("a field of no row", span)
      }
      return fields[index]
    case .element(let depth): return context.rows[context.rows.count - 1 - depth]
    case .asOf:
      guard let asOf else { throw ReferenceFault(.noAsOfDate, span) }
      return .date(asOf)
    case .member(let value, let field):
      switch try evaluate(value, context) {
      case .record(let fields): return fields[field]
      case .group(let key, let value): return field == 0 ? key : value
      default: throw broken("a member of a plain value", span)
      }
    case .negate(let operand): return try negated(evaluate(operand, context), span)
    case .not(let operand): return .bool(!(try truth(operand, context)))
    case .and(let left, let right):
      return .bool(try truth(left, context) ? try truth(right, context) : false)
    case .or(let left, let right):
      return .bool(try truth(left, context) ? true : try truth(right, context))
    case .arithmetic(let operation, let left, let right):
      let a = try evaluate(left, context)
      let b = try evaluate(right, context)
      return try calculate(operation, a, b, span)
    case .compare(let comparison, let left, let right):
      let a = try evaluate(left, context)
      let b = try evaluate(right, context)
      return .bool(holds(comparison, a, b))
    case .widen(let operand):
      switch try evaluate(operand, context) {
      case .integer(let value): return .decimal(Decimal(value))
      case .none: return .none
      default: throw broken("widening of no integer", span)
      }
    case .some(let operand): return try evaluate(operand, context)
    case .unwrap(let operand):
      let value = try evaluate(operand, context)
      if value == .none { throw broken("absence where a value was certain", span) }
      return value
    case .isNone(let operand): return .bool(try evaluate(operand, context) == .none)
    case .coalesce(let left, let right):
      let value = try evaluate(left, context)
      return value == .none ? try evaluate(right, context) : value
    case .conditional(let condition, let then, let otherwise):
      return try truth(condition, context)
        ? try evaluate(then, context) : try evaluate(otherwise, context)
    case .match(let subjects, let arms):
      let values = try evaluate(all: subjects, context)
      for arm in arms where fits(arm.patterns, values) { return try evaluate(arm.result, context) }
      throw broken("a match without an arm", span)
    case .call(let id, let arguments):
      let function = program.functions[id.index]
      var inner = Context(locals: try evaluate(all: arguments, context))
      for binding in function.bindings { inner.locals.append(try evaluate(binding, inner)) }
      return try evaluate(function.body, inner)
    case .tableCall(let id, let arguments):
      return try decide(program.tables[id.index], evaluate(all: arguments, context), span)
    case .builtin(let builtin, let arguments):
      return try self.builtin(builtin, arguments, context, span)
    case .calendar(let question, let id, let arguments):
      return try ask(question, id, arguments, context, span)
    case .deadline(let operation, let arguments):
      return try deadline(operation, arguments, context, span)
    case .makeRecord(_, let fields): return .record(try evaluate(all: fields, context))
    case .list(let elements): return .list(try evaluate(all: elements, context))
    case .set(let elements): return .set(distinct(try evaluate(all: elements, context)))
    case .contains(let element, let collection):
      let wanted = try evaluate(element, context)
      let values = try elements(evaluate(collection, context), span)
      return .bool(values.contains { Boxed.same($0, wanted) })
    case .registry(let id): return .list(registries[id.index])
    case .query(let source, let steps):
      if isFixed(expression) { return try once(expression, source, steps) }
      return try query(source, steps, context)
    case .hostCall: throw broken("a host function", span)
    case .draw(let plan, let arguments):
      return try draw(program.plans[plan.index], arguments, context)
    }
  }

  /// Whether a query is the same wherever it is evaluated: the checker lets none depend on rows
  /// around it, and this one does not use locals either.
  private func isFixed(_ query: TypedExpression) -> Bool {
    if let known = fixed[query.span] { return known }
    var rest = [query]
    var isFixed = true
    while let next = rest.popLast() {
      if case .local = next.kind { isFixed = false }
      rest += next.children
    }
    fixed[query.span] = isFixed
    return isFixed
  }

  /// Evaluates such a query the first time only: nested in others it would take forever.
  private func once(
    _ query: TypedExpression, _ source: TypedExpression, _ steps: [TypedStep]
  ) throws(ReferenceFault) -> Boxed {
    if let known = results[query.span] { return try known.get() }
    do throws(ReferenceFault) {
      let value = try self.query(source, steps, Context())
      results[query.span] = .success(value)
      return value
    } catch {
      results[query.span] = .failure(error)
      throw error
    }
  }

  func evaluate(
    all expressions: [TypedExpression], _ context: Context
  ) throws(ReferenceFault) -> [Boxed] {
    var values: [Boxed] = []
    for expression in expressions { values.append(try evaluate(expression, context)) }
    return values
  }

  func truth(
    _ expression: TypedExpression, _ context: Context
  ) throws(ReferenceFault) -> Bool {
    guard case .bool(let truth) = try evaluate(expression, context) else {
      throw broken("a condition that is no truth value", expression.span)
    }
    return truth
  }

  func elements(_ value: Boxed, _ span: Span) throws(ReferenceFault) -> [Boxed] {
    switch value {
    case .list(let elements), .set(let elements): return elements
    default: throw broken("a list that is none", span)
    }
  }

  /// A set's elements: ascending, each once.
  private func distinct(_ values: [Boxed]) -> [Boxed] {
    var result: [Boxed] = []
    for value in values where !result.contains(where: { Boxed.same($0, value) }) {
      result.append(value)
    }
    return result.sorted { Boxed.order($0, $1) < 0 }
  }

  private func decide(
    _ table: TableDeclaration, _ arguments: [Boxed], _ span: Span
  ) throws(ReferenceFault) -> Boxed {
    let context = Context(locals: arguments)
    let rows = table.rows.filter { fits($0.patterns, arguments) }
    switch table.policy {
    case .collect: return .list(try evaluate(all: rows.map(\.result), context))
    case .unique where rows.count > 1: throw broken("a unique table with two rows", span)
    case .unique, .first:
      guard let row = rows.first else { throw broken("a table without a row", span) }
      return try evaluate(row.result, context)
    }
  }

  func fits(_ patterns: [TypedPattern], _ values: [Boxed]) -> Bool {
    zip(patterns, values).allSatisfy { fits($0, $1) }
  }

  private func fits(_ pattern: TypedPattern, _ value: Boxed) -> Bool {
    switch pattern {
    case .any: true
    case .none: value == .none
    case .equal(let constant): value != .none && Boxed.same(value, Boxed(constant))
    case .compare(let comparison, let constant):
      value != .none && holds(comparison, value, Boxed(constant))
    case .range(let low, let high):
      value != .none && Boxed.order(value, Boxed(low)) >= 0
        && Boxed.order(value, Boxed(high)) <= 0
    case .alternatives(let patterns): patterns.contains { fits($0, value) }
    case .not(let pattern): !fits(pattern, value)
    }
  }

  func holds(_ comparison: TypedExpression.Comparison, _ a: Boxed, _ b: Boxed) -> Bool {
    switch comparison {
    case .equal: Boxed.same(a, b)
    case .notEqual: !Boxed.same(a, b)
    case .less: Boxed.order(a, b) < 0
    case .lessOrEqual: Boxed.order(a, b) <= 0
    case .greater: Boxed.order(a, b) > 0
    case .greaterOrEqual: Boxed.order(a, b) >= 0
    }
  }
}
