/// Names: YJ0201–0209 modules and declarations, YJ0210– what a name stands for.
extension DiagnosticCode {
  static let nameCodes: [DiagnosticCode] = [
    undefinedName, redeclared, nameConflict, unknownModule, cyclicUse, moduleUsedTwice,
    unusedModule, unusedBinding, unusedDepartment, wrongKindOfName, unknownMember,
    ambiguousMember, ambiguousField, definedByItself, notAName,
    inheritedDoesNotFit,
  ]

  public static let undefinedName = DiagnosticCode(
    "YJ0201", zh: "没有叫“{0}”的东西", en: "nothing here is called '{0}'",
    why: Words(
      zh: "名字要先声明：在本文件中，或在“使用”的模块里。模块用到的别的模块不算，要自己写“使用”。",
      en: """
        A name must be declared, in this file or in a module it uses. What that module uses itself
        does not count: a file says all it depends on.
        """),
    example: .script(
      wrong: """
        设 上限 = 30
        显示 上线 + 1
        """,
      right: """
        设 上限 = 30
        显示 上限 + 1
        """))

  public static let redeclared = DiagnosticCode(
    "YJ0202", zh: "“{0}”已经有了", en: "'{0}' is declared already",
    why: Words(
      zh: "同一处的两样东西不能同名，否则读的人不知道指哪一个。",
      en: "Two things in one place cannot share a name: a reader could not tell which is meant."),
    example: .script(
      wrong: """
        枚举 业态 { 中小学, 托幼机构 }
        枚举 业态 { 餐馆 }
        """,
      right: """
        枚举 业态 { 中小学, 托幼机构 }
        枚举 餐饮 { 餐馆 }
        """))

  public static let nameConflict = DiagnosticCode(
    "YJ0203", zh: "“{0}”在两处都有", en: "'{0}' is declared in two places",
    why: Words(
      zh: "本文件和它使用的模块，或两个模块，声明了同一个名字。把自己的改个名。",
      en: """
        This file and a module it uses, or two such modules, declare the same name. Rename your own.
        """),
    example: .script(
      wrong: """
        use std.credit
        function raised_risk(complaints: Int) -> Bool = complaints > 3
        show CreditTier.A == B and raised_risk(5)
        """,
      right: """
        use std.credit
        function many_complaints(complaints: Int) -> Bool = complaints > 3
        show CreditTier.A == B and many_complaints(5)
        """))

  public static let unknownModule = DiagnosticCode(
    "YJ0204", zh: "没有模块“{0}”", en: "there is no module '{0}'",
    why: Words(
      zh: "模块要么是自带的（如“标准.信用”“标准.风险”），要么是脚本旁边的文件。",
      en: """
        A module comes with the language (as std.credit and std.risk do) or is a file beside the
        script.
        """),
    example: .script(
      wrong: """
        使用 标准.信誉
        显示 较高风险(C)
        """,
      right: """
        使用 标准.信用
        显示 较高风险(C)
        """))

  public static let cyclicUse = DiagnosticCode(
    "YJ0205", zh: "模块互相使用：{0}", en: "modules use each other: {0}",
    why: Words(
      zh: "模块之间的“使用”不能绕成圈。把两边都要的声明移到第三个模块。",
      en: """
        Modules cannot use each other in a circle. Move what both need to a third one.
        """),
    example: .situation(
      Words(
        zh: "文件 甲.yj 写着“使用 乙”，文件 乙.yj 写着“使用 甲”。",
        en: "File a.yj says `use b`, and file b.yj says `use a`.")))

  public static let moduleUsedTwice = DiagnosticCode(
    "YJ0206", .warning, zh: "模块“{0}”使用了两次", en: "module '{0}' is used twice",
    why: Words(zh: "第二行没有作用。", en: "The second line does nothing."),
    example: .script(
      wrong: """
        使用 标准.风险
        使用 标准.风险
        显示 取高(低, 中)
        """,
      right: """
        使用 标准.风险
        显示 取高(低, 中)
        """))

  public static let unusedModule = DiagnosticCode(
    "YJ0207", .warning, zh: "没有用到模块“{0}”", en: "module '{0}' is not used",
    why: Words(
      zh: "写了“使用”，却没有用到其中任何名字。",
      en: "It stands in a `use` line, but nothing it declares is named."),
    example: .script(
      wrong: """
        使用 标准.风险
        显示 1 + 1
        """,
      right: "显示 1 + 1"))

  public static let unusedBinding = DiagnosticCode(
    "YJ0208", .warning, zh: "没有用到“{0}”", en: "'{0}' is never used",
    why: Words(
      zh: "算了却没有用的值，多半是写错了名字，或是改剩下的。",
      en: "A value that is computed and never used is mostly a slip, or left over from a change."),
    example: .script(
      wrong: """
        函数 加倍(数值: 整数) -> 整数 {
            设 结果 = 数值 * 2
            数值 + 数值
        }
        显示 加倍(3)
        """,
      right: """
        函数 加倍(数值: 整数) -> 整数 {
            设 结果 = 数值 * 2
            结果
        }
        显示 加倍(3)
        """))

  public static let unusedDepartment = DiagnosticCode(
    "YJ0209", .warning, zh: "没有计划用到部门“{0}”", en: "no plan names the department '{0}'",
    why: Words(
      zh: "声明了却不牵头、不参与、也不派人的部门，可能是计划里漏了它。",
      en: "A department that leads nothing and takes part in nothing may be missing from a plan."),
    example: .script(
      wrong: """
        部门 教育局
        显示 1
        """,
      right: "显示 1"))

  public static let wrongKindOfName = DiagnosticCode(
    "YJ0210", zh: "“{0}”是{1}，这里要{2}", en: "'{0}' is {1}, but {2} is wanted here",
    why: Words(
      zh: "名字指的东西不能用在这里：类型不是值，函数要带括号调用。",
      en: """
        What the name stands for does not fit: a type is no value, and a function is called with
        parentheses.
        """),
    example: .script(
      wrong: """
        函数 加倍(数值: 整数) -> 整数 = 数值 * 2
        显示 加倍 + 1
        """,
      right: """
        函数 加倍(数值: 整数) -> 整数 = 数值 * 2
        显示 加倍(3) + 1
        """))

  public static let unknownMember = DiagnosticCode(
    "YJ0211", zh: "{1}没有“{0}”", en: "{1} has no '{0}'",
    why: Words(
      zh: "枚举没有这个成员，或者记录、名录没有这个字段。",
      en: "The enumeration has no such member, or the record or registry no such field."),
    example: .script(
      wrong: """
        枚举 等级 { 甲, 乙 }
        显示 等级.丙 == 乙
        """,
      right: """
        枚举 等级 { 甲, 乙 }
        显示 等级.甲 == 乙
        """))

  public static let ambiguousMember = DiagnosticCode(
    "YJ0212", zh: "“{0}”是几个枚举的成员：{1}", en: "'{0}' is a member of several enumerations: {1}",
    why: Words(
      zh: "这里看不出要哪一个枚举，写上枚举的名字。",
      en: "Nothing here tells which enumeration is meant: write its name in front."),
    example: .script(
      wrong: """
        枚举 信用 { A, B }
        枚举 规模 { A, 大 }
        显示 [A]
        """,
      right: """
        枚举 信用 { A, B }
        枚举 规模 { A, 大 }
        显示 [信用.A]
        """))

  public static let ambiguousField = DiagnosticCode(
    "YJ0213", zh: "“{0}”既是{1}的字段，又是这里的名字", en: "'{0}' is a field of {1} and also a name here",
    why: Words(
      zh: "在查询里，字段可以直接用名字。参数或常量与字段同名时，`信用 == 信用` 会把字段与自己相比。给参数改个名。",
      en: """
        Inside a query, fields are known by their bare names. Were a parameter or constant called
        the same, `tier == tier` would compare the field with itself. Rename the parameter.
        """),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        函数 大食堂(人数: 整数) -> 户 = 食堂 其中 人数 > 人数 数
        显示 大食堂(500)
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        函数 大食堂(下限: 整数) -> 户 = 食堂 其中 人数 > 下限 数
        显示 大食堂(500)
        """))

  public static let definedByItself = DiagnosticCode(
    "YJ0214", zh: "绕了一圈用自己定义自己：{0}", en: "defined by way of itself: {0}",
    why: Words(
      zh: "没有递归：函数、判定、常量、计划和记录都不能绕回自己，这样每次计算都一定会结束。",
      en: """
        There is no recursion: functions, tables, constants, plans and records cannot lead back to
        themselves, so every evaluation ends.
        """),
    example: .script(
      wrong: """
        函数 甲(x: 整数) -> 整数 = 乙(x) + 1
        函数 乙(x: 整数) -> 整数 = 甲(x) - 1
        显示 甲(1)
        """,
      right: """
        函数 甲(x: 整数) -> 整数 = 乙(x) + 1
        函数 乙(x: 整数) -> 整数 = x - 1
        显示 甲(1)
        """))

  public static let notAName = DiagnosticCode(
    "YJ0215", zh: "这里要写{0}的名字", en: "the name of {0} is wanted here",
    why: Words(
      zh: "“抽取”的第一个参数是计划的名字，不是算出来的值。",
      en: "The first argument of `draw` is the name of a plan, not a value."),
    example: .script(
      wrong: """
        显示 抽取("年度计划", 日期: 2026-03-01, 种子: "x") 数
        """,
      right: PlanExample.plan(name: "年度计划") + """
        显示 抽取(年度计划, 日期: 2026-03-01, 种子: "x") 数
        """))
}
