extension DiagnosticCode {
  static let absenceCodes: [DiagnosticCode] = [
    mayBeAbsent, neverAbsent, noneNotAllowed, noneWithoutType, emptyListWithoutType,
    branchesDiffer,
  ]

  public static let mayBeAbsent = DiagnosticCode(
    "YJ0320", zh: "这里可能没有值", en: "this may be absent",
    why: Words(
      zh: """
        类型带“?”的值可能没有。先用条件排除（若 上次检查 != 无 则 …、… != 无 且 …），或用“??”给出没有时的值，\
        或在“分情况”里写“无”这一行。
        """,
      en: """
        A value whose type has a `?` may be absent. Rule that out by a condition (`if x != none then
        …`, `x != none and …`), say with `??` what to take instead, or give `none` its own arm.
        """),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 上次检查: 日期? }
        显示 食堂 其中 上次检查 < 2026-01-01 数
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 上次检查: 日期? }
        显示 食堂 其中 上次检查 != 无 且 上次检查 < 2026-01-01 数
        """))

  public static let neverAbsent = DiagnosticCode(
    "YJ0321", zh: "{0}不会没有", en: "{0} is never absent",
    why: Words(
      zh: "只有类型带“?”的值才可能没有；前面的条件已经排除的，也不会没有。",
      en: """
        Only a value whose type has a `?` may be absent, and not where a condition has ruled it out.
        """),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        显示 食堂 其中 人数 == 无 数
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数? }
        显示 食堂 其中 人数 == 无 数
        """))

  public static let noneNotAllowed = DiagnosticCode(
    "YJ0322", zh: "这里要{0}，不能没有", en: "{0} is wanted here and cannot be absent",
    why: Words(
      zh: "允许没有的类型要写“?”：日期?。",
      en: "A type that allows absence is written with a `?`."),
    example: .script(
      wrong: """
        设 上次: 日期 = 无
        显示 上次
        """,
      right: """
        设 上次: 日期? = 无
        显示 上次
        """))

  public static let noneWithoutType = DiagnosticCode(
    "YJ0323", zh: "看不出这是哪种类型的“{0}”", en: "nothing tells the type of this '{0}'",
    why: Words(
      zh: "“无”本身没有类型，要从它所在的地方看出来。写上类型：设 上次: 日期? = 无。",
      en: "`none` has no type of its own. Write one: `let last: Date? = none`."),
    example: .script(
      wrong: """
        设 上次 = 无
        显示 上次
        """,
      right: """
        设 上次: 日期? = 无
        显示 上次
        """))

  public static let emptyListWithoutType = DiagnosticCode(
    "YJ0324", zh: "看不出这个空列表装什么", en: "nothing tells what this empty list is a list of",
    why: Words(
      zh: "空列表的类型要写出来：设 等级: 列表[整数] = []。",
      en: "Write the type of an empty list: `let tiers: List[Int] = []`."),
    example: .script(
      wrong: """
        设 名单 = []
        显示 名单
        """,
      right: """
        设 名单: 列表[整数] = []
        显示 名单
        """))

  public static let branchesDiffer = DiagnosticCode(
    "YJ0325", zh: "前面是{0}，这里是{1}", en: "so far this was {0}, but here it is {1}",
    why: Words(
      zh: "“若”的两边、“分情况”的各行、列表的各项，类型要一样。",
      en: "Both branches of an `if`, all arms of a match and all elements of a list have one type."),
    example: .script(
      wrong: "显示 若 1 < 2 则 3 否则 \"四\"",
      right: "显示 若 1 < 2 则 3 否则 4"))
}
