/// Quantities that a draw cannot meet: YJ0723–0726 and YJ0749–0750.
extension DiagnosticCode {
  static let quantityDrawCodes: [DiagnosticCode] = [
    partsExclude, coveringAboveQuota, countDisagrees, capacityExceeded, includedAboveQuota,
    areasContradict,
  ]

  /// What excludes what.
  public static let partsExclude = DiagnosticCode(
    "YJ0723", zh: "“其中”与定额不能同时满足：{0}", en: "the parts and the quota exclude each other: {0}",
    why: Words(
      zh: "样本要同时满足这一层的定额和每一个“其中”（以及“涵盖”）。对象太少或比例相差太大时，没有哪个样本做得到；下面列出每一部分的户数。",
      en:
        "A sample must meet the quota and every part of it. With few objects, or ratios that are far apart, no sample does; the notes show the number wanted of each part."
    ),
    example: .situation(
      Words(
        zh: "“10%, 其中 重点 不少于 50%”，而一半以上的对象都是重点。",
        en: "\"10%, where key at least 50%\" where more than half of the objects are key ones.")))

  /// The number of values, the greatest quota.
  public static let coveringAboveQuota = DiagnosticCode(
    "YJ0724", zh: "要涵盖 {0} 类，定额至多 {1} 户",
    en: "{0} kinds are to be covered by a quota of at most {1}",
    why: Words(
      zh: "“涵盖”要求每一类至少一户，所以定额不能少于类数。请提高定额，或把类并成较少的几类。",
      en:
        "Covering takes at least one object of each kind, so the quota cannot be below the number of kinds. Raise it, or cover fewer kinds."
    ),
    example: .situation(
      Words(zh: "“3户, 涵盖 类别”而这一层有五类。", en: "\"3 objects, covering kind\" of five kinds.")))

  /// What the quantity comes to, what it is said to come to.
  public static let countDisagrees = DiagnosticCode(
    "YJ0725", zh: "算出来是 {0} 户，括号里写的是 {1} 户", en: "this comes to {0} objects, but {1} are written",
    why: Words(
      zh: "“10%(20户)”同时写了比例和户数，两者要按名录核对一致。不一致多半是名录变了，或者户数按旧的名录算的。",
      en:
        "A ratio with its number of objects is checked against the registry. Where they differ, the registry has mostly changed since the number was worked out."
    ),
    example: .situation(
      Words(zh: "“10%(20户)”而名录里有 215 户。", en: "\"10%(20 objects)\" of 215 objects.")))

  /// What the values are of, the values, what is wanted and what there can be.
  public static let areasContradict = DiagnosticCode(
    "YJ0750", zh: "“总体 各 {0}”做不到：{1} {2}", en: "the bounds for each {0} cannot be met: {1}: {2}",
    why: Words(
      zh: "各层的定额先定，“总体 各”再要求每一处（每县、每类）的户数；定额能动的层会让一让，仍凑不齐就报错。下面列出算式。",
      en:
        "Strata have their quotas, and each area its number across all strata. Quotas that may move do so; where that is not enough, no sample meets both."
    ),
    example: .situation(
      Words(
        zh: "“5%”只有 3 户，“总体 各 县区 不少于 1户”而有 4 个县区。",
        en: "5% are 3 objects, at least one of each of 4 counties is wanted.")))

  /// The must-include objects that count, the greatest quota.
  public static let includedAboveQuota = DiagnosticCode(
    "YJ0749", zh: "计入定额的必查对象有 {0} 户，定额至多 {1} 户",
    en: "{0} must-include objects count towards a quota of at most {1}",
    why: Words(
      zh: "写了“计入”的必查对象占这一层的名额，不能超过这一层的上限；多出来的，抽取不会悄悄放过。",
      en:
        "Must-include objects that are counted take places of their stratum's quota, so they cannot be more than its upper bound; a draw never exceeds it silently."
    ),
    example: .situation(
      Words(
        zh: "“不超过 2%”的一层有 100 户，其中 3 户必查并计入。",
        en: "\"at most 2%\" of 100 objects, 3 of which must be included and count.")))

  /// The department, the working days needed, those there are.
  public static let capacityExceeded = DiagnosticCode(
    "YJ0726", zh: "{0}的力量不够：要 {1} 工作日，只有 {2} 工作日",
    en: "the capacity of {0} is exceeded: {1} working days needed, {2} there",
    why: Words(
      zh: "检查次数 × 每组人数 × 每户工作日，不能超过“力量”里的监督检查工作日。排不下的计划，执行时只能走过场。",
      en:
        "Visits × inspectors × working days for each must not be above the working days for supervision. A plan that does not fit cannot be carried out."
    ),
    example: .situation(
      Words(
        zh: "抽中 150 户，每户 2 人各 2 工作日，而监督检查只有 414 工作日。",
        en: "150 objects with two inspectors for two days each, and 414 working days.")))
}
