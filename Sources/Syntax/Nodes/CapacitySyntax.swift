package import Source

/// `力量 应急管理局 8人 { 总法定工作日 1984工作日 … 每户 2工作日 }`
package struct CapacitySyntax: Sendable {
  /// `其他执法 1035工作日 占 52.2%`: working days, and their share of all as it is printed. One of them
  /// may be missing: `其他执法 占 52.2%`.
  package struct Line: Sendable {
    /// One of `Keyword.capacityLines`.
    package let keyword: Keyword
    package let keywordSpan: Span
    package let days: Expression?
    package let share: Expression?

    package init(keyword: Keyword, keywordSpan: Span, days: Expression?, share: Expression?) {
      self.keyword = keyword
      self.keywordSpan = keywordSpan
      self.days = days
      self.share = share
    }
  }

  package let department: Name
  /// How many inspectors, in digits.
  package let persons: String
  package let lines: [Line]

  package init(department: Name, persons: String, lines: [Line]) {
    self.department = department
    self.persons = persons
    self.lines = lines
  }
}
