extension DiagnosticCode {
  static let shapeCodes: [DiagnosticCode] = [
    patternCount, columnsMissing, givenCellCount, givenTwice, givenTooLate,
    givenKeyTwice, givenCopies, headerCount, headerName,
  ]

  public static let patternCount = DiagnosticCode(
    "YJ0370", zh: "要 {0} 个条件，这一行有 {1} 个", en: "patterns wanted: {0}, in this line: {1}",
    why: Words(
      zh: "一行里每个要看的值都有一个条件，用“|”隔开；不限的写“_”。",
      en: "A line has one pattern for each value looked at, separated by `|`; `_` takes anything."),
    example: .script(
      wrong: """
        判定 分级(x: 整数, y: 整数) -> 整数 首个 {
            x   | y | 结果
            > 5 | 1
            _   | _ | 2
        }
        显示 分级(1, 2)
        """,
      right: """
        判定 分级(x: 整数, y: 整数) -> 整数 首个 {
            x   | y | 结果
            > 5 | _ | 1
            _   | _ | 2
        }
        显示 分级(1, 2)
        """))

  public static let columnsMissing = DiagnosticCode(
    "YJ0380", zh: "给定的“{0}”缺少：{1}", en: "the given rows of '{0}' lack: {1}",
    why: Words(
      zh: "给定的行要有主键，以及每个没有“缺失时”又不带“?”的字段。",
      en: "Given rows have the key and every field that may not be missing."),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        测试 "数一数" {
            给定 食堂 {
                代码
                "甲"
            }
            断言 食堂 数 == 1
        }
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数 }
        测试 "数一数" {
            给定 食堂 {
                代码 | 人数
                "甲" | 30
            }
            断言 食堂 数 == 1
        }
        """))

  public static let givenCellCount = DiagnosticCode(
    "YJ0381", zh: "表头有 {0} 列，这一行有 {1} 个值",
    en: "columns in the header: {0}, values in this row: {1}",
    why: Words(
      zh: "每一行的值和表头的列一一对应，用“|”隔开。",
      en: "A row has one value for each column, separated by `|`."),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数? }
        测试 "数一数" {
            给定 食堂 {
                代码 | 人数
                "甲"
            }
            断言 食堂 数 == 1
        }
        """,
      right: """
        名录 食堂 { 主键 代码: 文本; 人数: 整数? }
        测试 "数一数" {
            给定 食堂 {
                代码 | 人数
                "甲" | 无
            }
            断言 食堂 数 == 1
        }
        """))

  public static let givenTwice = DiagnosticCode(
    "YJ0382", zh: "这个测试已经给定了“{0}”", en: "this test gives the rows of '{0}' already",
    why: Words(
      zh: "一个测试里，每个名录的行只给定一次。",
      en: "A test gives the rows of each registry once."),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本 }
        测试 "数一数" {
            给定 食堂 {
                代码
                "甲"
            }
            给定 食堂 {
                代码
                "乙"
            }
            断言 食堂 数 == 1
        }
        """,
      right: """
        名录 食堂 { 主键 代码: 文本 }
        测试 "数一数" {
            给定 食堂 {
                代码
                "甲"
                "乙"
            }
            断言 食堂 数 == 2
        }
        """))

  public static let givenTooLate = DiagnosticCode(
    "YJ0383", zh: "“{0}”的行要在测试开头给定", en: "the rows of '{0}' are given at the start of a test",
    why: Words(
      zh: "数据在一个测试里不变：先给定，后设值、断言。",
      en: "Data does not change within a test: first it is given, then come names and assertions."),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本 }
        测试 "数一数" {
            断言 1 + 1 == 2
            给定 食堂 {
                代码
                "甲"
            }
        }
        """,
      right: """
        名录 食堂 { 主键 代码: 文本 }
        测试 "数一数" {
            给定 食堂 {
                代码
                "甲"
            }
            断言 1 + 1 == 2
        }
        """))

  public static let givenKeyTwice = DiagnosticCode(
    "YJ0384", zh: "主键重复", en: "this key is there already",
    why: Words(
      zh: "给定的行和导入的一样，主键不能重复。",
      en: "As in imported data, no two given rows have one key."),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本 }
        测试 "数一数" {
            给定 食堂 {
                代码
                "甲"
                "甲"
            }
            断言 食堂 数 == 2
        }
        """,
      right: """
        名录 食堂 { 主键 代码: 文本 }
        测试 "数一数" {
            给定 食堂 {
                代码
                "甲"
                "乙"
            }
            断言 食堂 数 == 2
        }
        """))

  public static let givenCopies = DiagnosticCode(
    "YJ0392", zh: "这里写 1 到 {0} 户", en: "from 1 to {0} objects are wanted here",
    why: Words(
      zh: "主键一列写户数，就给出这么多行、主键自编的对象；没有对象的行不用写，再多的请放在文件里，用“取自”读入。",
      en: """
        A number of objects in the column of the key gives so many rows with keys made up. A row \
        for no object is left out; more of them are read from a file.
        """),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本 }
        测试 "数一数" {
            给定 食堂 {
                代码
                0户
            }
            断言 食堂 数 == 0
        }
        """,
      right: """
        名录 食堂 { 主键 代码: 文本 }
        测试 "数一数" {
            给定 食堂 {
                代码
                40户
            }
            断言 食堂 数 == 40
        }
        """))

  public static let headerCount = DiagnosticCode(
    "YJ0390", zh: "表头要有 {0} 列，这里有 {1} 列", en: "columns wanted in the header: {0}, found: {1}",
    why: Words(
      zh: "表头依次写出各参数的名字，最后一列是结果，名字随意。",
      en: "The header names the parameters in order, then the result by any name."),
    example: .script(
      wrong: """
        判定 分级(x: 整数) -> 整数 首个 {
            x
            _ | 2
        }
        显示 分级(1)
        """,
      right: """
        判定 分级(x: 整数) -> 整数 首个 {
            x | 结果
            _ | 2
        }
        显示 分级(1)
        """))

  public static let headerName = DiagnosticCode(
    "YJ0391", zh: "这一列是参数“{1}”，表头写成“{0}”",
    en: "this column is the parameter '{1}', but the header says '{0}'",
    why: Words(
      zh: "各列的顺序就是参数的顺序；表头的名字要一致，免得读错列。",
      en: "Columns come in the order of the parameters, and the header says so by their names."),
    example: .script(
      wrong: """
        判定 分级(x: 整数, y: 整数) -> 整数 首个 {
            y | x | 结果
            _ | _ | 2
        }
        显示 分级(1, 2)
        """,
      right: """
        判定 分级(x: 整数, y: 整数) -> 整数 首个 {
            x | y | 结果
            _ | _ | 2
        }
        显示 分级(1, 2)
        """))
}
