import Source

extension Parser {
  /// principle = "原则" name parameters "->" type "=" expression
  ///             "{" [ header { exception } ] "}"
  mutating func principle(from start: Int) -> TableItem {
    let name = name(unlike: Keyword.builtinFunctions)
    let parameters = parameters()
    let result = resultType()
    if !isRecovering { expect(.assign) }
    let standard = isRecovering ? Expression(.missing, behind) : expression()
    var header: [Name]?
    var rows: [TableRow] = []
    var exceptions: [PrincipleSyntax.Exception] = []
    block(header: start, commas: false) { parser in
      if header == nil {
        header = parser.exceptionHeader()
      } else if let (row, exception) = parser.exceptionRow(columns: header?.count ?? 0) {
        rows.append(row)
        exceptions.append(exception)
      }
    }
    var item = TableItem(
      name: name, parameters: parameters, result: result, policy: .first, header: header ?? [],
      rows: rows, span: span(from: start))
    item.principle = PrincipleSyntax(standard: standard, exceptions: exceptions)
    return item
  }

  /// header = "例外" "|" name { "|" name } "|" "依据"
  private mutating func exceptionHeader() -> [Name] {
    if eat(.exception) == nil {
      reportUnexpected(Message(.exceptionHeader, headerWords))
      return []
    }
    var names: [Name] = []
    while !isRecovering {
      guard eatOnLine(.bar) else {
        report(.punctuation(.bar))
        break
      }
      if isOnLine, let match = match(of: [.basis]), !isNext(.bar) {
        _ = take(match)
        break
      }
      names.append(self.name())
    }
    return names
  }

  private var headerWords: [MessageArgument] {
    [Keyword.exception, .basis].map { .text($0.spelling(in: shownLanguage)) }
  }

  /// exception = text { "|" pattern } "|" expression "|" citations
  ///
  /// - Parameter columns: those of the parameters and of the result.
  private mutating func exceptionRow(columns: Int) -> (TableRow, PrincipleSyntax.Exception)? {
    let start = position
    let bars = barsInRow()
    guard kind == .text else {
      reportUnexpected(Message(.exceptionName))
      return nil
    }
    advance()
    let title = tokens[start].value
    let titleSpan = tokenSpan(start)
    var cells: [Pattern] = []
    // A row without grounds has a bar less; what else is wrong is the checker's.
    let patterns = bars == columns ? columns - 1 : bars - 2
    for _ in 0..<max(0, patterns) where !isRecovering {
      separator()
      if !isRecovering { cells.append(pattern()) }
    }
    separator()
    let result = isRecovering ? Expression(.missing, behind) : expression()
    if !isRecovering, !isOnLine { report(.citation) }
    separator()
    let grounds = isRecovering ? [] : citations()
    return (
      TableRow(cells: cells, result: result, span: span(from: start)),
      PrincipleSyntax.Exception(title: title, titleSpan: titleSpan, grounds: grounds)
    )
  }

  private mutating func separator() {
    if !isRecovering, !eatOnLine(.bar) { reportUnexpected(Message(.cellsAreSeparated)) }
  }
}
