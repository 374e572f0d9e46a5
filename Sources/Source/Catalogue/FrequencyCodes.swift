/// How often objects are visited: YJ0584–0585.
extension DiagnosticCode {
  static let frequencyCodes: [DiagnosticCode] = [frequencyGap, moreVisitsThanDays]

  public static let frequencyGap = DiagnosticCode(
    "YJ0584", zh: "频次没有管到：{0}", en: "no frequency for: {0}",
    why: Words(
      zh: "按层写频次时，每一种对象都要有频次。请补上缺的一层，或用“否则”。",
      en:
        "A frequency by strata says something for every object. Add what is missing, or `otherwise`."
    ),
    example: .script(
      wrong: PlanExample.plan(
        others: "参与 市场监管局\n    频次 按 信用 { A => 1次/2年; B, C => 1次/年 }"),
      right: PlanExample.plan(
        others: "参与 市场监管局\n    频次 按 信用 { A => 1次/2年; 否则 => 1次/年 }")))

  public static let moreVisitsThanDays = DiagnosticCode(
    "YJ0585", zh: "每户要检查 {0} 次，期间只有 {1} 天",
    en: "{0} visits to each object, but the period has {1} days",
    why: Words(
      zh: "一个对象一天最多检查一次。按年、季度或月计的频次，期间碰到几个年、季度或月就算几个；期间太短时排不下。",
      en: """
        An object is visited once a day at most. A frequency by year, quarter or month counts each of
        them that the period touches; in a short period the visits have no room.
        """),
    example: .script(
      wrong: PlanExample.plan(
        period: "期间 2026-03-01 至 2026-03-10", others: "参与 市场监管局\n    频次 12次/年"),
      right: PlanExample.plan(
        period: "期间 2026-03-01 至 2026-11-30", others: "参与 市场监管局\n    频次 12次/年")))
}
