/// What keeps the formatter from writing.
extension DiagnosticCode {
  static let formatCodes: [DiagnosticCode] = [
    .formatWouldChangeScript, .translationIsReadDifferently,
  ]

  public static let formatWouldChangeScript = DiagnosticCode(
    "YJ0190", zh: "格式化会改变脚本，所以没有写入",
    en: "formatting would change the script, so nothing was written",
    why: Words(
      zh: "格式化以后会重新读一遍：词、注释和次序必须与原来完全一样，再格式化一次必须不变。这里不一样，是工具的缺陷，请报告；脚本没有被改动。",
      en: """
        The formatted script is read again: its tokens and comments must be the same as before, \
        and formatting it once more must change nothing. Here they differ, which is a defect of \
        the tool, worth reporting; the script has not been touched.
        """),
    example: .situation(
      Words(
        zh: "格式化器自身有缺陷，写出来的词或注释与原来不同。",
        en: "The formatter itself is at fault and writes other tokens or comments than it read.")))

  public static let translationIsReadDifferently = DiagnosticCode(
    "YJ0191", zh: "换成{0}关键字以后，“{1}”会被读成别的意思",
    en: "with {0} keywords, '{1}' would be read differently",
    why: Words(
      zh: "一个名字在中文脚本里是普通的名字，换成英文关键字以后可能正好是关键字（反过来也一样）。改掉这个名字，再换。",
      en: """
        A name that is an ordinary name among Chinese keywords can be a keyword among English \
        ones, and the other way round. Rename it, then translate.
        """),
    example: .situation(
      Words(
        zh: "中文脚本里有一个字段叫 `count`，用 `yijian fmt --to en` 换成英文关键字。",
        en: "A script with Chinese keywords has a field named `count` and is translated with "
          + "`yijian fmt --to en`.")))
}

extension Phrase {
  public static let renameBeforeTranslation = Phrase(
    zh: "先给它换个名字，再换关键字；脚本没有被改动",
    en: "give it another name first; the script has not been touched")
}
