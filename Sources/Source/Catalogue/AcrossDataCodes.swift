/// Several plans together: YJ0760–0779 what the objects of a store show.
extension DiagnosticCode {
  static let acrossDataCodes: [DiagnosticCode] = [
    objectsOverCap, objectsMayExceedCap, planLeftOut, jointMissedByData,
    inspectedTwice, departmentOverloaded,
  ]

  public static let objectsOverCap = DiagnosticCode(
    "YJ0760", zh: "{1} 年有 {2} 户的检查次数超过“{0}”",
    en: "{2} objects are visited more often in {1} than '{0}' allows",
    why: Words(
      zh: "把一个文件夹里所有计划对每一户的检查次数加起来：已经抽取的按抽取结果，还没有抽取的只算必定抽中的。超过上限的对象，要减少频次、合并上门，或在计划里排除。",
      en:
        "The visits of all plans of the folder to each object are added up: of recorded draws as drawn, of other plans only to objects that are certain to be drawn. Lower a frequency, visit together, or exclude these objects."
    ),
    example: .situation(
      Words(
        zh: "市、县两个计划都把 D 级企业全部列入，每年各查 2 次，而上限是合计 3 次。",
        en: "Two plans take all firms of tier D, with two visits a year each, and the cap is three."
      )))

  public static let objectsMayExceedCap = DiagnosticCode(
    "YJ0761", .warning, zh: "{1} 年有 {2} 户的检查次数可能超过“{0}”，预计 {3} 户",
    en: "{2} objects may be visited more often in {1} than '{0}' allows; {3} are expected to be",
    why: Words(
      zh: "还没有抽取的计划抽到同一户时，次数会超过上限。先抽取的计划抽中的对象，后面的计划可以排除；同一协同组的计划抽中的对象尽量重合，可以一次上门。",
      en:
        "If draws still to come hit the same object, its visits are above the cap. A later plan can exclude what an earlier one has drawn; plans of one coordination group draw the same objects as far as they can, for one visit."
    ),
    example: .situation(
      Words(
        zh: "三个计划各抽 20%，每次一查，上限合计 2 次。",
        en: "Three plans draw 20% each, and the cap is two visits.")))

  public static let planLeftOut = DiagnosticCode(
    "YJ0762", .warning, zh: "计划“{0}”没有算进去", en: "the plan '{0}' is left out",
    why: Words(
      zh: "名录没有导入，或者按现在的数据无法抽取，就不知道这个计划会检查哪些对象。其余的计划照常合计。",
      en:
        "Its registry was not imported, or it cannot be drawn from the data, so that it is not known whom it visits. The other plans are added up all the same."
    ),
    example: .situation(
      Words(zh: "文件夹里有一个计划的名录还没有导入。", en: "One plan's registry has not been imported.")))

  public static let jointMissedByData = DiagnosticCode(
    "YJ0763", zh: "“{0}”没有做到“{1}”", en: "'{0}' does not meet '{1}'",
    why: Words(
      zh: "按名录里的对象，把各计划抽中的（或将要抽取的）数算出来，合起来不符合统筹的界限。",
      en: "With the objects of the registry, what the plans draw misses the joint bound."),
    example: .situation(
      Words(
        zh: "一个计划按户数抽取，名录变大以后，占的比例不够了。",
        en: "A plan draws a fixed number, whose share shrinks as the registry grows.")))

  public static let inspectedTwice = DiagnosticCode(
    "YJ0764", .warning,
    zh: "{2} 年“{0}”与“{1}”{5}对 {3} 户重复检查 {4} 项",
    en: "in {2} '{0}' and '{1}' visit {5}{3} objects for the same matters or items: {4}",
    why: Words(
      zh: "两个部门按两个计划到同一户检查同一事项或同一检查内容。可以由一个部门查、结果共用，或者联合一次上门。还没有抽取的计划，户数是预计的。",
      en:
        "Two departments inspect the same matter or item at the same objects by two plans. One of them can do it for both, or they can go together. For draws still to come the number of objects is what is expected."
    ),
    example: .situation(
      Words(
        zh: "教育局和市场监管局的计划都查食堂从业人员健康证明，抽中了同一所学校。",
        en: "Two departments both check the health certificates of one school's canteen.")))

  public static let departmentOverloaded = DiagnosticCode(
    "YJ0765", zh: "{1} 年部门“{0}”的计划合计要 {2} 个工作日，只有 {3} 个",
    en: "the plans of '{0}' take {2} working days in {1}; there are {3}",
    why: Words(
      zh: "每个计划单独看都排得下，合起来超过了检查人员一年能用于监督检查的工作日。",
      en:
        "Each plan fits by itself, and together they take more days than the department's inspectors have for inspections in a year."
    ),
    example: .situation(
      Words(
        zh: "两个计划各要 300 个工作日，而监督检查工作日只有 414 个。",
        en: "Two plans take 300 days each, and there are 414.")))
}

extension Phrase {
  /// A key, visits by plan and their sum, the limit, and whose limit it is.
  public static let visitsOfObject = Phrase(
    zh: "如 {0}：{1} 次 > {3} {2} 次", en: "such as {0}: {1} visits > {2} for {3}")
  /// Reasons.
  public static let exceptionsNotCounted = Phrase(
    zh: "以下情形的检查不计入：{0}", en: "visits for these reasons do not count: {0}")
  public static let fewerVisitsWaysOut = Phrase(
    zh: "可以降低频次、用“排除”去掉已经查过的对象，或合并上门",
    en: "lower a frequency, leave out objects that are visited already, or visit together")
  /// A message.
  public static let reasonIs = Phrase(zh: "原因：{0}", en: "the reason: {0}")
  /// The plans' shares, the joint share.
  public static let sharesAre = Phrase(zh: "{0}，合起来 {1}", en: "{0}, together {1}")
  public static let theOtherPlan = Phrase(zh: "另一个计划", en: "the other plan")
  /// A matter or item, two departments.
  public static let bothInspect = Phrase(
    zh: "“{0}”：{1}查，{2}也查", en: "'{0}': by {1}, and by {2}")
  public static let inspectOnce = Phrase(
    zh: "由一个部门检查、结果共用，或者同一协同组联合上门",
    en: "let one department inspect for both, or go together in one coordination group")
  /// A plan, one of its parameters.
  public static let bindParameters = Phrase(
    zh:
      "要算进去，先抽取并给值：yijian draw … {0} --set {1}=…；或者另写一个给了值的计划：计划 … 基于 {0} 修改 { 参数 {1} = … }",
    en:
      "to have it counted, draw it with values: yijian draw … {0} --set {1}=…, or base a plan with values on it: plan … based on {0} changing { parameter {1} = … }"
  )
  /// Days by plan, their sum, the days there are.
  public static let daysOfPlans = Phrase(zh: "{0} = {1} > {2}", en: "{0} = {1} > {2}")
  public static let lessenPlans = Phrase(
    zh: "减少抽查数量或频次，合并上门，或者增加检查人员",
    en: "draw fewer objects, visit less often, visit together, or have more inspectors")
}
