import Semantics
import Source
import Syntax
import Testing

/// Files that use each other.
@Suite struct ModuleTests {
  /// Checks the last of the named texts with the others as modules.
  private func codes(_ files: [(path: String, text: String)]) -> [String] {
    let trees = files.enumerated().map { index, file in
      let source = SourceFile(id: FileID(Int32(index)), name: file.path, text: file.text)
      return (path: file.path, tree: parse(source))
    }
    let result = check(Array(trees.dropLast()), main: trees[trees.count - 1].tree)
    return trees.flatMap { $0.tree.diagnostics.map(\.code.number) }
      + result.diagnostics.map(\.code.number)
  }

  @Test func namesOfUsedModulesAreVisible() {
    let used = ("甲.乙", "枚举 等级 { 高, 低 }\n函数 反过来(x: 等级) -> 等级 = 若 x == 高 则 低 否则 高")
    #expect(codes([used, ("主", "使用 甲.乙\n显示 反过来(高) == 低")]) == [])
  }

  @Test func useIsNotTransitive() {
    let deep = ("深", "函数 一() -> 整数 = 1")
    let middle = ("中", "使用 深\n函数 二() -> 整数 = 一() + 1")
    #expect(codes([deep, middle, ("主", "使用 中\n显示 二()")]) == [])
    #expect(codes([deep, middle, ("主", "使用 中\n显示 二() + 一()")]) == ["YJ0201"])
  }

  @Test func modulesOutOfReachAreLeftAlone() {
    #expect(codes([("坏", "函数 一() -> 整数 = 无此名"), ("主", "显示 1")]) == [])
    #expect(codes([("坏", "函数 一() -> 整数 = 无此名"), ("主", "使用 坏\n显示 一()")]) == ["YJ0201"])
  }

  @Test func cycles() {
    let files = [("甲", "使用 乙\n函数 一() -> 整数 = 二()"), ("乙", "使用 主\n函数 二() -> 整数 = 三()")]
    #expect(codes(files + [("主", "使用 甲\n函数 三() -> 整数 = 一()")]) == ["YJ0204"])
    let selfish = [("甲", "使用 乙\n函数 一() -> 整数 = 二()"), ("乙", "使用 甲\n函数 二() -> 整数 = 一()")]
    #expect(codes(selfish + [("主", "使用 甲\n显示 一()")]) == ["YJ0205"])
  }

  @Test func twoModulesWithOneName() {
    let files = [("甲", "函数 一() -> 整数 = 1"), ("乙", "函数 一() -> 整数 = 2\n函数 二() -> 整数 = 2")]
    #expect(codes(files + [("主", "使用 甲\n使用 乙\n显示 一() + 二()")]) == ["YJ0203"])
  }

  @Test func testsAndShowsOfModulesStayThere() {
    let used = ("甲", "函数 一() -> 整数 = 1\n测试 \"坏\" { 断言 5 }\n显示 无此名")
    #expect(codes([used, ("主", "使用 甲\n显示 一()")]) == [])
  }

  /// A plan may be based on one of another module: what it inherits means what it means there.
  @Test func plansOfOtherModulesCanBeChanged() {
    let base = (
      "省",
      """
      部门 教育部门
      枚举 等级 { A, B }
      名录 食堂 { 主键 代码: 文本; 级: 等级; 投诉: 整数 }
      函数 要查(投诉: 整数) -> 布尔 = 投诉 > 门槛
      设 门槛 = 5
      计划 省计划 {
          期间 2026-01-01 至 2026-12-31
          牵头 教育部门
          对象 食堂 其中 投诉 >= 0
          抽查 按 级 { A => 5%; B => 10%; 必查 要查(投诉) }
      }
      """
    )
    let own = """
      使用 省
      部门 区教育局
      名录 学校 { 主键 编号: 文本; 投诉: 整数; 级: 等级 }
      计划 区计划 基于 省计划 修改 {
          对象 学校
          代 教育部门 => 区教育局
          抽查 { B => 全部 }
      }
      """
    #expect(codes([base, ("主", own)]) == [])
    #expect(codes([base, ("主", own.replacing("; 级: 等级", with: ""))]) == ["YJ0217"])
    #expect(codes([base, ("主", own.replacing("B => 全部", with: "B => 10%"))]) == ["YJ0586"])
  }

  @Test func usedModulesAreListed() {
    let source = SourceFile(id: FileID(0), name: "x.yj", text: "使用 标准.信用\n使用 甲\n显示 1")
    let used = usedModules(of: parse(source))
    #expect(used.map(\.path) == ["标准.信用", "甲"])
    #expect(used.map { source.text($0.span) } == ["标准.信用", "甲"])
  }
}
