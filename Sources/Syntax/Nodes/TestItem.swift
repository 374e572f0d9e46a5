package import Source

/// `测试 "D 级全部抽中" { … }`
package struct TestItem: Sendable {
  package let title: String
  package let titleSpan: Span
  package let statements: [TestStatement]
  package let span: Span

  package init(title: String, titleSpan: Span, statements: [TestStatement], span: Span) {
    self.title = title
    self.titleSpan = titleSpan
    self.statements = statements
    self.span = span
  }
}

package enum TestStatement: Sendable {
  case constant(LetStatement)
  /// `断言 条件`
  case assert(Expression, span: Span)
  case given(GivenStatement)
  case givenDrawn(GivenDrawnStatement)
  /// `给定 已抽 样本`: a sample that was drawn above.
  case givenSample(Name, span: Span)
}

/// The rows that a registry has in this test: written out, or from a data file beside the script.
package struct GivenStatement: Sendable {
  package enum Rows: Sendable {
    /// `给定 校园食堂 { 代码 | 信用 … }`: a header of field names, then rows of values.
    case table(header: [Name], rows: [[Expression]])
    /// `给定 校园食堂 取自 "食堂.csv"`
    case file(String, span: Span)
  }

  package let registry: Name
  /// The day that the rows show.
  package var asAt: Expression?
  package let rows: Rows
  package let span: Span

  package init(registry: Name, rows: Rows, span: Span) {
    self.registry = registry
    self.rows = rows
    self.span = span
  }
}
