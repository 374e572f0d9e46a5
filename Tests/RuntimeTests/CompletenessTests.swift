import Runtime
import Source
import Testing

/// What several plans lack for one reason.
@Suite struct CompletenessTests {
  private let script = """
    部门 教育局
    部门 市场监管局
    部门 卫健委
    名录 食堂 { 主键 代码: 文本 }
    计划 丙 基于 甲 修改 { 抽查 30%; 频次 2次/年 }
    计划 甲 {
        期间 2026-03-01 至 2026-11-30
        牵头 教育局
        参与 市场监管局
        对象 食堂
        抽查 10%
        公示 20工作日
    }
    计划 乙 基于 甲 修改 {
        参与 卫健委
        抽查 20%
    }
    计划 丁 基于 乙 修改 { 抽查 40% }
    计划 别的 {
        期间 2026-03-01 至 2026-11-30
        牵头 教育局
        对象 食堂
        抽查 10%
    }

    """

  /// Each gap is told once: at the plan where it is to be filled.
  @Test func inheritedGapsAreToldOnce() throws {
    let bench = Bench(script)
    #expect(!bench.script.hasErrors, "\(bench.rendered(bench.script.diagnostics))")
    let lines = bench.script.incompleteness.map { diagnostic -> String in
      let words = diagnostic.arguments.map { $0.text(in: .chinese) }.joined(separator: " ")
      let notes = diagnostic.notes.map { note -> String in
        note.phrase == .alsoInPlans
          ? note.arguments.map { $0.text(in: .chinese) }.joined(separator: " ") : "-"
      }
      return "\(words) | \(diagnostic.related.count) | \(notes.joined(separator: ", "))"
    }
    #expect(
      lines == [
        // The registry's place is the same for all.
        "甲 对象全覆盖 | 1 | 丙、乙、丁、别的 1", "甲 内容全要素 | 0 | -, 丙、乙、丁 1",
        "甲 流程全闭环 | 0 | -, 丙、乙、丁 1",
        // Three about the departments; the frequency is missing in 甲, 乙 and 丁.
        "甲 执法全协同 | 3 | -, 丙 3, 乙、丁 4", "甲 数据全共享 | 1 | 丙、乙、丁、别的 1",
        "甲 结果全公开 | 1 | 丙、乙、丁 1", "乙 执法全协同 | 2 | 丁 2", "别的 内容全要素 | 0 | -",
        "别的 流程全闭环 | 0 | -", "别的 执法全协同 | 1 | -", "别的 结果全公开 | 0 | -",
      ])
  }
}
