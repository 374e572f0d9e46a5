/// What is said about patterns beside the messages themselves.
extension Phrase {
  /// Stands where a suggested row still needs its result; a name on purpose, so that it is not
  /// forgotten.
  public static let resultToFillIn = Phrase(zh: "待定", en: "to_be_decided")
  public static let anyInput = Phrase(zh: "任何情形", en: "any case")
  public static let anyText = Phrase(zh: "任何文本", en: "any text")
  /// Texts.
  public static let textOtherThan = Phrase(zh: "{0} 以外的文本", en: "a text other than {0}")
  /// A column, a value.
  public static let columnHasValue = Phrase(zh: "{0} = {1}", en: "{0} = {1}")
  /// A column, patterns.
  public static let columnIsIn = Phrase(zh: "{0}：{1}", en: "{0}: {1}")

  /// A region.
  public static let wholeGap = Phrase(zh: "整片没有管到的是：{0}", en: "the whole gap: {0}")
  /// A region.
  public static let furtherGap = Phrase(zh: "另一处没有管到的是：{0}", en: "another gap: {0}")
  public static let moreGaps = Phrase(zh: "此外还有没有管到的情形", en: "and there are more gaps")
  public static let addMissingRules = Phrase(
    zh: "补上缺的规则（结论处写着“{0}”，请填写）",
    en: "add the missing rules (fill in their results, marked {0})")
  public static let addMissingArms = Phrase(
    zh: "补上缺的分支（结果处写着“{0}”，请填写）",
    en: "add the missing arms (fill in their results, marked {0})")

  /// A rule's number.
  public static let ruleTakesItToo = Phrase(zh: "第 {0} 条也管到它", en: "rule {0} takes it too")
  /// A rule's number, what both take.
  public static let ruleOverlapsHere = Phrase(
    zh: "与第 {0} 条重叠：{1}", en: "overlaps with rule {0}: {1}")
  public static let sameConditions = Phrase(
    zh: "两条规则的条件完全相同", en: "the two rules have the same conditions")
  /// The two policies.
  public static let uniqueOrFirst = Phrase(
    zh: "请收窄其中一条；若本意是从上到下取第一条，把命中方式“{0}”改为“{1}”",
    en: "narrow one of them; or write '{1}' for '{0}' if the first rule that holds is meant")

  public static let writtenFirst = Phrase(
    zh: "先写的一层：归这里", en: "written first: it goes here")
  public static let writtenLater = Phrase(
    zh: "后写的一层，也管到它", en: "written later, takes it too")
  /// The word for the rest.
  public static let narrowStratum = Phrase(
    zh: "请收窄其中一层；其余的都归一层时，写“{0}”",
    en: "narrow one of them; for all the rest, write '{0}'")

  public static let alreadyTakenHere = Phrase(zh: "这里已经管到", en: "already taken here")
  public static let alsoNeverUsed = Phrase(
    zh: "同样原因，这一条也用不上", en: "never used, for the same reason")

  /// A table's name.
  public static let tableIsComplete = Phrase(
    zh: "判定“{0}”是否写全", en: "whether table '{0}' is complete")
  public static let matchIsComplete = Phrase(
    zh: "这里的分情况是否写全", en: "whether this match is complete")
  public static let strataAreComplete = Phrase(
    zh: "抽查的分层是否写全", en: "whether the strata are complete")
  public static let rulesAreUsed = Phrase(
    zh: "这些规则是否都用得上", en: "whether all rules are used")
  /// Rules, columns, the budget.
  public static let coverageBudget = Phrase(
    zh: "{0} 条、{1} 列，组合太多：查了 {2} 步仍无结论",
    en: "{0} rules and {1} columns have too many combinations: no conclusion after {2} steps")
  public static let coverageTooLarge = Phrase(
    zh: "条件里比较了文本的先后，或者条数太多", en: "the patterns order texts, or there are too many")

  /// An exception's name.
  public static let holdsToo = Phrase(zh: "例外“{0}”也适用", en: "the exception '{0}' holds too")
  public static let narrowException = Phrase(
    zh: "请收窄其中一个例外，或让两者结果相同", en: "narrow one of them, or give both the same result")
  public static let principleHere = Phrase(zh: "原则在这里", en: "the principle is here")
  /// A principle's name.
  public static let exceptionsAgree = Phrase(
    zh: "原则“{0}”的例外是否互相矛盾", en: "whether the exceptions of '{0}' contradict each other")

  /// A registry, how many rows it has, what they are looked at by, how many are meant, one's key.
  public static let rowsConcerned = Phrase(
    zh: "名录“{0}”现有 {1} 户，按“{2}”有 {3} 户落在这里，例如“{4}”",
    en: "by '{2}', {3} of the {1} objects of '{0}' are here, for example \"{4}\"")
  /// A registry, how many rows it has, what they are looked at by.
  public static let noRowConcerned = Phrase(
    zh: "名录“{0}”现有 {1} 户，按“{2}”没有一户落在这里",
    en: "by '{2}', none of the {1} objects of '{0}' is here")
}
