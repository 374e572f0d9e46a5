import Quantities
import Source
import Syntax

/// `测试`: data that is given, names, and assertions.
extension Checker {
  mutating func checkTest(_ item: TestItem) {
    let statements = elsewhere(module: main, owner: nil) { checker in
      let statements = checker.statements(item)
      checker.reportUnusedBindings()
      return statements
    }
    program.tests.append(
      TestDeclaration(title: item.title, statements: statements, span: item.span))
  }

  private mutating func statements(_ item: TestItem) -> [TestDeclaration.Statement] {
    var statements: [TestDeclaration.Statement] = []
    var given: [RegistryID: Span] = [:]
    var firstOther: Span?
    for statement in item.statements {
      switch statement {
      case .constant(let binding):
        firstOther = firstOther ?? binding.span
        let value = self.binding(binding)
        statements.append(.constant(LocalID(scope.locals.count - 1), value))
      case .assert(let condition, let span):
        firstOther = firstOther ?? span
        statements.append(.assert(check(condition, as: .bool)))
      case .given(let syntax):
        guard let registry = registry(syntax.registry) else { continue }
        if let earlier = given[registry] {
          report(givenTwice(syntax.registry, earlier))
          continue
        }
        given[registry] = syntax.registry.span
        if let firstOther { report(givenTooLate(syntax.registry, firstOther)) }
        var asAt: CivilDate?
        if let written = syntax.asAt,
          case .date(let date)? = constant(check(written, as: .date), .given)
        {
          asAt = date
        }
        if let rows = rows(syntax, registry) {
          statements.append(.given(registry, rows, asAt: asAt))
        }
      case .givenSample(let name, let span):
        firstOther = firstOther ?? span
        if let statement = givenSample(name, among: statements) { statements.append(statement) }
      case .givenDrawn(let syntax):
        if let firstOther { report(givenTooLate(syntax.registry, firstOther)) }
        if let statement = givenDrawn(syntax) { statements.append(statement) }
      }
    }
    return statements
  }

  private mutating func rows(
    _ syntax: GivenStatement, _ id: RegistryID
  ) -> TestDeclaration.Rows? {
    switch syntax.rows {
    case .file(let path, let span): return .file(path, span)
    case .table(let header, let rows):
      guard let columns = columns(header, id, syntax) else { return nil }
      let registry = program.registries[id.index]
      let fields = registry.fields
      var given: [TestDeclaration.GivenRow] = []
      for row in rows {
        guard let first = row.first, let last = row.last else { continue }
        let span = first.span.joined(last.span)
        guard row.count == header.count else {
          report(givenCellCount(row.count, header.count, span))
          continue
        }
        var values: [TypedExpression.Constant?] = fields.map { _ in nil }
        var copies: Int64?
        for (cell, column) in zip(row, columns) {
          guard let column else { continue }
          if column == registry.key, cell.isNumberOfObjects {
            copies = self.copies(cell)
            continue
          }
          let value = check(cell, as: fields[column].type)
          values[column] = constant(value, .given)
        }
        given.append(TestDeclaration.GivenRow(values: values, copies: copies))
      }
      reportRepeatedKeys(given.map(\.values), rows, columns, registry.key)
      return .table(given)
    }
  }

  /// How many rows with keys made up a test wants.
  private mutating func copies(_ cell: Expression) -> Int64? {
    guard case .integer(let count)? = constant(check(cell, as: .count(.objects)), .given) else {
      return nil
    }
    guard (1...TestDeclaration.GivenRow.greatestNumberOfCopies).contains(count) else {
      report(givenCopies(cell.span))
      return nil
    }
    return count
  }

  /// The field that each column holds; nil where a needed column is missing altogether.
  private mutating func columns(
    _ header: [Name], _ id: RegistryID, _ syntax: GivenStatement
  ) -> [Int?]? {
    reportRepeated(header)
    let registry = program.registries[id.index]
    let columns = header.map { registryFields[id.index][$0.text] }
    for (name, column) in zip(header, columns) where column == nil {
      report(unknownMember(name, of: .row(id)))
    }
    let missing = registry.fields.indices.filter { index in
      let field = registry.fields[index]
      let isNeeded = index == registry.key || (field.missing == nil && !field.type.isOptional)
      return isNeeded && !field.type.isUnknown && !columns.contains(index)
    }
    guard missing.isEmpty else {
      if !columns.contains(nil) {
        report(columnsMissing(syntax.registry, missing.map { registry.fields[$0].name.text }))
      }
      return nil
    }
    return columns
  }

  private mutating func reportRepeatedKeys(
    _ values: [[TypedExpression.Constant?]], _ rows: [[Expression]], _ columns: [Int?], _ key: Int
  ) {
    guard let column = columns.firstIndex(of: key), values.count == rows.count else { return }
    var seen: [TypedExpression.Constant: Span] = [:]
    for (row, syntax) in zip(values, rows) {
      guard let value = row[key] else { continue }
      let span = syntax[column].span
      if let earlier = seen[value] {
        report(givenKeyTwice(span, earlier))
      } else {
        seen[value] = span
      }
    }
  }
}

extension Expression {
  /// `40户`: in the column of the key, so many rows.
  fileprivate var isNumberOfObjects: Bool {
    switch kind {
    case .literal(.counted(_, .objects)), .literal(.counted(_, .firms)): true
    default: false
    }
  }
}
