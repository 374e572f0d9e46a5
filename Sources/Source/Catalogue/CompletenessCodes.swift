/// The six respects in which a plan is to be complete: YJ0570–0576.
extension DiagnosticCode {
  static let completenessCodes: [DiagnosticCode] = [
    objectsIncomplete,
    contentIncomplete,
    processIncomplete,
    coordinationIncomplete,
    dataIncomplete,
    publicityIncomplete,
    planIncomplete,
  ]

  /// A plan that is complete, with some of its lines exchanged.
  static func completePlan(
    head: String = " 六个全", registry: String = " 来源 教育局", key: String = "",
    exclude: String = "排除 人数 < 50 理由 \"另行检查\"", equipment: String = "设备 不涉及 \"没有设备\"",
    deadline: String = "10工作日", agreed: String = "; 商定 2026-02-10 \"会议纪要\"",
    publication: String = "公示 20工作日 保留 5年"
  ) -> String {
    """
    部门 教育局
    部门 市场监管局
    名录 食堂\(registry) { 主键 代码: 文本\(key); 人数: 整数 来源 市场监管局 }
    事项 食品检查 { 主体 市场监管局; 编码 "01310118000200"; 依据 《食品安全法》第一百一十条 }
    检查单 食堂单 {
        人员 { 健康证明 "从业人员健康证明有效" 事项 食品检查 }
        \(equipment)
        环境 { 卫生 "场所清洁" 事项 食品检查 }
        制度 { 陪餐 "校长陪餐" 由 教育局 依据 《食品安全法》第五十七条 }
    }
    计划 食堂检查\(head) {
        期间 2026-03-01 至 2026-11-30
        牵头 教育局 { 职责 "组织检查" }
        参与 市场监管局 { 事项 食品检查\(agreed) }
        对象 食堂
        频次 1次/年
        抽查 10% { \(exclude) }
        检查 食堂单
        发现问题 {
            情形           | 措施           | 责任       | 期限
            "没有发现问题" | "归档"         | 教育局     | 20工作日
            "发现问题"     | "责令限期改正" | 市场监管局 | \(deadline)
        }
        \(publication)
    }

    """
  }

  private static let why = Words(
    zh: """
      写了“六个全”的计划，要在对象、内容、流程、协同、数据、公开六个方面都完整；缺什么、写在哪里，
      逐条列出。全部条件见语言参考。
      """,
    en: """
      A plan that says it is complete must be so in all six respects. What is missing is listed with
      where to add it; the conditions are in the reference of the language.
      """)

  public static let objectsIncomplete = DiagnosticCode(
    "YJ0570", zh: "计划“{0}”没有做到对象全覆盖", en: "the plan '{0}' does not cover all objects",
    why: why,
    example: .script(
      wrong: completePlan(exclude: "排除 人数 < 50"), right: completePlan()))

  public static let contentIncomplete = DiagnosticCode(
    "YJ0571", zh: "计划“{0}”没有做到内容全要素", en: "the plan '{0}' does not cover all elements",
    why: why,
    example: .script(wrong: completePlan(equipment: ""), right: completePlan()))

  public static let processIncomplete = DiagnosticCode(
    "YJ0572", zh: "计划“{0}”没有做到流程全闭环", en: "the plan '{0}' leaves loops open",
    why: why,
    example: .script(wrong: completePlan(deadline: "_"), right: completePlan()))

  public static let coordinationIncomplete = DiagnosticCode(
    "YJ0573", zh: "计划“{0}”没有做到执法全协同", en: "enforcement under the plan '{0}' is not joint",
    why: why,
    example: .script(wrong: completePlan(agreed: ""), right: completePlan()))

  public static let dataIncomplete = DiagnosticCode(
    "YJ0574", zh: "计划“{0}”没有做到数据全共享", en: "the data of the plan '{0}' are not all shared",
    why: why,
    example: .script(wrong: completePlan(registry: ""), right: completePlan()))

  public static let publicityIncomplete = DiagnosticCode(
    "YJ0575", zh: "计划“{0}”没有做到结果全公开", en: "the results of the plan '{0}' are not all public",
    why: why,
    example: .script(
      wrong: completePlan(publication: "公示 20工作日"), right: completePlan()))

  public static let planIncomplete = DiagnosticCode(
    "YJ0576", .warning, zh: "计划“{0}”的{1}还不完整", en: "the plan '{0}' is not complete: {1}",
    why: why,
    example: .situation(
      Words(
        zh: "用 yijian check --complete 检查一个没有写“公示”的计划。",
        en: "Checking a plan without `publish` with yijian check --complete.")))
}
