extension DiagnosticCode {
  static let runCodes: [DiagnosticCode] = [
    overflow, divisionByZero, inexactDivision, dateOutOfRange, placesOutOfRange, noAsOfDate,
    nestedTooDeep, noArmTaken, stepLimit, memoryLimit, timeLimit, cancelled, assertionFailed,
    givenFileMissing, outsideCalendar, drawOutsideWindow, hostFailed, fileUnavailable,
    internalError,
  ]

  /// The result of {0} does not fit.
  public static let overflow = DiagnosticCode(
    "YJ0801",
    zh: "这里的结果超出了能表示的范围",
    en: "the result here is outside of what can be represented",
    why: Words(
      zh: "整数为 64 位，小数最多 38 位有效数字。运算从不悄悄取近似值；请改用较小的数或先取整。",
      en: """
        Integers have 64 bits and decimals at most 38 significant digits. Nothing is ever \
        approximated silently; use smaller numbers, or round first.
        """),
    example: .script(
      wrong: "显示 9223372036854775807 + 1\n", right: "显示 9223372036854775806 + 1\n"))

  public static let divisionByZero = DiagnosticCode(
    "YJ0802",
    zh: "除数为零",
    en: "division by zero",
    why: Words(
      zh: "除以零没有结果。先判断除数是否为零，并写明那时取什么值。",
      en: "A quotient by zero does not exist. Test the divisor first, and say what to take then."),
    example: .script(
      wrong: "函数 比(甲: 整数, 乙: 整数) -> 小数 = 甲 / 乙\n显示 比(1, 0)\n",
      right: "函数 比(甲: 整数, 乙: 整数) -> 小数 = 若 乙 == 0 则 0 否则 甲 / 乙\n显示 比(1, 0)\n"))

  public static let inexactDivision = DiagnosticCode(
    "YJ0803",
    zh: "除不尽：商没有有限的小数形式",
    en: "the quotient has no finite decimal form",
    why: Words(
      zh: "1/3 不能精确写成小数，语言不替你决定怎样舍入。把除法直接放进 四舍五入、进位 或 舍位，并写明位数。",
      en: """
        1/3 cannot be written exactly as a decimal, and the language does not choose a rounding \
        for you. Put the division directly inside round_half_up, round_up or round_down.
        """),
    example: .script(wrong: "显示 1 / 3\n", right: "显示 四舍五入(1 / 3, 2)\n"))

  public static let dateOutOfRange = DiagnosticCode(
    "YJ0804",
    zh: "日期超出 0001 年到 9999 年",
    en: "the date lies outside of the years 0001 to 9999",
    why: Words(
      zh: "能表示的日期从 0001-01-01 到 9999-12-31。",
      en: "Dates can be represented from 0001-01-01 to 9999-12-31."),
    example: .script(
      wrong: "显示 加天数(9999-12-31, 1自然日)\n", right: "显示 加天数(9999-12-30, 1自然日)\n"))

  public static let placesOutOfRange = DiagnosticCode(
    "YJ0805",
    zh: "小数位数须在 0 到 38 之间",
    en: "the number of places must lie between 0 and 38",
    why: Words(
      zh: "小数最多有 38 位有效数字，舍入的位数不能为负，也不能超过 38；百分比按百分点计位，不超过 36。",
      en: """
        A decimal has at most 38 significant digits, so places run from 0 to 38; those of a \
        percentage are of percentage points and run to 36.
        """),
    example: .script(wrong: "显示 四舍五入(1.25, 39)\n", right: "显示 四舍五入(1.25, 1)\n"))

  public static let noAsOfDate = DiagnosticCode(
    "YJ0806",
    zh: "这里用到基准日，但这次运行没有给出日期",
    en: "the as-of date is used here, but this run was not given one",
    why: Words(
      zh: "语言里没有时钟。基准日由抽取的日期或运行时给出的日期决定；在测试里，把日期作为参数传给函数。",
      en: """
        The language has no clock. The as-of date is the date of a draw, or the one given to a \
        run; in tests, pass the date to the function as an argument.
        """),
    example: .script(
      wrong: "显示 年份(基准日)\n", right: "显示 年份(2026-03-01)\n"))

  public static let nestedTooDeep = DiagnosticCode(
    "YJ0807",
    zh: "函数调用和表达式嵌套过深",
    en: "function calls and expressions are nested too deeply",
    why: Words(
      zh: "求值时函数层层展开，总深度有上限。把长链拆成几个常量，或减少函数之间的层数。",
      en: """
        Functions are expanded when a script is evaluated, and the total depth is limited. Split \
        the chain with constants, or use fewer layers of functions.
        """),
    example: .situation(
      Words(
        zh: "几百个函数一个调用一个，每个再加上自己的一层表达式。",
        en: "Hundreds of functions, each calling the one before inside of its own expression.")))

  public static let noArmTaken = DiagnosticCode(
    "YJ0808",
    zh: "没有一行适用于这里的值",
    en: "no row applies to the values here",
    why: Words(
      zh: "检查时曾警告这张表未能判定是否完整，而数据里果然有它没有覆盖的情形。请补一行。",
      en: """
        The check warned that it could not decide whether the table is complete, and the data has \
        a case that it does not cover. Add a row for it.
        """),
    example: .situation(
      Words(
        zh: "列数很多的判定表，检查的预算不够判定它是否完整，而数据里有它没有写到的情形。",
        en: "A table with many columns whose completeness was not decided, and a missing case.")))

  public static let stepLimit = DiagnosticCode(
    "YJ0810",
    zh: "运行超过了步数上限 {0}",
    en: "the run needs more than the limit of {0} steps",
    why: Words(
      zh: "每次运行都有步数上限，使任何脚本都会结束。数据确实很多时可以提高上限。",
      en: "Every run has a limit of steps, so that every script ends. Raise it for large data."),
    example: .situation(
      Words(zh: "步数上限小于名录的行数。", en: "A limit smaller than the registry's rows.")))

  public static let memoryLimit = DiagnosticCode(
    "YJ0811",
    zh: "运行超过了内存上限 {0} 字节",
    en: "the run needs more than the limit of {0} bytes of memory",
    why: Words(
      zh: "每次运行能占用的列和结果有上限。数据确实很多时可以提高上限。",
      en: "The columns and results that a run may hold are limited. Raise it for large data."),
    example: .situation(
      Words(zh: "内存上限放不下名录的一列。", en: "A limit that does not hold one column.")))

  public static let timeLimit = DiagnosticCode(
    "YJ0812",
    zh: "运行超过了时间上限",
    en: "the run took longer than its time limit",
    why: Words(
      zh: "调用者规定的时间已到，运行停止，存储没有改变。",
      en: "The time that the caller allowed is over. The run stopped; the store is unchanged."),
    example: .situation(
      Words(zh: "时间上限到了而查询还没有算完。", en: "A query that outlives its time limit.")))

  public static let cancelled = DiagnosticCode(
    "YJ0813",
    zh: "运行被取消",
    en: "the run was cancelled",
    why: Words(
      zh: "调用者要求停止。存储没有改变。",
      en: "The caller asked to stop. The store is unchanged."),
    example: .situation(Words(zh: "运行中按下取消。", en: "Somebody cancels a run.")))

  public static let assertionFailed = DiagnosticCode(
    "YJ0820",
    zh: "断言不成立",
    en: "the assertion does not hold",
    why: Words(
      zh: "测试写明了应有的结果，脚本给出的不同。下面列出各部分的值。",
      en: "The test says what should hold, and it does not. The values of its parts are listed."),
    example: .script(
      wrong: "测试 \"加法\" {\n    断言 1 + 1 == 3\n}\n", right: "测试 \"加法\" {\n    断言 1 + 1 == 2\n}\n"))

  public static let givenFileMissing = DiagnosticCode(
    "YJ0821",
    zh: "读不到数据文件“{0}”",
    en: "cannot read the data file \"{0}\"",
    why: Words(
      zh: "给定 … 取自 后面的文件相对于脚本所在的文件夹。",
      en: "The file behind given … from is looked for beside the script."),
    example: .script(
      wrong: """
        名录 食堂 { 主键 代码: 文本 }
        测试 "读取" {
            给定 食堂 取自 "不存在.csv"
            断言 食堂 数 == 0
        }

        """,
      right: """
        名录 食堂 { 主键 代码: 文本 }
        测试 "读取" {
            断言 食堂 数 == 0
        }

        """))

  public static let outsideCalendar = DiagnosticCode(
    "YJ0822",
    zh: "工作日数到了日历“{0}”之外：它只有 {1} 年到 {2} 年",
    en: "the working days run out of the calendar '{0}': it has the years {1} to {2} only",
    why: Words(
      zh: "放假安排没有公布的年份，不能替你猜。等公布后补上；要提前安排的，在自己的日历里写“假定”那一年。",
      en: """
        A year whose days off have not been published is not guessed. Add it when it is; to plan \
        ahead, `assume` the year in a calendar of your own.
        """),
    example: .script(
      wrong: """
        日历 本市 { 2026 { 放假 2026-01-01 } }
        函数 到期(受理: 日期) -> 日期 = 受理 + 20工作日
        显示 到期(2026-12-20)

        """,
      right: """
        日历 本市 { 2026 { 放假 2026-01-01 } }
        函数 到期(受理: 日期) -> 日期 = 受理 + 20工作日
        显示 到期(2026-11-20)

        """))

  public static let drawOutsideWindow = DiagnosticCode(
    "YJ0823",
    zh: "{0} 不在计划“{1}”的抽取期间 {2} 至 {3} 之内",
    en: "{0} does not lie in the draw window of the plan '{1}', {2} to {3}",
    why: Words(
      zh: "计划写明了什么时候抽取，在这之外抽取的不算数。",
      en: "The plan says when it draws; a draw at another time does not count."),
    example: .script(
      wrong: windowExample("2026-05-01"), right: windowExample("2026-03-31")))

  private static func windowExample(_ day: String) -> String {
    PlanExample.plan(sample: "抽取期间 2026-03-01 至 2026-03-31\n    抽查 10%") + """
      测试 "在抽取期间抽" {
          断言 抽取(抽查计划, 日期: \(day), 种子: "a") 数 == 0
      }

      """
  }

  public static let hostFailed = DiagnosticCode(
    "YJ0830",
    zh: "宿主函数 {0} 失败：{1}",
    en: "the host function {0} failed: {1}",
    why: Words(
      zh: "这个函数由嵌入语言的程序提供，它报告了失败，或给出了不合声明的值。",
      en: """
        The function is provided by the program that embeds the language; it reported a failure, \
        or gave a value of another type than declared.
        """),
    example: .situation(
      Words(zh: "宿主程序的函数报错。", en: "A function of the host program throws.")))

  public static let fileUnavailable = DiagnosticCode(
    "YJ0831",
    zh: "不能使用文件 {0}：{1}",
    en: "the file {0} cannot be used: {1}",
    why: Words(
      zh: "文件或文件夹不存在、不可读写，或里面没有脚本。",
      en: "The file or folder does not exist, cannot be read or written, or holds no script."),
    example: .situation(
      Words(zh: "路径写错了。", en: "A misspelt path.")))

  public static let internalError = DiagnosticCode(
    "YJ0899",
    zh: "内部错误：{0}",
    en: "internal error: {0}",
    why: Words(
      zh: "这是工具的缺陷，不是脚本的错误。请连同脚本一起报告。",
      en: "This is a defect of the tool, not of the script. Please report it with the script."),
    example: .situation(
      Words(zh: "不应发生。", en: "It should not come about.")))
}
