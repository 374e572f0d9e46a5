extension DiagnosticCode {
  static let constantCodes: [DiagnosticCode] = [
    notConstant, constantFails, notUniformCode, notDivisionCode, notMatterCode, notAPrinciple,
  ]

  public static let notConstant = DiagnosticCode(
    "YJ0350", zh: "{0}要在运行之前就能算出来", en: "{0} must be known before anything runs",
    why: Words(
      zh: "这里只能用写出的值、常量和它们的计算，不能用名录、函数、基准日或参数。",
      en: """
        Here stand written values, constants and arithmetic on them, but no registry, function,
        parameter or as-of date.
        """),
    example: .script(
      wrong: """
        函数 分级(x: 整数, y: 整数) -> 整数 = 分情况 x { >= y => 1; _ => 2 }
        显示 分级(3, 4)
        """,
      right: """
        函数 分级(x: 整数, y: 整数) -> 整数 = 若 x >= y 则 1 否则 2
        显示 分级(3, 4)
        """))

  public static let constantFails = DiagnosticCode(
    "YJ0351", zh: "算不出来：{0}", en: "this has no value: {0}",
    why: Words(
      zh: "计算是精确的：溢出、除以零、除不尽都是错误。除不尽的，用“四舍五入”“进位”或“舍位”说明怎样取舍。",
      en: """
        Arithmetic is exact: overflow, division by zero and a quotient without end are errors. For
        the last, say how to round: `round_half_up`, `round_up` or `round_down`.
        """),
    example: .script(
      wrong: """
        设 每户 = 2 / 3
        显示 每户
        """,
      right: """
        设 每户 = 四舍五入(2 / 3, 2)
        显示 每户
        """))

  public static let notUniformCode = DiagnosticCode(
    "YJ0352", zh: "“{0}”不是统一社会信用代码", en: "'{0}' is no unified social credit code",
    why: Words(
      zh: "统一社会信用代码是 18 位，最后一位是校验码（GB 32100-2015）。",
      en: "Such a code has 18 characters, the last of which is a check digit (GB 32100-2015)."),
    example: .script(
      wrong: """
        设 代码: 统一社会信用代码 = "91370322004222049X"
        显示 代码
        """,
      right: """
        设 代码: 统一社会信用代码 = "113703220042220494"
        显示 代码
        """))

  public static let notDivisionCode = DiagnosticCode(
    "YJ0353", zh: "“{0}”不是行政区划代码", en: "'{0}' is no division code",
    why: Words(
      zh: "行政区划代码为 6、9 或 12 位数字，前两位是省级代码，写了下级就要写上级（GB/T 2260）。",
      en: """
        A division code has 6, 9 or 12 digits, begins with a province, and has no lower level below a
        level of zeros (GB/T 2260).
        """),
    example: .script(
      wrong: """
        设 本区: 行政区划代码 = "301112"
        显示 本区
        """,
      right: """
        设 本区: 行政区划代码 = "310112"
        显示 本区
        """))

  public static let notMatterCode = DiagnosticCode(
    "YJ0354", zh: "“{0}”不是事项编码", en: "'{0}' is no matter code",
    why: Words(
      zh: "监管事项目录编码是 14 位数字。", en: "A code of the directory of matters has 14 digits."),
    example: .script(
      wrong: """
        设 事项: 事项编码 = "1310118000200"
        显示 事项
        """,
      right: """
        设 事项: 事项编码 = "01310118000200"
        显示 事项
        """))
}
