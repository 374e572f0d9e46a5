import Quantities
import Runtime
import Source
import Testing

/// Working days that a plan gives as shares only.
@Suite struct CapacityShareTests {
  private func available(_ lines: String, persons: Int = 18) throws -> [Int64] {
    let bench = Bench(
      """
      使用 标准.日历.中国
      部门 市监局
      名录 企业 { 主键 代码: 文本 }
      计划 检查 {
          期间 2026-01-01 至 2026-12-31
          牵头 市监局
          对象 企业
          力量 市监局 \(persons)人 { \(lines); 每户 2工作日 }
          抽查 50%
      }

      """)
    #expect(!bench.script.hasErrors, "\(bench.rendered(bench.script.diagnostics))")
    bench.give("企业", "代码\n" + (0..<10).map { "k\($0)\n" }.joined())
    let date = try #require(CivilDate("2026-04-01"))
    let drawn = try bench.session.draw(DrawRequest(plan: "检查", on: date, seed: "s"))
    // The load rests on the calendar's year.
    #expect(drawn.result.calendars.map(\.name) == ["法定工作日"])
    return drawn.result.loads.map(\.available)
  }

  /// 248 working days in 2026, 4,464 of 18 inspectors.
  @Test(arguments: [
    // 959.76, of which 959 are there.
    ("其他执法 占 51.0%; 非执法 占 27.5%; 监督检查 占 21.5%", 959),
    ("监督检查 占 21.5%", 959), ("监督检查 959工作日 占 21.5%", 959),
    // 2276.64 and 1227.6 are 2277 and 1228.
    ("其他执法 占 51.0%; 非执法 占 27.5%", 959),
    ("其他执法 2276工作日 占 51.0%; 非执法 占 27.5%", 960),
  ])
  func daysOfShares(_ lines: String, _ days: Int64) throws {
    #expect(try available(lines) == [days])
  }
}
