/// What quantities say besides their bounds, and capacities: YJ0560–0564.
extension DiagnosticCode {
  static let quantityCodes: [DiagnosticCode] = [
    subquotaContradicts, inspectorsUnknown, capacityUnbalanced, notRising, quantityImpossible,
  ]

  /// The condition, the amount of the part, the amount of the whole.
  public static let subquotaContradicts = DiagnosticCode(
    "YJ0560", zh: "“其中 {0}”是 {1}，与这一层的 {2} 不能同时成立",
    en: "the part '{0}' is {1}, which cannot be within the stratum's {2}",
    why: Words(
      zh: "“其中”说的是同一批对象的一部分：它不能比整体抽得多，整体全部抽取时它也不能少抽。请改其中一个数。",
      en:
        "A part after where is a part of the same sample: it cannot be more than the whole, and where all are taken it cannot be less. Correct one of the two."
    ),
    example: samplingExample(
      wrong: """
        甲 => 20户, 其中 评定 == 甲 不少于 30户
        乙, 丙 => 10%
        """,
      right: """
        甲 => 20户, 其中 评定 == 甲 不少于 8户
        乙, 丙 => 10%
        """))

  /// The words for per inspector.
  public static let inspectorsUnknown = DiagnosticCode(
    "YJ0561", zh: "“{0}”要知道检查人员有多少名", en: "'{0}' needs to know how many inspectors there are",
    why: Words(
      zh: "按检查人员的人数定户数时，人数取自计划的“力量”：牵头部门的；牵头部门没有写而只有一个部门写了的，用那一个。",
      en:
        "A number of objects for each inspector takes the inspectors from the plan's capacity: that of the lead, or the only one if the lead has none."
    ),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 每名检查人员 5户"),
      right: PlanExample.plan(sample: "力量 教育局 8人\n    抽查 每名检查人员 5户")))

  /// The equation that does not hold.
  public static let capacityUnbalanced = DiagnosticCode(
    "YJ0562", zh: "“力量”的账不平：{0}", en: "the capacity does not add up: {0}",
    why: Words(
      zh: "总法定工作日减去其他执法、非执法工作日，就是监督检查工作日；写出的占比按四舍五入到写出的位数核对。公布的计划里这类差错不少见，改正后计划才经得起核对。",
      en:
        "The statutory working days less those for other enforcement and for no enforcement are those for supervision; shares are checked to the digits that are written, rounded half up. Published plans do contain such slips."
    ),
    example: .script(
      wrong: PlanExample.plan(
        sample: "力量 教育局 8人 { 总法定工作日 1984工作日; 其他执法 1035工作日 占 21% }\n    抽查 10%"),
      right: PlanExample.plan(
        sample: "力量 教育局 8人 { 总法定工作日 1984工作日; 其他执法 1035工作日 占 52.2% }\n    抽查 10%")))

  /// A member of the enumeration, the next one.
  public static let notRising = DiagnosticCode(
    "YJ0563", zh: "从 {0} 到 {1} 抽查没有递增", en: "the quantities do not rise from {0} to {1}",
    why: Words(
      zh: "写了“递增”，后一级的比例（或户数）就必须高于前一级：上下限都不低，且至少有一个更高。同一行里的两级不算递增，比例和户数不能相比。",
      en:
        "With rising, each member's quantity must be above the one before: no bound lower, and at least one higher. Two members in one arm do not rise, and a ratio cannot be compared with a number."
    ),
    example: .script(
      wrong: PlanExample.plan(
        sample: "抽查 按 信用 递增 {\n        A, B => 5%\n        C => 10%\n        D => 全部\n    }"),
      right: PlanExample.plan(
        sample:
          "抽查 按 信用 递增 {\n        A => 3%\n        B => 5%\n        C => 10%\n        D => 全部\n    }"
      )))

  /// Why not.
  public static let quantityImpossible = DiagnosticCode(
    "YJ0564", zh: "数量不能这样写：{0}", en: "a quantity cannot be written so: {0}",
    why: Words(
      zh: "数量后面可以加：括号里的户数、“其中”、“涵盖”、“再”；各有各的写法，合在一起要说得通。",
      en:
        "A quantity can be followed by a number in parentheses, by parts, a covering and layers; each has its form, and together they must make sense."
    ),
    example: .script(
      wrong: PlanExample.plan(sample: "抽查 10%, 再 30%"),
      right: PlanExample.plan(sample: "抽查 全部, 再 30%")))
}
