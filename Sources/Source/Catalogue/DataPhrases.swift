extension Phrase {
  public static let columnTaken = Phrase(zh: "这个字段已经用了这一列", en: "this field takes the column")
  public static let columnsFound = Phrase(zh: "文件的列：{0}", en: "the file's columns: {0}")
  public static let didYouMeanValue = Phrase(zh: "是不是“{0}”？", en: "did you mean \"{0}\"?")
  public static let dateForm = Phrase(
    zh: "日期写作 2026-03-01、2026/3/1、2026.3.1、2026年3月1日 或 20260301",
    en: "dates are written 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日 or 20260301")
  public static let moreProblems = Phrase(
    zh: "另有 {0} 处问题未列出", en: "{0} more problems are not shown")
}
