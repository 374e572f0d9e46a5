/// Plans in relation to other registries, plans, departments and levels: YJ0517–0519 and
/// YJ0525–0529 what a script alone decides, YJ0746–0752 what a draw or a manifest does.
extension DiagnosticCode {
  static let relationCodes: [DiagnosticCode] = [
    keysDiffer, perObjectGap, levelAboveParent, levelWithoutDepartment, exceptsItself,
    registryAfterPeriod, outOfPlace, noSuchStage,
  ]

  static let relationDrawCodes: [DiagnosticCode] = [
    registryAsAtDiffers, leadOfOtherLevel, manifestIsPublicEdition,
  ]

  /// Registry, field, type; registry, field, type.
  public static let keysDiffer = DiagnosticCode(
    "YJ0517",
    zh: "“{0}”的“{1}”（{2}）与“{3}”的“{4}”（{5}）对不上",
    en: "'{1}' of '{0}' ({2}) cannot be matched with '{4}' of '{3}' ({5})",
    why: Words(
      zh:
        "两个名录靠同一个代码认出同一个对象：两边都要是文本，或都是统一社会信用代码。不用主键对时，写“按 字段”；两边有同名字段的，就用这两个字段对，只有一边有的，用它与另一边的主键对。",
      en: """
        Two registries know the same object by the same code: both fields are texts, or both uniform \
        codes. Where it is not the key, write `by field`: a registry that has a field of that name \
        is matched by it, the other one by its key.
        """),
    example: .script(
      wrong: relationExample(over: "对象 食堂 除 失信名单"),
      right: relationExample(over: "对象 食堂 除 失信名单 按 法人代码")))

  /// What is missing.
  public static let perObjectGap = DiagnosticCode(
    "YJ0518", zh: "没有说全，缺：{0}", en: "not every object is covered; missing: {0}",
    why: Words(
      zh: "按对象区别规定的，对名录里的每个对象都要有规定。请补上缺的情形，或用“否则”兜底。",
      en:
        "What differs from object to object must be said for every one. Add the missing arms, or an arm otherwise."
    ),
    example: .script(
      wrong: PlanExample.plan(
        lead: "牵头 按 信用 {\n        A, B => 教育局\n        C => 市场监管局\n    }", others: ""),
      right: PlanExample.plan(
        lead: "牵头 按 信用 {\n        A, B => 教育局\n        否则 => 市场监管局\n    }", others: "")))

  /// Department, level, the department it belongs to, its level.
  public static let levelAboveParent = DiagnosticCode(
    "YJ0519", zh: "“{0}”是{1}，却隶属{3}的“{2}”",
    en: "'{0}' is {1}, but part of '{2}', which is {3}",
    why: Words(
      zh: "下属单位的级别不会高于它所隶属的部门。科室不写级别时，就是所隶属部门的级别。",
      en: """
        A department is not above the one it belongs to. One that declares no level has that of the \
        department it belongs to.
        """),
    example: .script(
      wrong: "部门 商务局 { 级别 县级 }\n部门 流通科 { 隶属 商务局  级别 市级 }\n"
        + PlanExample.plan(lead: "牵头 流通科", others: "参与 教育局, 市场监管局"),
      right: "部门 商务局 { 级别 市级 }\n部门 流通科 { 隶属 商务局 }\n"
        + PlanExample.plan(lead: "牵头 流通科", others: "参与 教育局, 市场监管局")))

  /// The level.
  public static let levelWithoutDepartment = DiagnosticCode(
    "YJ0525", zh: "计划里没有{0}的部门来做", en: "no department of the plan that is {0} does this",
    why: Words(
      zh: "由哪一级抽取，就要有那一级的部门牵头；由哪一级检查，就要有那一级的部门派人检查（没有写“人员”的，是牵头和参与的部门）。部门的级别写在部门的声明里。",
      en: """
        The level that draws is that of a department that leads; the level that inspects is that of \
        one that sends inspectors (without `inspectors`, of one that leads or takes part). A \
        department's level stands in its declaration.
        """),
    example: .script(
      wrong: relationExample(over: "对象 食堂", others: "抽取层级 县级"),
      right: relationExample(over: "对象 食堂", others: "抽取层级 市级")))

  /// The registry.
  public static let exceptsItself = DiagnosticCode(
    "YJ0526", zh: "从“{0}”里除去“{0}”，一个对象也不剩", en: "'{0}' except '{0}' leaves nothing",
    why: Words(
      zh: "“除”后面写另一个名录，或写明除去的是哪一部分。",
      en: "After `except` stands another registry, or a condition that says which part."),
    example: .script(
      wrong: PlanExample.plan().replacingOver("对象 食堂 除 食堂"),
      right: PlanExample.plan().replacingOver("对象 食堂 其中 信用 != A")))

  /// The day, the last day of the period.
  public static let registryAfterPeriod = DiagnosticCode(
    "YJ0527", zh: "名录截至 {0}，计划到 {1} 就结束了",
    en: "the registry is as at {0}, but the plan ends on {1}",
    why: Words(
      zh: "抽取在计划期间之内，那时还没有以后的名录。多半是年份写错了。",
      en:
        "A draw lies within the period, when no registry of a later day exists. Probably the year is wrong."
    ),
    example: .script(
      wrong: PlanExample.plan().replacingOver("对象 食堂 截至 2027-01-31"),
      right: PlanExample.plan().replacingOver("对象 食堂 截至 2026-01-31")))

  /// The words, why not.
  public static let outOfPlace = DiagnosticCode(
    "YJ0528", zh: "“{0}”不能写在这里：{1}", en: "'{0}' has no place here: {1}",
    why: Words(
      zh: """
        “抽查 随 计划甲”用的是计划甲的签号，本计划不能再有自己的协同组。“再抽”对第一阶段抽中的每个对象分别定数量，\
        不能再分重点、涵盖、层次或全年。
        """,
      en: """
        `sample along PLAN` has the tickets of that plan, so there is no coordination group of one's \
        own. `then sample` says how many of each object drawn, without parts, coverage, layers or \
        totals of a year.
        """),
    example: .script(
      wrong: related("抽查 随 抽查计划\n    协同组 \"一件事\""), right: related("抽查 随 抽查计划")))

  /// The plan, the stage.
  public static let noSuchStage = DiagnosticCode(
    "YJ0529", zh: "计划“{0}”没有第 {1} 阶段", en: "the plan '{0}' has no stage {1}",
    why: Words(
      zh: "每个计划都有第 1 阶段；写了“再抽”的，还有第 2 阶段。",
      en: "Every plan has stage 1, and one with `then sample` has stage 2."),
    example: .script(
      wrong: PlanExample.plan()
        + "显示 抽取(抽查计划, 日期: 2026-03-01, 种子: \"s\", 阶段: 2) 数\n",
      right: PlanExample.plan()
        + "显示 抽取(抽查计划, 日期: 2026-03-01, 种子: \"s\", 阶段: 1) 数\n"))

  /// A second plan over the same registry.
  private static func related(_ sample: String) -> String {
    PlanExample.plan() + """
      计划 另一计划 {
          期间 2026-03-01 至 2026-11-30
          牵头 市场监管局
          对象 食堂 其中 人数 > 0
          \(sample)
      }

      """
  }

  /// The registry, the day wanted.
  public static let registryAsAtDiffers = DiagnosticCode(
    "YJ0746", zh: "计划要的是截至 {1} 的“{0}”", en: "the plan wants '{0}' as at {1}",
    why: Words(
      zh: "计划写明了名录截至哪一天，存储里的名录却不是那一天的，或没有注明。导入时用 --as-at 注明名录截至的日期。",
      en: """
        The plan says the day that the registry shows; the stored one shows another, or does not say. \
        Give the day to the import with --as-at.
        """),
    example: .situation(
      Words(zh: "导入时没有写 --as-at。", en: "The registry was imported without --as-at.")))

  /// A key, a department, its level, the level that draws.
  public static let leadOfOtherLevel = DiagnosticCode(
    "YJ0747", zh: "“{0}”由“{1}”发起，它不是{2}", en: "'{0}' is initiated by '{1}', which is not {2}",
    why: Words(
      zh: "“牵头”和“抽取层级”都按对象区别规定时，每个对象的发起部门要属于规定的抽取层级。两处的条件对不上。",
      en: """
        Where both the lead and the draw level differ from object to object, each object's lead has \
        the object's draw level. The two rules do not agree.
        """),
    example: .situation(
      Words(
        zh: "“牵头 按 辖区”把市本级交给市局，“抽取层级 按 规模”却要县级抽取。",
        en: "The lead goes by district, the draw level by size.")))

  public static let manifestIsPublicEdition = DiagnosticCode(
    "YJ0748", zh: "这是保密名单的公开版，里面没有抽中的对象",
    en: "this is the public edition of a secret list: it does not hold the drawn objects",
    why: Words(
      zh: """
        名单检查前保密的计划，公开版只有户数和摘要，没有种子和抽中的对象，所以不能由它重算。核验要用完整的清单；\
        它的摘要就是公开版里的 manifestDigest。
        """,
      en: """
        Of a plan whose list is secret, the public edition holds counts and digests, but neither the \
        seed nor the drawn objects, so nothing can be derived from it. Verify the whole manifest: its \
        digest is the manifestDigest of the public edition.
        """),
    example: .situation(
      Words(zh: "用公开版的清单去核验。", en: "Verifying the public edition of a manifest.")))

  private static func relationExample(over: String, others: String = "") -> String {
    """
    部门 教育局 { 级别 市级 }
    部门 市场监管局
    名录 失信名单 {
        主键 代码: 统一社会信用代码
    }
    名录 食堂 {
        主键 编号: 文本
        法人代码: 统一社会信用代码
    }
    计划 抽查计划 {
        期间 2026-03-01 至 2026-11-30
        牵头 教育局
        参与 市场监管局
        \(over)
        \(others)
        抽查 10%
    }

    """
  }
}

extension String {
  fileprivate func replacingOver(_ clause: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.contains("对象 食堂") ? "    " + clause : String($0) }.joined(separator: "\n")
  }
}
