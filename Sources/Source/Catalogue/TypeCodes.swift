/// Types: YJ0301–0309 literals, 0310– operators, 0320– absence and branches, 0330– calls,
/// 0340– queries, 0350– constants, 0360– declarations, 0370– patterns, 0380– given rows,
/// 0390– the shape of decision tables.
extension DiagnosticCode {
  static let typeCodes: [DiagnosticCode] =
    literalCodes + operatorCodes + absenceCodes + callCodes + queryCodes + constantCodes
    + declarationCodes + shapeCodes

  static let literalCodes: [DiagnosticCode] = [
    typeMismatch, integerTooLarge, decimalTooLong, notWhole, noSuchDay, bareDays,
    noSuchMonth,
  ]

  public static let typeMismatch = DiagnosticCode(
    "YJ0301", zh: "要{0}，这里是{1}", en: "{0} is wanted, but this is {1}",
    why: Words(
      zh: "值的类型和要它的地方不合。类型从不悄悄转换，只有整数可以当小数用。",
      en: """
        The value has another type than its place wants. Nothing is converted silently, except
        that an integer may stand for a decimal.
        """),
    example: .script(
      wrong: """
        设 人数: 整数 = "三十"
        显示 人数
        """,
      right: """
        设 人数: 整数 = 30
        显示 人数
        """))

  public static let integerTooLarge = DiagnosticCode(
    "YJ0302", zh: "整数 {0} 太大", en: "the integer {0} is too large",
    why: Words(
      zh: "整数在 -9223372036854775808 到 9223372036854775807 之间。更大的数写成小数：最多 38 位。",
      en: """
        Integers lie between -9223372036854775808 and 9223372036854775807. Write larger numbers as
        decimals, which have up to 38 digits.
        """),
    example: .script(wrong: "显示 9223372036854775808", right: "显示 9223372036854775807"))

  public static let decimalTooLong = DiagnosticCode(
    "YJ0303", zh: "{0} 超过 38 位", en: "{0} has more than 38 digits",
    why: Words(
      zh: "小数是精确的，最多 38 位有效数字。放不下的数是错误，从不悄悄舍去。",
      en: "Decimals are exact and have up to 38 significant digits. Nothing is rounded silently."),
    example: .script(
      wrong: "显示 0.123456789012345678901234567890123456789",
      right: "显示 0.12345678901234567890123456789012345678"))

  public static let notWhole = DiagnosticCode(
    "YJ0304", zh: "{1}要用整数，{0} 不是", en: "{0} is not a whole number of {1}",
    why: Words(
      zh: "户、家、次、件、人、项和期限都用整数。",
      en: "What is counted, and how long a deadline is, are whole numbers."),
    example: .script(wrong: "显示 2.5户", right: "显示 3户"))

  public static let noSuchDay = DiagnosticCode(
    "YJ0305", zh: "没有 {0} 这一天", en: "there is no day {0}",
    why: Words(
      zh: "日期按公历，写成“年-月-日”，年四位，月和日各两位。",
      en: "Dates are days of the Gregorian calendar, written year-month-day."),
    example: .script(wrong: "显示 2026-02-30", right: "显示 2026-02-28"))

  public static let noSuchMonth = DiagnosticCode(
    "YJ0307", zh: "没有 {0} 月：月份从 1 到 12", en: "there is no month {0}: months are 1 to 12",
    why: Words(
      zh: "期限里的月份是一年十二个月中的一个。",
      en: "The month of a deadline is one of the twelve of a year."),
    example: .script(
      wrong: "设 方案期限: 期限 = 13月底前\n显示 方案期限",
      right: "设 方案期限: 期限 = 12月底前\n显示 方案期限"))

  public static let bareDays = DiagnosticCode(
    "YJ0306", zh: "“{0}”可以是自然日，也可以是工作日", en: "'{0}' may be natural days or working days",
    why: Words(
      zh: """
        《行政处罚法》第八十五条：“二日”“三日”“五日”“七日”指工作日，不含法定节假日；其余的指自然日。\
        脚本不猜，要写明。
        """,
      en: """
        Article 85 of the Administrative Penalty Law counts two, three, five and seven days as
        working days and others as natural days. A script says which.
        """),
    example: .script(wrong: "显示 5日", right: "显示 5工作日"))
}
