/// Rounds and history, YJ0727–0729 and YJ0736–0739: what a draw finds.
extension DiagnosticCode {
  static let roundDrawCodes: [DiagnosticCode] = [drawBetweenRounds, roundNotNamed]

  public static let drawBetweenRounds = DiagnosticCode(
    "YJ0727", zh: "{0} 不在计划“{1}”的任何一轮之内", en: "{0} lies in none of the rounds of the plan \"{1}\"",
    why: Words(
      zh: "一轮只能在这一轮的第一天到最后一天之间抽取。请改抽取日期，或改“轮次”。",
      en: "A round is drawn between its first and its last day. Change the date, or the rounds."),
    example: .situation(
      Words(
        zh: "上半年一轮到 6 月 15 日，下半年一轮从 7 月 1 日起，6 月 20 日抽取。",
        en: "A draw on 20 June, where one round ends on 15 June and the next begins on 1 July.")))

  public static let roundNotNamed = DiagnosticCode(
    "YJ0728", zh: "计划“{0}”有 {1} 轮，要说明是哪一轮",
    en: "the plan \"{0}\" has {1} rounds: say which one is meant",
    why: Words(
      zh: "每一轮有自己的种子承诺、抽取和记录。用 --on 给出这一轮里的任何一天。",
      en: """
        Every round has a commitment, a draw and a history of its own. Give any day of the round
        with --on.
        """),
    example: .situation(
      Words(
        zh: "yijian commit 没有给 --on，而计划每季度抽一次。",
        en: "yijian commit without --on, for a plan that is drawn each quarter.")))
}
