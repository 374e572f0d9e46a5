package import Source

/// Where a table is called with values of a registry's rows, also from inside of functions and other
/// tables. Calls whose arguments come from anywhere else are left out.
package struct TableUses {
  package struct Use: Sendable {
    package let registry: RegistryID
    /// Over the registry's row.
    package let arguments: [TypedExpression]
    /// Which rows are meant; nil for all.
    package let scope: TypedExpression?
    /// The call.
    package let span: Span
  }

  /// A row that expressions are about.
  private struct Row {
    let registry: RegistryID
    var scope: TypedExpression?
  }

  private let program: Program
  private let table: TableID
  private var found: [Use] = []
  /// Calls are followed this often at most: functions that call many others would take long.
  private var budget = 10_000

  private init(_ table: TableID, _ program: Program) {
    self.table = table
    self.program = program
  }

  package static func of(_ table: TableID, in program: Program) -> [Use] {
    var uses = TableUses(table, program)
    for plan in program.plans {
      // A scope that asks the table itself cannot say which rows are meant.
      let asksIt = plan.scope?.callees.contains(.table(table)) ?? false
      for (expression, registry) in plan.rowExpressions {
        let scope = registry == plan.registry && !asksIt ? plan.scope : nil
        uses.visit(expression, Row(registry: registry, scope: scope), [])
      }
    }
    for constant in program.constants { uses.visit(constant.value, nil, []) }
    for show in program.shows { uses.visit(show, nil, []) }
    for test in program.tests {
      for expression in test.expressions { uses.visit(expression, nil, []) }
    }
    return uses.found
  }

  /// - Parameter locals: what the parameters and bindings stand for; nil for what is not of the row.
  private mutating func visit(
    _ expression: TypedExpression, _ row: Row?, _ locals: [TypedExpression?]
  ) {
    switch expression.kind {
    case .tableCall(let id, let arguments):
      let values = arguments.map { $0.filled(with: locals) }
      if id == table, let row, values.allSatisfy({ $0?.isOfTheRowAlone == true }) {
        found.append(
          Use(
            registry: row.registry, arguments: values.compactMap(\.self), scope: row.scope,
            span: expression.span))
      }
      guard program.tables.indices.contains(id.index) else { break }
      enter(values, [], program.tables[id.index].rows.map(\.result), row)
    case .call(let id, let arguments):
      guard program.functions.indices.contains(id.index) else { break }
      let function = program.functions[id.index]
      enter(
        arguments.map { $0.filled(with: locals) }, function.bindings, [function.body], row)
    case .query(let source, let steps):
      visit(source, row, locals)
      let inside = locals.map { $0.flatMap { $0.isConstant ? $0 : nil } }
      var element: Row?
      if case .list(.row(let registry)) = source.type { element = Row(registry: registry) }
      for step in steps {
        guard let value = step.expression else { continue }
        visit(value, element, inside)
        guard case .where(let condition) = step.kind else { continue }
        let filled = condition.filled(with: inside)
        if let filled, filled.isOfTheRowAlone, let scope = element?.scope {
          element?.scope = TypedExpression(.and(scope, filled), .bool, filled.span)
        } else if let filled, filled.isOfTheRowAlone {
          element?.scope = filled
        }
      }
      return
    default: break
    }
    for child in expression.children { visit(child, row, locals) }
  }

  /// The body of a function or table, with its arguments.
  private mutating func enter(
    _ arguments: [TypedExpression?], _ bindings: [TypedExpression], _ results: [TypedExpression],
    _ row: Row?
  ) {
    guard row != nil, budget > 0 else { return }
    budget -= 1
    var locals = arguments
    for binding in bindings {
      visit(binding, row, locals)
      locals.append(binding.filled(with: locals))
    }
    for result in results { visit(result, row, locals) }
  }
}

extension TypedExpression {
  var isConstant: Bool { if case .constant = kind { true } else { false } }

  /// Whether it needs nothing but the row that is looked at, the as-of date and constants.
  package var isOfTheRowAlone: Bool {
    switch kind {
    case .field(_, depth: 0), .constant, .globalConstant, .asOf: true
    case .local, .field, .element, .query, .draw, .registry: false
    default: !type.hasUnknown && children.allSatisfy(\.isOfTheRowAlone)
    }
  }

  /// The expression with values in the place of locals; nil where one is not known, or where it is
  /// of a kind that is not looked into.
  fileprivate func filled(with locals: [TypedExpression?]) -> TypedExpression? {
    func fill(_ other: TypedExpression) -> TypedExpression? { other.filled(with: locals) }
    func all(_ others: [TypedExpression]) -> [TypedExpression]? {
      let filled = others.compactMap(fill)
      return filled.count == others.count ? filled : nil
    }
    func two(
      _ a: TypedExpression, _ b: TypedExpression, _ make: (TypedExpression, TypedExpression) -> Kind
    ) -> Kind? {
      guard let a = fill(a), let b = fill(b) else { return nil }
      return make(a, b)
    }
    let made: Kind? =
      switch kind {
      case .constant, .globalConstant, .field, .asOf: kind
      case .local(let id):
        locals.indices.contains(id.index) ? locals[id.index]?.kind : nil
      case .negate(let value): fill(value).map { .negate($0) }
      case .not(let value): fill(value).map { .not($0) }
      case .widen(let value): fill(value).map { .widen($0) }
      case .some(let value): fill(value).map { .some($0) }
      case .unwrap(let value): fill(value).map { .unwrap($0) }
      case .isNone(let value): fill(value).map { .isNone($0) }
      case .and(let a, let b): two(a, b) { .and($0, $1) }
      case .or(let a, let b): two(a, b) { .or($0, $1) }
      case .coalesce(let a, let b): two(a, b) { .coalesce($0, $1) }
      case .compare(let comparison, let a, let b): two(a, b) { .compare(comparison, $0, $1) }
      case .arithmetic(let operation, let a, let b):
        two(a, b) { .arithmetic(operation, $0, $1) }
      case .contains(let a, let b): two(a, b) { .contains($0, in: $1) }
      case .list(let values): all(values).map { .list($0) }
      case .set(let values): all(values).map { .set($0) }
      case .builtin(let builtin, let values): all(values).map { .builtin(builtin, $0) }
      case .calendar(let question, let calendar, let values):
        all(values).map { .calendar(question, calendar, $0) }
      case .call(let id, let values): all(values).map { .call(id, $0) }
      case .tableCall(let id, let values): all(values).map { .tableCall(id, $0) }
      case .conditional(let condition, let then, let otherwise):
        all([condition, then, otherwise]).map {
          .conditional($0[0], then: $0[1], otherwise: $0[2])
        }
      default: nil
      }
    return made.map { TypedExpression($0, type, span) }
  }
}
