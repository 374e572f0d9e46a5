import Source

extension Parser {
  /// tasks = "任务分工" name [ "期间" end "至" end ] "{" header { row } "}"
  mutating func tasks(from start: Int) -> TasksItem {
    let name = name()
    var period: (from: Expression, to: Expression)?
    if !isRecovering, eatOnLine(.period) != nil { period = interval() }
    var header: [Name] = []
    var rows: [TasksItem.Row] = []
    block(header: start, commas: false) { parser in
      if header.isEmpty {
        header = parser.tableHeader()
      } else if let row = parser.taskRow(hasContent: header.count > 3) {
        rows.append(row)
      }
    }
    return TasksItem(
      name: name, period: period, header: header, rows: rows, span: span(from: start))
  }

  /// row = task "|" [ text "|" ] ( "_" | [ name { "," name } ] ) "|" ( "_" | expression )
  private mutating func taskRow(hasContent: Bool) -> TasksItem.Row? {
    let start = position
    var task: (text: String, span: Span)?
    if !eat(.underscore) {
      guard kind == .text else {
        fail {
          .expected(
            .text, in: $0.shownLanguage,
            found: Diagnostic.quoted($0.file.text($0.tokenSpan($0.position))),
            at: $0.tokenSpan($0.position))
        }
        return nil
      }
      advance()
      task = (tokens[position - 1].value, tokenSpan(position - 1))
    }
    expect(.bar)
    var content: (text: String, span: Span)?
    if hasContent, !isRecovering {
      content = text().map { ($0.value, $0.span) }
      if !isRecovering { expect(.bar) }
    }
    if isRecovering { return nil }
    let dutyStart = position
    var duty: [Name]? = []
    if eatOnLine(.underscore) {
      duty = nil
    } else if isOnLine, !at(.bar) {
      duty = names()
    }
    let dutySpan = position > dutyStart ? span(from: dutyStart) : behind
    if !isRecovering { expect(.bar) }
    if isRecovering { return nil }
    let deadline = eatOnLine(.underscore) ? nil : expression()
    return TasksItem.Row(
      task: task, content: content, duty: duty, dutySpan: dutySpan, deadline: deadline,
      span: span(from: start))
  }
}
