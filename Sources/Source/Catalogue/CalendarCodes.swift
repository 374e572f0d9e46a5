/// Working-day calendars: YJ0385–0389.
extension DiagnosticCode {
  static let calendarCodes: [DiagnosticCode] = [
    noCalendar, severalCalendars, calendarDay, calendarYear, assumedYear,
  ]

  public static let noCalendar = DiagnosticCode(
    "YJ0385", zh: "这里要数工作日，但看不到工作日历",
    en: "working days are counted here, but no calendar is in sight",
    why: Words(
      zh: "工作日要扣除法定节假日、算上调休上班的日子。使用一个带日历的模块，或者自己声明一个日历。",
      en: """
        Working days leave out public holidays and include the weekend days worked instead. Use a
        module that has a calendar, or declare one.
        """),
    example: .script(
      wrong: "显示 2026-02-13 + 1工作日\n", right: "使用 标准.日历.中国\n显示 2026-02-13 + 1工作日\n"))

  public static let severalCalendars = DiagnosticCode(
    "YJ0386", zh: "看得到的日历不止一个：{0}", en: "there is more than one calendar in sight: {0}",
    why: Words(
      zh: "有几个日历时，要写明按哪一个数工作日。被别的日历“基于”的日历不算。",
      en: """
        With several calendars it must be said which one counts. A calendar that another one is \
        based on is not counted among them.
        """),
    example: .script(
      wrong: """
        日历 本市 { 2026 { 放假 2026-01-01 } }
        日历 外市 { 2026 { 放假 2026-01-02 } }
        显示 加工作日(2026-01-05, 3工作日)
        """,
      right: """
        日历 本市 { 2026 { 放假 2026-01-01 } }
        日历 外市 { 2026 { 放假 2026-01-02 } }
        显示 加工作日(2026-01-05, 3工作日, 历: 本市)
        """))

  public static let calendarDay = DiagnosticCode(
    "YJ0387", zh: "{0} {1}", en: "{0} {1}",
    why: Words(
      zh: "日历的每一年只写这一年的日子，每天只写一次：或者放假，或者上班。",
      en: "A year of a calendar has days of that year only, each once: off or working."),
    example: .script(
      wrong: "日历 本市 { 2026 { 放假 2025-12-31..2026-01-01 } }\n",
      right: "日历 本市 { 2026 { 放假 2026-01-01 } }\n"))

  public static let calendarYear = DiagnosticCode(
    "YJ0388", zh: "{0} {1}", en: "{0} {1}",
    why: Words(
      zh: "日历的年份要连续，每年只写一次，已经公布的年份不能再假定。",
      en: """
        The years of a calendar follow each other, each stands there once, and a year that has \
        been published is not assumed.
        """),
    example: .script(
      wrong: "日历 本市 {\n    2025 { 放假 2025-01-01 }\n    2027 { 放假 2027-01-01 }\n}\n",
      right: "日历 本市 {\n    2025 { 放假 2025-01-01 }\n    2026 { 放假 2026-01-01 }\n}\n"))

  public static let assumedYear = DiagnosticCode(
    "YJ0389", .warning, zh: "结果依赖日历“{1}”假定的年份：{0}",
    en: "this rests on years that the calendar '{1}' assumes: {0}",
    why: Words(
      zh: "这些年份的放假安排还没有公布，日历里只是假定。公布之后，把“假定”换成公布的日子，结果可能改变。",
      en: """
        The days off of these years have not been published; the calendar assumes them. When they \
        are, write the published days in their place: the result may change.
        """),
    example: .script(
      wrong: """
        日历 本市 {
            假定 2027 { 放假 2027-01-01 }
        }
        显示 2027-01-04 + 1工作日
        """,
      right: """
        日历 本市 {
            2027 依据 "放假通知" { 放假 2027-01-01 }
        }
        显示 2027-01-04 + 1工作日
        """))
}

extension Phrase {
  /// A `使用` line.
  public static let useCalendarModule = Phrase(zh: "在文件开头加上“{0}”", en: "start the file with '{0}'")
  /// A label with a calendar.
  public static let nameTheCalendar = Phrase(
    zh: "在函数的参数最后写明：加工作日(…, {0})", en: "name it as the last argument of the function: (…, {0})")
}
