/// The rest of a script around the clause that an example is about.
enum PlanExample {
  /// A registry, two departments, and one plan over the registry.
  static func plan(
    name: String = "抽查计划", period: String = "期间 2026-03-01 至 2026-11-30",
    lead: String = "牵头 教育局", others: String = "参与 市场监管局",
    scope: String = "", sample: String = "抽查 10%"
  ) -> String {
    """
    部门 教育局
    部门 市场监管局
    枚举 信用等级 有序 { A, B, C, D }
    名录 食堂 {
        主键 代码: 文本
        信用: 信用等级
        街镇: 文本
        人数: 整数
        面积: 小数
    }
    计划 \(name) {
        \(period)
        \(lead)
        \(others)
        对象 食堂\(scope)
        \(sample)
    }

    """
  }

  /// The plan with one sample clause for each tier of credit.
  static func tiers(_ clauses: String) -> String {
    plan(sample: "抽查 按 信用 {\n        \(clauses)\n    }")
  }

  /// A plan that is based on the other, with changes.
  static func overlay(_ changes: String, with declarations: String = "") -> String {
    plan(sample: "抽查 10% { 必查 人数 > 1000 }") + """
      \(declarations)
      计划 本区抽查 基于 抽查计划 修改 {
          \(changes)
      }
      """
  }

  /// A plan with a parameter, and a call of `抽取`.
  static func parameters(_ call: String) -> String {
    plan(
      others: "参与 市场监管局\n    参数 比例: 百分比 5%..20%", sample: "抽查 比例"
    ) + "显示 \(call) 数\n"
  }
}
