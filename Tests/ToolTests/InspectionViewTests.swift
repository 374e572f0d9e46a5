import Foundation
import Testing

/// What is inspected, who does what and what follows, on the command line.
@Suite struct InspectionViewTests {
  private static let script = """
    使用 标准.日历.中国
    日历 本区 基于 法定工作日 { 2026 依据 "区政府通知" { 放假 2026-03-03 } }
    部门 教育局 { 名称 "区教育局" }
    名录 食堂 { 主键 代码: 文本; 人数: 整数 }
    事项 食品检查 { 主体 教育局; 类别 重点; 依据 《食品安全法》第一百一十条 }
    检查单 食堂单 {
        人员 { 健康证明 "健康证明有效" 事项 食品检查 结果 分值 10 当 人数 > 1 }
        设备 { 消毒 "餐具消毒" 由 教育局 }
        环境 不涉及 "集中配餐"
    }
    计划 抽查 {
        期间 2026年3月 至 11月
        完成 抽取后 20工作日
        牵头 教育局 { 事项 食品检查; 职责 "牵头检查"; 商定 2026-01-20 "会议纪要" }
        对象 食堂
        抽查 100%
        检查 食堂单
        发现问题 {
            情形     | 措施   | 责任
            "不合格" | "改正" | 教育局
        }
    }

    """

  @Test func theDrawTellsWhatIsInspected() throws {
    let folder = try Tool.Folder()
    try folder.write("plan.yj", Self.script)
    try folder.write("rows.csv", "代码,人数\na,1\nb,2\nc,3\n")
    let store = ["--store", "sqlite:s.db"]
    let imported = try Tool.run(["import", "plan.yj", "食堂", "rows.csv"] + store, in: folder)
    #expect(imported.status == 0, "\(imported.errors)")
    let draw =
      ["draw", "plan.yj", "抽查", "--on", "2026-03-01", "--seed", "s", "--lang", "zh"] + store
    let drawn = try Tool.run(draw, in: folder)
    #expect(drawn.status == 0, "\(drawn.errors)")
    let lines = drawn.output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    for line in [
      "健康证明 健康证明有效 重点 分值 10 2 户", "消毒 餐具消毒 合格评定 3 户",
      "食堂单不涉及环境：集中配餐", "区教育局 牵头检查 2026-01-20 商定（会议纪要）",
      "发现“不合格” 改正 区教育局",
    ] {
      #expect(lines.contains(line), "\(line)\n\(drawn.output)")
    }
    #expect(drawn.output.contains("、区政府通知"))
    let json = try Tool.run(draw + ["--redraw", "again", "--json"], in: folder).json()
    let items = try #require(json["inspection"] as? [[String: Any]])
    #expect(items.map { $0["category"] as? String } == ["重点", nil])
    #expect(items.map { $0["score"] as? Int } == [10, nil])
    #expect((json["inapplicable"] as? [[String: Any]])?.first?["reason"] as? String == "集中配餐")
    #expect((json["duties"] as? [[String: Any]])?.first?["record"] as? String == "会议纪要")
    #expect((json["measures"] as? [[String: Any]])?.first?["measure"] as? String == "改正")
  }
}
