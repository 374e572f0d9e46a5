extension Phrase {
  public static let columnTaken = Phrase(zh: "这个字段已经用了这一列", en: "this field takes the column")
  public static let columnsFound = Phrase(zh: "文件的列：{0}", en: "the file's columns: {0}")
  public static let didYouMeanValue = Phrase(zh: "是不是“{0}”？", en: "did you mean \"{0}\"?")
  public static let membersAre = Phrase(zh: "成员有：{0}", en: "the members are {0}")
  public static let dateForm = Phrase(
    zh: "日期写作 2026-03-01、2026/3/1、2026.3.1、2026年3月1日 或 20260301",
    en: "dates are written 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日 or 20260301")
  public static let boolForm = Phrase(
    zh: "写作 是/否、真/假、true/false 或 1/0", en: "written 是/否, 真/假, true/false or 1/0")
  public static let percentForm = Phrase(
    zh: "写作 5%，或者比值 0.05", en: "written 5%, or as the ratio 0.05")
  public static let withoutTime = Phrase(
    zh: "去掉时刻：电子表格里可用 =INT(格)", en: "take the time off, with =INT(cell) in a spreadsheet")
  public static let formatAsDate = Phrase(
    zh: "给这一列设日期格式", en: "give the column a date format")
  public static let formatAsText = Phrase(
    zh: "把这一列设为文本，再重新填写或从原系统导出",
    en: "set the column to text, then write it again or export it again from where it comes")
  public static let saveResults = Phrase(
    zh: "用电子表格打开并保存一次，或者粘贴为数值",
    en: "open the file in a spreadsheet and save it, or paste the values")
  public static let mayBeMissing = Phrase(
    zh: "补上；可以没有的字段在名录里写作“类型?”，或写明“缺失时”的值",
    en: "fill it in; a field that may be empty is declared with `?`, or with a value for `missing`")
  public static let moreProblems = Phrase(
    zh: "另有 {0} 处问题未列出", en: "{0} more problems are not shown")
}
