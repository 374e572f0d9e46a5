extension DiagnosticCode {
  static let callCodes: [DiagnosticCode] = [
    argumentCount, wrongLabel, fieldWithoutName, missingFields,
  ]

  public static let argumentCount = DiagnosticCode(
    "YJ0330", zh: "“{0}”要 {1} 个参数，这里有 {2} 个", en: "arguments wanted by '{0}': {1}, found: {2}",
    why: Words(zh: "参数的个数要和声明的一样。", en: "A call has the arguments the declaration names."),
    example: .script(
      wrong: """
        函数 较大(a: 整数, b: 整数) -> 整数 = 若 a > b 则 a 否则 b
        显示 较大(3)
        """,
      right: """
        函数 较大(a: 整数, b: 整数) -> 整数 = 若 a > b 则 a 否则 b
        显示 较大(3, 4)
        """))

  public static let wrongLabel = DiagnosticCode(
    "YJ0331", zh: "这个参数不叫“{0}”", en: "this argument is not called '{0}'",
    why: Words(
      zh: "参数前的名字可以不写；写了就要和声明的一样。",
      en: "The label of an argument may be left out; if it is there, it is the parameter's name."),
    example: .script(
      wrong: """
        函数 折半(总数: 整数) -> 小数 = 总数 / 2
        显示 折半(数量: 8)
        """,
      right: """
        函数 折半(总数: 整数) -> 小数 = 总数 / 2
        显示 折半(总数: 8)
        """))

  public static let fieldWithoutName = DiagnosticCode(
    "YJ0332", zh: "“{0}”是记录，要写“字段: 值”", en: "'{0}' is a record: write `field: value`",
    why: Words(
      zh: "记录的字段逐个写名字，这样加字段、换顺序都不会错位。",
      en: "Fields are given by name, so that a new one cannot shift the others."),
    example: .script(
      wrong: """
        记录 住址 { 街镇: 文本 }
        显示 住址("七宝").街镇
        """,
      right: """
        记录 住址 { 街镇: 文本 }
        显示 住址(街镇: "七宝").街镇
        """))

  public static let missingFields = DiagnosticCode(
    "YJ0333", zh: "“{0}”还缺：{1}", en: "'{0}' still lacks: {1}",
    why: Words(
      zh: "除了类型带“?”的，每个字段都要给值。",
      en: "Every field needs a value, except those whose type has a `?`."),
    example: .script(
      wrong: """
        记录 住址 { 街镇: 文本; 门牌: 文本 }
        显示 住址(街镇: "七宝").街镇
        """,
      right: """
        记录 住址 { 街镇: 文本; 门牌: 文本 }
        显示 住址(街镇: "七宝", 门牌: "3号").街镇
        """))
}
