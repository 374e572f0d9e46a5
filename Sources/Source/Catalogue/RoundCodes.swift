/// Rounds and history, YJ0565–0569: what the plan alone decides.
extension DiagnosticCode {
  static let roundCodes: [DiagnosticCode] = [badRounds]

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
}
