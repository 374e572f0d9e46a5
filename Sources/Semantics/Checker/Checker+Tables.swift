import Source
import Syntax

/// Decision tables.
extension Checker {
  mutating func checkTable(_ id: TableID) {
    let source = tableItems[id.index]
    let signature = tableSignatures[id.index]
    if source.item.principle != nil {
      if !isGrounds(id) { checkPrinciple(id) }
      return
    }
    let table = elsewhere(module: source.module, owner: .table(id)) {
      $0.table(source.item, signature)
    }
    program.tables.append(table)
  }

  private mutating func table(_ item: TableItem, _ signature: Signature) -> TableDeclaration {
    for parameter in signature.parameters {
      _ = scope.add(parameter.name, parameter.type, isBinding: false)
    }
    let types = columnTypes(item, signature)
    reportHeader(item)
    let result = item.policy == .collect ? signature.result.element ?? .unknown : signature.result
    let rows = patternRows(
      item.rows.map { ($0.cells, $0.result.span, $0.span) }, types: types)
    var narrowing = Narrowing(
      types.indices.map { Place(root: .local(LocalID($0)), path: []) })
    // With `汇总` or `唯一` an earlier row takes nothing away from a later one.
    let isFirst = item.policy == .first
    var arms: [TypedArm] = []
    for (syntax, row) in zip(item.rows, rows.rows) {
      var single = narrowing
      let facts = isFirst ? narrowing.facts(of: row.patterns) : single.facts(of: row.patterns)
      let value = assuming(facts) { $0.check(syntax.result, as: result) }
      arms.append(TypedArm(patterns: row.patterns, result: value))
    }
    if let policy = item.policy {
      let columns = zip(signature.parameters, types).map {
        PatternMatrix.Column(name: $0.name.text, type: $1)
      }
      checkCoverage(columns, rows, inside: item.span, of: ownSubject) {
        $0.table(item.name, policy: policy)
      }
    }
    return TableDeclaration(
      name: item.name, parameters: signature.parameters, result: result,
      policy: item.policy ?? .first, rows: arms)
  }

  /// The table being checked.
  var ownSubject: CoverageFact.Subject? {
    if case .table(let id)? = owner { .table(id) } else { nil }
  }

  /// The types of the parameters that patterns look at; others are reported.
  mutating func columnTypes(_ item: TableItem, _ signature: Signature) -> [Type] {
    zip(signature.parameters, item.parameters).map { parameter, syntax in
      if parameter.type.isUnknown || parameter.type.unwrapped.isScalar { return parameter.type }
      report(typeNotAllowed(parameter.type, syntax.type.span, .inTable))
      return .unknown
    }
  }

  /// The header must repeat the parameters in order, with one more name for the result.
  mutating func reportHeader(_ item: TableItem) {
    guard let last = item.header.last else { return }
    let wanted = item.parameters.map(\.name)
    if item.header.count != wanted.count + 1 {
      report(headerCount(item.header[0].span.joined(last.span), item, wanted))
      return
    }
    for (found, parameter) in zip(item.header, wanted) where found.text != parameter.text {
      report(headerName(found, parameter))
      return
    }
  }
}
