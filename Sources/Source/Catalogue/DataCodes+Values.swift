/// Cells that can be read in two ways, or whose value is not in the file.
extension DiagnosticCode {
  static let valueCodes: [DiagnosticCode] = [
    ambiguousDate, timeOfDayInData, ambiguousComma, ambiguousPercent, dateCell, dateNumber,
    digitsLost,
    errorValue, formulaWithoutValue, nestedValue, doubledMember, notAnObject,
  ]

  public static let ambiguousDate = DiagnosticCode(
    "YJ0639", zh: "字段“{0}”的“{1}”看不出哪个是年、月、日",
    en: "\"{1}\" of the field \"{0}\" does not show which is the year, the month, the day",
    why: Words(
      zh: "日期要先写四位的年：2026-03-01、2026/3/1、2026.3.1、2026年3月1日、20260301 都可以。",
      en: "A date begins with the year in four digits: 2026-03-01, 2026/3/1, 2026.3.1, 20260301."),
    example: .situation(Words(zh: "3/1/2026 是三月一日还是一月三日？", en: "3/1/2026: March or January?")))

  public static let timeOfDayInData = DiagnosticCode(
    "YJ0640", zh: "字段“{0}”的“{1}”带有时刻", en: "\"{1}\" of the field \"{0}\" has a time of day",
    why: Words(
      zh: "日期字段只存日期，时刻会丢掉，所以不收。请先去掉时刻（电子表格里可用 INT 函数）。",
      en: "A date holds no time, which would be lost. Take it off first (INT in a spreadsheet)."),
    example: .situation(Words(zh: "2026-03-01 14:30", en: "2026-03-01 14:30")))

  public static let ambiguousComma = DiagnosticCode(
    "YJ0641", zh: "字段“{0}”的“{1}”：逗号是千位分隔还是小数点？",
    en: "\"{1}\" of the field \"{0}\": does the comma mark thousands or decimals?",
    why: Words(
      zh: "1,234 可以是一千多，也可以是一点多。请写 1234 或 1.234；1,234.5 和 1,234,567 没有歧义。",
      en: "1,234 may be a thousand or a little over one. Write 1234 or 1.234; 1,234.5 is clear."),
    example: .situation(Words(zh: "面积写成 1,234。", en: "An area of 1,234.")))

  public static let ambiguousPercent = DiagnosticCode(
    "YJ0642", zh: "字段“{0}”的“{1}”没有百分号，又大于 1",
    en: "\"{1}\" of the field \"{0}\" has no percent sign, but is above 1",
    why: Words(
      zh: "没有百分号的数按比值读：0.05 是 5%。大于 1 的数多半是百分数漏了 %，请写 5%；真是 500% 就写 500%。",
      en:
        "Without a sign a number is a ratio: 0.05 is 5%. Above 1 the sign was probably left out: write 5%."
    ),
    example: .situation(Words(zh: "占比一列写着 5、20、35。", en: "A column of shares: 5, 20, 35.")))

  public static let dateCell = DiagnosticCode(
    "YJ0643", zh: "字段“{0}”的这一格是日期（{1}）",
    en: "the cell of the field \"{0}\" is a date ({1})",
    why: Words(
      zh: "电子表格存的是日期，不是所要的值。例如“3-1”会被改成三月一日。请把该列设为文本后重新填写。",
      en: """
        The spreadsheet holds a date rather than what was meant: "3-1" becomes the first of March. Set \
        the column to text and write it again.
        """),
    example: .situation(Words(zh: "门牌 3-1 变成了 3月1日。", en: "The house number 3-1 became a date.")))

  public static let dateNumber = DiagnosticCode(
    "YJ0644", zh: "字段“{0}”的 {1} 可能是日期的序号，但没有设为日期格式",
    en: "{1} of the field \"{0}\" may be a day's number, but the cell is not shown as a date",
    why: Words(
      zh: "电子表格把日期存成序号。没有日期格式的数字不当作日期，请给该列设日期格式。",
      en: "Spreadsheets keep days as numbers. One that is not shown as a date is not taken for one."
    ),
    example: .situation(Words(zh: "单元格显示 46082。", en: "The cell shows 46082.")))

  public static let digitsLost = DiagnosticCode(
    "YJ0645", zh: "字段“{0}”的 {1} 超过 15 位，电子表格已丢掉后面的数字",
    en:
      "{1} of the field \"{0}\" has more than 15 digits, the last of which the spreadsheet has lost",
    why: Words(
      zh: "电子表格的数字只有 15 位有效。长编号要先把列设为文本再填，或从原系统重新导出。",
      en:
        "Numbers of spreadsheets have 15 digits. Long codes need columns set to text; export them again."
    ),
    example: .situation(Words(zh: "18 位编号以数字存放。", en: "A code of 18 digits kept as a number.")))

  public static let errorValue = DiagnosticCode(
    "YJ0646", zh: "字段“{0}”的这一格是错误值 {1}", en: "the cell of the field \"{0}\" is the error {1}",
    why: Words(zh: "公式没有算出结果。请改正公式，或粘贴为数值。", en: "The formula has no result. Correct it."),
    example: .situation(Words(zh: "#N/A", en: "#N/A")))

  public static let formulaWithoutValue = DiagnosticCode(
    "YJ0647", zh: "字段“{0}”的这一格有公式，但文件里没有结果",
    en: "the cell of the field \"{0}\" has a formula without a result",
    why: Words(
      zh: "公式不会在导入时计算。请用电子表格打开并保存一次，让结果存进文件。",
      en: "Formulas are not computed here. Open the file in a spreadsheet and save it."),
    example: .situation(Words(zh: "程序生成的表，从未打开过。", en: "A generated file, never opened.")))

  public static let nestedValue = DiagnosticCode(
    "YJ0648", zh: "字段“{0}”的值是 JSON 数组或对象", en: "the value of \"{0}\" is a JSON array or object",
    why: Words(zh: "一个字段只有一个值。", en: "A field has one value."),
    example: .situation(Words(zh: "“街镇”:[“七宝”]", en: "\"town\": [\"Qibao\"]")))

  public static let doubledMember = DiagnosticCode(
    "YJ0649", zh: "一行里“{0}”出现了两次", en: "\"{0}\" stands twice in the line",
    why: Words(zh: "两个值不知道该取哪一个。", en: "Of two values neither can be chosen."),
    example: .situation(Words(zh: "{\"代码\":1,\"代码\":2}", en: "{\"code\":1,\"code\":2}")))

  public static let notAnObject = DiagnosticCode(
    "YJ0650", zh: "这一行不是 JSON 对象：第 {0} 字节处读不下去",
    en: "the line is no JSON object: it goes wrong at byte {0}",
    why: Words(
      zh: "每行是一个完整的 JSON 对象，名字和文字用双引号，末尾没有逗号。",
      en:
        "Each line is a JSON object of its own, names and texts in double quotes, no comma at its end."
    ),
    example: .situation(Words(zh: "{'代码': 1}", en: "{'code': 1}")))
}
