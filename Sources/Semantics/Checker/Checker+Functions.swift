import Source
import Syntax

/// Functions and their blocks.
extension Checker {
  mutating func resolveSignatures() {
    for (index, source) in functionItems.enumerated() {
      let signature = elsewhere(module: source.module, owner: .function(FunctionID(index))) {
        Signature(
          name: source.item.name, parameters: $0.parameters(source.item.parameters),
          result: $0.resolve(source.item.result))
      }
      functionSignatures.append(signature)
    }
    for (index, source) in tableItems.enumerated() {
      if isGrounds(TableID(index)), let principle = tableSignatures.last {
        tableSignatures.append(
          Signature(name: principle.name, parameters: principle.parameters, result: .text))
        continue
      }
      let signature = elsewhere(module: source.module, owner: .table(TableID(index))) { checker in
        let result = checker.resolve(source.item.result)
        return Signature(
          name: source.item.name, parameters: checker.parameters(source.item.parameters),
          result: source.item.policy == .collect ? .list(result) : result)
      }
      tableSignatures.append(signature)
    }
    resolveParameters()
    let clauses = planItems.indices.map { composed(PlanID($0))?.item.clauses ?? [] }
    planRegistries = clauses.map { clauses in
      registry(of: clauses) { if case .over(let over) = $0 { over.registry } else { nil } }
    }
    planStages = clauses.map { clauses in
      registry(of: clauses) { if case .thenSample(let stage) = $0 { stage.registry } else { nil } }
    }
  }

  /// The registry that the first clause of a kind names.
  private func registry(
    of clauses: [PlanClause], _ name: (PlanClause.Kind) -> Name?
  ) -> RegistryID? {
    for clause in clauses {
      guard let name = name(clause.kind),
        case .registry(let id)? = modules[module(of: name.span)].visible[name.text]?.entity
      else { continue }
      return id
    }
    return nil
  }

  private mutating func parameters(_ syntax: [ParameterSyntax]) -> [FieldDeclaration] {
    reportRepeated(syntax.map(\.name))
    return syntax.map { FieldDeclaration(name: $0.name, type: resolve($0.type)) }
  }

  mutating func checkFunction(_ id: FunctionID) {
    let source = functionItems[id.index]
    let signature = functionSignatures[id.index]
    let function = elsewhere(module: source.module, owner: .function(id)) { checker in
      for parameter in signature.parameters {
        _ = checker.scope.add(parameter.name, parameter.type, isBinding: false)
      }
      let bindings = source.item.body.bindings.map { checker.binding($0) }
      let body = checker.check(source.item.body.value, as: signature.result)
      checker.reportUnusedBindings()
      return FunctionDeclaration(
        name: source.item.name, parameters: signature.parameters, result: signature.result,
        bindings: bindings, body: body)
    }
    program.functions.append(function)
  }

  /// `设 x = …` inside a body: the value, after which the name stands for it.
  mutating func binding(_ statement: LetStatement) -> TypedExpression {
    let value = value(of: statement)
    if let earlier = scope.add(statement.name, value.type, isBinding: true) {
      report(redeclared(statement.name, earlier))
    }
    return value
  }

  /// The value of a `设` line, of the type it gives if it gives one.
  mutating func value(of statement: LetStatement) -> TypedExpression {
    guard let type = statement.type else { return infer(statement.value) }
    let wanted = resolve(type)
    return check(statement.value, as: wanted)
  }

  /// Warns of bindings that nothing after them names.
  mutating func reportUnusedBindings() {
    for local in scope.locals where local.isBinding && !local.isUsed && !local.type.isUnknown {
      report(unusedBinding(local.name))
    }
  }
}

extension TypedExpression {
  /// What stands for an expression whose mistake has been reported.
  static func unknown(at span: Span) -> TypedExpression {
    TypedExpression(.constant(.none), .unknown, span)
  }
}
