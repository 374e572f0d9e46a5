/// The arithmetic of samples: YJ0550–0569 what a plan alone decides, YJ0570–0599 what the numbers
/// of the registry decide.
extension DiagnosticCode {
  static let samplingCodes: [DiagnosticCode] = [strataGap]

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
