/// What is said about parts of quantities and capacities beside the messages themselves.
extension Phrase {
  /// An amount.
  public static let wholeQuantity = Phrase(zh: "这一层是 {0}", en: "the stratum's quantity is {0}")
  /// The clause as it may be written.
  public static let writeCapacity = Phrase(
    zh: "在计划里写明，例如：{0}", en: "say it in the plan, for example: {0}")
  public static let capacityOfLead = Phrase(
    zh: "几个部门都写了“力量”，请写牵头部门的", en: "several departments have a capacity; write that of the lead")
  /// The calendar, the year, its working days.
  public static let workingDaysOfYear = Phrase(
    zh: "按日历“{0}”，{1} 年有 {2} 个工作日", en: "by the calendar '{0}', {1} has {2} working days")
  public static let statutoryNeeded = Phrase(
    zh: "占的是总法定工作日的份额：写“总法定工作日”，或使用一个日历（期间在一年之内）",
    en: """
      shares are of the statutory working days: write `statutory`, or use a calendar for a period \
      within a year
      """)
  public static let ratioAgainstCount = Phrase(
    zh: "比例和户数不能相比：都写比例，或都写户数",
    en: "a ratio cannot be compared with a number: write the same for both")
  /// The words to write.
  public static let writeInstead = Phrase(zh: "改为 {0}", en: "write {0}")
  /// A member of the enumeration.
  public static let risingFrom = Phrase(zh: "{0} 在这里", en: "{0} is here")
  public static let perInspectorWantsObjects = Phrase(
    zh: "“每名检查人员”后面写户数", en: "a number of objects goes with 'per inspector'")
  public static let overallWithoutParts = Phrase(
    zh: "“其中”“涵盖”“再”“轮查”写在各层，不写在“总体”",
    en: "parts, covering, layers and rotations belong to the strata, not to the overall bound")
  public static let ratioThenCount = Phrase(
    zh: "括号前写比例，括号里写户数", en: "a ratio, then a number of objects in parentheses")
  public static let risingWantsOrder = Phrase(
    zh: "“递增”要求只按一个有序枚举分层", en: "rising strata are divided by one value of an ordered enumeration")
  /// A ratio, the population, the product, the rounded number.
  public static let ratioOfPopulation = Phrase(
    zh: "{0} × {1} = {2}，取整 {3}", en: "{0} × {1} = {2}, rounded {3}")
  /// The first and the last population.
  public static let agreesBetween = Phrase(
    zh: "总数在 {0} 到 {1} 户之间时，两者才一致", en: "the two agree for {0} to {1} objects")
  /// A part, its population, the least or greatest number wanted of it.
  public static let partAtLeast = Phrase(
    zh: "其中 {0}：{1} 户里至少 {2} 户", en: "{0}: of {1} objects at least {2}")
  public static let partAtMost = Phrase(
    zh: "其中 {0}：{1} 户里至多 {2} 户", en: "{0}: of {1} objects at most {2}")
  public static let countsTowardsQuota = Phrase(
    zh: "这里的必查对象计入定额", en: "these objects count towards the quota")
  public static let includeOnTopOrRaise = Phrase(
    zh: "要么提高这一层的上限，要么去掉“计入”，让必查对象另加在定额之外",
    en: "raise the stratum's upper bound, or leave out 'counted' to have them on top of the quota")
  public static let lowerStrataOrRaiseAreas = Phrase(
    zh: "降低各层的下限，或放宽“总体 各”的要求",
    en: "let the strata give less, or allow more of each value")
  public static let raiseStrataOrLowerAreas = Phrase(
    zh: "提高各层的上限（例如把“5%”写成“不少于 5%”），或放宽“总体 各”的要求",
    en: "let the strata give more (write 'at least 5%' for '5%', say), or want less of each value")
  /// The total of a year, the rounds of the year, the number of this one among them, its part.
  public static let shareOfYear = Phrase(
    zh: "全年 {0} 户分到 {1} 轮，当年第 {2} 轮是 {3} 户",
    en: "{0} in the year over {1} rounds; of these round {2} has {3}")
  /// What is covered, the number of values.
  public static let coversValues = Phrase(
    zh: "涵盖 {0}：{1} 个不同的值", en: "covering {0}: {1} different values")
  /// Visits, inspectors, working days a visit, the product.
  public static let loadSum = Phrase(
    zh: "{0} 次 × {1} 人 × {2} 工作日 = {3} 工作日",
    en: "{0} visits × {1} inspectors × {2} working days = {3} working days")
  public static let lessenLoad = Phrase(
    zh: "减少抽查或频次，减少每组人数，或增加力量",
    en: "draw or visit fewer, send fewer inspectors at a time, or raise the capacity")
}
