import Source
import Syntax

/// Principles: what holds as a rule, and the exceptions that are named and have grounds.
extension Checker {
  /// Whether a table holds the grounds of the principle before it.
  func isGrounds(_ id: TableID) -> Bool {
    let item = tableItems[id.index].item
    guard item.principle != nil, id.index > 0 else { return false }
    return tableItems[id.index - 1].item.span == item.span
  }

  /// Two tables: the principle, and the words for what its value rests on.
  mutating func checkPrinciple(_ id: TableID) {
    let source = tableItems[id.index]
    let signature = tableSignatures[id.index]
    guard let syntax = source.item.principle else { return }
    let (table, grounds) = elsewhere(module: source.module, owner: .table(id)) { checker in
      var table = checker.principle(source.item, syntax, signature)
      table.grounds = TableID(id.index + 1)
      return (table, checker.grounds(of: table, syntax))
    }
    program.tables.append(table)
    program.tables.append(grounds)
  }

  private mutating func principle(
    _ item: TableItem, _ syntax: PrincipleSyntax, _ signature: Signature
  ) -> TableDeclaration {
    for parameter in signature.parameters {
      _ = scope.add(parameter.name, parameter.type, isBinding: false)
    }
    let types = columnTypes(item, signature)
    reportHeader(item)
    reportRepeatedTitles(syntax)
    let rows = patternRows(item.rows.map { ($0.cells, $0.result.span, $0.span) }, types: types)
    var arms: [TypedArm] = []
    for (syntax, row) in zip(item.rows, rows.rows) {
      var narrowing = Narrowing(
        types.indices.map { Place(root: .local(LocalID($0)), path: []) })
      let facts = narrowing.facts(of: row.patterns)
      let value = assuming(facts) { $0.check(syntax.result, as: signature.result) }
      arms.append(TypedArm(patterns: row.patterns, result: value))
    }
    let standard = check(syntax.standard, as: signature.result)
    let outcomes = arms.map { outcome($0.result) }
    let columns = zip(signature.parameters, types).map {
      PatternMatrix.Column(name: $0.name.text, type: $1)
    }
    checkCoverage(columns, rows, inside: item.span, of: ownSubject) {
      $0.principle(item.name, titles: syntax.exceptions.map(\.title), outcomes: outcomes)
    }
    for (index, outcome) in outcomes.enumerated() where outcome == self.outcome(standard) {
      guard !arms[index].result.type.isUnknown else { continue }
      report(
        exceptionChangesNothing(
          syntax.exceptions[index].title, item.rows[index].result.span, syntax.standard.span))
    }
    arms.append(TypedArm(patterns: types.map { _ in .any }, result: standard))
    return TableDeclaration(
      name: item.name, parameters: signature.parameters, result: signature.result, policy: .first,
      rows: arms)
  }

  /// What two results are compared by: their values, or what is written where data decides them.
  private func outcome(_ result: TypedExpression) -> PrincipleOutcome {
    if let value = knownValue(result) { return .value(value) }
    return .written(written(result.span).filter { !$0.isWhitespace })
  }

  private mutating func grounds(
    of table: TableDeclaration, _ syntax: PrincipleSyntax
  ) -> TableDeclaration {
    let quotes = language == .chinese ? ("“", "”", "：", "、") : ("\"", "\"", ": ", ", ")
    var texts = syntax.exceptions.map { exception in
      let bases = exception.grounds.compactMap { basis($0)?.text }
      let name = Keyword.exception.spelling(in: language) + (language == .chinese ? "" : " ")
      return name + quotes.0 + exception.title + quotes.1 + quotes.2
        + bases.joined(separator: quotes.3)
    }
    texts.append(Keyword.principle.spelling(in: language))
    let rows = zip(table.rows, texts).map { row, text in
      TypedArm(
        patterns: row.patterns,
        result: TypedExpression(.constant(.text(text)), .text, row.result.span))
    }
    return TableDeclaration(
      name: table.name, parameters: table.parameters, result: .text, policy: .first, rows: rows)
  }

  private mutating func reportRepeatedTitles(_ syntax: PrincipleSyntax) {
    var seen: [String: Span] = [:]
    for exception in syntax.exceptions {
      if let earlier = seen[exception.title] {
        report(exceptionTwice(exception.title, exception.titleSpan, earlier))
      } else {
        seen[exception.title] = exception.titleSpan
      }
    }
  }

  /// `依据(联合检查(2, 假))`: what the value of a principle rests on, in words.
  mutating func basisCall(
    _ keywordSpan: Span, _ arguments: [CallArgument], _ span: Span
  ) -> TypedExpression {
    guard arguments.count == 1, arguments[0].label == nil else {
      report(
        argumentCount(
          Keyword.basis.spelling(in: language), keywordSpan, found: arguments.count, wanted: 1))
      return .unknown(at: span, .text)
    }
    let before = errorCount
    let value = infer(arguments[0].value)
    if case .tableCall(let id, let values) = value.kind,
      tableItems[id.index].item.principle != nil, !isGrounds(id)
    {
      return TypedExpression(.tableCall(TableID(id.index + 1), values), .text, span)
    }
    if errorCount == before { report(notAPrinciple(arguments[0].value.span)) }
    return .unknown(at: span, .text)
  }
}

/// What an exception leads to, as far as two can be told apart.
enum PrincipleOutcome: Hashable, Sendable {
  case value(TypedExpression.Constant)
  case written(String)
}
