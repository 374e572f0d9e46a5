extension DiagnosticCode {
  static let queryCodes: [DiagnosticCode] = [
    notAQuerySource, stepNotApplicable, groupWithoutAggregate, elementOutsideQuery, elementIsRow,
    queryUsesOuterRow, listDependsOnRow, argumentUsedInQuery,
  ]

  public static let notAQuerySource = DiagnosticCode(
    "YJ0340", zh: "“{0}”前面要名录或列表，这里是{1}", en: "'{0}' follows a registry or a list, not {1}",
    why: Words(
      zh: "查询从名录、样本或列表开始；数、合计等得出一个值以后，查询就结束了。",
      en: """
        A query starts from a registry, a sample or a list. Once a word such as `count` has made one
        value of it, the query is over.
        """),
    example: .script(wrong: "显示 5 数", right: "显示 [5] 数"))

  public static let stepNotApplicable = DiagnosticCode(
    "YJ0341", zh: "{1}不能“{0}”", en: "'{0}' does not apply to {1}",
    why: Words(
      zh: "合计、平均要数；最小、最大、排序要能比大小的值；分组、去重要单个的值。",
      en: """
        `sum` and `average` want numbers; `min`, `max` and `sort by` values with an order; `group
        by` and `distinct` single values.
        """),
    example: .script(wrong: "显示 [\"a\", \"b\"] 合计 它", right: "显示 [1, 2] 合计 它"))

  public static let groupWithoutAggregate = DiagnosticCode(
    "YJ0342", zh: "“{0}”后面要写对每组求什么", en: "after '{0}' stands what to compute for each group",
    why: Words(
      zh: "分组后面直接写数、合计、最小、最大或平均：食堂 分组 街镇 数。",
      en: "Right after `group by` stands `count`, `sum`, `min`, `max` or `average`."),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 街镇: 文本 }
        显示 食堂 分组 街镇
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 街镇: 文本 }
        显示 食堂 分组 街镇 数
        """))

  public static let elementOutsideQuery = DiagnosticCode(
    "YJ0343", zh: "“{0}”只能用在查询里", en: "'{0}' stands only inside a query",
    why: Words(
      zh: "“它”指查询正在看的那一个元素。",
      en: "`it` is the element that a query is looking at."),
    example: .script(wrong: "显示 它 + 1", right: "显示 [1, 2] 其中 它 > 1"))

  public static let elementIsRow = DiagnosticCode(
    "YJ0344", zh: "“{0}”的行直接用字段名，不用“{1}”", en: "use the fields of '{0}' by their names, not '{1}'",
    why: Words(
      zh: "查询名录时，字段可以直接用名字；“它”是给没有字段的值用的。",
      en: "In a query over a registry, fields are known by their names; `it` is for plain values."),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        显示 食堂 其中 它 > 5 数
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        显示 食堂 其中 人数 > 5 数
        """))

  public static let queryUsesOuterRow = DiagnosticCode(
    "YJ0345", zh: "条件里的查询不能用外面那一行", en: "a query inside a condition may not use the outer row",
    why: Words(
      zh: "条件对每一行都要算；里面的查询只能算一次，所以不能因行而异。",
      en: """
        A condition is evaluated for every row; a query inside it is computed once and cannot differ
        from row to row.
        """),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        显示 食堂 其中 ([10, 20] 任一 它 > 人数) 数
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        显示 食堂 其中 10 > 人数 或 20 > 人数 数
        """))

  public static let listDependsOnRow = DiagnosticCode(
    "YJ0346", zh: "条件里的列表不能因行而异", en: "a list inside a condition may not differ from row to row",
    why: Words(
      zh: "条件里的列表只做一次，里面不能有行的字段；改成用“或”连起来的比较。",
      en: """
        A list inside a condition is made once and cannot hold fields of the row. Write comparisons
        joined by `or`.
        """),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 本年: 整数; 上年: 整数 }
        显示 食堂 其中 3 属于 [本年, 上年] 数
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 本年: 整数; 上年: 整数 }
        显示 食堂 其中 本年 == 3 或 上年 == 3 数
        """))

  public static let argumentUsedInQuery = DiagnosticCode(
    "YJ0347", zh: "“{0}”用这个参数做查询，它不能因行而异",
    en: "'{0}' queries with this argument, so it may not differ from row to row",
    why: Words(
      zh: "条件对每一行都要算；函数里的查询或列表只能算一次，所以交给它的参数不能用行的字段。",
      en: """
        A condition is evaluated for every row; the query or list inside the function is computed
        once, so what it is given cannot be a field of the row.
        """),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        函数 更大的(下限: 整数) -> 户 = 食堂 其中 人数 > 下限 数
        显示 食堂 其中 更大的(人数) == 0户 数
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        函数 更大的(下限: 整数) -> 户 = 食堂 其中 人数 > 下限 数
        显示 食堂 其中 更大的(500) == 0户 数
        """))
}
