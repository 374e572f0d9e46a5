/// Laws, and what rests on them: YJ0530–0534.
extension DiagnosticCode {
  static let lawCodes: [DiagnosticCode] = [
    unclosedTitle,
    basisLapses,
    basisNotYetInForce,
    unknownLawNumber,
    lapsesTooEarly,
  ]

  public static let unclosedTitle = DiagnosticCode(
    "YJ0530", zh: "书名号没有结束，缺少 》", en: "the title is not closed: 》 is missing",
    why: Words(
      zh: "法规的名称写在一对书名号里：《食品安全法》。",
      en: "The title of a law stands between a pair of book-title marks: 《…》."),
    example: .script(
      wrong: PlanExample.plan(others: "参与 市场监管局\n    依据 《食品安全法"),
      right: PlanExample.plan(others: "参与 市场监管局\n    依据 《食品安全法》")))

  private static let care = """
    法规 养老办法2020 {
        名称 《养老机构管理办法》
        文号 "民政部令第66号"
        施行 2020-11-01
        接替 养老办法2013
    }
    法规 养老办法2013 {
        名称 《养老机构管理办法》
        文号 "民政部令第49号"
        施行 2013-07-01
    }

    """

  public static let basisLapses = DiagnosticCode(
    "YJ0531", .warning, zh: "{0}自 {1} 起失效，而期间到 {2}",
    en: "{0} lapses on {1}, but the period runs to {2}",
    why: Words(
      zh: "检查的依据在计划期间已经失效，照此检查就没有依据。改用接替它的法规，条款要重新核对。",
      en: """
        What the inspection rests on is no longer in force in the period of the plan. Cite what
        replaces it, and look its articles up again.
        """),
    example: .script(
      wrong: care
        + PlanExample.plan(others: "参与 市场监管局\n    依据 《养老机构管理办法》(民政部令第49号)第十二条"),
      right: care
        + PlanExample.plan(others: "参与 市场监管局\n    依据 《养老机构管理办法》(民政部令第66号)第四十二条")))

  public static let basisNotYetInForce = DiagnosticCode(
    "YJ0532", .warning, zh: "{0}自 {1} 起施行，而期间从 {2} 开始",
    en: "{0} takes effect on {1}, but the period starts on {2}",
    why: Words(
      zh: "检查的依据在期间开始时还没有施行。改依据，或者推迟期间。",
      en: """
        What the inspection rests on is not yet in force when the period starts. Cite something
        else, or start later.
        """),
    example: .script(
      wrong: "法规 新办法 { 施行 2026-07-01 }\n"
        + PlanExample.plan(others: "参与 市场监管局\n    依据 《新办法》第三条"),
      right: "法规 新办法 { 施行 2026-01-01 }\n"
        + PlanExample.plan(others: "参与 市场监管局\n    依据 《新办法》第三条")))

  public static let unknownLawNumber = DiagnosticCode(
    "YJ0533", .warning, zh: "没有声明文号是“{1}”的《{0}》", en: "no 《{0}》 with the number '{1}' is declared",
    why: Words(
      zh: "同名的法规可以有几个文号，引用的文号要与其中一个相同：写错的文号，可能指向已经废止的那一个。",
      en: """
        A law of one title may have several numbers; the one cited must be among them. A wrong
        number may well be that of a version no longer in force.
        """),
    example: .script(
      wrong: care
        + PlanExample.plan(others: "参与 市场监管局\n    依据 《养老机构管理办法》(民政部令第60号)第十二条"),
      right: care
        + PlanExample.plan(others: "参与 市场监管局\n    依据 《养老机构管理办法》(民政部令第66号)第十二条")))

  public static let lapsesTooEarly = DiagnosticCode(
    "YJ0534", zh: "{0}自 {1} 起施行，却在 {2} 就失效", en: "{0} takes effect on {1} but lapses on {2}",
    why: Words(
      zh: "“失效”写的是不再有效的第一天，在“施行”之后；没有写的，是接替它的法规施行的那一天。",
      en: """
        `lapses` is the first day on which it is no longer in force, after `effective`; where it is
        left out, the day on which its successor takes effect.
        """),
    example: .script(
      wrong: "法规 旧办法 { 施行 2020-11-01; 失效 2013-07-01 }\n显示 1",
      right: "法规 旧办法 { 施行 2013-07-01; 失效 2020-11-01 }\n显示 1"))
}
