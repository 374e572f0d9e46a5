/// What is said about the arithmetic of samples beside the messages themselves.
extension Phrase {
  /// An amount.
  public static let stratumAtLeast = Phrase(zh: "这一层至少 {0}", en: "at least {0} of this stratum")
  /// An amount.
  public static let stratumAtMost = Phrase(zh: "这一层至多 {0}", en: "at most {0} of this stratum")
  /// The smallest share, the bound.
  public static let averageNotBelow = Phrase(
    zh: "合起来是各层按对象数的加权平均，不论哪层对象多，都不低于最低的 {0} > {1}",
    en:
      "all together is the average of the strata weighted by their objects: whatever the weights, not below the smallest, {0} > {1}"
  )
  /// The greatest share, the bound.
  public static let averageNotAbove = Phrase(
    zh: "合起来是各层按对象数的加权平均，不论哪层对象多，都不高于最高的 {0} < {1}（只有对象极少时，进一取整才可能凑够）",
    en:
      "all together is the average of the strata weighted by their objects: whatever the weights, not above the greatest, {0} < {1} (but for rounding up where objects are very few)"
  )
  /// The terms, their sum, the bound.
  public static let sumAbove = Phrase(zh: "{0} = {1} > {2}", en: "{0} = {1} > {2}")
  /// The terms, their sum, the bound.
  public static let sumBelow = Phrase(zh: "{0} = {1} < {2}", en: "{0} = {1} < {2}")
  public static let lowerStrataOrRaiseOverall = Phrase(
    zh: "降低各层的下限，或提高总体的上限", en: "lower the strata's quantities or raise the overall bound")
  public static let raiseStrataOrLowerOverall = Phrase(
    zh: "提高各层的上限，或降低总体的下限", en: "raise the strata's quantities or lower the overall bound")
  /// The words for both.
  public static let allowZeroOrExclude = Phrase(
    zh: "确实不查的，用“{0}”写明；某层可以一户不抽的，写“{1}”",
    en: "say with '{0}' what is not to be inspected, or write '{1}' if none of a stratum may do"
  )
  public static let onlyTheseObjects = Phrase(
    zh: "计划的对象只有这些", en: "the plan is about these objects only")
  public static let excludedFirst = Phrase(
    zh: "先排除：满足这一条的不再必查", en: "excluded first, whatever must be included")
  public static let notInScope = Phrase(
    zh: "计划的对象都不满足那一条", en: "none of the plan's objects meets it")
  public static let otherOverallBound = Phrase(zh: "另一个界限在这里", en: "the other bound is here")
  public static let bothRoundings = Phrase(
    zh: "各层分别取整（至少、恰好进一，至多舍去），总体另行取整；请给总体或各层留出余地",
    en:
      "every stratum rounds by itself (at least and exactly up, at most down), and so does the overall bound; leave room on either side"
  )
  /// A ratio.
  public static let writeOneRatio = Phrase(
    zh: "要恰好这个比例，写 {0}，不能整除时进一",
    en: "for just this ratio write {0}: it rounds up where it does not come out even")
}
