package import Source

/// What a principle has besides a table: `原则 联合检查(部门数: 整数) -> 布尔 = 真 { 例外 | 部门数 | 结果 | 依据 … }`
package struct PrincipleSyntax: Sendable {
  /// A named exception, for each row of the table.
  package struct Exception: Sendable {
    package let title: String
    package let titleSpan: Span
    package let grounds: [CitationSyntax]

    package init(title: String, titleSpan: Span, grounds: [CitationSyntax]) {
      self.title = title
      self.titleSpan = titleSpan
      self.grounds = grounds
    }
  }

  /// What holds where no exception does.
  package let standard: Expression
  package let exceptions: [Exception]

  package init(standard: Expression, exceptions: [Exception]) {
    self.standard = standard
    self.exceptions = exceptions
  }
}
