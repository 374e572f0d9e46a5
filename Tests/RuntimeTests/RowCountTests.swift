import Runtime
import Source
import Store
import TestSupport
import Testing

/// How many rows of a store gaps and overlaps are about.
@Suite struct RowCountTests {
  private static let registry = """
    枚举 级 有序 { A, B, C }
    名录 场所 {
        主键 代码: 文本
        信用: 级
        投诉: 整数
        未检: 自然日?
        在业: 布尔
    }
    名录 空册 {
        主键 代码: 文本
        投诉: 整数
    }

    """

  /// 60 rows: complaints 0…59, tiers in turn, every fourth never inspected, every tenth closed.
  private static var rows: String {
    (0..<60).reduce("代码,信用,投诉,未检,在业\n") { text, number in
      let days = number % 4 == 0 ? "" : "\(number * 20)"
      return text
        + "k\(100 + number),\(["A", "B", "C"][number % 3]),\(number),\(days),"
        + (number % 10 == 9 ? "否\n" : "是\n")
    }
  }

  private static let mistakes = """
    部门 教育局
    判定 风险(投诉: 整数, 未检: 自然日?) -> 整数 首个 {
        投诉  | 未检  | 结果
        >= 50 | _     | 3
        < 40  | 无    | 2
        < 40  | > 300 | 1
        < 10  | _     | 0
    }
    判定 费率(投诉: 整数) -> 百分比 唯一 {
        投诉    | 结果
        < 10    | 1%
        8..20   | 2%
        > 18    | 3%
    }
    原则 次数(信用: 级, 投诉: 整数) -> 次 = 2次 {
        例外     | 信用 | 投诉 | 结果 | 依据
        "信用差" | C    | _    | 4次  | 《办法》第五条
        "投诉少" | _    | < 6  | 1次  | 《办法》第六条
    }
    函数 等级(场: 整数, 天: 自然日?) -> 整数 = 风险(场 + 1, 天)
    计划 按风险 {
        期间 2026-03-01 至 2026-11-30
        牵头 教育局
        对象 场所 其中 在业
        抽查 按 风险(投诉, 未检) { >= 2 => 全部; < 2 => 10% }
    }
    计划 按范围 {
        期间 2026-03-01 至 2026-11-30
        牵头 教育局
        对象 场所 其中 风险(投诉 * 2, 未检) > 0
        抽查 10%
    }
    计划 缺一层 {
        期间 2026-03-01 至 2026-11-30
        牵头 教育局
        对象 场所 其中 投诉 >= 30
        抽查 按 信用 { A => 5%; B => 10% }
    }
    显示 场所 其中 等级(投诉, 未检) > 1 数
    显示 场所 其中 非 在业 其中 费率(投诉) > 1% 数
    显示 场所 其中 次数(信用, 投诉) > 1次 数
    显示 空册 其中 费率(投诉) > 1% 数
    显示 场所 其中 (分情况 投诉 { < 10 => 真; > 50 => 假 }) 数
    显示 风险(60, 无)

    """

  @Test func counts() throws {
    let bench = Bench(Self.registry + "显示 场所 数 显示 空册 数".replacing(" 显示", with: "\n显示"))
    bench.give("场所", Self.rows)
    let faulty = Bench(Self.registry + Self.mistakes, name: "有错.yj")
    let found = try faulty.script.diagnostics(counting: bench.store)
    try expectGolden(faulty.rendered(found), Fixtures.file("row-counts.expected"))
    #expect(try faulty.script.diagnostics(counting: MemoryStore()) == faulty.script.diagnostics)
  }
}
