/// Plans that are based on others: YJ0217, YJ0586–0587.
extension DiagnosticCode {
  static let overlayCodes: [DiagnosticCode] = [changesNothing, standsForNobody]

  public static let inheritedDoesNotFit = DiagnosticCode(
    "YJ0217", zh: "“{0}”沿用“{1}”的内容，在这里不成立：{2}",
    en: "what '{0}' inherits from '{1}' does not hold here: {2}",
    why: Words(
      zh: """
        以别的计划为基础的计划，没有改的内容照样沿用，并按本计划的名录重新检查。名录里要有沿用的条件所用的字段，\
        类型也要一致；否则改写那一句。
        """,
      en: """
        A plan that is based on another inherits what it does not change, and that is checked
        against its own registry: the registry needs the fields that inherited conditions are about,
        with the same types. Otherwise write that clause anew.
        """),
    example: .script(
      wrong: PlanExample.overlay("对象 学校", with: "名录 学校 { 主键 代码: 文本 }"),
      right: PlanExample.overlay("对象 学校", with: "名录 学校 { 主键 代码: 文本; 人数: 整数 }")))

  public static let changesNothing = DiagnosticCode(
    "YJ0586", .warning, zh: "这一处没有改变什么：原计划就是这样写的",
    en: "this changes nothing: the plan it is based on says the same",
    why: Words(
      zh: "以别的计划为基础时，只写不同的地方。与原计划相同的内容会让人误以为有改动，请删去。",
      en: """
        A plan that is based on another says only what is different. Saying the same again looks
        like a change; delete it.
        """),
    example: .script(
      wrong: PlanExample.overlay("期间 2026-03-01 至 2026-11-30"),
      right: PlanExample.overlay("期间 2026-04-01 至 2026-10-31")))

  public static let standsForNobody = DiagnosticCode(
    "YJ0587", .warning, zh: "“{1}”里没有部门“{0}”，不用代", en: "'{1}' does not name the department '{0}'",
    why: Words(
      zh: "“代 甲 => 乙”让乙出现在原计划写甲的各处。原计划没有写甲时，这一句不起作用。",
      en: """
        `for A => B` puts B wherever the plan it is based on names A. Where that does not name A,
        the clause does nothing.
        """),
    example: .script(
      wrong: PlanExample.overlay("代 公安局 => 卫健委", with: "部门 公安局\n部门 卫健委"),
      right: PlanExample.overlay("代 教育局 => 卫健委", with: "部门 卫健委")))
}
