/// What is said about rounds and earlier draws beside the messages themselves.
extension Phrase {
  public static let roundsAreEmpty = Phrase(
    zh: "没有写一轮", en: "there is no round")
  /// How many rounds, how many days.
  public static let moreRoundsThanDays = Phrase(
    zh: "{0} 轮太多：期间有 {1} 天，一个计划至多 366 轮",
    en: "{0} rounds are too many: the period has {1} days, and a plan at most 366 rounds")
  /// First and last day of the period.
  public static let roundOutsidePeriod = Phrase(
    zh: "期间是 {0} 至 {1}", en: "the period is {0} to {1}")
  /// The rounds of a plan.
  public static let roundsAre = Phrase(zh: "各轮：{0}", en: "its rounds: {0}")
  /// How many rounds there are in a year.
  public static let addedUpOverRounds = Phrase(
    zh: "没有写“全年”的数量，按一年 {0} 轮合计",
    en: "quantities of a round are added up over the {0} rounds of a year")
  public static let roundBefore = Phrase(zh: "上一轮在这里", en: "the round before is here")
  /// The last day of the round before.
  public static let roundTooEarly = Phrase(
    zh: "上一轮到 {0} 才结束", en: "the round before ends on {0}")
}
