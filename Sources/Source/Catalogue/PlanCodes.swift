/// Plans: YJ0501–0549 the clauses and their quantities, as far as they need no arithmetic.
extension DiagnosticCode {
  static let planCodes: [DiagnosticCode] = [
    clauseTwice, clausesMissing, periodReversed, departmentTwice, departmentOutside,
    countTooSmall, stratumType, notAnAmount, thresholdNotCount, ratioOutside, negativeAmount,
    mixedRange, badGroup, armWithoutBy, sampleWithoutQuantity, quantityTwice,
  ]

  public static let clauseTwice = DiagnosticCode(
    "YJ0501", zh: "“{0}”写了两次", en: "'{0}' stands here twice",
    why: Words(
      zh: "这一句在计划里只能有一次；写两次时看不出以哪个为准。",
      en: "A plan has this clause once; with two it is unclear which one counts."),
    example: .script(
      wrong: PlanExample.plan(others: "牵头 市场监管局"),
      right: PlanExample.plan(others: "参与 市场监管局")))

  public static let clausesMissing = DiagnosticCode(
    "YJ0502", zh: "计划“{0}”缺少：{1}", en: "the plan '{0}' lacks: {1}",
    why: Words(
      zh: "每个计划都要写明期间、牵头、对象和抽查。",
      en: "Every plan says its period, lead, over and sample."),
    example: .script(
      wrong: PlanExample.plan(period: ""),
      right: PlanExample.plan()))

  public static let periodReversed = DiagnosticCode(
    "YJ0503", zh: "期间的第一天晚于最后一天", en: "the period ends before it starts",
    why: Words(
      zh: "期间先写第一天，后写最后一天，两天都算在内。",
      en: "A period is its first day, then its last; both belong to it."),
    example: .script(
      wrong: PlanExample.plan(period: "期间 2026-11-30 至 2026-03-01"),
      right: PlanExample.plan(period: "期间 2026-03-01 至 2026-11-30")))

  public static let departmentTwice = DiagnosticCode(
    "YJ0504", zh: "部门“{0}”写了两次", en: "the department '{0}' is named twice",
    why: Words(
      zh: "一个部门或者牵头，或者参与，只写一次；在“人员”里也只写一次。",
      en: "A department leads or takes part, and is named once; in `inspectors` also once."),
    example: .script(
      wrong: PlanExample.plan(others: "参与 市场监管局, 教育局"),
      right: PlanExample.plan(others: "参与 市场监管局")))

  public static let departmentOutside = DiagnosticCode(
    "YJ0505", zh: "部门“{0}”没有参与计划“{1}”", en: "the department '{0}' takes no part in the plan '{1}'",
    why: Words(
      zh: "派出检查人员的部门，要先写在“牵头”或“参与”里。",
      en: "A department that sends inspectors must be named by `lead` or `with`."),
    example: .script(
      wrong: """
        部门 公安局

        """ + PlanExample.plan(others: "参与 市场监管局\n    人员 公安局 2人"),
      right: """
        部门 公安局

        """ + PlanExample.plan(others: "参与 市场监管局, 公安局\n    人员 公安局 2人")))

  public static let countTooSmall = DiagnosticCode(
    "YJ0506", zh: "至少是 1", en: "this must be at least 1",
    why: Words(
      zh: "频次和人员都至少是 1；不去的，就不写。",
      en: "Visits and inspectors are at least 1; leave out what is not to be."),
    example: .script(
      wrong: PlanExample.plan(others: "参与 市场监管局\n    频次 0次/年"),
      right: PlanExample.plan(others: "参与 市场监管局\n    频次 1次/年")))

  public static let stratumType = DiagnosticCode(
    "YJ0507", zh: "不能按{0}分", en: "objects cannot be divided by {0}",
    why: Words(
      zh: "“各”和“均衡”后面是枚举、文本、整数或布尔；“按”后面还可以是能与常量比较的值。",
      en: """
        After `each` and `spread` stands an enumeration, text, integer or truth value; after `by`
        anything that can be compared with constants.
        """),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 按 信用, 均衡 面积 {\n        _ => 10%\n    }"),
      right: PlanExample.plan(sample: "抽查 按 信用, 均衡 街镇 {\n        _ => 10%\n    }")))

  public static let notAnAmount = DiagnosticCode(
    "YJ0508", zh: "抽查的数量要写成比例或户数，这里是{0}",
    en: "how many to sample is a ratio or a number of objects, not {0}",
    why: Words(
      zh: "写 5%、2‰ 或 60户，不写没有单位的 60 或 0.05：看的人不必猜。",
      en: "Write 5%, 2‰ or 60 objects, not a bare 60 or 0.05: nobody has to guess."),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 60"),
      right: PlanExample.plan(sample: "抽查 60户")))

  public static let thresholdNotCount = DiagnosticCode(
    "YJ0509", zh: "“{0}”后面要写户数", en: "after '{0}' stands a number of objects",
    why: Words(
      zh: "“全部 当 少于 5户”说的是分层里有多少户，不是比例。",
      en: "`all when fewer than 5 objects` is about how many objects there are, not about a ratio."),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 10%, 全部 当 少于 5%"),
      right: PlanExample.plan(sample: "抽查 10%, 全部 当 少于 5户")))

  public static let ratioOutside = DiagnosticCode(
    "YJ0510", zh: "比例要在 0% 到 100% 之间", en: "a ratio lies between 0% and 100%",
    why: Words(
      zh: "抽不出比全部还多的对象。要检查多次，用“频次”。",
      en: "No more than all objects can be drawn. To visit them more often, use `frequency`."),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 120%"),
      right: PlanExample.plan(sample: "抽查 100%")))

  public static let negativeAmount = DiagnosticCode(
    "YJ0511", zh: "户数不能小于 0", en: "a number of objects cannot be below 0",
    why: Words(zh: "抽不出负数的对象。", en: "Fewer than no objects cannot be drawn."),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 5户 - 8户"),
      right: PlanExample.plan(sample: "抽查 8户 - 5户")))

  public static let mixedRange = DiagnosticCode(
    "YJ0512", zh: "范围的两端一个是比例，一个是户数",
    en: "one end of the range is a ratio, the other a number of objects",
    why: Words(
      zh: "范围的两端要同样是比例，或同样是户数。",
      en: "Both ends of a range are ratios, or both are numbers of objects."),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 5% .. 60户"),
      right: PlanExample.plan(sample: "抽查 5% .. 8%")))

  public static let badGroup = DiagnosticCode(
    "YJ0513", zh: "协同组的名字不能是空的，也不能有换行",
    en: "the name of a coordination group is neither empty nor has line ends",
    why: Words(
      zh: "组名进入抽签号的计算，各行之间用换行分开。",
      en: "The name goes into the tickets, where line ends separate the parts."),
    example: .script(
      wrong: PlanExample.plan(others: "参与 市场监管局\n    协同组 \"\""),
      right: PlanExample.plan(others: "参与 市场监管局\n    协同组 \"食品安全一件事\"")))

  public static let armWithoutBy = DiagnosticCode(
    "YJ0514", zh: "没有“{0}”，就没有分层", en: "without '{0}' there are no strata",
    why: Words(
      zh: "要按什么分层，写在“抽查 按”后面；不分层的，只写一个数量。",
      en:
        "What the strata are made by stands after `sample by`; without strata there is one quantity."
    ),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 各 街镇 {\n        A => 10%\n        _ => 5%\n    }"),
      right: PlanExample.plan(sample: "抽查 按 信用, 各 街镇 {\n        A => 10%\n        _ => 5%\n    }")))

  public static let sampleWithoutQuantity = DiagnosticCode(
    "YJ0515", zh: "没有写抽多少", en: "it is not said how many to sample",
    why: Words(
      zh: "写一个数量（抽查 10%），或按分层各写一个。",
      en: "Write one quantity (`sample 10%`), or one for each stratum."),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 按 信用 {\n        总体 不超过 20%\n    }"),
      right: PlanExample.plan(
        sample: "抽查 按 信用 {\n        _ => 10%\n        总体 不超过 20%\n    }")))

  public static let quantityTwice = DiagnosticCode(
    "YJ0516", zh: "已经写了一个总的数量，不能再分层", en: "there is one quantity already: no strata can follow",
    why: Words(
      zh: "“抽查 10%”说的是全部对象。要分层，去掉这个数量；要限制总数，用“总体”。",
      en: """
        `sample 10%` is about all objects. For strata, leave it out; to bound the total, use
        `overall`.
        """),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 10% {\n        A => 5%\n        _ => 10%\n    }"),
      right: PlanExample.plan(sample: "抽查 10% {\n        必查 信用 == D\n    }")))
}
