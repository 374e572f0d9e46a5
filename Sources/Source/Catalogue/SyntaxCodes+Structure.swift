extension DiagnosticCode {
  public static let unclosedBracket = DiagnosticCode(
    "YJ0112", zh: "{0} 没有配对的 {1}", en: "this {0} has no {1}",
    why: Words(
      zh: "每个括号都要有配对的另一半。", en: "Each bracket needs its other half."),
    example: .script(wrong: "设 和 = (1 + 2\n", right: "设 和 = (1 + 2)\n"))

  public static let bracketWithoutOpener = DiagnosticCode(
    "YJ0113", zh: "这个 {0} 前面没有配对的 {1}", en: "there is no {1} for this {0}",
    why: Words(
      zh: "多了一个右括号，或者前面少了左括号。",
      en: "There is one closing bracket too many, or an opening one is missing before it."),
    example: .script(wrong: "设 和 = 1 + 2)\n", right: "设 和 = (1 + 2)\n"))

  public static let mismatchedBracket = DiagnosticCode(
    "YJ0114", zh: "{0} 由 {1} 结束，应该用 {2}", en: "{0} is closed by {1} instead of {2}",
    why: Words(
      zh: "左右括号必须是同一种。", en: "Both halves of a pair of brackets are of one kind."),
    example: .script(wrong: "设 和 = (1 + 2]\n", right: "设 和 = (1 + 2)\n"))

  public static let nestingTooDeep = DiagnosticCode(
    "YJ0115", zh: "嵌套超过了 {0} 层", en: "this is nested more than {0} levels deep",
    why: Words(
      zh: "请用“设”给中间结果起名字，把长的式子分成几步。",
      en: "Name intermediate results with 'let' and write a long expression in several steps."),
    example: .situation(
      Words(zh: "连续写了 300 个左括号。", en: "300 opening parentheses in a row.")))

  public static let expected = DiagnosticCode(
    "YJ0116", zh: "这里应该是{0}，却是{1}", en: "expected {0}, found {1}",
    why: Words(
      zh: "脚本在这里不完整，或者多写、写错了内容。",
      en: "The script is incomplete here, or something else stands where this should."),
    example: .script(wrong: "设 和 = 1 +\n", right: "设 和 = 1 + 2\n"))

  public static let unexpected = DiagnosticCode(
    "YJ0117", zh: "{0}不能接在这里", en: "{0} cannot follow here",
    why: Words(
      zh: "前面的内容到这里已经完整。每条内容各占一行，或用“；”隔开。",
      en:
        "What stands before is complete. Write each statement on a line of its own, or put ';' between."
    ),
    example: .script(wrong: "设 和 = 1 2\n", right: "设 和 = 1 + 2\n"))

  public static let missingPolicy = DiagnosticCode(
    "YJ0118", zh: "判定{0}没有写明命中方式", en: "table {0} does not name its hit policy",
    why: Words(
      zh: "多行同时符合时取哪一行，必须写明：唯一（只能有一行符合）、首个（取最先符合的一行）、汇总（取全部）。",
      en:
        "A table says what happens when several rows apply: unique (they cannot), first (the first "
        + "one counts), collect (all count)."),
    example: .script(
      wrong: "判定 双倍(甲: 整数) -> 整数 {\n  甲 | 结果\n  _ | 2\n}\n",
      right: "判定 双倍(甲: 整数) -> 整数 首个 {\n  甲 | 结果\n  _ | 2\n}\n"))

  public static let chainedComparison = DiagnosticCode(
    "YJ0119", zh: "比较不能连写", en: "comparisons cannot be chained",
    why: Words(
      zh: "1 < x < 5 要写成 1 < x 且 x < 5。",
      en: "Write 1 < x and x < 5 for 1 < x < 5."),
    example: .script(wrong: "设 对 = 1 < 2 < 3\n", right: "设 对 = 1 < 2 且 2 < 3\n"))

  public static let assignmentForEquality = DiagnosticCode(
    "YJ0120", zh: "比较相等要用 ==", en: "write == to compare",
    why: Words(
      zh: "= 用来给名字定值，== 用来比较。", en: "= gives a name its value, == compares."),
    example: .script(wrong: "设 对 = 1 = 1\n", right: "设 对 = 1 == 1\n"))

  public static let tooManyMistakes = DiagnosticCode(
    "YJ0121", zh: "错误超过 {0} 个，其余的不再列出", en: "more than {0} mistakes; the rest is not listed",
    why: Words(
      zh: "文件可能不是脚本，或者已经损坏。", en: "The file may be no script, or damaged."),
    example: .situation(
      Words(zh: "把图片文件当成脚本来检查。", en: "Checking a picture as if it were a script.")))
}
