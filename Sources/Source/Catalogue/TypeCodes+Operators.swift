extension DiagnosticCode {
  static let operatorCodes: [DiagnosticCode] = [
    differentUnits, differentDurations, percentAgainstNumber, noSuchArithmetic, cannotCompare,
    noOrder, noEquality, notACollection,
  ]

  public static let differentUnits = DiagnosticCode(
    "YJ0310", zh: "{0}和{1}不是一回事", en: "{0} and {1} are different things",
    why: Words(
      zh: "户、次、件、人、项是不同的东西，不能相加、相减或相比；户和家是一样的。没有单位的整数也不能和它们混用，直接写出的数除外。",
      en: """
        Objects, times, cases, persons and items cannot be added, subtracted or compared with each
        other; objects and firms are the same. Nor with integers without a unit, unless the number
        is written out there.
        """),
    example: .script(wrong: "显示 3户 + 2次", right: "显示 3户 + 2家"))

  public static let differentDurations = DiagnosticCode(
    "YJ0311", zh: "{0}和{1}无法换算", en: "{0} and {1} cannot be converted into each other",
    why: Words(
      zh: "一个月有多少自然日，几个自然日里有多少工作日，都要看从哪一天算起。所以这四种期限不能相加、相比。",
      en: """
        How many natural days a month has, and how many working days there are in them, depends on
        where one starts. So the four kinds of duration are neither added nor compared.
        """),
    example: .script(wrong: "显示 20工作日 > 1个月", right: "显示 20工作日 > 15工作日"))

  public static let percentAgainstNumber = DiagnosticCode(
    "YJ0312", zh: "{0}和{1}不能混用", en: "{0} and {1} do not mix",
    why: Words(
      zh: "百分比是单独的类型：0.05 和 5% 要说清楚是哪一个。",
      en: "A percentage is a type of its own: 0.05 or 5%, say which."),
    example: .script(wrong: "显示 5% > 0.03", right: "显示 5% > 3%"))

  public static let noSuchArithmetic = DiagnosticCode(
    "YJ0313", zh: "{1}和{2}之间没有“{0}”", en: "there is no '{0}' between {1} and {2}",
    why: Words(
      zh: "能计算的是整数、小数、百分比、有单位的数和期限；日期加减自然日和工作日。",
      en: """
        Arithmetic is for integers, decimals, percentages, counted numbers and durations; to a date
        natural and working days can be added.
        """),
    example: .script(
      wrong: "显示 2026-03-01 + 20小时",
      right: "显示 2026-03-01 + 20自然日"))

  public static let cannotCompare = DiagnosticCode(
    "YJ0314", zh: "{0}和{1}不能相比", en: "{0} and {1} cannot be compared",
    why: Words(
      zh: "两边的类型要相同。",
      en: "Both sides of a comparison have one type."),
    example: .script(wrong: "显示 \"30\" == 30", right: "显示 \"30\" == \"30\""))

  public static let noOrder = DiagnosticCode(
    "YJ0315", zh: "{0}没有大小", en: "{0} has no order",
    why: Words(
      zh: "只有声明为“有序”的枚举才能比大小：排在后面的大。布尔、列表和“无”不能。",
      en: """
        Members of an enumeration can be ordered if it is declared so: a later one is greater.
        Truth values, lists and absence cannot.
        """),
    example: .script(
      wrong: """
        枚举 等级 { 低, 高 }
        显示 低 < 高
        """,
      right: """
        枚举 等级 有序 { 低, 高 }
        显示 低 < 高
        """))

  public static let noEquality = DiagnosticCode(
    "YJ0316", zh: "{0}不能直接比是否相等", en: "{0} cannot be tested for equality",
    why: Words(
      zh: "记录和名录的行要比的是字段，写明比哪几个。",
      en: "Compare the fields of records and rows that matter."),
    example: .script(
      wrong: """
        记录 住址 { 街镇: 文本; 门牌: 文本 }
        显示 住址(街镇: "七宝", 门牌: "1") == 住址(街镇: "七宝", 门牌: "2")
        """,
      right: """
        记录 住址 { 街镇: 文本; 门牌: 文本 }
        显示 住址(街镇: "七宝", 门牌: "1").街镇 == 住址(街镇: "七宝", 门牌: "2").街镇
        """))

  public static let notACollection = DiagnosticCode(
    "YJ0317", zh: "“{1}”后面要列表或集合，这里是{0}", en: "after '{1}' stands a list or set, not {0}",
    why: Words(
      zh: "写成 信用 属于 [C, D]。",
      en: "Write `tier in [C, D]`."),
    example: .script(wrong: "显示 3 属于 5", right: "显示 3 属于 [3, 5]"))
}
