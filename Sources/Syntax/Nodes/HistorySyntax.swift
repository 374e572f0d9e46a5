package import Source

/// `排除 36个月内已抽 于 去年计划, "乙计划"`: whoever was drawn within that time.
package struct DrawnExclusionSyntax: Sendable {
  /// A plan of the script, or by its name one of earlier years.
  package enum PlanReference: Sendable {
    case name(Name)
    case text(String)
  }

  package let duration: Expression
  /// Empty: all plans over the registry.
  package let plans: [PlanReference]

  package init(duration: Expression, plans: [PlanReference]) {
    self.duration = duration
    self.plans = plans
  }
}

/// `上限 1次/24个月`, `上限 2次 自 发证日期 至 有效期至`: how often an object may be visited.
package struct CapSyntax: Sendable {
  package enum Window: Sendable {
    /// Any time of this length.
    case rolling(Expression)
    /// From one date of the object to another.
    case dates(Expression, Expression)
  }

  package let count: String
  package let countSpan: Span
  package let window: Window

  package init(count: String, countSpan: Span, window: Window) {
    self.count = count
    self.countSpan = countSpan
    self.window = window
  }
}

/// `给定 已抽 食堂 { 代码 | 日期 | 计划 … }`: earlier draws, for a test.
package struct GivenDrawnStatement: Sendable {
  package let registry: Name
  /// The column of the registry's key.
  package let key: Name
  package let hasPlans: Bool
  package let rows: [[Expression]]
  package let span: Span

  package init(registry: Name, key: Name, hasPlans: Bool, rows: [[Expression]], span: Span) {
    self.registry = registry
    self.key = key
    self.hasPlans = hasPlans
    self.rows = rows
    self.span = span
  }
}
