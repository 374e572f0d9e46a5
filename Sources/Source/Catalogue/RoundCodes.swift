/// Rounds and history, YJ0565–0569: what the plan alone decides.
extension DiagnosticCode {
  static let roundCodes: [DiagnosticCode] = [
    badRounds, rotationTooSlow, capExceeded, roundsExhausted, badWindow,
  ]

  public static let badRounds = DiagnosticCode(
    "YJ0565", zh: "轮次与期间不合", en: "these rounds do not fit the period",
    why: Words(
      zh: "每轮各抽一次，所以各轮要按先后写，互不重叠，都在计划的期间之内。",
      en: "Each round has a draw of its own, so rounds follow one another within the period."),
    example: .script(
      wrong: PlanExample.plan(
        others:
          "参与 市场监管局\n    轮次 {\n        2026-03-01 至 2026-07-31\n        2026-07-01 至 2026-11-30\n    }"
      ),
      right: PlanExample.plan(
        others:
          "参与 市场监管局\n    轮次 {\n        2026-03-01 至 2026-06-30\n        2026-07-01 至 2026-11-30\n    }"
      )))

  public static let rotationTooSlow = DiagnosticCode(
    "YJ0566", zh: "{0}轮查不了一遍", en: "not everybody is drawn once in {0}",
    why: Words(
      zh: "轮查要在期限之内轮到每一个对象：期限内的轮数乘以每轮的比例，要够 100%。请提高比例、增加轮次，或放长期限；也可以把数量写成“轮查 …”，由期限算出比例。",
      en: """
        A rotation comes to everybody within its time: the rounds in it times the ratio of a round
        must make 100%. Raise the ratio, add rounds, or allow more time; or write `rotate …` as the
        quantity, which works the ratio out.
        """),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 10% {\n        轮查 5年\n    }"),
      right: PlanExample.plan(sample: "抽查 20% {\n        轮查 5年\n    }")))

  public static let capExceeded = DiagnosticCode(
    "YJ0567", zh: "计划的检查多于上限 {0} 次", en: "the plan makes more visits than the cap of {0}",
    why: Words(
      zh: "“上限”限制一个对象在一段时间内被检查几次。频次和轮次已经超过上限的，计划自相矛盾：请减少频次，或改上限。",
      en: """
        A cap limits the visits to one object within a time. Where frequency and rounds exceed it
        already, the plan contradicts itself: make fewer visits, or change the cap.
        """),
    example: .script(
      wrong: PlanExample.plan(
        others: "参与 市场监管局\n    频次 2次/年",
        sample: "抽查 10% {\n        上限 1次/2年\n    }"),
      right: PlanExample.plan(
        others: "参与 市场监管局\n    频次 1次/年",
        sample: "抽查 10% {\n        上限 1次/2年\n    }")))

  public static let roundsExhausted = DiagnosticCode(
    "YJ0568", zh: "不到第 {0} 轮就没有可抽的了", en: "nobody is left to be drawn before round {0}",
    why: Words(
      zh: """
        写了“不重复”，抽过的这一期间不再抽。各轮的比例合起来，最后一轮之前就到了 100%：请降低比例，减少轮次，\
        或写“全年 全部”，由各轮平分；每轮都要查的，写“不重复 除 信用 == D”。
        """,
      en: """
        Without repeats nobody is drawn twice in the period, and the ratios of the rounds make 100%
        before the last. Lower the ratio, take fewer rounds, or write `year total all`, which
        divides everybody over the rounds; `without repeats except tier == D` lets objects be drawn
        in every round.
        """),
    example: .script(
      wrong: PlanExample.plan(
        others: "参与 市场监管局\n    轮次 每季度", sample: "抽查 40% {\n        不重复\n    }"),
      right: PlanExample.plan(
        others: "参与 市场监管局\n    轮次 每季度", sample: "抽查 25% {\n        不重复\n    }")))

  public static let badWindow = DiagnosticCode(
    "YJ0569", zh: "这里要写一段时间", en: "a length of time is wanted here",
    why: Words(
      zh: "“排除 …内已抽”“上限 …次/…”“轮查 …”后面是一段确定的时间，写个月、年或自然日。",
      en:
        "Behind `exclude … recently drawn`, `cap … times / …` and `rotate …` stands a fixed length of time."
    ),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 10% {\n        排除 3户内已抽\n    }"),
      right: PlanExample.plan(sample: "抽查 10% {\n        排除 3年内已抽\n    }")))
}
