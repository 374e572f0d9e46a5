/// Several plans together: YJ0590–0599 what is wrong whatever the registries hold.
extension DiagnosticCode {
  static let acrossCodes: [DiagnosticCode] = [
    acrossIncomplete, caseWithoutRegistry, limitNeverReached, jointPlanTwice, differentObjects,
    jointMissed, plannedBesideExclusive, frequencyAboveCap,
    departmentWithoutLevel,
  ]

  public static let acrossIncomplete = DiagnosticCode(
    "YJ0590", zh: "“{0}”缺少：{1}", en: "'{0}' lacks: {1}",
    why: Words(
      zh: "检查上限要写明是哪些部门、每年至多几次；统筹要写明至少两个计划和一个界限。",
      en:
        "A visit cap says which departments it binds and how many visits a year they may make; a joint bound names at least two plans and a bound."
    ),
    example: .script(
      wrong: AcrossExample.cap("部门 市局, 县局"),
      right: AcrossExample.cap("部门 市局, 县局\n    各 2次/年")))

  public static let caseWithoutRegistry = DiagnosticCode(
    "YJ0591", zh: "没有“{0}”，“{1}”后面的条件就没有对象可说",
    en: "without '{0}' there is nothing that the condition of '{1}' could be about",
    why: Words(
      zh: "上限因对象而异时，条件要看名录里的字段，先用“对象”写明是哪个名录。",
      en: "Where a cap depends on the object, its condition is about a registry, named by `over`."),
    example: .script(
      wrong: AcrossExample.cap("部门 市局\n    各 2次/年\n    当 失信 => 不限"),
      right: AcrossExample.cap("对象 机构\n    部门 市局\n    各 2次/年\n    当 失信 => 不限")))

  public static let limitNeverReached = DiagnosticCode(
    "YJ0592", .warning, zh: "“{0}”不会起作用", en: "'{0}' has no effect",
    why: Words(
      zh: "另一个界限更紧，这个界限永远到不了，多半写错了数。",
      en: "The other limit is tighter, so this one is never reached; a number is probably wrong."),
    example: .script(
      wrong: AcrossExample.cap("部门 市局, 县局\n    各 2次/年\n    合计 5次/年"),
      right: AcrossExample.cap("部门 市局, 县局\n    各 2次/年\n    合计 3次/年")))

  public static let jointPlanTwice = DiagnosticCode(
    "YJ0593", zh: "计划“{0}”写了两次", en: "the plan '{0}' is named twice",
    why: Words(
      zh: "统筹里每个计划只算一次。", en: "A joint bound counts each plan once."),
    example: .script(
      wrong: AcrossExample.joint("计划 市级抽查, 县级抽查, 市级抽查\n    合计 不少于 20%"),
      right: AcrossExample.joint("计划 市级抽查, 县级抽查\n    合计 不少于 20%")))

  public static let differentObjects = DiagnosticCode(
    "YJ0594", zh: "“{0}”与“{1}”的名录不同，看不出哪些是同一户",
    en:
      "'{0}' and '{1}' are over different registries: it cannot be told which objects are the same",
    why: Words(
      zh: "算覆盖要知道哪些对象是同一户：同一名录，或者主键都是统一社会信用代码。比例之和可以写“合计”。",
      en:
        "Coverage needs to know which objects are the same: one registry, or uniform codes as keys. Shares can be added up all the same, with `sum`."
    ),
    example: .script(
      wrong: "名录 药店 {\n    主键 编号: 文本\n}\n"
        + AcrossExample.plans(
          "统筹 机构抽查 {\n    计划 市级抽查, 县级抽查\n    覆盖 不少于 20%\n}", over: "对象 药店"),
      right: "名录 药店 {\n    主键 编号: 文本\n}\n"
        + AcrossExample.plans(
          "统筹 机构抽查 {\n    计划 市级抽查, 县级抽查\n    合计 不少于 20%\n}", over: "对象 药店")))

  public static let jointMissed = DiagnosticCode(
    "YJ0595", zh: "几个计划合起来做不到“{0}”", en: "the plans together cannot meet '{0}'",
    why: Words(
      zh: "把每个计划的比例加起来，无论名录里有多少对象，都够不到（或必然超过）统筹的界限。",
      en:
        "The shares of the plans, added up, miss the joint bound whatever the registry holds."),
    example: .script(
      wrong: AcrossExample.joint("计划 市级抽查, 县级抽查\n    合计 不少于 20%", second: "抽查 8%"),
      right: AcrossExample.joint("计划 市级抽查, 县级抽查\n    合计 不少于 20%", second: "抽查 10%")))

  public static let plannedBesideExclusive = DiagnosticCode(
    "YJ0596", zh: "“{1}”写明不再单独检查，而“{0}”同年检查同一名录",
    en: "'{1}' says that there is no other plan, and '{0}' inspects the same registry that year",
    why: Words(
      zh: "写了“不再单独检查”，就是一次上门查完全部事项：同样的部门当年不能再用别的计划检查同一名录的对象。",
      en:
        "With `exclusive` one visit covers all matters: the same departments have no other plan over the same registry in that year."
    ),
    example: .script(
      wrong: AcrossExample.plans("", first: "抽查 10%\n    不再单独检查"),
      right: AcrossExample.plans(
        "", first: "抽查 10%", over: "对象 机构 其中 级别 == \"县级\"")))

  public static let frequencyAboveCap = DiagnosticCode(
    "YJ0597", zh: "计划“{0}”的频次超过检查上限“{1}”", en: "the frequency of '{0}' is above the cap '{1}'",
    why: Words(
      zh: "抽中的对象，光这一个计划就要检查这么多次，不论还有没有别的计划，都超过了上限。",
      en: "This plan alone visits the objects it draws more often than the cap allows."),
    example: .script(
      wrong: AcrossExample.cap("部门 县局\n    各 2次/年", second: "频次 3次/年\n    抽查 10%"),
      right: AcrossExample.cap("部门 县局\n    各 2次/年", second: "频次 2次/年\n    抽查 10%")))

  public static let departmentWithoutLevel = DiagnosticCode(
    "YJ0598", zh: "部门“{0}”没有写级别，不知道算在哪一级", en: "the department '{0}' has no level to count for",
    why: Words(
      zh: "“各级”把同一级别的部门合起来算，所以上限里的每个部门都要有级别：自己的，或者所隶属部门的。",
      en:
        "`each level` counts departments of one level together, so every department of the cap needs a level: its own, or that of the department it is part of."
    ),
    example: .script(
      wrong: "部门 省局 { 级别 省级 }\n" + AcrossExample.cap("部门 省局, 市局\n    各级 2次/年"),
      right: "部门 省局 { 级别 省级 }\n" + AcrossExample.cap("部门 省局\n    各级 2次/年")))
}
