package import Source

/// By when something is to be done, as written: `11月底前`, `6月上旬`, `任务完成后 20工作日`.
package indirect enum DeadlineSyntax: Sendable {
  /// A number as written.
  package struct Number: Sendable {
    package let digits: String
    package let span: Span

    package init(_ digits: String, _ span: Span) {
      self.digits = digits
      self.span = span
    }
  }

  /// `长期`
  case openEnded
  /// `11月底前`, `2026年6月上旬`; the part is one of `Keyword.monthParts`.
  case month(year: Number?, month: Number, part: Keyword)
  /// `10月15日前`
  case day(year: Number?, month: Number, day: Number)
  /// `年底前`, `2026年底前`
  case year(Number?)
  /// `每月5日前`
  case everyMonth(day: Number)
  /// `每月底前`, `每季度末前`
  case everyMonthEnd, everyQuarterEnd
  /// `任务完成后 20工作日`; one of `Keyword.events`.
  case afterEvent(Keyword, Expression)
  /// `开工日期 前`
  case before(Expression)
  /// `开工日期 后 10工作日`
  case after(Expression, Expression)
  /// `2026年3月`, `11月`: an end of a period.
  case wholeMonth(year: Number?, month: Number)

  var partsHeight: Int32 {
    switch self {
    case .afterEvent(_, let value), .before(let value): value.height
    case .after(let date, let time): max(date.height, time.height)
    default: 0
    }
  }
}

/// `任务分工 重点任务 期间 2022年6月 至 2022年9月 { 任务 | 内容 | 责任 | 期限 … }`
package struct TasksItem: Sendable {
  package struct Row: Sendable {
    /// Nil for `_`: as in the row above.
    package let task: (text: String, span: Span)?
    /// Nil where the table has no such column.
    package let content: (text: String, span: Span)?
    /// Nil for `_`.
    package let duty: [Name]?
    package let dutySpan: Span
    /// Nil for `_`.
    package let deadline: Expression?
    package let span: Span

    package init(
      task: (text: String, span: Span)?, content: (text: String, span: Span)?, duty: [Name]?,
      dutySpan: Span, deadline: Expression?, span: Span
    ) {
      self.task = task
      self.content = content
      self.duty = duty
      self.dutySpan = dutySpan
      self.deadline = deadline
      self.span = span
    }
  }

  package let name: Name
  package let period: (from: Expression, to: Expression)?
  /// What its author calls the task, its content (which may be left out), the duty, the deadline.
  package let header: [Name]
  package let rows: [Row]
  package let span: Span

  package init(
    name: Name, period: (from: Expression, to: Expression)?, header: [Name], rows: [Row], span: Span
  ) {
    self.name = name
    self.period = period
    self.header = header
    self.rows = rows
    self.span = span
  }
}
