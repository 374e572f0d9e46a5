import Source

extension Parser {
  /// test = "测试" text "{" { let | assert | given } "}"
  mutating func test(from start: Int) -> TestItem? {
    let title = text()
    var statements: [TestStatement] = []
    block(header: start, commas: false) { parser in
      if let statement = parser.testStatement() { statements.append(statement) }
    }
    return TestItem(
      title: title?.value ?? "", titleSpan: title?.span ?? behind, statements: statements,
      span: span(from: start))
  }

  /// assert = "断言" expression
  private mutating func testStatement() -> TestStatement? {
    let start = position
    guard let (keyword, _) = clauseKeyword(Keyword.testStatements, inside: .aTest) else {
      return nil
    }
    switch keyword {
    case .let: return .constant(letStatement(from: start))
    case .assert:
      let condition = expression()
      return .assert(condition, span: span(from: start))
    default:
      if isOnLine, at(.drawnRows), position + 1 < limit, tokens[position + 1].kind == .word {
        _ = eat(.drawnRows)
        if !isNext(.leftBrace) {
          let sample = name()
          return .givenSample(sample, span: span(from: start))
        }
        return givenDrawn(from: start).map { .givenDrawn($0) }
      }
      return given(from: start).map { .given($0) }
    }
  }

  /// given = "给定" name [ "截至" additive ] ( "取自" text | "{" header { expression { "|" expression } } "}" )
  private mutating func given(from start: Int) -> GivenStatement? {
    let registry = name()
    var asAt: Expression?
    if !isRecovering, eatOnLine(.asAt) != nil { asAt = operand() }
    if !isRecovering, eatOnLine(.from) != nil {
      guard let (path, pathSpan) = text() else { return nil }
      var given = GivenStatement(
        registry: registry, rows: .file(path, span: pathSpan), span: span(from: start))
      given.asAt = asAt
      return given
    }
    var header: [Name] = []
    var rows: [[Expression]] = []
    block(header: start, commas: false) { parser in
      if header.isEmpty {
        header = parser.tableHeader()
      } else {
        rows.append(parser.givenRow())
      }
    }
    var given = GivenStatement(
      registry: registry, rows: .table(header: header, rows: rows), span: span(from: start))
    given.asAt = asAt
    return given
  }

  private mutating func givenRow() -> [Expression] {
    var cells = [expression()]
    while !isRecovering, eatOnLine(.bar) { cells.append(expression()) }
    return cells
  }
}
