import Quantities
import Runtime
import Semantics
import Source
import Store
import TestSupport
import Testing

@testable import Runtime

/// What plans ask of departments together, and plans that cannot be looked at.
@Suite struct PortfolioDutyTests {
  /// A department's matter of the catalogue.
  private func matter(_ name: String, of department: String) -> String {
    """
    事项 \(name) {
        主体 \(department)
        编码 "01310118000200"
        类别 一般
        依据 《公司法》第一条
    }

    """
  }

  private func plan(
    _ name: String, _ lead: String, _ matter: String, _ clauses: String = "抽查 50%",
    period: String = "2026-01-01 至 2026-12-31"
  ) -> String {
    """
    计划 \(name) {
        期间 \(period)
        牵头 \(lead) { 事项 \(matter) }
        对象 企业
        \(clauses)
    }

    """
  }

  // MARK: What is inspected twice

  /// One thing that two departments inspect at the same objects, in whichever months of the year.
  @Test(arguments: [
    ("2026-01-01 至 2026-12-31", "抽查 50%", "50"), ("2026-01-01 至 2026-03-31", "抽查 50%", "50"),
    ("2025-01-01 至 2025-12-31", "抽查 50%", nil), ("2026-01-01 至 2026-12-31", "抽查 全部", "100"),
    // Each of two rounds takes a half.
    ("2026-01-01 至 2026-12-31", "轮次 每半年\n抽查 50%", "75"),
    ("2026-01-01 至 2026-12-31", "协同组 \"一件事\"\n抽查 50%", nil),
  ])
  func whatIsInspectedTwice(_ period: String, _ clauses: String, _ shared: String?) throws {
    let other = clauses.contains("协同组") ? clauses : "抽查 50%"
    let (portfolio, _) = try Portfolios.portfolio([
      matter("证照检查", of: "市局") + plan("甲", "市局", "证照检查", clauses, period: period)
        + matter("证照核查", of: "县局")
        + plan(
          "乙", "县局", "证照核查", other,
          period: period.hasSuffix("03-31") ? "2026-09-01 至 2026-10-31" : "2026-01-01 至 2026-12-31")
    ])
    let review = try portfolio.review(over: Portfolios.store(portfolio, 200))
    let twice = review.diagnostics.filter { $0.code == .inspectedTwice }
    #expect(twice.map { $0.arguments[3] } == (shared.map { [.text($0)] } ?? []))
    #expect(twice.allSatisfy { $0.arguments[4] == .number(1) })
  }

  /// The items of checklists count where their matters are different ones.
  @Test func itemsAreInspectedTwice() throws {
    let checklist = { (name: String, department: String) in
      """
      检查单 \(name) {
          人员 { 健康证明 "从业人员健康证明有效" 由 \(department) }
          制度 { 其他 "只有\(name)查的" 由 \(department) }
      }

      """
    }
    let plan = { (name: String, lead: String, checklist: String) in
      Portfolios.plan(name, lead, "检查 \(checklist)\n 抽查 全部")
    }
    let (portfolio, _) = try Portfolios.portfolio([
      checklist("食堂", "市局") + plan("甲", "市局", "食堂") + checklist("餐饮", "县局")
        + plan("乙", "县局", "餐饮") + plan("丙", "县局", "餐饮")
    ])
    let review = try portfolio.review(over: Portfolios.store(portfolio, 10))
    let twice = review.diagnostics.filter { $0.code == .inspectedTwice }
    #expect(twice.map { $0.arguments[1] } == [.text("乙"), .text("丙")])
    #expect(twice.allSatisfy { $0.arguments[3] == .text("10") && $0.arguments[4] == .number(1) })
  }

  // MARK: Working days

  /// The days of all plans of a department; an object's own frequency says how many visits it takes.
  @Test func daysOfADepartment() throws {
    let capacity = { (days: Int) in
      "力量 市局 2人 { 监督检查 \(days)工作日; 每户 1工作日 }\n 人员 市局 2人\n"
    }
    let frequency = "频次 按 等级 { 4 => 3次/年; 否则 => 1次/年 }\n"
    let (portfolio, _) = try Portfolios.portfolio([
      // 100 visits by two; 20 objects with three visits and 8 with one; not of the city.
      Portfolios.plan("甲", "市局", capacity(250) + "抽查 50%"),
      Portfolios.plan(
        "乙", "市局", capacity(367) + frequency + "抽查 按 等级 { 4 => 50%; 否则 => 5% }"),
      Portfolios.plan("丙", "县局", "抽查 50%"),
    ])
    let review = try portfolio.review(over: Portfolios.store(portfolio, 200))
    let load = try #require(review.loads.first)
    #expect(review.loads.count == 1 && load.department == "市局" && load.year == 2026)
    #expect(load.parts.map(\.days) == [200, 136] && load.available == 367)
    #expect(review.diagnostics.isEmpty)
    let (tight, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", capacity(300) + "轮次 每半年\n抽查 30%"),
      // A quarter of all, whose arms no ticket tells: at least the cheapest of them.
      Portfolios.plan("乙", "市局", capacity(200) + frequency + "抽查 25%"),
    ])
    let found = try tight.review(over: Portfolios.store(tight, 200))
    #expect(found.loads.first?.parts.map(\.days) == [240, 100])
    let mistake = try #require(found.diagnostics.first { $0.code == .departmentOverloaded })
    #expect(mistake.arguments[2] == .text("340") && mistake.arguments[3] == .text("300"))
  }

  // MARK: Plans that cannot be looked at

  /// A plan without values for its parameters is left out, and told how to come in; a draw gives
  /// them values.
  @Test func aPlanWithoutValuesIsLeftOut() throws {
    let (portfolio, sources) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "参数 比例: 百分比 5%..20%\n 抽查 比例"),
      Portfolios.plan("乙", "县局", "抽查 10%"),
      "检查上限 合计 { 部门 市局, 县局; 合计 1次/年 }",
    ])
    let store = try Portfolios.store(portfolio, 100)
    let review = try portfolio.review(over: store)
    #expect(review.plans.map(\.name) == ["乙"])
    #expect(review.diagnostics.map(\.code) == [.planLeftOut])
    let shown = TerminalRenderer(colour: false).render(
      DiagnosticDocument(review.diagnostics, in: sources, language: .chinese))
    #expect(shown.contains("甲 --set 比例=…") && shown.contains("基于 甲 修改 { 参数 比例 = … }"))
    let session = Session(portfolio.scripts[0], store: store)
    let day = try #require(CivilDate("2026-02-03"))
    _ = try session.draw(
      DrawRequest(plan: "甲", on: day, seed: "s", parameters: ["比例": "20%"]))
    let drawn = try portfolio.review(over: store)
    #expect(drawn.plans.map(\.drawn) == [20, 10])
    #expect(drawn.diagnostics.map(\.code) == [.objectsMayExceedCap])
  }

  /// Whom an earlier round has drawn is not drawn again, so that the last round is known by name.
  @Test func laterRoundsPassOverWhoIsDrawn() throws {
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "轮次 每半年\n 抽查 50% { 不重复 }")
    ])
    let store = try Portfolios.store(portfolio, 100)
    #expect(try portfolio.review(over: store).plans.map(\.certain) == [0, 0])
    let session = Session(portfolio.scripts[0], store: store)
    let day = try #require(CivilDate("2026-02-03"))
    _ = try session.draw(DrawRequest(plan: "甲", on: day, seed: "s"))
    #expect(try portfolio.review(over: store).plans.map(\.certain) == [50, 50])
  }

  // MARK: Visits in a year

  /// A visit that may be made in either of two years is certain in neither.
  @Test(
    arguments: [
      ("1次/2年", "2026-01-01 至 2027-12-31", [0...1, 0...1]),
      ("1次/2年", "2026-07-01 至 2028-06-30", [0...1, 0...1, 1...1]),
      ("2次/年", "2026-01-01 至 2027-12-31", [2...2, 2...2]),
      ("1次/季度", "2026-11-01 至 2027-06-30", [1...1, 2...2]),
      ("1次/5个月", "2026-01-01 至 2027-12-31", [2...3, 2...3]),
      ("不超过 2次/年", "2026-01-01 至 2027-12-31", [0...2, 0...2]),
      ("3次", "2026-01-01 至 2027-12-31", [0...3, 0...3]), ("3次", "2026-01-01 至 2026-12-31", [3...3]),
    ] as [(String, String, [ClosedRange<Int64>])])
  func visitsFallInYears(
    _ frequency: String, _ period: String, _ expected: [ClosedRange<Int64>]
  ) throws {
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "频次 \(frequency)\n 抽查 10%", period: period)
    ])
    let outline = try #require(portfolio.company.plans.first)
    let round = try #require(outline.plan.allRounds.first)
    #expect(outline.years.map { outline.plan.visits(in: $0, of: round.days) } == expected)
  }
}
