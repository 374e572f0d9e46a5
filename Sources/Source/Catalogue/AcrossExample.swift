/// The rest of a script around declarations about several plans.
enum AcrossExample {
  /// Two departments, a registry and two plans of one year over it.
  static func plans(
    _ declarations: String, first: String = "抽查 10%", second: String = "抽查 10%",
    over: String = "对象 机构"
  ) -> String {
    """
    部门 市局
    部门 县局
    名录 机构 {
        主键 代码: 文本
        级别: 文本
        失信: 布尔
    }
    计划 市级抽查 {
        期间 2026-03-01 至 2026-11-30
        牵头 市局
        参与 县局
        对象 机构
        \(first)
    }
    计划 县级抽查 {
        期间 2026-03-01 至 2026-11-30
        牵头 县局
        \(over)
        \(second)
    }
    \(declarations)

    """
  }

  static func cap(_ clauses: String, second: String = "抽查 10%") -> String {
    plans("检查上限 涉企检查 {\n    \(clauses)\n}", second: second)
  }

  static func joint(_ clauses: String, second: String = "抽查 10%") -> String {
    plans("统筹 机构抽查 {\n    \(clauses)\n}", second: second)
  }
}
