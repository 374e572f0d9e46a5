extension DiagnosticCode {
  static let dataCodes: [DiagnosticCode] = fileCodes + rowCodes + kindCodes + valueCodes

  /// What is wrong with a data file as a whole.
  private static let fileCodes: [DiagnosticCode] = [
    emptyDataFile, missingColumns, duplicateColumns, headerUndecodable, unclosedQuote, dataTooLong,
    dataUnreadable, importRefused, rejectsUnwritable,
  ]

  /// What is wrong with one row.
  private static let rowCodes: [DiagnosticCode] = [
    cellCount, malformedQuote, cellUndecodable, missingValue, notThisType, numberTooLarge,
    noSuchDayInData,
    notAMember, uniformCodeLength, uniformCodeCharacter, uniformCodeCheck, controlInKey,
    nullInText, duplicateKey,
    divisionCodeForm, divisionCodeProvince, divisionCodeLevel, matterCodeForm,
  ]

  public static let emptyDataFile = DiagnosticCode(
    "YJ0601", zh: "数据文件是空的", en: "the data file is empty",
    why: Words(
      zh: "前面的某一行应是各列的名字，与名录的字段一致。",
      en: "One of the first rows holds the names of the columns, which are the registry's fields."),
    example: .situation(Words(zh: "导出时没有写出任何内容。", en: "An export that wrote nothing.")))

  public static let missingColumns = DiagnosticCode(
    "YJ0602", zh: "数据文件缺少这些列：{0}", en: "the data file lacks the columns {0}",
    why: Words(
      zh: "名录的每个字段都要有一列：与字段同名，或者是“列”所写的名字。",
      en:
        "Every field of the registry has a column: of its own name, or of the one that `column` says."
    ),
    example: .situation(Words(zh: "表头少了“信用”一列。", en: "The header has no \"risk\".")))

  public static let duplicateColumns = DiagnosticCode(
    "YJ0603", zh: "数据文件里这些列出现了两次：{0}", en: "the data file has the columns {0} twice",
    why: Words(
      zh: "两列同名时不知道该取哪一列。", en: "With two columns of one name, neither can be chosen."),
    example: .situation(Words(zh: "表头写了两个“名称”。", en: "Two columns called \"name\".")))

  public static let headerUndecodable = DiagnosticCode(
    "YJ0604", zh: "表头第 {0} 列不是 {1} 文字", en: "column {0} of the header is not {1}",
    why: Words(
      zh: "数据文件用 UTF-8 或 GB18030（包括 GBK、GB2312）编码，由内容看出，也可用 --encoding 说明。",
      en:
        "Data files are UTF-8 or GB18030 (GBK, GB2312), which is found out, or said with --encoding."
    ),
    example: .situation(Words(zh: "表头里有别的编码的字。", en: "A header in another encoding.")))

  public static let unclosedQuote = DiagnosticCode(
    "YJ0605", zh: "引号没有结束", en: "the quote is never closed",
    why: Words(
      zh: "从这个引号到文件末尾都没有与它成对的引号，文件可能被截断。",
      en: "No quote closes it before the file ends; the file may be cut off."),
    example: .situation(Words(zh: "文件只传了一半。", en: "Half a file.")))

  public static let dataTooLong = DiagnosticCode(
    "YJ0606", zh: "一格或一行的内容太长（上限 {0}）", en: "a cell or a row is too long (limit {0})",
    why: Words(
      zh: "单格、单行和列数都有上限，这样的文件多半漏了换行或引号。",
      en: "Cells, rows and the number of columns are limited; a quote is probably missing."),
    example: .situation(Words(zh: "整个文件没有换行。", en: "A file without line ends.")))

  public static let dataUnreadable = DiagnosticCode(
    "YJ0607", zh: "读不了数据文件：{0}", en: "the data file cannot be read: {0}",
    why: Words(zh: "读取中途失败，没有导入任何内容。", en: "Reading failed; nothing was imported."),
    example: .situation(Words(zh: "读取时移动盘被拔出。", en: "The disk is unplugged.")))

  public static let importRefused = DiagnosticCode(
    "YJ0608", zh: "有 {0} 行不合格，没有导入任何内容", en: "rows with problems: {0}; nothing was imported",
    why: Words(
      zh: "导入要么全部成功，要么什么也不改。可先改正数据，或用 --rejects 把不合格的行另存。",
      en: "An import is all or nothing. Correct the data, or put the rows aside with --rejects."),
    example: .situation(Words(zh: "2000 行里有 3 行日期写错。", en: "3 of 2,000 rows have bad dates.")))

  public static let rejectsUnwritable = DiagnosticCode(
    "YJ0609", zh: "不合格的行写不出去：{0}", en: "the rejected rows cannot be written: {0}",
    why: Words(
      zh: "不合格的行须保存下来才算导入完成，所以什么也没有导入。",
      en: "An import is complete only if its rejects are saved, so nothing was imported."),
    example: .situation(Words(zh: "--rejects 指向一个文件夹。", en: "--rejects names a folder.")))

  public static let cellCount = DiagnosticCode(
    "YJ0610", zh: "这一行有 {0} 格，应为 {1} 格", en: "cells in the row: {0}, wanted: {1}",
    why: Words(
      zh: "每一行的格数应与表头相同。含逗号的内容要用引号括起来。",
      en: "Every row has as many cells as the header. Cells with commas need quotes."),
    example: .situation(Words(zh: "地址里的逗号没有用引号括起。", en: "An address with a bare comma.")))

  public static let malformedQuote = DiagnosticCode(
    "YJ0611", zh: "引号的位置不对：{0}", en: "a quote in the wrong place: {0}",
    why: Words(
      zh: "引号须包住整格，格内的引号写两个。", en: "Quotes enclose a whole cell; inside they are doubled."),
    example: .situation(Words(zh: "一格写成 甲\"乙。", en: "A cell a\"b.")))

  public static let cellUndecodable = DiagnosticCode(
    "YJ0612", zh: "文件的第 {0} 字节处不是 {1} 文字", en: "at byte {0} of the file the text stops being {1}",
    why: Words(
      zh: "数据文件用 UTF-8 或 GB18030 编码；一个文件只有一种编码。",
      en: "Data files are UTF-8 or GB18030; a file has one encoding."),
    example: .situation(Words(zh: "一行是从别的编码拼进来的。", en: "A row in another encoding.")))

  public static let missingValue = DiagnosticCode(
    "YJ0613", zh: "字段“{0}”没有值", en: "the field \"{0}\" has no value",
    why: Words(
      zh: "这个字段不可缺失，也没有写明缺失时的值。",
      en: "The field is neither optional nor has a value for missing ones."),
    example: .situation(Words(zh: "信用等级一格是空的。", en: "An empty cell of the tier.")))

  public static let notThisType = DiagnosticCode(
    "YJ0614", zh: "字段“{0}”的“{1}”不是{2}", en: "\"{1}\" of the field \"{0}\" is not {2}",
    why: Words(
      zh: "每一格按字段声明的类型读取，读不成就报告，从不猜测。",
      en: "Every cell is read as its field's type; nothing is guessed."),
    example: .situation(Words(zh: "人数一格写成“约100”。", en: "A count written \"about 100\".")))

  public static let numberTooLarge = DiagnosticCode(
    "YJ0615", zh: "字段“{0}”的“{1}”太大", en: "\"{1}\" of the field \"{0}\" is too large",
    why: Words(
      zh: "整数为 64 位，小数最多 38 位有效数字。",
      en: "Integers have 64 bits, decimals at most 38 digits."),
    example: .situation(Words(zh: "一格里粘了四十位数字。", en: "Forty digits in one cell.")))

  public static let noSuchDayInData = DiagnosticCode(
    "YJ0616", zh: "字段“{0}”的“{1}”：没有这一天", en: "\"{1}\" of the field \"{0}\" is no day",
    why: Words(zh: "日历上没有这一天。", en: "The calendar has no such day."),
    example: .situation(Words(zh: "2026-02-30", en: "2026-02-30")))

  public static let notAMember = DiagnosticCode(
    "YJ0617", zh: "字段“{0}”的“{1}”不在枚举里", en: "\"{1}\" of the field \"{0}\" is no member",
    why: Words(
      zh: "枚举字段只能取声明过的成员，一字不差。",
      en: "The field takes declared members only, letter by letter."),
    example: .situation(Words(zh: "信用等级写成“Ａ+”。", en: "A tier written \"A+\".")))

  public static let uniformCodeLength = DiagnosticCode(
    "YJ0618", zh: "统一社会信用代码“{0}”不是 18 位", en: "the uniform code \"{0}\" has not 18 characters",
    why: Words(zh: "统一社会信用代码为 18 位（GB 32100-2015）。", en: "A uniform code has 18 characters."),
    example: .situation(Words(zh: "少抄了一位。", en: "A character is missing.")))

  public static let uniformCodeCharacter = DiagnosticCode(
    "YJ0619", zh: "统一社会信用代码“{0}”第 {1} 位的字符不允许",
    en: "character {1} of the uniform code \"{0}\" is not permitted",
    why: Words(
      zh: "代码不用 I、O、S、V、Z，第 3 至 8 位是数字。",
      en: "Codes have no I, O, S, V, Z, and digits at positions 3 to 8."),
    example: .situation(Words(zh: "把 0 写成了 O。", en: "An O for a 0.")))

  public static let uniformCodeCheck = DiagnosticCode(
    "YJ0620", zh: "统一社会信用代码“{0}”的校验位不对，应为 {1}",
    en: "the check character of the uniform code \"{0}\" is wrong; it should be {1}",
    why: Words(
      zh: "校验位由前面各位算出（GB 11714、GB 32100），不符说明某一位抄错了。",
      en: "It is computed from the others; a mismatch means that one was copied wrongly."),
    example: .situation(Words(zh: "两位抄颠倒了。", en: "Two characters were swapped.")))

  public static let controlInKey = DiagnosticCode(
    "YJ0621", zh: "主键里有换行或其他控制字符", en: "the key has a line feed or control character",
    why: Words(
      zh: "主键要能用一行命令重算抽签号，不能含控制字符。",
      en: "A key must fit on one line, so that anyone can recompute its ticket."),
    example: .situation(Words(zh: "主键的引号内有换行。", en: "A quoted key with a line end.")))

  public static let nullInText = DiagnosticCode(
    "YJ0622", zh: "字段“{0}”里有空字符（U+0000）", en: "the field \"{0}\" has the character U+0000",
    why: Words(zh: "空字符不是文字，有的存储存不下。", en: "It is no text, and some stores cannot keep it."),
    example: .situation(Words(zh: "二进制内容混进了文件。", en: "Binary data in the file.")))

  public static let duplicateKey = DiagnosticCode(
    "YJ0623", zh: "主键“{0}”在前面已经有了", en: "the key \"{0}\" has come before",
    why: Words(
      zh: "名录的每一行由主键区分，两行不能有同一个主键。",
      en: "The key tells the rows of a registry apart; no two rows may share one."),
    example: .situation(Words(zh: "同一家企业登记了两次。", en: "One firm is there twice.")))
}
