extension DiagnosticCode {
  public static let invalidEncoding = DiagnosticCode(
    "YJ0101", zh: "从第 {0} 字节起有 {1} 个字节不是 UTF-8：{2}",
    en: "{1} byte(s) from byte offset {0} on are not UTF-8: {2}",
    why: Words(
      zh: "脚本必须是 UTF-8 编码。用 GBK 等编码保存的文件请在编辑器中另存为 UTF-8。",
      en: "A script is UTF-8. Save a file in another encoding, such as GBK, as UTF-8."),
    example: .situation(
      Words(
        zh: "一个用 GBK 保存的脚本。", en: "A script that was saved as GBK.")))

  public static let fileTooLarge = DiagnosticCode(
    "YJ0102", zh: "文件有 {0} 字节，超过了上限 {1} 字节",
    en: "the file has {0} bytes, more than the limit of {1}",
    why: Words(
      zh: "位置用 32 位的字节偏移表示，所以脚本不能超过 2 GiB。数据请用“名录”导入，不要写在脚本里。",
      en:
        "Places are 32-bit byte offsets, so a script cannot exceed 2 GiB. Import data as a registry."
    ),
    example: .situation(
      Words(zh: "把数据文件当成脚本来检查。", en: "Checking a data file as if it were a script.")))

  public static let unknownCharacter = DiagnosticCode(
    "YJ0103", zh: "{0}在这里没有意义", en: "{0} means nothing here",
    why: Words(
      zh: "这些字符既不是名字、数、文本，也不是语言的符号。要作为文字使用，请放进引号里。",
      en: "These characters are no part of a name, number or text, and no sign of the language."),
    example: .script(wrong: "显示 1 + 2 #\n", right: "显示 1 + 2\n"))

  public static let controlCharacter = DiagnosticCode(
    "YJ0104", zh: "这里有控制字符 {0}", en: "control character {0} here",
    why: Words(
      zh: "控制字符看不见，通常是复制粘贴或文件损坏造成的。请删除它。",
      en: "Control characters cannot be seen; copying or a damaged file brings them in. Delete it."),
    example: .script(wrong: "显示 1 \u{1} + 2\n", right: "显示 1 + 2\n"))

  public static let hiddenCharacter = DiagnosticCode(
    "YJ0105", zh: "这里有看不见的字符 {0}", en: "invisible character {0} here",
    why: Words(
      zh: "看不见的字符和改变书写方向的字符会使读到的脚本与执行的脚本不同，所以代码中不允许。",
      en: "Characters that show nothing or turn the writing direction make a script read as "
        + "something it is not; code cannot have them."),
    example: .script(wrong: "设 名\u{200B}称 = 1\n", right: "设 名称 = 1\n"))

  public static let hiddenCharacterInText = DiagnosticCode(
    "YJ0106", .warning, zh: "文本或注释中有看不见的字符 {0}",
    en: "invisible character {0} in a text or comment",
    why: Words(
      zh: "改变书写方向的字符可以使注释看起来像代码，或使代码看起来像注释。文本中确实需要时请写成 \\u{…}。",
      en: "A character that turns the writing direction can make a comment look like code. If a "
        + "text needs it, write \\u{…}."),
    example: .script(wrong: "设 称呼 = \"甲\u{202E}乙\"\n", right: "设 称呼 = \"甲\\u{202E}乙\"\n"))

  public static let lookAlike = DiagnosticCode(
    "YJ0107", .warning, zh: "名字{0}里有貌似拉丁字母的其他字母",
    en: "the name {0} has letters that only look like Latin ones",
    why: Words(
      zh: "西里尔字母、希腊字母中有一些与拉丁字母看上去一样，却是不同的名字。",
      en: "Some Cyrillic and Greek letters look like Latin ones, yet make a different name."),
    example: .script(wrong: "设 投诉\u{0410} = 1\n", right: "设 投诉A = 1\n"))

  public static let unclosedText = DiagnosticCode(
    "YJ0108", zh: "文本没有结束：缺少 {0}", en: "this text does not end: {0} is missing",
    why: Words(
      zh: "文本必须在同一行内结束。换行写作 \\n。",
      en: "A text ends on the line it starts on. Write \\n for a line end."),
    example: .script(wrong: "设 称呼 = \"教育局\n", right: "设 称呼 = \"教育局\"\n"))

  public static let unknownEscape = DiagnosticCode(
    "YJ0109", zh: "{0} 不是转义写法", en: "{0} is no escape",
    why: Words(
      zh: "反斜杠后面可以是 \"、“、”、\\、n、t 或 u{十六进制码位}。反斜杠本身写作 \\\\。",
      en:
        "Behind a backslash stands \", “, ”, \\, n, t or u{hexadecimal}. Write \\\\ for a backslash."
    ),
    example: .script(wrong: "设 路径 = \"a\\qb\"\n", right: "设 路径 = \"a\\\\qb\"\n"))

  public static let mixedQuotes = DiagnosticCode(
    "YJ0110", zh: "引号不成对", en: "these quotation marks are no pair",
    why: Words(
      zh: "文本写在 \"…\" 或 “…” 之间；两种引号不能混用，也不能用 ” 开头。",
      en: "A text stands between \"…\" or “…”; the two kinds do not mix."),
    example: .script(wrong: "设 称呼 = “教育局\"\n", right: "设 称呼 = “教育局”\n"))

  public static let dateForm = DiagnosticCode(
    "YJ0111", zh: "日期要写成 {0}", en: "write this date as {0}",
    why: Words(
      zh: "日期只有一种写法：四位年、两位月、两位日，用 - 连接。",
      en: "A date has one form: four digits, two digits and two digits joined by '-'."),
    example: .script(wrong: "设 起始 = 2026年3月1日\n", right: "设 起始 = 2026-03-01\n"))

  public static let singleQuotes = DiagnosticCode(
    "YJ0128", zh: "文本要用双引号", en: "a text stands in double quotation marks",
    why: Words(
      zh: "文本写在 \"…\" 或 “…” 之间；单引号没有意义。",
      en: "A text stands between \"…\" or “…”; single quotation marks mean nothing."),
    example: .script(wrong: "设 称呼 = '教育局'\n", right: "设 称呼 = \"教育局\"\n"))

  public static let commentSign = DiagnosticCode(
    "YJ0129", zh: "注释用 // 开头，不用 {0}", en: "a comment starts with //, not {0}",
    why: Words(
      zh: "注释从 // 起到行末为止；几行注释的每一行都要以 // 开头。",
      en: "A comment goes from // to the end of its line; each line of a longer one starts with //."
    ),
    example: .script(wrong: "# 待确认\n显示 1\n", right: "// 待确认\n显示 1\n"))
}
