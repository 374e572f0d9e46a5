/// Labels, notes and fixes of the checker.
extension Phrase {
  // Names
  public static let didYouMean = Phrase(zh: "是不是“{0}”？", en: "did you mean '{0}'?")
  public static let changeTo = Phrase(zh: "改成“{0}”", en: "change it to '{0}'")
  public static let declaredHere = Phrase(zh: "“{0}”在这里声明", en: "'{0}' is declared here")
  public static let alsoDeclaredHere = Phrase(zh: "这里也有“{0}”", en: "'{0}' is declared here too")
  public static let usedHereFirst = Phrase(zh: "第一次在这里", en: "the first time is here")
  public static let usesModuleHere = Phrase(
    zh: "这里使用了模块“{0}”", en: "the module '{0}' is used here")
  public static let knownModules = Phrase(zh: "现有的模块：{0}", en: "modules there are: {0}")
  public static let itHas = Phrase(zh: "它有：{0}", en: "it has: {0}")
  public static let qualifyWith = Phrase(zh: "写成“{0}”", en: "write '{0}'")
  public static let leadsOn = Phrase(zh: "“{0}”用到“{1}”", en: "'{0}' uses '{1}'")

  // Literals and units
  public static let asNaturalDays = Phrase(
    zh: "按自然日：{0}", en: "as natural days: {0}")
  public static let asWorkingDays = Phrase(
    zh: "按工作日：{0}", en: "as working days: {0}")
  public static let asPercent = Phrase(zh: "写成 {0}", en: "write {0}")
  public static let itIs = Phrase(zh: "{0}", en: "{0}")

  /// A day.
  public static let lastDayIs = Phrase(
    zh: "那个月的最后一天是 {0}", en: "the last day of that month is {0}")
  /// A text with its quotes.
  public static let writeAsText = Phrase(zh: "是文本的话，写成 {0}", en: "if it is a text, write {0}")
  /// Types.
  public static let typesAre = Phrase(
    zh: "类型有：{0}，以及声明的枚举和记录",
    en: "the types are {0}, and the enumerations and records that are declared")
  /// A type.
  public static let makeOptional = Phrase(
    zh: "允许没有：写成“{0}”", en: "allow absence: write '{0}'")

  // Operators
  /// The function, the unit.
  public static let monthsOnDates = Phrase(
    zh: "加减月数用“{0}(…, 3{1})”：月底怎么算由它规定",
    en: "use {0}(…, 3{1}): it says what happens at the end of a month")
  public static let dateNeedsUnit = Phrase(
    zh: "日期加减的是自然日，写成“{0}”", en: "natural days are added to a date: write '{0}'")
  public static let declareOrdered = Phrase(
    zh: "声明成“{0}”的枚举，成员才有大小", en: "declare the enumeration as '{0}' to compare its members")
  public static let enumerationIsHere = Phrase(
    zh: "“{0}”没有声明为有序", en: "'{0}' is not declared as ordered")

  // Absence
  /// What may be absent; the words for absence and for "and".
  public static let narrowFirst = Phrase(
    zh: "先排除没有的情形（{0} != {1} {2} …），或用“??”给出没有时的值",
    en: "rule out absence first ({0} != {1} {2} …), or say with ?? what to take instead")
  public static let absenceRuledOut = Phrase(
    zh: "前面的条件已经排除了没有的情形", en: "a condition before this has ruled absence out")

  // Calls and queries
  public static let parametersAre = Phrase(zh: "参数：{0}", en: "it takes: {0}")
  public static let labelIs = Phrase(zh: "这个参数叫“{0}”", en: "it is called '{0}'")
  public static let noLabelHere = Phrase(zh: "这个参数不写名字", en: "this argument has no label")
  public static let valueMadeHere = Phrase(
    zh: "到这里已经得出{0}", en: "this has made it {0}")

  // Declarations
  public static let firstKeyHere = Phrase(zh: "第一个主键在这里", en: "the first key is here")
  public static let inRegistryReason = Phrase(
    zh: "名录的字段是单个的值", en: "a field of a registry is a single value")
  public static let inSetReason = Phrase(
    zh: "集合的元素是单个的值", en: "an element of a set is a single value")
  public static let inTableReason = Phrase(
    zh: "表的列是单个的值", en: "a column of a table is a single value")
  public static let inMatchReason = Phrase(
    zh: "分情况看的是单个的值", en: "a match looks at single values")
  public static let optionalTwiceReason = Phrase(
    zh: "“?”只写一次", en: "one `?` is enough")
  public static let headerShouldBe = Phrase(zh: "应为：{0}", en: "it should be: {0}")
  public static let firstStatementHere = Phrase(
    zh: "这一句在它前面", en: "this stands before it")

  // Plans
  public static let alongHasGroup = Phrase(
    zh: "随别的计划抽的，签号也是那个计划的", en: "what is drawn along with another plan has its tickets")
  public static let listBeforehand = Phrase(
    zh: "名单在检查之前公示，期限从抽取算起",
    en: "the list is public before the inspections, within a time after the draw")
  public static let stageHasNoLayers = Phrase(
    zh: "层次是第一阶段的，第二阶段没有", en: "layers are those of the first stage")
  public static let planSinceIssue = Phrase(
    zh: "计划的公示从印发之日算起", en: "the plan is public within a time after its issue")
  public static let publicationAfterTerm = Phrase(
    zh: "检查结果的公示从检查完成算起", en: "results are public within a time after the inspection")
  public static let termAbove = Phrase(
    zh: "这一行之前没有写期限的行", en: "no row before this one has a term")
  public static let leadComesAlways = Phrase(
    zh: "牵头的部门每个对象都去；哪个部门牵头随对象而定的，写“牵头 按 …”",
    en: "who leads comes to every object; where the lead depends on the object, write `lead by …`")
  public static let stageIsPlain = Phrase(
    zh: "再抽的数量只说每个对象抽多少", en: "a second stage says how many of each object, no more")
  /// A department, its level or that it has none.
  public static let departmentLevel = Phrase(zh: "“{0}”：{1}", en: "'{0}': {1}")
  public static let declareLevel = Phrase(
    zh: "在部门的声明里写明级别，例如：{0}", en: "say the level where the department is declared: {0}")
  public static let swapEnds = Phrase(zh: "两端对调", en: "swap the two ends")
  /// A line of a script.
  public static let forExample = Phrase(zh: "例如：{0}", en: "for example: {0}")
  public static let writeAsObjects = Phrase(zh: "按户数：{0}", en: "as a number of objects: {0}")
  public static let writeAsRatio = Phrase(zh: "按比例：{0}", en: "as a ratio: {0}")
}
