import Quantities
import Runtime
import Source
import Store
import Testing

/// The draw window of a plan, its completion, and the calendars that a draw rests on.
@Suite struct TimesTests {
  private static let script = """
    使用 标准.日历.中国
    日历 本区 基于 法定工作日 {
        2026 依据 "区政府通知" { 放假 2026-03-03 }
        假定 2027 { 放假 2027-01-01 }
    }
    部门 教育局
    名录 食堂 {
        主键 代码: 文本
        上次: 日期
    }
    函数 到期(上次: 日期) -> 日期 = 上次 + 20工作日
    计划 复查 {
        期间 2026年3月 至 11月
        抽取期间 2026年3月 至 4月
        完成 抽取后 5工作日
        牵头 教育局
        对象 食堂 其中 到期(上次) < 2026-06-01
        抽查 50%
    }
    计划 不数工作日 {
        期间 2026年3月 至 11月
        完成 10月底前
        牵头 教育局
        对象 食堂
        抽查 50%
    }

    """
  private static let csv = "代码,上次\na,2026-01-05\nb,2026-02-13\nc,2026-10-09\n"

  private func draw(_ plan: String, on day: String) throws -> RecordedDraw {
    let bench = Bench(Self.script)
    bench.give("食堂", Self.csv)
    let date = try #require(CivilDate(day))
    return try bench.session.draw(DrawRequest(plan: plan, on: date, seed: "一"))
  }

  @Test func calendarsAreInTheManifest() throws {
    let drawn = try draw("复查", on: "2026-04-30")
    #expect(drawn.result.inScope == 2)
    #expect(drawn.result.completeBy?.description == "2026-05-11")
    let calendar = try #require(drawn.result.calendars.first)
    #expect(calendar.name == "本区" && calendar.years == 2023...2027)
    #expect(calendar.assumedYears == [2027] && drawn.result.calendars.count == 1)
    // Each published year has its notice; that of 2026 has the district's own beside it.
    #expect(calendar.notices.map(\.year) == [2023, 2024, 2025, 2026])
    #expect(calendar.notices.last?.text.hasSuffix("、区政府通知") == true)
    let manifest = try JSONValue(parsing: drawn.manifest)
    let told = manifest["calendar"]?.array ?? []
    #expect(told.count == 1 && told[0]["name"] == "本区" && told[0]["assumedYears"] == [2027])
    #expect(told[0]["firstYear"] == 2023 && told[0]["lastYear"] == 2027)
    #expect(
      told[0]["notices"]?.array?.map { $0["text"]?.string } == calendar.notices.map(\.text))
    let registry = ("食堂.csv", Array(Self.csv.utf8))
    #expect(try verify(manifest: drawn.manifest, registry: registry).holds)
    guard case .object(let members) = manifest else {
      Issue.record("a manifest that is no object")
      return
    }
    let forged = JSONValue.object(
      members.map { $0.name == "calendar" ? .init("calendar", .null) : $0 })
    #expect(try !verify(manifest: Array(forged.text().utf8), registry: registry).holds)
  }

  @Test func withoutWorkingDaysThereIsNoCalendar() throws {
    let drawn = try draw("不数工作日", on: "2026-05-01")
    #expect(drawn.result.completeBy?.description == "2026-10-31")
    #expect(drawn.result.calendars == [])
    #expect(try JSONValue(parsing: drawn.manifest)["calendar"] == .null)
  }

  @Test(arguments: [("2026-05-01", "YJ0823"), ("2026-02-28", "YJ0704")])
  func aDrawOutsideOfItsWindowIsRefused(_ day: String, _ code: String) {
    #expect(codes { _ = try draw("复查", on: day) } == [code])
  }
}
