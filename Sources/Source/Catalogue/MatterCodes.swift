/// Matters, checklists and what the departments of a plan do: YJ0536–0549.
extension DiagnosticCode {
  static let matterCodes: [DiagnosticCode] = [
    itemOutsidePlan,
    matterNotListed,
    matterOfOther,
    matterOverOther,
    methodOutside,
    partsMissing,
    checklistFields,
    itemTwice,
    situationsMissing,
    situationTwice,
    agreedTooLate,
    matterWithoutBasis,
    noRowHere,
    situationOfOtherKind,
    itemNotInspectable,
  ]

  /// A matter of 市场监管局 and a checklist with one item of it, before a plan.
  private static func plan(
    matter: String = "主体 市场监管局; 依据 《食品安全法》第一百一十条",
    item: String = "事项 食品检查",
    with: String = "参与 市场监管局 { 事项 食品检查 }",
    others: String = "检查 食堂检查单"
  ) -> String {
    """
    事项 食品检查 { \(matter) }
    检查单 食堂检查单 {
        人员 { 健康证明 "从业人员健康证明有效" \(item) }
    }

    """ + PlanExample.plan(others: with + "\n    " + others)
  }

  public static let itemOutsidePlan = DiagnosticCode(
    "YJ0536", zh: "检查单“{0}”的“{1}”由“{2}”检查，而它没有参与计划“{3}”",
    en: "'{1}' of the checklist '{0}' is checked by '{2}', which takes no part in the plan '{3}'",
    why: Words(
      zh: "清单之外无检查：检查单的每一项，都要有牵头或参与的部门来查。",
      en: """
        Every item of a checklist is checked by a department that leads the plan or takes part in
        it.
        """),
    example: .script(
      wrong: "部门 公安局\n" + plan(item: "由 公安局", with: "参与 市场监管局"),
      right: "部门 公安局\n" + plan(item: "由 公安局", with: "参与 市场监管局, 公安局")))

  public static let matterNotListed = DiagnosticCode(
    "YJ0537", zh: "“{0}”属于事项“{1}”，计划“{3}”没有给“{2}”列这个事项",
    en: "'{0}' belongs to the matter '{1}', which the plan '{3}' does not list for '{2}'",
    why: Words(
      zh: "清单之外无检查：检查单查到的事项，都要列在计划里该部门的“事项”中。",
      en: """
        What is not listed is not inspected: the matters that a checklist goes into stand in the
        plan, with the department that inspects them.
        """),
    example: .script(wrong: plan(with: "参与 市场监管局"), right: plan()))

  public static let matterOfOther = DiagnosticCode(
    "YJ0538", zh: "事项“{0}”的主体是“{1}”", en: "the matter '{0}' belongs to '{1}'",
    why: Words(
      zh: "一个事项只能由它的主体来查：换成主体，或者换成这个部门自己的事项。",
      en: "A matter is inspected by the department it belongs to, and by no other."),
    example: .script(
      wrong: plan(item: "事项 食品检查 由 教育局"), right: plan(item: "事项 食品检查 由 市场监管局")))

  public static let matterOverOther = DiagnosticCode(
    "YJ0539", zh: "事项“{0}”的对象是“{1}”，不是计划的“{2}”",
    en: "the matter '{0}' is about '{1}', not about the plan's '{2}'",
    why: Words(
      zh: "事项对谁，计划就只能对谁检查这个事项。",
      en: "A matter that says whom it is about can be inspected with those objects only."),
    example: .script(
      wrong: "名录 药店 { 主键 代码: 文本 }\n"
        + plan(matter: "主体 市场监管局; 对象 药店; 依据 《食品安全法》"),
      right: "名录 药店 { 主键 代码: 文本 }\n"
        + plan(matter: "主体 市场监管局; 对象 食堂; 依据 《食品安全法》") + "显示 药店 数\n"))

  public static let methodOutside = DiagnosticCode(
    "YJ0540", zh: "事项“{1}”没有“{0}”这种方式", en: "the matter '{1}' is not inspected by '{0}'",
    why: Words(
      zh: "检查单上的方式，要在事项规定的方式之内。",
      en: "How an item is checked must be among the ways that its matter provides for."),
    example: .script(
      wrong: plan(
        matter: "主体 市场监管局; 方式 现场检查; 依据 《食品安全法》", item: "事项 食品检查 方式 检验检测"),
      right: plan(
        matter: "主体 市场监管局; 方式 现场检查, 检验检测; 依据 《食品安全法》", item: "事项 食品检查 方式 检验检测")))

  public static let itemNotInspectable = DiagnosticCode(
    "YJ0577", zh: "“{0}”要用{1}来查，计划“{2}”没有这种方式",
    en: "'{0}' is checked by {1}, which the plan '{2}' does not provide for",
    why: Words(
      zh: "计划写了“方式”，检查单的每一项就要能用其中的一种方式来查。",
      en: """
        Where a plan says how it inspects, every item of its checklists can be checked in one of
        these ways.
        """),
    example: .script(
      wrong: plan(
        matter: "主体 市场监管局; 方式 检验检测; 依据 《食品安全法》",
        others: "检查 食堂检查单; 方式 现场检查"),
      right: plan(
        matter: "主体 市场监管局; 方式 检验检测; 依据 《食品安全法》",
        others: "检查 食堂检查单; 方式 现场检查, 检验检测")))

  public static let partsMissing = DiagnosticCode(
    "YJ0541", zh: "“{0}”缺少“{1}”", en: "'{0}' lacks '{1}'",
    why: Words(
      zh: "事项要写明主体；检查单的每一项，要写明由谁查，或者属于哪个事项。",
      en: """
        A matter names its body; an item of a checklist names who checks it, or the matter it
        belongs to.
        """),
    example: .script(wrong: plan(item: "", others: ""), right: plan(item: "由 市场监管局", others: "")))

  public static let checklistFields = DiagnosticCode(
    "YJ0542", zh: "检查单“{0}”要用到名录“{1}”没有的字段：{2}",
    en: "the checklist '{0}' needs fields that the registry '{1}' does not have: {2}",
    why: Words(
      zh: "检查单里“当”后面的条件，用的是计划的名录的字段。在名录里加上这些字段。",
      en: """
        The conditions of a checklist are about the fields of the plan's registry. Add these fields
        to it.
        """),
    example: .situation(
      Words(
        zh: "模块里的检查单有一项“当 面积 >= 1000”，计划的名录没有“面积”。",
        en: "A module's checklist has an item `when area >= 1000`; the plan's registry has no area."
      )))

  public static let itemTwice = DiagnosticCode(
    "YJ0543", .warning, zh: "“{0}”与“{1}”查的是同一件事", en: "'{0}' checks the same as '{1}'",
    why: Words(
      zh: "同一件事在一张检查单上写了两次，到现场就要查两遍。",
      en: "The same thing stands twice on one checklist, and would be checked twice."),
    example: .script(
      wrong: plan(item: "事项 食品检查; 健康证 \"从业人员健康证明有效\" 事项 食品检查"),
      right: plan(item: "事项 食品检查; 培训 \"从业人员经过培训\" 事项 食品检查")))

  public static let agreedTooLate = DiagnosticCode(
    "YJ0546", .warning, zh: "“{0}”在 {1} 才商定，期间从 {2} 就开始了",
    en: "'{0}' agreed on {1}, but the period starts on {2}",
    why: Words(
      zh: "综合监管的频次由各参与部门共同商定，商定在前，检查在后。",
      en: "How often is inspected is agreed by all departments before the inspections start."),
    example: .script(
      wrong: plan(with: "参与 市场监管局 { 事项 食品检查; 商定 2026-04-01 }"),
      right: plan(with: "参与 市场监管局 { 事项 食品检查; 商定 2026-02-10 }")))

  public static let matterWithoutBasis = DiagnosticCode(
    "YJ0547", .warning, zh: "事项“{0}”没有“{1}”", en: "the matter '{0}' has no '{1}'",
    why: Words(
      zh: "法无授权不可为：每个检查事项都要有法规依据。",
      en: "A department inspects only what a law lets it inspect: say which."),
    example: .script(
      wrong: plan(matter: "主体 市场监管局"), right: plan(matter: "主体 市场监管局; 依据 《食品安全法》")))

  public static let noRowHere = DiagnosticCode(
    "YJ0548", zh: "“{0}”数的是一个对象的应查项，这里没有对象",
    en: "'{0}' counts the items due for an object, and there is none here",
    why: Words(
      zh: "“应查项”用在名录或样本的查询里：食堂 合计 应查项(食堂检查单)。",
      en: """
        It stands in a query over a registry or a sample: `canteens sum due_items(list)`.
        """),
    example: .script(
      wrong: plan() + "显示 应查项(食堂检查单)", right: plan() + "显示 食堂 合计 应查项(食堂检查单)"))

  private static func findings(_ rows: String, by: String = " 按 结论") -> String {
    """
    枚举 结论 { 合格, 当场改正, 责令改正 }

    """
      + PlanExample.plan(
        others: """
          参与 市场监管局
              发现问题\(by) {
                  情形 | 措施 | 责任 | 期限
                  \(rows)
              }
          """)
  }

  public static let situationsMissing = DiagnosticCode(
    "YJ0544", zh: "没有写这些情形怎么办：{0}", en: "it is not said what follows from: {0}",
    why: Words(
      zh: "按枚举写情形时，每个成员都要有一行，或者用“否则”：监管要闭环，不能有发现了没人管的问题。",
      en: """
        Where the situations are the members of an enumeration, each has a row, or `otherwise` takes
        the rest: nothing that is found may be left without a follow-up.
        """),
    example: .script(
      wrong: findings("合格 | \"归档\" | 市场监管局 | 20工作日\n            当场改正 | \"记录\" | 市场监管局 | _"),
      right: findings("合格 | \"归档\" | 市场监管局 | 20工作日\n            否则 | \"复查\" | 市场监管局 | 10工作日")))

  public static let situationTwice = DiagnosticCode(
    "YJ0545", zh: "情形“{0}”写了两次", en: "the situation '{0}' stands here twice",
    why: Words(
      zh: "同一个情形有两行，就不知道该照哪一行办。",
      en: "With two rows for one situation it is unclear which one counts."),
    example: .script(
      wrong: findings("合格, 合格 | \"归档\" | 市场监管局 | _\n            否则 | \"复查\" | 市场监管局 | 10工作日"),
      right: findings("合格 | \"归档\" | 市场监管局 | _\n            否则 | \"复查\" | 市场监管局 | 10工作日")))

  public static let situationOfOtherKind = DiagnosticCode(
    "YJ0549", zh: "“{0}”不能作情形，这里要{1}", en: "'{0}' is no situation here: write {1}",
    why: Words(
      zh: "情形写成文本；写了“按 枚举”，就写枚举的成员。",
      en: "A situation is a text, or, behind `by` and an enumeration, one of its members."),
    example: .script(
      wrong: findings("合格 | \"归档\" | 市场监管局 | _", by: ""),
      right: findings("\"合格\" | \"归档\" | 市场监管局 | _", by: "")
        + "显示 合格 == 责令改正\n"))
}
