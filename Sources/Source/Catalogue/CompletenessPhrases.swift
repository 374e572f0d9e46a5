/// What a plan lacks to be complete, and where to add it.
extension Phrase {
  /// Plans, a number.
  public static let alsoInPlans = Phrase(
    zh: "计划 {0} 同样缺其中 {1} 处：在这里补上，那里也就有了",
    en: "of these, {1} are also missing in: {0}; what is added here is there too")

  // Objects
  public static let registryWithoutSource = Phrase(
    zh: "没有部门对名录“{0}”负责：写“来源 部门”",
    en: "no department answers for the registry '{0}': give its source")
  public static let excludeWithoutGrounds = Phrase(
    zh: "排除没有理由，也没有依据", en: "the exclusion has neither a reason nor a basis")
  public static let stratumWithoutObjects = Phrase(
    zh: "这一层一户也不查", en: "nobody of this stratum is ever inspected")

  // Content
  public static let withoutChecklist = Phrase(
    zh: "没有检查单：在计划里写“检查 检查单名”",
    en: "there is no checklist: write `inspect` and its name in the plan")
  /// An element.
  public static let elementMissing = Phrase(
    zh: "检查单上没有“{0}”：写上内容，或写“{0} 不涉及 \"…\"”",
    en: "'{0}' is on no checklist: add its items, or write `{0} inapplicable \"…\"`")
  public static let itemWithoutBasis = Phrase(zh: "“{0}”没有依据", en: "'{0}' has no basis")
  public static let matterNotInspected = Phrase(
    zh: "检查单上没有事项“{0}”的内容", en: "no checklist goes into the matter '{0}'")

  // Process
  public static let withoutFollowUp = Phrase(
    zh: "没有写发现问题怎么办：在计划里写“发现问题”的表",
    en: "it is not said what follows from what is found: add a `findings` table to the plan")
  public static let rowWithoutMeasure = Phrase(zh: "没有措施", en: "there is no measure")
  public static let rowWithoutDepartment = Phrase(
    zh: "没有责任部门", en: "nobody answers for it")
  public static let rowWithoutDeadline = Phrase(zh: "没有期限", en: "there is no deadline")

  // Coordination
  public static let withoutFrequency = Phrase(
    zh: "没有写频次：在计划里写“频次”", en: "it is not said how often: add `frequency` to the plan")
  public static let departmentWithoutPart = Phrase(
    zh: "没有写“{0}”的事项或职责", en: "'{0}' has neither matters nor a duty")
  public static let departmentNotAgreed = Phrase(
    zh: "没有“{0}”的商定记录：频次由各参与部门共同商定",
    en: "no agreement of '{0}' is on record: how often is agreed by all who take part")

  // Data
  public static let fieldsWithoutSource = Phrase(
    zh: "名录“{1}”没有写这些字段的来源：{0}", en: "the registry '{1}' gives no source of: {0}")

  // Publicity
  public static let withoutPublication = Phrase(
    zh: "没有写怎么公示：在计划里写“公示 20工作日”",
    en: "it is not said when results are public: add `publish 20 working days` to the plan")
  public static let publicTooLate = Phrase(
    zh: "检查结果应在 20 个工作日内公示", en: "results are public within 20 working days")
  public static let planWithoutPublication = Phrase(
    zh: "没有写计划本身什么时候公示：“印发 日期 公示 20工作日”",
    en: "it is not said when the plan itself is public: `issued DATE public 20 working days`")
  public static let planPublicTooLate = Phrase(
    zh: "计划应在印发后 20 个工作日内公示", en: "a plan is public within 20 working days of its issue")
  public static let publicationWithoutEnd = Phrase(
    zh: "没有写公示保留多久：“保留 5年”", en: "it is not said how long they stay public: `keep 5 years`")
  public static let exceptionWithoutBasis = Phrase(
    zh: "例外“{0}”没有依据：公示为原则，不公示为例外",
    en: "the exception '{0}' has no basis: publication is the rule")
  public static let matterWithoutCode = Phrase(
    zh: "事项“{0}”没有编码：只有公布的事项才能检查",
    en: "the matter '{0}' has no code: only published matters are inspected")
}
