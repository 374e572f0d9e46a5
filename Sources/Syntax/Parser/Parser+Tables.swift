import Source

extension Parser {
  /// table = "判定" name parameters "->" type ( "唯一" | "首个" | "汇总" ) "{" header { row } "}"
  mutating func table(from start: Int) -> TableItem {
    let name = name(unlike: Keyword.builtinFunctions)
    let parameters = parameters()
    let result = resultType()
    let policy = policy(of: name)
    var header: [Name] = []
    var rows: [TableRow] = []
    block(header: start, commas: false) { parser in
      if header.isEmpty {
        header = parser.tableHeader()
      } else {
        rows.append(parser.tableRow())
      }
    }
    return TableItem(
      name: name, parameters: parameters, result: result, policy: policy, header: header,
      rows: rows, span: span(from: start))
  }

  private mutating func policy(of table: Name) -> TableItem.Policy? {
    if isRecovering { return nil }
    if isOnLine, let match = match(of: [.unique, .first, .collect]) {
      _ = take(match)
      switch match.keyword {
      case .unique: return .unique
      case .first: return .first
      default: return .collect
      }
    }
    note(.missingPolicy(table, in: shownLanguage, at: behind))
    if !at(.leftBrace) { isRecovering = true }
    return nil
  }

  /// header = name { "|" name }
  mutating func tableHeader() -> [Name] {
    var names = [name(canStartLine: true)]
    while !isRecovering, eatOnLine(.bar) { names.append(name()) }
    return names
  }

  /// row = { pattern "|" } expression
  private mutating func tableRow() -> TableRow {
    let start = position
    var cells: [Pattern] = []
    for _ in 0..<barsInRow() where !isRecovering {
      cells.append(pattern())
      if !isRecovering, !eatOnLine(.bar) { reportUnexpected(Message(.cellsAreSeparated)) }
    }
    let result = isRecovering ? Expression(.missing, behind) : expression()
    return TableRow(cells: cells, result: result, span: span(from: start))
  }

  /// How many bars stand on the rest of this line, outside of brackets.
  func barsInRow() -> Int {
    var bars = 0
    var ahead = position
    while ahead < limit, ahead == position || !tokens[ahead].startsLine {
      guard case .punctuation(let punctuation) = tokens[ahead].kind else {
        ahead += 1
        continue
      }
      if punctuation == .semicolon { break }
      if punctuation == .bar { bars += 1 }
      ahead = punctuation.closer == nil ? ahead + 1 : max(brackets.end(of: ahead).end, ahead + 1)
    }
    return bars
  }
}
