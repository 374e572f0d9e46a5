import Source

extension Keyword {
  /// Parts of a month that end a time.
  package static let monthParts: [Keyword] = [
    .monthEnd, .earlyMonth, .midMonth, .lateMonth, .monthStart,
  ]

  /// What a time is counted from.
  package static let events: [Keyword] = [.afterCompletion, .afterDraw, .afterTerm]

  /// Words that belong to the number before or behind them: `2026年11月底前`.
  package static let dateWords: [Keyword] =
    monthParts + [.year, .years, .month, .yearEnd, .monthly]
}

/// Keywords of deadlines and of tasks.
extension KeywordTable {
  static let times: [KeywordSpelling] = [
    .init(.years, "年", "years", singular: "year"),
    .init(.halfYear, "半年", "half year"),
    .init(.deadlineType, "期限", "Deadline"),
    .init(.due, "截止", "due"),
    .init(.fromLabel, "起", "from"),
    .init(.monthEnd, "月底前", "month end", synonyms: [(.chinese, "月底")]),
    .init(.earlyMonth, "月上旬", "early month"),
    .init(.midMonth, "月中旬", "mid month"),
    .init(.lateMonth, "月下旬", "late month"),
    .init(.monthStart, "月初", "month start"),
    .init(.yearEnd, "年底前", "year end", synonyms: [(.chinese, "年底")]),
    .init(.latest, "前", "latest", synonyms: [(.chinese, "之前")]),
    .init(.afterward, "后", "after", synonyms: [(.chinese, "之后")]),
    .init(.longTerm, "长期", "open ended"),
    .init(.afterCompletion, "任务完成后", "after completion"),
    .init(.afterDraw, "抽取后", "after draw"),
    .init(.monthlyEnd, "每月底前", "monthly end"),
    .init(.quarterlyEnd, "每季度末前", "quarterly end"),
    .init(.drawWindow, "抽取期间", "draw window"),
    .init(.completeBy, "完成", "complete by"),
    .init(.tasks, "任务分工", "tasks"),
    .init(.planTasks, "任务", "tasks"),
    .init(.issued, "印发", "issued"),
    .init(.afterTerm, "届满后", "after term", synonyms: [(.chinese, "期限届满后")]),
    .init(.immediately, "立即", "immediately"),
  ]
}
