/// What is said about rounds and earlier draws beside the messages themselves.
extension Phrase {
  public static let roundsAreEmpty = Phrase(
    zh: "没有写一轮", en: "there is no round")
  /// How many rounds, how many days.
  public static let moreRoundsThanDays = Phrase(
    zh: "{0} 轮太多：期间有 {1} 天，一个计划至多 366 轮",
    en: "{0} rounds are too many: the period has {1} days, and a plan at most 366 rounds")
  /// The fewest.
  public static let tooFewRounds = Phrase(
    zh: "最少可能是 {0} 轮，至少要有 1 轮", en: "there may be {0} rounds; a plan has at least 1")
  public static let roundsNotBounded = Phrase(
    zh: "看不出最多几轮", en: "how many rounds there may be is not bounded")
  /// A parameter.
  public static let giveRange = Phrase(
    zh: "给参数写上范围：参数 {0}: 整数 1..2", en: "give the parameter a range: parameter {0}: Int 1..2")
  /// Rounds that are in the history of a plan.
  public static let roundsRecorded = Phrase(zh: "已有记录的：{0}", en: "on record: {0}")
  /// First and last day of the period.
  public static let roundOutsidePeriod = Phrase(
    zh: "期间是 {0} 至 {1}", en: "the period is {0} to {1}")
  /// The rounds of a plan.
  public static let roundsAre = Phrase(zh: "各轮：{0}", en: "its rounds: {0}")
  /// How many rounds there are in a year.
  public static let addedUpOverRounds = Phrase(
    zh: "没有写“全年”的数量，按一年 {0} 轮合计",
    en: "quantities of a round are added up over the {0} rounds of a year")
  public static let windowOfRound = Phrase(
    zh: "各轮抽取期间不同的，写在那一轮后面：轮次 { 2026-03-01 至 2026-06-30 抽取期间 2026-03-01 至 2026-03-31; … }",
    en: """
      A window of one round stands behind it: rounds { 2026-03-01 to 2026-06-30 draw window \
      2026-03-01 to 2026-03-31; … }
      """)
  public static let completionOfRound = Phrase(
    zh: "各轮完成时限不同的，写在那一轮后面：轮次 { 2026-03-01 至 2026-06-30 完成 6月底前; … }",
    en: """
      The completion of one round stands behind it: rounds { 2026-03-01 to 2026-06-30 complete by \
      2026-06-30; … }
      """)
  /// A day of a round.
  public static let giveDayOfRound = Phrase(
    zh: "用 --on 给出这一轮里的任何一天：--on {0}", en: "give any day of the round: --on {0}")
  public static let roundBefore = Phrase(zh: "上一轮在这里", en: "the round before is here")
  /// The last day of the round before.
  public static let roundTooEarly = Phrase(
    zh: "上一轮到 {0} 才结束", en: "the round before ends on {0}")
  /// A ratio.
  public static let ratioOfRound = Phrase(zh: "这里每次抽 {0}", en: "{0} of this each time")
  /// How many, of which ratio, together.
  public static let roundsTimesRatio = Phrase(zh: "{0} × {1} = {2}", en: "{0} × {1} = {2}")
  public static let rotationShort = Phrase(
    zh: "期限比一轮还短", en: "that is shorter than one round")
  /// How many rounds, visits in each, together, and at most.
  public static let visitsOfRounds = Phrase(
    zh: "{0} 轮 × 每轮 {1} 次 = {2} > {3}", en: "{0} rounds × {1} visits = {2} > {3}")
  public static let monthsWanted = Phrase(
    zh: "轮查的期限用年或个月：5年", en: "a rotation is measured in years or months: 5 years")
  public static let monthsOrDaysWanted = Phrase(
    zh: "写几年、几个月或几个自然日：3年", en: "years, months or natural days: 3 years")
  /// A plan, its round, the event and its digest.
  public static let earlierDraw = Phrase(
    zh: "{0}  {1}  第 {2} 号记录  摘要 {3}", en: "{0}  {1}  event {2}  digest {3}")
  /// A digest.
  public static let giveHistory = Phrase(
    zh: "用 --history 给出这些抽取的清单", en: "give their manifests with --history")
  /// Rounds, quota, population.
  public static let rotationSum = Phrase(
    zh: "{0} 户 × {1} 轮 = {2} < {3} 户", en: "{0} objects × {1} rounds = {2} < {3} objects")
}
