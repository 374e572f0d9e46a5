extension DiagnosticCode {
  static let declarationCodes: [DiagnosticCode] = [
    typeNotAllowed, rowOutsideList, emptyDeclaration, noKey, secondKey, keyType, keyWithDefault,
    sameColumn, emptyColumn,
  ]

  public static let typeNotAllowed = DiagnosticCode(
    "YJ0360", zh: "{0}不能用在这里", en: "{0} does not fit here",
    why: Words(
      zh: "名录的字段、表的列、“分情况”看的值、集合的元素，都是单个的值：数、文本、日期、布尔或枚举。",
      en: """
        Fields of a registry, columns of a table, what a match looks at and elements of a set are
        single values: a number, text, date, truth value or member of an enumeration.
        """),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 菜单: 列表[文本] }
        显示 食堂 数
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 菜单: 文本 }
        显示 食堂 数
        """))

  public static let rowOutsideList = DiagnosticCode(
    "YJ0361", zh: "“{0}”是名录：它的行只能装在列表里", en: "'{0}' is a registry: its rows stand only in lists",
    why: Words(
      zh: "参数可以是样本（列表[食堂]）；只要一行里的几个值时，把那几个值作参数。",
      en: "A parameter can be a sample (`List[sites]`). To hand on values of one row, name each."),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        函数 户数(样本: 食堂) -> 户 = 样本 数
        显示 户数(食堂)
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        函数 户数(样本: 列表[食堂]) -> 户 = 样本 数
        显示 户数(食堂)
        """))

  public static let emptyDeclaration = DiagnosticCode(
    "YJ0362", zh: "“{0}”里什么也没有", en: "there is nothing in '{0}'",
    why: Words(
      zh: "枚举至少一个成员，记录至少一个字段。",
      en: "An enumeration has at least one member, a record at least one field."),
    example: .script(wrong: "枚举 等级 { }", right: "枚举 等级 { 甲 }"))

  public static let noKey = DiagnosticCode(
    "YJ0363", zh: "名录“{0}”没有主键", en: "the registry '{0}' has no key",
    why: Words(
      zh: "主键说明哪两行是同一个对象，抽签号也由它算出。",
      en: "The key tells which rows are the same object, and tickets are computed from it."),
    example: .script(
      wrong: """
        名录 食堂 { 代码: 文本; 人数: 整数 }
        显示 食堂 数
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        显示 食堂 数
        """))

  public static let secondKey = DiagnosticCode(
    "YJ0364", zh: "主键已经是“{1}”，“{0}”不能也是", en: "the key is '{1}' already: '{0}' cannot be one too",
    why: Words(zh: "名录的主键只有一个字段。", en: "The key of a registry is one field."),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 主键 名称: 文本 }
        显示 食堂 数
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 名称: 文本 }
        显示 食堂 数
        """))

  public static let keyType = DiagnosticCode(
    "YJ0365", zh: "主键要文本或统一社会信用代码，不能是{0}", en: "a key is a text or a uniform code, not {0}",
    why: Words(
      zh: "抽签号由主键的文字算出；编号 007 和 7 写成数字就分不开了。",
      en: "Tickets are computed from the text of the key; as numbers, 007 and 7 would be the same."),
    example: .script(
      wrong: """
        名录 食堂 { 主键 编号: 整数 }
        显示 食堂 数
        """,
      right: """
        名录 食堂 { 主键 编号: 文本 }
        显示 食堂 数
        """))

  public static let keyWithDefault = DiagnosticCode(
    "YJ0366", zh: "主键不能有缺失时的值", en: "a key has no value for where it is missing",
    why: Words(
      zh: "没有主键的行说不清是哪个对象，导入时要报出来。",
      en: "A row without a key is nobody's; the import reports it."),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本 缺失时 "未知" }
        显示 食堂 数
        """,
      right: """
        名录 食堂 { 主键 代码: 文本 }
        显示 食堂 数
        """))

  public static let sameColumn = DiagnosticCode(
    "YJ0367", zh: "列“{0}”已经属于字段“{1}”", en: "the column \"{0}\" belongs to the field '{1}' already",
    why: Words(
      zh: "数据文件的一列只给一个字段。没有写“列”的字段用与自己同名的列。",
      en:
        "A column of a data file is for one field. A field without `column` takes the one of its name."
    ),
    example: .script(
      wrong: """
        名录 食堂 {
            主键 代码: 文本 列 "统一社会信用代码"
            编号: 文本 列 "统一社会信用代码"
        }
        显示 食堂 数
        """,
      right: """
        名录 食堂 {
            主键 代码: 文本 列 "统一社会信用代码"
            编号: 文本 列 "食堂编号"
        }
        显示 食堂 数
        """))

  public static let emptyColumn = DiagnosticCode(
    "YJ0368", zh: "列的名字是空的", en: "the column's name is empty",
    why: Words(
      zh: "“列”写数据文件表头里的名字，一字不差；与字段同名就不用写。",
      en:
        "`column` gives the name in the file's header, letter by letter; leave it out if it is the field's."
    ),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本 列 "" }
        显示 食堂 数
        """,
      right: """
        名录 食堂 { 主键 代码: 文本 列 "统一社会信用代码" }
        显示 食堂 数
        """))
}
