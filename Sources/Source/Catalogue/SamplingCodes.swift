/// The arithmetic of samples, YJ0550–0599: what a plan alone decides. What the numbers of the
/// registry decide is found by the draw, YJ07xx.
extension DiagnosticCode {
  static let samplingCodes: [DiagnosticCode] = [
    strataGap, strataAboveOverall, strataBelowOverall, overallBoundsContradict,
    rangeReversed, certainZero, onlyWithoutRemainder, pointlessThreshold, thresholdBelowCount,
    strataOverlap, idleInclude, armOutsideScope,
  ]

  /// What is missing.
  public static let strataGap = DiagnosticCode(
    "YJ0550", zh: "抽查的分层没有写全，缺：{0}", en: "the strata are not complete; missing: {0}",
    why: Words(
      zh: "抽查要对名录里的每个对象都说明抽多少；落在各层之外的对象会悄悄不被检查。请补上缺的层，或用“否则”兜底；确实不查的，用“排除”写明。",
      en:
        "A sample must say for every object of the registry how many are drawn; objects outside all strata would silently never be inspected. Add the missing strata or an arm otherwise; say with exclude what is not to be inspected."
    ),
    example: samplingExample(
      wrong: """
        甲 => 5%
        乙 => 10%
        """,
      right: """
        甲 => 5%
        乙 => 10%
        丙 => 全部
        """))

  /// What the strata give at least, the overall bound.
  public static let strataAboveOverall = DiagnosticCode(
    "YJ0551", zh: "各层合起来至少 {0}，总体却不超过 {1}",
    en: "the strata give at least {0} together, but the overall bound is at most {1}",
    why: Words(
      zh: "各层的下限和总体的上限互相矛盾：不论各层有多少对象，都不可能同时做到，所以不用等到抽取就能报出来。",
      en:
        "The lower bounds of the strata and the upper bound over all of them exclude each other whatever the strata hold, so there is no need to wait for a draw to find out."
    ),
    example: samplingExample(
      wrong: """
        甲 => 不少于 30%
        乙, 丙 => 全部
        总体 不超过 20%
        """,
      right: """
        甲 => 不少于 5%
        乙, 丙 => 全部
        总体 不超过 20%
        """))

  /// What the strata give at most, the overall bound.
  public static let strataBelowOverall = DiagnosticCode(
    "YJ0552", zh: "各层合起来至多 {0}，总体却不少于 {1}",
    en: "the strata give at most {0} together, but the overall bound is at least {1}",
    why: Words(
      zh: "各层的上限和总体的下限互相矛盾：不论各层有多少对象，合起来都到不了总体的下限。",
      en:
        "The upper bounds of the strata and the lower bound over all of them exclude each other: whatever the strata hold, together they do not reach it."
    ),
    example: samplingExample(
      wrong: """
        甲 => 5%
        乙, 丙 => 5%
        总体 不少于 10%
        """,
      right: """
        甲 => 5%
        乙, 丙 => 不少于 5%
        总体 不少于 10%
        """))

  /// The lower bound, the upper bound.
  public static let overallBoundsContradict = DiagnosticCode(
    "YJ0553", zh: "总体的两个界限矛盾：不少于 {0}，又不超过 {1}",
    en: "the overall bounds exclude each other: at least {0} and at most {1}",
    why: Words(
      zh: "没有一个数能同时满足总体的两个界限。请改正其中一个，或写成一个范围。",
      en: "No number meets both overall bounds. Correct one of them, or write one range."),
    example: samplingExample(
      wrong: """
        甲, 乙, 丙 => 不少于 5%
        总体 不少于 30%
        总体 不超过 20%
        """,
      right: """
        甲, 乙, 丙 => 不少于 5%
        总体 20%..30%
        """))

  public static let rangeReversed = DiagnosticCode(
    "YJ0554", zh: "范围的下限 {0} 大于上限 {1}", en: "the range starts at {0}, above its end {1}",
    why: Words(
      zh: "范围先写小的，后写大的；反过来写的范围里没有任何数，抽不出样本。",
      en:
        "A range is its smaller end, then its greater one; the other way round it holds no number."
    ),
    example: samplingExample(
      wrong: """
        甲 => 30%..10%
        乙, 丙 => 10%
        """,
      right: """
        甲 => 10%..30%
        乙, 丙 => 10%
        """))

  public static let certainZero = DiagnosticCode(
    "YJ0555", zh: "这个定额总是 0", en: "this quota is always 0",
    why: Words(
      zh: "定额为 0 的一层，对象再多也一户不查。这多半是漏写或写错；确有此意时，用“排除”写明不查的对象，或写“允许为零”。",
      en:
        "A stratum with a quota of 0 is never inspected, however many objects it holds. That is mostly a slip; if it is meant, say with exclude what is not inspected, or write allow zero."
    ),
    example: samplingExample(
      wrong: """
        甲 => 0%
        乙, 丙 => 10%
        """,
      right: """
        甲 => 0%
        乙, 丙 => 10%
        允许为零
        """))

  /// The ratio.
  public static let onlyWithoutRemainder = DiagnosticCode(
    "YJ0556", .warning, zh: "上下限都是 {0}，只有各层对象数恰好整除时才同时成立",
    en: "both bounds are {0}: they hold together only where the numbers come out even",
    why: Words(
      zh: "下限进一取整、上限舍去取整，两者相等时，只要有一处不能整除，进一以后就超出上限，抽取就会报错。",
      en:
        "A lower bound rounds up and an upper bound rounds down. If both are the same ratio, one number that does not come out even is enough for the draw to fail."
    ),
    example: samplingExample(
      wrong: """
        甲, 乙 => 不少于 20%
        丙 => 不少于 20%
        总体 不超过 20%
        """,
      right: """
        甲, 乙 => 不少于 20%
        丙 => 不少于 20%
        总体 不超过 25%
        """))

  /// The condition as it would be written.
  public static let pointlessThreshold = DiagnosticCode(
    "YJ0557", .warning, zh: "“{0}”不起作用", en: "'{0}' has no effect",
    why: Words(
      zh: "少于 1 户就是没有对象；而本来就全部抽的，也不需要再写“全部 当 少于”。",
      en: "Fewer than one object is none at all; and where all are taken anyway it adds nothing."),
    example: samplingExample(
      wrong: """
        甲, 乙, 丙 => 5%, 全部 当 少于 1户
        """,
      right: """
        甲, 乙, 丙 => 5%, 全部 当 少于 5户
        """))

  /// The first population in between, the last one, the count wanted.
  public static let thresholdBelowCount = DiagnosticCode(
    "YJ0558", .warning, zh: "对象有 {0} 到 {1}时，既不全部抽取，又不够 {2}",
    en: "for {0} to {1} neither all are taken nor are there {2}",
    why: Words(
      zh: "“全部 当 少于”是为对象不够时写的；它的户数小于要抽的户数，中间的情形抽取时就会报错。",
      en:
        "The threshold is there for strata with too few objects; as it is below the number to be drawn, a draw fails for what lies in between."
    ),
    example: samplingExample(
      wrong: """
        甲, 乙, 丙 => 20户, 全部 当 少于 5户
        """,
      right: """
        甲, 乙, 丙 => 20户, 全部 当 少于 20户
        """))

  /// An object that two arms take.
  public static let strataOverlap = DiagnosticCode(
    "YJ0559", .warning, zh: "两层都管到：{0}；抽取时归入先写的一层",
    en: "two strata take {0}: it goes to the one written first",
    why: Words(
      zh: "每个对象只归一层：从上到下第一个管到它的。两层重叠时，后一层的对象比写出来的少，看的人容易算错；多半是界限写错了。请收窄其中一层；其余的都归一层时，用“否则”。",
      en:
        "An object belongs to one stratum, the first that takes it. Where two overlap, the later one holds fewer objects than it says, which a reader easily misses; mostly a limit is wrong. Narrow one of them; for all the rest, end with an arm otherwise."
    ),
    example: .script(
      wrong: PlanExample.plan(
        sample: "抽查 按 人数 {\n        <= 100 => 5%\n        >= 100 => 全部\n    }"),
      right: PlanExample.plan(
        sample: "抽查 按 人数 {\n        <= 100 => 5%\n        > 100 => 全部\n    }")))

  public static let idleInclude = DiagnosticCode(
    "YJ0578", .warning, zh: "满足这条必查的对象一户也查不到",
    en: "no object that must be included by this can be drawn",
    why: Words(
      zh: "先看计划的对象和“排除”，再看“必查”：被排除的，必查也不会抽中。两条写反了、或条件一样时，必查就落空。请改其中一条；必须检查的，不要排除。",
      en:
        "The plan's scope and its exclusions come before must-include clauses: what is excluded is not drawn even if it must be included. Correct one of the two."
    ),
    example: .script(
      wrong: PlanExample.plan(
        sample: "抽查 10% {\n        必查 人数 > 1000\n        排除 人数 > 500\n    }"),
      right: PlanExample.plan(
        sample: "抽查 10% {\n        必查 人数 > 1000\n        排除 人数 < 5\n    }")))

  public static let armOutsideScope = DiagnosticCode(
    "YJ0579", .warning, zh: "这一支管的对象不在计划之内",
    en: "this arm is for objects that the plan is not about",
    why: Words(
      zh: "计划的“对象 … 其中 …”已经把它们除外，这一支永远没有对象。请删去这一支，或改计划的条件。",
      en:
        "The plan's condition leaves them out, so no object ever comes here. Delete the arm, or correct the condition."
    ),
    example: .script(
      wrong: PlanExample.plan(
        scope: " 其中 信用 <= C",
        sample: "抽查 按 信用 {\n        A, B => 5%\n        C => 10%\n        D => 全部\n    }"),
      right: PlanExample.plan(
        scope: " 其中 信用 <= C",
        sample: "抽查 按 信用 {\n        A, B => 5%\n        C => 10%\n    }")))

  /// A plan around the clauses of a sample by a grade of 甲, 乙 or 丙.
  static func samplingExample(wrong: String, right: String) -> Example {
    func script(_ clauses: String) -> String {
      let indented = clauses.split(separator: "\n").map { "        " + $0 }
      return """
        部门 教育局
        枚举 等级 { 甲, 乙, 丙 }
        名录 学校 {
            主键 代码: 文本
            评定: 等级
        }
        计划 学校检查 {
            期间 2026-03-01 至 2026-11-30
            牵头 教育局
            对象 学校
            抽查 按 评定 {
        \(indented.joined(separator: "\n"))
            }
        }
        """
    }
    return .script(wrong: script(wrong), right: script(right))
  }
}
