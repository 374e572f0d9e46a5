/// Rounds and history, YJ0727–0729 and YJ0736–0739: what a draw finds.
extension DiagnosticCode {
  static let roundDrawCodes: [DiagnosticCode] = [
    drawBetweenRounds, roundNotNamed, rotationTooFew, historyMissing, historyDiffers,
    otherRounds,
  ]

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

  public static let rotationTooFew = DiagnosticCode(
    "YJ0729", zh: "按这个户数，{0}轮查不了一遍", en: "so few objects do not come to everybody in {0}",
    why: Words(
      zh: "轮查期限内的轮数乘以每轮的户数，少于名录里的户数。请增加户数或轮次，或放长期限。",
      en: """
        The rounds in the rotation times the objects of a round are fewer than the registry has.
        Draw more of them, in more rounds, or allow more time.
        """),
    example: .situation(
      Words(
        zh: "每年抽 10户，轮查 5年，名录里有 60户。",
        en: "Ten objects a year, a rotation of five years, and sixty objects in the registry.")))

  public static let historyMissing = DiagnosticCode(
    "YJ0736", zh: "还要这次抽取所依据的 {0} 份以前的清单", en: "{0} manifests of earlier draws are needed as well",
    why: Words(
      zh: "这次抽取排除、轮换或不重复抽以前抽过的对象。清单写明依据了哪几次抽取；验证时要给出它们的清单。",
      en: """
        This draw leaves out, or puts behind, what was drawn before. Its manifest names the earlier
        draws that it relied on; their manifests are needed to verify it.
        """),
    example: .situation(
      Words(
        zh: "验证第二季度的抽取，没有给出第一季度的清单。",
        en: "Verifying the draw of the second quarter without the manifest of the first.")))

  public static let historyDiffers = DiagnosticCode(
    "YJ0737", zh: "以前的清单“{0}”的内容与它的摘要不符",
    en: "the earlier manifest \"{0}\" does not fit its own digest",
    why: Words(
      zh: "清单的摘要由全部内容算出。内容改动过的清单不能用来验证别的抽取。",
      en: "A manifest's digest is of all it says. One that was changed verifies nothing."),
    example: .situation(
      Words(
        zh: "第一季度的清单里换了一个抽中的对象。",
        en: "An object was changed in the manifest of the first quarter.")))

  public static let otherRounds = DiagnosticCode(
    "YJ0738", zh: "计划“{0}”已经按另外的轮次抽取或承诺", en: "the plan \"{0}\" is on record with other rounds",
    why: Words(
      zh: "轮数由参数决定的，一个期间里第一次抽取（或种子承诺）就定下了轮数；之后各轮都按这个轮数，否则同一段时间可以抽两次。请用同样的参数值。",
      en: """
        Where a parameter decides on the number of rounds, the first draw of the period (or the
        first commitment to a seed) settles it for all others; else one could draw twice for the
        same time. Give the same value again.
        """),
    example: .situation(
      Words(
        zh: "上半年按“轮数=2”抽过一轮，下半年抽取时写了“轮数=1”。",
        en: "The first half of the year was drawn with rounds=2, the second is drawn with rounds=1."
      )))
}
