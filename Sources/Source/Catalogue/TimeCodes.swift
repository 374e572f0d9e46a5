/// Times of plans and tasks: YJ0520–0524, YJ0535.
extension DiagnosticCode {
  static let timeCodes: [DiagnosticCode] = [
    yearsDoNotFit, timeOrder, yearNeeded, taskRow, tasksOutOfOrder,
    taskOfOthers,
  ]

  public static let yearsDoNotFit = DiagnosticCode(
    "YJ0520", zh: "“{0}”的年份对不上：期间是 {1} 年",
    en: "the year of '{0}' does not fit: the period is in {1}",
    why: Words(
      zh: "多半是沿用去年的方案时漏改了年份。抽取期间、完成时限和任务期限都要在计划的期间之内。",
      en: """
        Most likely last year's plan was copied and this year was not changed. The draw window, the
        completion and the deadlines of tasks lie in the period.
        """),
    example: .script(
      wrong: PlanExample.plan(sample: "抽取期间 2025-03-01 至 2025-03-31\n    抽查 10%"),
      right: PlanExample.plan(sample: "抽取期间 2026-03-01 至 2026-03-31\n    抽查 10%")))

  public static let timeOrder = DiagnosticCode(
    "YJ0521", zh: "“{0}”{1}", en: "'{0}' {1}",
    why: Words(
      zh: """
        抽取期间在计划的期间之内，完成时限不早于抽取期间的最后一天，也不晚于期间的最后一天。\
        分轮的，每一轮都要有能抽取的日子，完成时限不早于最后一轮的第一天；\
        各轮的抽取期间和完成时限可以写在那一轮后面。\
        计划在期间结束之前印发。
        """,
      en: """
        The draw window lies in the plan's period; the plan is completed not before the last day of
        the window and not after the last day of the period. Every round has days on which it can
        be drawn, and the plan is not completed before its last round begins; a round may have a
        window and a completion of its own. A plan is issued before its period ends.
        """),
    example: .script(
      wrong: PlanExample.plan(
        sample: "抽取期间 2026-04-01 至 2026-06-30\n    完成 5月底前\n    抽查 10%"),
      right: PlanExample.plan(
        sample: "抽取期间 2026-04-01 至 2026-06-30\n    完成 10月底前\n    抽查 10%")))

  public static let yearNeeded = DiagnosticCode(
    "YJ0522", zh: "“{0}”要写明是哪一年的", en: "'{0}' needs its year",
    why: Words(
      zh: "期间跨两年时，只写月份看不出是哪一年。",
      en: "In a period of two years a month alone does not tell which year is meant."),
    example: .script(
      wrong: PlanExample.plan(
        period: "期间 2026年3月 至 2027年11月", sample: "完成 10月底前\n    抽查 10%"),
      right: PlanExample.plan(
        period: "期间 2026年3月 至 2027年11月", sample: "完成 2027年10月底前\n    抽查 10%")))

  public static let taskRow = DiagnosticCode(
    "YJ0523", zh: "任务分工：{0}", en: "tasks: {0}",
    why: Words(
      zh: "任务分工的每一行写明任务、内容（可以不设这一列）、责任部门和期限；与上一行相同的写“_”。",
      en: """
        Every row of the tasks says the task, its content (a column that may be left out), the
        departments on duty and the deadline; `_` is what the row above says.
        """),
    example: .script(
      wrong: "任务分工 重点任务 {\n    任务 | 责任 | 期限\n    \"出台方案\" | | 6月底前\n}\n",
      right: """
        部门 教育局
        任务分工 重点任务 {
            任务 | 责任 | 期限
            "出台方案" | 教育局 | 6月底前
        }

        """))

  public static let tasksOutOfOrder = DiagnosticCode(
    "YJ0524", .warning, zh: "“{0}”后面一步的期限早于前面一步",
    en: "a later step of '{0}' is due before an earlier one",
    why: Words(
      zh: "同一任务的各步按先后排列，后一步的期限不早于前一步。",
      en: "The steps of a task stand in their order; a later one is due no earlier."),
    example: .script(
      wrong: """
        部门 教育局
        任务分工 重点任务 {
            任务 | 内容 | 责任 | 期限
            "落实" | "制定清单" | 教育局 | 8月底前
            _ | "建立名录" | 教育局 | 7月底前
        }

        """,
      right: """
        部门 教育局
        任务分工 重点任务 {
            任务 | 内容 | 责任 | 期限
            "落实" | "制定清单" | 教育局 | 7月底前
            _ | "建立名录" | 教育局 | 8月底前
        }

        """))
}

extension DiagnosticCode {
  /// The department, the plan.
  public static let taskOfOthers = DiagnosticCode(
    "YJ0535", .warning, zh: "“{0}”有任务，却不参与计划“{1}”",
    en: "'{0}' has tasks, but takes no part in the plan '{1}'",
    why: Words(
      zh: "计划写了“任务 表名”，表里的责任部门就是做这个计划的部门。多半是计划里漏了它，或分工里多了它。",
      en: """
        The departments of a table that a plan names carry out that plan. Probably the plan leaves \
        one out, or the table has one too many.
        """),
    example: .script(
      wrong: tasks(participants: ""), right: tasks(participants: "参与 市场监管局")))

  private static func tasks(participants: String) -> String {
    """
    部门 教育局
    部门 市场监管局
    名录 食堂 { 主键 代码: 文本 }
    任务分工 分工 {
        任务       | 责任               | 期限
        "更新名录" | 教育局, 市场监管局 | 2月底前
    }
    计划 抽查计划 {
        期间 2026-03-01 至 2026-11-30
        牵头 教育局
        \(participants)
        对象 食堂
        抽查 10%
        任务 分工
    }

    """
  }
}

extension Phrase {
  /// A department.
  public static let dutyHere = Phrase(zh: "“{0}”负责这一项", en: "'{0}' is on duty here")
  /// Two days.
  public static let periodIs = Phrase(zh: "期间：{0} 至 {1}", en: "the period: {0} to {1}")
  /// Days.
  public static let possibleDays = Phrase(zh: "可能是：{0}", en: "it may be: {0}")
  public static let laterDeadlineHere = Phrase(zh: "前面一步的期限", en: "the step before is due here")

  // What is wrong with a row of tasks.
  public static let taskColumns = Phrase(
    zh: "表头是任务、内容、责任、期限四列，或去掉内容的三列",
    en: "the columns are task, content, duty and deadline, or three without the content")
  public static let taskWithoutName = Phrase(zh: "没有写是什么任务", en: "the task is not named")
  public static let taskWithoutContent = Phrase(zh: "没有写内容", en: "there is no content")
  public static let taskWithoutDuty = Phrase(
    zh: "没有写由哪个部门负责", en: "no department is on duty")
  public static let taskWithoutRowAbove = Phrase(
    zh: "“_”是与上一行相同，这里上面没有", en: "'_' is what the row above says, and there is none")
}
