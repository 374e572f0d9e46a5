import Engine
import Import
import Quantities
import Runtime
import Semantics
import Source
import Store
import Synchronization
import Testing

/// Every run has limits; reaching one is told, and changes nothing.
@Suite struct LimitTests {
  private let day = CivilDate("2026-03-01") ?? .minimum

  private func bench() -> Bench {
    let bench = Bench(
      Canteens.script("抽查 按 信用 { 否则 => 10% }") + "\n显示 食堂 其中 就餐人数 > 3 合计 近一年投诉\n")
    bench.give("食堂", Canteens.csv(Canteens.rows(3_000)))
    return bench
  }

  private func limited(_ limits: Limits) -> [String] {
    let bench = bench()
    let session = Session(bench.script, store: bench.store, limits: limits)
    let shown = codes { _ = try session.shows() }
    let drawn = codes {
      _ = try session.draw(DrawRequest(plan: "食品安全", on: day, seed: "s"))
    }
    #expect(shown == drawn)
    // Nothing was recorded.
    let history = try? bench.session.history(plan: "食品安全")
    #expect(drawn.isEmpty ? history?.count == 1 : history == [])
    return drawn
  }

  @Test func eachHasItsOwnMessage() {
    #expect(limited(Limits()) == [])
    #expect(limited(Limits(steps: 2_000)) == ["YJ0810"])
    #expect(limited(Limits(memory: 2_000)) == ["YJ0811"])
    #expect(limited(Limits(interruption: { .timeout })) == ["YJ0812"])
    #expect(limited(Limits(interruption: { .cancelled })) == ["YJ0813"])
  }

  /// Functions that call each other twice: 2³⁰ calls are stopped by the steps.
  @Test func expansionIsCounted() {
    var text = "函数 f0(x: 整数) -> 整数 = x + 1\n"
    for level in 1...30 {
      text += "函数 f\(level)(x: 整数) -> 整数 = f\(level - 1)(x) + f\(level - 1)(x + 1)\n"
    }
    let session = { (text: String) in
      Session(Bench(text).script, store: MemoryStore(), limits: Limits(steps: 100_000))
    }
    #expect(codes { _ = try session(text + "显示 f30(1)\n").shows() } == ["YJ0810"])
    #expect(
      codes { _ = try session(text + "显示 [1, 2] 其中 f30(它) > 1\n").shows() } == ["YJ0810"])
  }

  /// Arguments are shared, not copied: a chain that uses its argument twice stays small.
  @Test func argumentsAreShared() throws {
    var text = "函数 f0(x: 整数) -> 整数 = x - x + 1\n"
    for level in 1...40 {
      text += "函数 f\(level)(x: 整数) -> 整数 = f\(level - 1)(若 x > 2 则 x - x else0 x * 1)\n"
        .replacing("else0", with: "否则")
    }
    text += "显示 [1, 2, 3] 其中 f40(它) == 1 数\n"
    let session = Session(Bench(text).script, store: MemoryStore(), limits: Limits(steps: 200_000))
    #expect(try session.shows().map(\.value) == [.integer(3)])
  }

  /// Absence that goes through many levels is bound once at each, not at each for all below.
  @Test(arguments: Nesting.allCases)
  func nestedOptionalsStaySmall(nesting: Nesting) throws {
    let bench = Bench(nesting.script(levels: 40))
    let rows = (0..<3_000).map { "K\($0),\($0 % 3 == 0 ? "" : "\($0)")\n" }.joined()
    bench.give("表", "号,值\n" + rows)
    let session = Session(
      bench.script, store: bench.store, limits: Limits(steps: 30_000_000, memory: 4_000_000))
    #expect(try session.shows().map(\.value) == [.integer(2_000)])
  }

  enum Nesting: String, CaseIterable {
    case branch = "若 x != 无 则 inner(x + 1) 否则 无"
    case arms = "分情况 x { 无 => 无 \n < 0 => inner(0) \n _ => inner(x + 1) }"
    case coalesced = "若 (x ?? inner(0) ?? 0) >= 0 则 inner(x) 否则 无"
    case argument = "inner(若 x != 无 则 x + 1 否则 无)"
    case record = "若 x != 无 则 r(对(a: inner(x), b: x)) 否则 无"
    case equality = "若 (x == 1) == (inner(x) == 无) 则 x 否则 x"

    func script(levels: Int) -> String {
      var text = "名录 表 {\n  主键 号: 文本\n  值: 整数?\n}\n"
      text += "记录 对 {\n  a: 整数?\n  b: 整数?\n}\n函数 r(p: 对) -> 整数? = p.a\n"
      text += "函数 f0(x: 整数?) -> 整数? = x\n"
      for level in 1...levels {
        let body = rawValue.replacing("inner", with: "f\(level - 1)")
        text += "函数 f\(level)(x: 整数?) -> 整数? = \(body)\n"
      }
      return text + "显示 表 其中 f\(levels)(值) != 无 数\n"
    }
  }

  /// A long chain of calls is told to be too deep before the stack ends.
  @Test func depthIsLimited() {
    var text = "函数 f0(x: 整数) -> 整数 = x\n"
    for level in 1...3_000 { text += "函数 f\(level)(x: 整数) -> 整数 = f\(level - 1)(x)\n" }
    let bench = Bench(text + "显示 f3000(1)\n显示 f100(1)\n")
    #expect(codes { _ = try bench.session.shows() } == ["YJ0807"])
    let show = bench.script.program.shows[1]
    #expect(codes { _ = try bench.session.evaluate(show) } == [])
  }

  @Test func testsHaveLimitsToo() {
    let bench = Bench("测试 \"长\" {\n    断言 [1, 2] 全部 它 > 0\n}\n")
    let results = bench.script.runTests(limits: { Limits(steps: 2) })
    #expect(results.map(\.reachedLimit) == [true])
    #expect(results.flatMap(\.diagnostics).map(\.code.number) == ["YJ0810"])
  }

  /// Each test has limits of its own, also while its data is read.
  @Test func limitsOfTestsStartAnew() {
    let test = "{\n    给定 表 取自 \"表.csv\"\n    断言 表 数 > 0户\n}\n"
    let bench = Bench("名录 表 {\n  主键 号: 文本\n}\n测试 \"一\" \(test)测试 \"二\" \(test)")
    let csv = Array(("号\n" + (0..<9_000).map { "K\($0)\n" }.joined()).utf8)
    var made = 0
    let results = bench.script.runTests(
      limits: {
        made += 1
        return made == 1 ? Limits(interruption: { .timeout }) : Limits()
      }, files: { _ in csv })
    #expect(results.map(\.reachedLimit) == [true, false])
    #expect(results.map(\.assertions) == [0, 1])
    #expect(results.flatMap(\.diagnostics).map(\.code.number) == ["YJ0812"])
  }

  /// Places of a percentage are those of its percentage points, for columns and constants alike.
  @Test func percentagesAreRoundedAsWritten() throws {
    let bench = Bench(
      """
      设 常数 = 四舍五入(12.5%, 0)
      显示 常数 == 13%
      显示 四舍五入(12.5%) == 13%
      显示 舍位(12.56% / 1, 1) == 12.5%
      显示 [12.5%, 12.4%] 其中 四舍五入(它, 0) == 13% 数
      显示 [0, 1, 2] 其中 进位(12.341%, 它) == 12.35% 数
      显示 [37] 其中 进位(12.341%, 它) == 12.35% 数

      """)
    #expect(bench.script.diagnostics.isEmpty, "\(bench.rendered(bench.script.diagnostics))")
    let shows = bench.script.program.shows
    let values = try shows.dropLast().map { try bench.session.evaluate($0) }
    #expect(
      values == [.bool(true), .bool(true), .bool(true), .integer(1), .integer(1)])
    #expect(codes { _ = try bench.session.evaluate(shows[5]) } == ["YJ0805"])
  }
}
