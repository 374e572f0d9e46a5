import Quantities
import Runtime
import Source
import Store
import TestSupport
import Testing

@testable import Runtime

/// Draws that are not independent: rounds that repeat nobody, plans drawn along with others.
@Suite struct PortfolioDependenceTests {
  private let halves = "轮次 { 2026-03-01 至 2026-06-30; 2026-07-01 至 2026-11-30 }"

  /// Who must be included in the first round is not included in the second, and nobody is drawn in
  /// both.
  @Test func nobodyIsVisitedInTwoRoundsWithoutRepeats() throws {
    let sample = "抽查 10% { 必查 等级 == 4; 不重复 }"
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "\(halves)\n \(sample)"), "检查上限 上 { 部门 市局; 合计 1次/年 }",
    ])
    let store = try Portfolios.store(portfolio, 100)
    let review = try portfolio.review(over: store)
    let cap = try #require(review.caps.first)
    #expect(cap.over == 0 && cap.mayBeOver == 0 && cap.visited == 100)
    #expect(review.plans.map(\.drawn) == [28, 8] && review.plans.map(\.certain) == [20, 0])
    #expect(review.diagnostics.isEmpty)
    // The same where the first round is drawn.
    let day = try #require(CivilDate("2026-03-05"))
    _ = try Session(portfolio.scripts[0], store: store).draw(
      DrawRequest(plan: "甲", on: day, seed: "s"))
    let drawn = try portfolio.review(over: store)
    #expect(drawn.diagnostics.isEmpty && drawn.plans.map(\.drawn) == [28, 8])
  }

  /// Of the eighty each round draws a tenth, and no object is drawn in both: what the other plan
  /// draws is visited twice with 0.2 × 0.1, not with the odds of two independent rounds.
  @Test func roundsWithoutRepeatsExcludeEachOther() throws {
    let found = try ["", "; 不重复"].map { clause in
      let sample = "抽查 10% { 排除 等级 == 4\(clause) }"
      let (portfolio, _) = try Portfolios.portfolio([
        Portfolios.plan("甲", "市局", "\(halves)\n \(sample)"),
        Portfolios.plan("乙", "县局", "抽查 10% { 排除 等级 == 4 }"),
        "检查上限 上 { 部门 市局, 县局; 合计 1次/年 }",
      ])
      let review = try portfolio.review(over: Portfolios.store(portfolio, 100))
      return try #require(review.caps.first?.expectedOver.text)
    }
    // 80 × (0.1 × 0.1 × 3 − 2 × 0.001) and 80 × 0.02.
    #expect(found == ["2.2", "1.6"])
  }

  private func along(_ first: String, cap: String) throws -> PortfolioReview {
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "频次 2次/年\n \(first)")
        + Portfolios.plan("乙", "县局", "频次 2次/年\n 抽查 随 甲"), cap,
    ])
    return try portfolio.review(over: Portfolios.store(portfolio, 100))
  }

  /// Nobody is visited for a plan alone that is drawn along with another.
  @Test func jointVisitsCountOnce() throws {
    let both = "检查上限 上 { 部门 市局, 县局; 合计 2次/年 }"
    let all = try along("抽查 全部", cap: both)
    #expect(all.diagnostics.isEmpty && all.merges.isEmpty && all.caps.first?.visited == 100)
    #expect(all.plans.map(\.certain) == [100, 100])
    // Each department has visits of its own.
    let each = try along("抽查 全部", cap: "检查上限 上 { 部门 市局, 县局; 各 1次/年; 合计 3次/年 }")
    #expect(each.caps.first?.over == 100)
    #expect(each.caps.first?.examples.first?.terms == [.init(plan: "甲", visits: 2)])
    let some = try along("抽查 按 等级 { 4 => 全部; 否则 => 10% }", cap: both)
    #expect(some.diagnostics.isEmpty && some.merges.isEmpty)
    #expect(some.plans.map(\.drawn) == [28, 28] && some.plans.map(\.certain) == [20, 20])
  }

  /// More visits of the plan that goes along are further visits.
  @Test func furtherVisitsOfAPlanThatGoesAlong() throws {
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("乙", "县局", "频次 3次/年\n 抽查 随 甲") + Portfolios.plan("甲", "市局", "抽查 50%"),
      "检查上限 上 { 部门 市局, 县局; 合计 2次/年 }\n检查上限 市 { 部门 市局; 合计 1次/年 }",
    ])
    let review = try portfolio.review(over: Portfolios.store(portfolio, 100))
    #expect(review.caps.map(\.mayBeOver) == [100, 0])
    #expect(review.caps.first?.expectedOver.text == "50")
    #expect(review.caps.first?.examples.first?.visits == 3)
  }

  @Test func aPlanAlongWithOneThatIsLeftOutIsLeftOut() throws {
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "抽查 200户") + Portfolios.plan("乙", "县局", "抽查 随 甲")
    ])
    let review = try portfolio.review(over: Portfolios.store(portfolio, 100))
    #expect(review.plans.isEmpty)
    #expect(review.diagnostics.map(\.code.number) == ["YJ0762", "YJ0762"])
  }

  /// Who is drawn in every round is visited in every round, whatever the registry holds.
  @Test(arguments: [
    ("频次 2次/年\n 轮次 每半年\n 抽查 按 等级 { 4 => 全部; 否则 => 10% }", true),
    ("频次 按 等级 { 4 => 2次/年; 否则 => 1次/年 }\n 轮次 每半年\n 抽查 按 等级 { 4 => 全部; 否则 => 10% }", true),
    ("轮次 每半年\n 抽查 全部", false), ("轮次 每季度\n 抽查 全部", true),
    ("轮次 每季度\n 抽查 10%", false), ("轮次 每季度\n 抽查 全部 { 排除 基准日 > 2026-04-01 }", false),
  ])
  func roundsOfEverybodyAddUp(_ clauses: String, _ isAbove: Bool) throws {
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", clauses), "检查上限 上 { 部门 市局; 合计 2次/年 }",
    ])
    #expect(portfolio.diagnostics.map(\.code.number) == (isAbove ? ["YJ0597"] : []))
  }
}
