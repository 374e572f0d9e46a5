/// Files that are not read, or not without being told more.
extension DiagnosticCode {
  static let kindCodes: [DiagnosticCode] = [
    utf16File, jsonArrayFile, webPageFile, oldWorkbook, notWorkbook, damagedWorkbook,
    workbookTooLarge, severalSheets, noSuchSheet, mergedHeader, mergedCells, registryChanged,
    noSheets, noEncoding, otherSeparator,
  ]

  public static let utf16File = DiagnosticCode(
    "YJ0628", zh: "数据文件是 UTF-16 编码", en: "the data file is UTF-16",
    why: Words(
      zh: "读 UTF-8 和 GB18030（包括 GBK、GB2312）的文件，不读 UTF-16。电子表格可另存为“CSV UTF-8”，或直接导入 .xlsx。",
      en: """
        Files in UTF-8 and GB18030 (GBK, GB2312) are read, UTF-16 is not. Save it as "CSV UTF-8", or \
        import the .xlsx itself.
        """),
    example: .situation(
      Words(zh: "从电子表格另存为“Unicode 文本”。", en: "A spreadsheet saved as \"Unicode text\".")))

  public static let jsonArrayFile = DiagnosticCode(
    "YJ0629", zh: "数据文件是一个 JSON 数组，不是每行一个对象",
    en: "the data file is one JSON array, not an object a line",
    why: Words(
      zh: "JSON 数据按行读取：每行一个对象（JSON Lines）。可用 `jq -c '.[]' 文件` 转换。",
      en: "JSON is read line by line, an object each (JSON Lines). `jq -c '.[]' FILE` converts it."),
    example: .situation(Words(zh: "接口导出的 [{…}, {…}]。", en: "An export [{…}, {…}].")))

  public static let webPageFile = DiagnosticCode(
    "YJ0630", zh: "数据文件其实是网页或 XML", en: "the data file is a web page, or XML",
    why: Words(
      zh: "有的系统把网页表格存成 .xls。请用电子表格打开，再另存为 .xlsx 或 CSV。",
      en:
        "Some programs save a web page as .xls. Open it in a spreadsheet and save it as .xlsx or CSV."
    ),
    example: .situation(Words(zh: "导出的 .xls 里是 <html>。", en: "An exported .xls that holds <html>."))
  )

  public static let oldWorkbook = DiagnosticCode(
    "YJ0631", zh: "工作簿是旧格式（.xls），或者设有密码",
    en: "the workbook is of the old kind (.xls), or has a password",
    why: Words(
      zh: "读 .xlsx，不读 2007 年以前的 .xls，也不读有密码的文件。请另存为没有密码的 .xlsx。",
      en: "Workbooks of before 2007 and those with a password are not read. Save it as plain .xlsx."
    ),
    example: .situation(Words(zh: "文件名是 .xls。", en: "The file is called .xls.")))

  public static let notWorkbook = DiagnosticCode(
    "YJ0632", zh: "压缩包里没有工作簿", en: "the archive holds no workbook",
    why: Words(
      zh: ".xlsx 是装着工作簿的压缩包；这个压缩包里是别的东西。",
      en: "An .xlsx is an archive with a workbook in it; this one holds something else."),
    example: .situation(Words(zh: "把文档改名为 .xlsx。", en: "A document renamed .xlsx.")))

  public static let damagedWorkbook = DiagnosticCode(
    "YJ0633", zh: "工作簿损坏了：{0}", en: "the workbook is damaged: {0}",
    why: Words(
      zh: "这一部分不合格式的规定，或校验不符，文件可能没有传完。请重新取得，或用电子表格打开后另存。",
      en: """
        This part of the file breaks the format's rules or does not fit its checksum. Get it again, or \
        open it in a spreadsheet and save it.
        """),
    example: .situation(Words(zh: "文件只传了一半。", en: "Half a file.")))

  public static let workbookTooLarge = DiagnosticCode(
    "YJ0634", zh: "工作簿的一部分解开后太大：{0}", en: "a part of the workbook unpacks to too much: {0}",
    why: Words(
      zh: "正常的工作簿不会压缩到这个程度，可能是有意撑爆程序的文件。",
      en: "No real workbook is packed so tightly; it may be made to exhaust the reader."),
    example: .situation(Words(zh: "几百 KB 的文件解开后有几个 GB。", en: "300 kB that unpack to gigabytes.")))

  public static let severalSheets = DiagnosticCode(
    "YJ0635", zh: "工作簿有几张表：{0}", en: "the workbook has several sheets: {0}",
    why: Words(
      zh: "不止一张表有内容时，要用 --sheet 说明导入哪一张，不作猜测。",
      en: "Where several sheets have cells, --sheet says which one to import; nothing is guessed."),
    example: .situation(Words(zh: "一张是名录，一张是说明。", en: "One sheet of data, one of remarks.")))

  public static let noSuchSheet = DiagnosticCode(
    "YJ0636", zh: "工作簿没有名为“{0}”的表", en: "the workbook has no sheet named \"{0}\"",
    why: Words(zh: "表名要与工作簿里的一字不差。", en: "The name must be that of a sheet, letter by letter."),
    example: .situation(
      Words(zh: "--sheet Sheet2，而表改过名。", en: "--sheet Sheet2 of a renamed sheet.")))

  public static let mergedHeader = DiagnosticCode(
    "YJ0637", zh: "表头有合并的单元格：{0}", en: "cells of the header are merged: {0}",
    why: Words(
      zh: "各列的名字要么在一行里，要么在上下两行里合起来齐全；表格上方的标题行会略过。",
      en:
        "The columns are named in one row, or in two rows together; titles above them are passed over."
    ),
    example: .situation(Words(zh: "表头分成三行。", en: "A header of three rows.")))

  public static let mergedCells = DiagnosticCode(
    "YJ0638", zh: "单元格是合并的：{0}", en: "cells are merged: {0}",
    why: Words(
      zh: "合并的单元格只有第一格有值，其余各行看上去有、其实没有。请取消合并并填满。",
      en: "Of merged cells only the first has the value that all seem to have. Split and fill them."
    ),
    example: .situation(Words(zh: "街镇一列按街镇合并。", en: "A column of towns, merged by town.")))

  public static let noSheets = DiagnosticCode(
    "YJ0652", zh: "数据文件不是工作簿，没有表可选", en: "the data file is no workbook, so it has no sheets",
    why: Words(zh: "--sheet 只用于工作簿（.xlsx）。", en: "--sheet is for workbooks (.xlsx)."),
    example: .situation(Words(zh: "--sheet 用在 CSV 上。", en: "--sheet with a CSV file.")))

  public static let noEncoding = DiagnosticCode(
    "YJ0653", zh: "工作簿自带编码，不能另说", en: "a workbook has its own encoding",
    why: Words(
      zh: "--encoding 只用于文本文件（CSV、JSON Lines）。", en: "--encoding is for CSV and JSON Lines."),
    example: .situation(Words(zh: "--encoding 用在 .xlsx 上。", en: "--encoding with an .xlsx.")))

  public static let otherSeparator = DiagnosticCode(
    "YJ0654", zh: "各列之间是{0}，不是逗号", en: "the columns are separated by {0}, not by commas",
    why: Words(
      zh: "CSV 以逗号分列。用电子表格打开，另存为“CSV（逗号分隔）”或 .xlsx。",
      en:
        "CSV has commas. Open the file in a spreadsheet and save it as CSV with commas, or as .xlsx."
    ),
    example: .situation(
      Words(zh: "另存为“文本文件（制表符分隔）”。", en: "A file saved as \"text, tab delimited\".")))

  public static let registryChanged = DiagnosticCode(
    "YJ0651", zh: "名录“{0}”在抽取之后换过，名单没有写出",
    en: "the registry \"{0}\" is another one since the draw; the list was not written",
    why: Words(
      zh: "名单要写上抽取时名录里的内容。抽取已经记录，清单没有影响。",
      en:
        "The list shows what the registry said at the draw. The draw itself is recorded and stands."
    ),
    example: .situation(
      Words(zh: "抽取的同时有人导入了新名录。", en: "Somebody imports the registry during the draw.")))
}

extension Phrase {
  public static let saveAsCSV = Phrase(
    zh: "用电子表格打开，另存为“CSV UTF-8”或 .xlsx",
    en: "open it in a spreadsheet and save it as \"CSV UTF-8\" or .xlsx")
  public static let saveAsWorkbook = Phrase(
    zh: "用电子表格打开，另存为没有密码的 .xlsx",
    en: "open it in a spreadsheet and save it as .xlsx without a password")
  public static let linesOfJSON = Phrase(
    zh: "`jq -c '.[]' 文件` 把它变成每行一个对象", en: "`jq -c '.[]' FILE` makes an object a line of it")
  public static let getAgain = Phrase(
    zh: "重新取得这个文件，或者用电子表格打开后另存", en: "get the file again, or open it in a spreadsheet and save it"
  )
  public static let chooseSheet = Phrase(
    zh: "用 --sheet 说明，如 --sheet {0}", en: "say which: --sheet {0}")
  public static let oneHeaderRow = Phrase(
    zh: "把各列的名字写在一行里，一列一格", en: "write the names of the columns in one row, a cell each")
  public static let splitCells = Phrase(
    zh: "取消合并，每一行都填上", en: "split the cells and fill every row")
  public static let mostLikeHeader = Phrase(
    zh: "最像表头的是第 {0} 行：{1}", en: "the row most like a header is {0}: {1}")
  public static let nearColumn = Phrase(
    zh: "“{0}”是不是文件里的“{1}”？在名录里写 列 \"{1}\"",
    en: "is \"{0}\" the file's \"{1}\"? then say so in the registry: column \"{1}\"")
  public static let sheetsFound = Phrase(zh: "工作簿的表：{0}", en: "the workbook's sheets: {0}")
  public static let encodingTaken = Phrase(
    zh: "文件按 {0} 读取；如果不是，用 --encoding 说明", en: "the file was read as {0}; --encoding says otherwise"
  )
}
