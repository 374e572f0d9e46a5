import Source

/// Queries inside conditions must be the same for every row.
extension Checker {
  mutating func reportRowDependence() {
    var summaries = Summaries(program)
    summaries.settleAll()
    var walk = RowDependenceWalk(summaries.sensitive)
    for constant in program.constants { walk.walk(constant.value) }
    for plan in program.plans {
      for (expression, _) in plan.rowExpressions { walk.walk(expression) }
      for expression in plan.openExpressions { walk.walk(expression) }
    }
    for cap in program.visitCaps {
      for expression in cap.rowExpressions { walk.walk(expression) }
    }
    for test in program.tests {
      for expression in test.expressions { walk.walk(expression) }
    }
    for show in program.shows { walk.walk(show) }
    // Plans share what they take over, and the conditions of a checklist.
    var told: Set<RowDependenceWalk.Mistake> = []
    for mistake in summaries.mistakes + walk.mistakes where told.insert(mistake).inserted {
      switch mistake {
      case .query(let span): report(queryUsesOuterRow(span))
      case .collection(let span): report(listDependsOnRow(span))
      case .argument(let span, let callee): report(argumentUsedInQuery(span, name(of: callee)))
      }
    }
  }
}

/// Finds the sensitive parameters of all functions and tables.
private struct Summaries {
  let sensitive = SensitiveParameters()
  private(set) var mistakes: [RowDependenceWalk.Mistake] = []
  private let program: Program

  init(_ program: Program) { self.program = program }

  /// Each after those it calls.
  mutating func settleAll() {
    let all =
      program.functions.indices.map { Entity.function(FunctionID($0)) }
      + program.tables.indices.map { Entity.table(TableID($0)) }
    var order: [Entity] = []
    var walk = DepthFirstWalk<Entity>()
    for entity in all {
      walk.visit(
        entity,
        targets: { entity in
          let (_, bindings, results) = body(of: entity)
          return (bindings + results).flatMap(\.callees)
        }, leave: { order.append($0) })
    }
    for entity in order { settle(entity) }
  }

  private mutating func settle(_ entity: Entity) {
    let (count, bindings, results) = body(of: entity)
    var walk = RowDependenceWalk(sensitive)
    // What each local depends on, in terms of parameters.
    var roots: [Set<Int>] = (0..<count).map { [$0] }
    func parameters(_ locals: Set<LocalID>) -> Set<Int> {
      locals.reduce(into: []) { result, local in
        if roots.indices.contains(local.index) { result.formUnion(roots[local.index]) }
      }
    }
    for binding in bindings { roots.append(parameters(walk.walk(binding).locals)) }
    for result in results { walk.walk(result) }
    sensitive.of[entity] = parameters(walk.sensitiveLocals)
    mistakes += walk.mistakes
  }

  /// How many parameters it has, and its expressions.
  private func body(
    of entity: Entity
  ) -> (parameters: Int, bindings: [TypedExpression], results: [TypedExpression]) {
    switch entity {
    case .function(let id) where program.functions.indices.contains(id.index):
      let function = program.functions[id.index]
      return (function.parameters.count, function.bindings, [function.body])
    case .table(let id) where program.tables.indices.contains(id.index):
      let table = program.tables[id.index]
      return (table.parameters.count, [], table.rows.map(\.result))
    default: return (0, [], [])
    }
  }
}

extension TestDeclaration {
  /// The values and assertions of the test, in order.
  package var expressions: [TypedExpression] {
    statements.compactMap { statement in
      switch statement {
      case .constant(_, let value), .assert(let value): value
      case .given, .givenDrawn, .givenSample: nil
      }
    }
  }
}
