import Engine
import Import
import Quantities
import Runtime
import Source
import Store
import TestSupport
import Testing

@testable import Runtime

/// Plans of several scripts together, against numbers worked out in another way.
@Suite struct PortfolioTests {
  // MARK: Odds

  /// Every combination of outcomes, one by one.
  private func enumerated(_ limit: Int64, _ chances: [VisitOdds.Chance]) -> Double {
    // Cutting points of each group of common tickets, and what lies between two of them.
    let groups = Dictionary(grouping: chances, by: \.tickets).values
    var odds: [(Double, Int64)] = [(1, 0)]
    for group in groups {
      let unit = Double(PlanShare.State.certainty)
      let cuts =
        ([0, unit]
        + group.flatMap { [Double($0.lowest), Double($0.lowest + $0.probability)] }).sorted()
      var next: [(Double, Int64)] = []
      for (low, high) in zip(cuts, cuts.dropFirst()) where high > low {
        let visits = group.filter {
          Double($0.lowest) <= low && Double($0.lowest + $0.probability) >= high
        }.reduce(0) { $0 + $1.visits }
        for (probability, sum) in odds {
          next.append((probability * (high - low) / unit, sum + visits))
        }
      }
      odds = next
    }
    return odds.filter { $0.1 > limit }.reduce(0) { $0 + $1.0 }
  }

  @Test func oddsAreThoseOfAllCombinations() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      var chances = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        VisitOdds.Chance(
          probability: [
            0, PlanShare.State.certainty, UInt64.random(in: 0...(1 << 32), using: &random),
          ]
          .randomElement(using: &random) ?? 0,
          visits: Int64.random(in: 1...4, using: &random),
          tickets: ["甲", "乙", "丙"][Int.random(in: 0...2, using: &random)])
      }
      // Some lie above others.
      for index in chances.indices where index.isMultiple(of: 2) {
        chances[index].lowest = (PlanShare.State.certainty - chances[index].probability) / 2
      }
      let limit = Int64.random(in: 0...8, using: &random)
      let found = Double(VisitOdds.above(limit, chances)) / Double(PlanShare.State.certainty)
      #expect(abs(found - enumerated(limit, chances)) < 1e-6)
    }
  }

  // MARK: Classes and keys

  @Test func classesKeepEveryValue() {
    var random = SplitMix64(seed: 11)
    for objects in [0, 1, 7, 400] {
      let limits = [2, 3, 70_000, 1, 5]
      let columns = limits.map { limit in
        (0..<objects).map { _ in Int32.random(in: 0..<Int32(limit), using: &random) }
      }
      var classes = ObjectClasses(objects: objects)
      for (column, limit) in zip(columns, limits) { classes.divide(by: column, limit: limit) }
      let all = classes.all()
      #expect(all.reduce(0) { $0 + $1.size } == objects)
      #expect(Set(all.map(\.values)).count == all.count)
      for object in 0..<objects {
        let group = all[Int(classes.ofObjects[object])]
        #expect(group.values == columns.map { $0[object] })
        #expect(group.firstObjects.count == min(3, group.size))
        #expect(
          group.firstObjects.allSatisfy { classes.ofObjects[$0] == classes.ofObjects[object] })
        #expect(group.firstObjects[0] <= object)
      }
    }
  }

  @Test func keysOfSeveralRegistriesAreMerged() {
    func column(_ keys: [String]) -> TextColumn {
      var builder = TextColumnBuilder()
      for key in keys { builder.append(key) }
      return builder.finish()
    }
    let space = KeySpace([("甲", column(["a", "c", "d"])), ("乙", column(["b", "c", "e", "f"]))])
    #expect(space.count == 6)
    #expect((0..<6).map { space.key(of: $0) } == ["a", "b", "c", "d", "e", "f"])
    #expect(space.object(ofRow: 1, in: "甲") == space.object(ofRow: 1, in: "乙"))
    #expect(space.row(of: "e", in: "乙") == 2)
    #expect(space.row(of: "e", in: "甲") == nil)
  }

  // MARK: Reviews

  /// Twenty objects of level 4 are certain to be drawn by both plans; of the others each plan draws
  /// a tenth.
  @Test func certainAndExpectedVisitsAreAddedUp() throws {
    let sample = "抽查 按 等级 { 4 => 全部; 否则 => 10% }"
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "频次 2次/年\n \(sample)"),
      Portfolios.plan("乙", "县局", "频次 1次/年\n \(sample)"),
      "检查上限 合计 { 部门 市局, 县局; 合计 2次/年 }\n检查上限 市级 { 部门 市局; 各 1次/年; 合计 1次/年 }",
    ])
    let review = try portfolio.review(over: Portfolios.store(portfolio, 100))
    #expect(review.years == [2026])
    #expect(review.plans.map(\.drawn) == [28, 28])
    #expect(review.plans.map(\.certain) == [20, 20])
    let cap = try #require(review.caps.first)
    #expect(cap.over == 20 && cap.mayBeOver == 80 && cap.visited == 100)
    // 80 objects, each drawn by both with 0.1 × 0.1.
    #expect(cap.expectedOver.text == "0.8")
    #expect(cap.examples.first?.key == "k1004")
    #expect(cap.examples.first?.visits == 3 && cap.examples.first?.limit == 2)
    // One plan alone is above the other cap, for whomever it draws.
    #expect(review.caps[1].over == 20 && review.caps[1].expectedOver.text == "8")
    // 20 objects are certain to be shared, and 80 × 0.01 of the others; together one visit less each.
    let merge = try #require(review.merges.first)
    #expect(merge.shared.text == "20.8" && merge.saved.text == "20.8")
    #expect(merge.savedIfCoordinated?.text == "28")
    #expect(review.diagnostics.map(\.code.number) == ["YJ0760", "YJ0761", "YJ0760", "YJ0761"])
  }

  /// A recorded draw is what it is; a later one of the same plans too.
  @Test func recordedDrawsReplaceExpectations() throws {
    let texts = [
      Portfolios.plan("甲", "市局", "抽查 50%"), Portfolios.plan("乙", "县局", "抽查 40%"),
      "检查上限 合计 { 部门 市局, 县局; 合计 1次/年 }",
    ]
    let (portfolio, _) = try Portfolios.portfolio(texts)
    let store = try Portfolios.store(portfolio, 60)
    var drawn: [Set<String>] = []
    for (index, name) in ["甲", "乙"].enumerated() {
      let session = Session(portfolio.scripts[index], store: store)
      let day = try #require(CivilDate("2026-02-03"))
      drawn.append(
        Set(
          try session.draw(DrawRequest(plan: name, on: day, seed: "种子 \(index)")).result.drawn.map(
            \.key)))
      if index == 0 {
        // Of 30 that are drawn the other plan takes 40%.
        let half = try #require(try portfolio.review(over: store).caps.first)
        #expect(half.mayBeOver == 30 && half.expectedOver.text == "12")
      }
    }
    let both = drawn[0].intersection(drawn[1])
    let review = try portfolio.review(over: store)
    let cap = try #require(review.caps.first)
    #expect(cap.over == both.count && cap.mayBeOver == 0)
    #expect(cap.examples.map(\.key) == Array(both.sorted().prefix(3)))
    #expect(review.merges.first?.shared.text == "\(both.count)")
    #expect(review.merges.first?.savedIfCoordinated == nil)
    #expect(review.plans.first?.basis == .drawn(on: "2026-02-03", event: 1, gone: 0))
  }

  /// Plans of one group draw the same objects as far as their ratios allow, so that more of them
  /// are visited twice, and could be visited once.
  @Test func commonTicketsMeet() throws {
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "协同组 \"一件事\"\n 抽查 30%"),
      Portfolios.plan("乙", "县局", "协同组 \"一件事\"\n 抽查 20%"),
    ])
    let merge = try #require(
      try portfolio.review(over: Portfolios.store(portfolio, 50)).merges.first)
    #expect(merge.shared.text == "10" && merge.saved.text == "10")
    #expect(merge.savedIfCoordinated == nil)
  }

  @Test func jointBoundsAreDecidedByTheData() throws {
    let joint = { (bound: String) in
      [
        Portfolios.plan("甲", "市局", "抽查 10户"),
        Portfolios.plan("乙", "县局", "抽查 按 等级 { 4 => 全部; 否则 => 不超过 5% }"),
      ].joined() + "统筹 两级 { 计划 甲, 乙; \(bound) }"
    }
    let verdicts: [(String, Bool?, Int)] = [
      ("合计 不少于 30%", true, 340), ("合计 不少于 35%", false, 340), ("合计 不超过 34%", true, 340),
      ("合计 不少于 34户", true, 340), ("覆盖 不少于 10%", nil, 316),
    ]
    for (bound, holds, share) in verdicts {
      let (portfolio, _) = try Portfolios.portfolio([joint(bound)])
      let review = try portfolio.review(over: Portfolios.store(portfolio, 100))
      let found = try #require(review.joints.first)
      #expect(found.holds == holds, "\(bound)")
      #expect(found.thousandths == share, "\(bound)")
      #expect(review.diagnostics.map(\.code.number) == (holds == false ? ["YJ0763"] : []))
    }
  }

  /// An object that must be included for a reason that the cap excepts is visited beside the cap;
  /// so is none that is included for another reason.
  @Test(arguments: ["", "参数 未用: 整数 = 1\n "])
  func reasonsThatACapExceptsDoNotCount(_ parameter: String) throws {
    let include = "\(parameter)抽查 10% { 必查 等级 == 4 理由 \"投诉举报\"; 必查 等级 == 3 理由 \"媒体曝光\" }"
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "频次 2次/年\n 抽查 10%\n"),
      Portfolios.plan("乙", "县局", "频次 2次/年\n \(include)"),
      "检查上限 上限 { 部门 县局; 各 1次/年; 例外 \"投诉举报\" }",
    ])
    // The frequency alone is above the cap, and so is every visit that counts: to level 3, and to
    // some of levels 0 to 2.
    let cap = try #require(try portfolio.review(over: Portfolios.store(portfolio, 100)).caps.first)
    #expect(cap.over == 20 && cap.mayBeOver == 60 && cap.visited == 100)
    #expect(cap.examples.first?.key == "k1003")
  }

  /// Departments of one level are counted together, and objects by the frequency that fits them.
  @Test func levelsAndFrequenciesByStratum() throws {
    let levels = "部门 省局 { 级别 省级 }\n部门 省所 { 隶属 省局 }\n"
    let frequency = "频次 按 等级 { 4 => 3次/年; 否则 => 1次/年 }\n 抽查 全部"
    let (portfolio, _) = try Portfolios.portfolio([
      levels
        + Portfolios.plan("甲", "省局", frequency) + Portfolios.plan("乙", "省所", "抽查 全部")
        + "检查上限 上限 { 部门 省局, 省所; 各级 3次/年; 各 3次/年 }"
    ])
    let review = try portfolio.review(over: Portfolios.store(portfolio, 50))
    let cap = try #require(review.caps.first)
    #expect(cap.over == 10 && cap.mayBeOver == 0)
    let example = try #require(cap.examples.first)
    #expect(example.terms.map(\.visits) == [3, 1] && example.limit == 3)
    #expect(example.body == Words(zh: "省级", en: "provincial"))
  }

  /// Whom the draw prefers is drawn first, and layers are visits.
  @Test func preferredObjectsAndLayersAreKnown() throws {
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "抽查 20% { 优先 等级 == 4 }"),
      Portfolios.plan("乙", "县局", "抽查 全部, 再 30%"),
      "检查上限 市级 { 部门 市局; 各 2次/年 }\n检查上限 县级 { 部门 县局; 各 1次/年 }",
    ])
    let review = try portfolio.review(over: Portfolios.store(portfolio, 100))
    #expect(review.plans[0].certain == 20 && review.plans[0].drawn == 20)
    #expect(review.caps[1].over == 0 && review.caps[1].mayBeOver == 100)
    // Who must be included may get a further visit as well.
    let (included, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "抽查 20%, 再 10% { 必查 等级 == 4 计入 }"),
      "检查上限 市级 { 部门 市局; 各 1次/年 }",
    ])
    let cap = try included.review(over: Portfolios.store(included, 100)).caps.first
    #expect(cap?.over == 0 && cap?.mayBeOver == 20)
    let session = Session(portfolio.scripts[1], store: try Portfolios.store(portfolio, 100))
    let day = try #require(CivilDate("2026-02-03"))
    _ = try session.draw(DrawRequest(plan: "乙", on: day, seed: "s"))
    let drawn = try portfolio.review(over: session.store)
    #expect(drawn.caps[1].over == 30 && drawn.caps[1].mayBeOver == 0)
  }

  @Test func plansOfOtherScriptsAreSeen() throws {
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "抽查 10%\n 不再单独检查"), Portfolios.plan("乙", "市局", "频次 3次/年\n 抽查 10%"),
      "检查上限 市级 { 部门 市局; 各 2次/年 }",
    ])
    #expect(portfolio.diagnostics.map(\.code.number) == ["YJ0596", "YJ0597"])
  }

  @Test func aPlanThatCannotBeDrawnIsLeftOut() throws {
    let (portfolio, _) = try Portfolios.portfolio([
      Portfolios.plan("甲", "市局", "抽查 200户"), Portfolios.plan("乙", "县局", "抽查 10%"),
    ])
    let review = try portfolio.review(over: Portfolios.store(portfolio, 100))
    #expect(review.plans.map(\.name) == ["乙"])
    #expect(review.diagnostics.map(\.code.number) == ["YJ0762"])
    let empty = try portfolio.review(over: MemoryStore())
    #expect(empty.plans.isEmpty && empty.diagnostics.map(\.code.number) == ["YJ0762", "YJ0762"])
  }
}
