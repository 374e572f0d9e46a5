/// Decision tables and matches: 0401–0419 what the patterns leave out, say twice or never reach.
extension DiagnosticCode {
  static let tableCodes: [DiagnosticCode] = [
    tableGap, tableOverlap, deadRule, impossiblePattern, matchGap, deadArm, idleCatchAll,
    undecidedCoverage, exceptionsConflict, exceptionChangesNothing, exceptionTwice,
  ]

  /// The table's name, a witness.
  public static let tableGap = DiagnosticCode(
    "YJ0401", zh: "判定“{0}”没有管到：{1}", en: "table '{0}' has no rule for: {1}",
    why: Words(
      zh: "判定要对每一种输入都有结论。列出的输入没有一条规则管到，运行时就会没有结论，所以运行前先报出来。请补上规则，或在末尾加一条全是 _ 的规则兜底。",
      en:
        "A table must decide every input. No rule takes the one shown, so a run would have no result for it. Add a rule, or end the table with a rule of _ only."
    ),
    example: .script(
      wrong: """
        判定 风险分(投诉: 整数) -> 整数 首个 {
            投诉   | 结果
            >= 5   | 3
            <= 1   | 1
        }
        """,
      right: """
        判定 风险分(投诉: 整数) -> 整数 首个 {
            投诉   | 结果
            >= 5   | 3
            <= 1   | 1
            2..4   | 2
        }
        """))

  /// The table's name, the number of the rule, the number of another, what both take, the policy.
  public static let tableOverlap = DiagnosticCode(
    "YJ0402", zh: "判定“{0}”（{4}）的第 {1} 条规则与第 {2} 条重叠：{3}",
    en: "rules {1} and {2} of the table '{0}' ({4}) overlap: {3}",
    why: Words(
      zh: "命中方式为“唯一”的判定，每种输入只能有一条规则管到，否则结论取决于读表的人先看哪一条。请收窄其中一条；若本意是从上到下取第一条，把“唯一”改为“首个”。",
      en:
        "In a table with the policy unique, one rule only may take an input; otherwise the result depends on who reads the table. Narrow one of the rules, or use the policy first if the first one that holds is meant."
    ),
    example: .script(
      wrong: """
        判定 风险分(投诉: 整数) -> 整数 唯一 {
            投诉   | 结果
            <= 3   | 1
            >= 3   | 2
        }
        """,
      right: """
        判定 风险分(投诉: 整数) -> 整数 唯一 {
            投诉   | 结果
            <= 3   | 1
            > 3    | 2
        }
        """))

  /// The table's name, the number of the rule.
  public static let deadRule = DiagnosticCode(
    "YJ0403", zh: "判定“{0}”的第 {1} 条规则永远用不上", en: "rule {1} of table '{0}' is never used",
    why: Words(
      zh: "从上到下取第一条时，前面的规则已经管到这一条的全部情形，写下的结论永远不会生效。请调整顺序、收窄前面的规则，或删去这一条。",
      en:
        "Where the first rule that holds decides, earlier rules already take everything this one would, so what it says never takes effect. Move it up, narrow the earlier rules, or delete it."
    ),
    example: .script(
      wrong: """
        判定 风险分(投诉: 整数) -> 整数 首个 {
            投诉   | 结果
            >= 2   | 2
            >= 5   | 3
            _      | 1
        }
        """,
      right: """
        判定 风险分(投诉: 整数) -> 整数 首个 {
            投诉   | 结果
            >= 5   | 3
            >= 2   | 2
            _      | 1
        }
        """))

  /// The pattern as written.
  public static let impossiblePattern = DiagnosticCode(
    "YJ0404", zh: "没有任何值符合“{0}”", en: "no value satisfies '{0}'",
    why: Words(
      zh: "这个条件自相矛盾：例如“非 _”，或者小于最小的成员。含有它的规则永远不成立。",
      en:
        "The condition contradicts itself: it denies everything, say, or wants less than the smallest member. What it belongs to never holds."
    ),
    example: .script(
      wrong: """
        枚举 等级 有序 { 低, 中, 高 }
        判定 次数(等: 等级) -> 整数 首个 {
            等     | 结果
            < 低   | 1
            _      | 2
        }
        """,
      right: """
        枚举 等级 有序 { 低, 中, 高 }
        判定 次数(等: 等级) -> 整数 首个 {
            等     | 结果
            <= 低  | 1
            _      | 2
        }
        """))

  /// What is missing.
  public static let matchGap = DiagnosticCode(
    "YJ0405", zh: "分情况没有写全，缺：{0}", en: "the match is not exhaustive; missing: {0}",
    why: Words(
      zh: "分情况必须对每一种值都有分支。请补上缺的分支，或用“否则”兜底。",
      en: "A match needs an arm for every value. Add the missing arms, or an arm otherwise."),
    example: .script(
      wrong: """
        枚举 等级 { 甲, 乙, 丙 }
        函数 次数(等: 等级) -> 整数 = 分情况 等 {
            甲 => 1
            乙 => 2
        }
        """,
      right: """
        枚举 等级 { 甲, 乙, 丙 }
        函数 次数(等: 等级) -> 整数 = 分情况 等 {
            甲 => 1
            乙 => 2
            丙 => 4
        }
        """))

  public static let deadArm = DiagnosticCode(
    "YJ0406", zh: "这一支永远用不上", en: "this arm is never used",
    why: Words(
      zh: "各支从上到下取第一支，前面的各支已经管到它的全部情形。请调整顺序、收窄前面的，或删去这一支。",
      en:
        "The first arm that holds decides, and earlier arms already take everything this one would. Move it up, narrow the earlier ones, or delete it."
    ),
    example: .script(
      wrong: """
        枚举 等级 { 甲, 乙, 丙 }
        函数 次数(等: 等级) -> 整数 = 分情况 等 {
            甲, 乙 => 1
            乙 => 2
            丙 => 4
        }
        """,
      right: """
        枚举 等级 { 甲, 乙, 丙 }
        函数 次数(等: 等级) -> 整数 = 分情况 等 {
            甲 => 1
            乙 => 2
            丙 => 4
        }
        """))

  public static let idleCatchAll = DiagnosticCode(
    "YJ0407", .warning, zh: "兜底的一条没有东西可管：前面已经写全",
    en: "nothing is left for the catch-all: what stands before it is complete",
    why: Words(
      zh: "前面各条已经管到全部情形，兜底的一条不起作用；以后给枚举加成员时，它反而会把漏写的情形悄悄接住。可以删去。",
      en:
        "What stands before it takes every case, so the catch-all does nothing; and when a member is added to the enumeration later, it would silently take what was forgotten. It can be deleted."
    ),
    example: .script(
      wrong: """
        枚举 等级 { 甲, 乙 }
        函数 次数(等: 等级) -> 整数 = 分情况 等 {
            甲 => 1
            乙 => 2
            否则 => 3
        }
        """,
      right: """
        枚举 等级 { 甲, 乙 }
        函数 次数(等: 等级) -> 整数 = 分情况 等 {
            甲 => 1
            乙 => 2
        }
        """))

  /// What is not decided.
  public static let undecidedCoverage = DiagnosticCode(
    "YJ0408", .warning, zh: "没能判定：{0}", en: "not decided: {0}",
    why: Words(
      zh: "条件的组合太多，或者用到了文本的先后，检查在限额内得不出结论。它不等于没有问题：请把表拆成几张，或用 _ 兜底，使结论能够得出。",
      en:
        "There are too many combinations of conditions, or they use the order of texts, so the check reached no conclusion within its budget. That does not mean that all is well: split the table, or end it with a catch-all."
    ),
    example: .situation(
      Words(
        zh: "一张三十列、上百条规则而没有兜底规则的判定。",
        en: "A table of thirty columns and hundreds of rules without a catch-all.")))
}
