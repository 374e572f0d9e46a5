import Engine
import Quantities
import Runtime
import Semantics
import Source
import Store
import Synchronization
import Syntax
import TestSupport
import Testing

/// Which plans an engine draws: what is asked of a store shows that the registry was not read. What
/// is drawn is the same either way.
struct EngineDrawTests {
  enum Way: String {
    case engine, rows
    /// There is no draw.
    case fails
  }

  struct Case: CustomTestStringConvertible {
    let sampling: String
    let way: Way
    var scope = ""
    var more = ""
    var testDescription: String { sampling + scope }

    init(_ sampling: String, _ way: Way = .engine, scope: String = "", more: String = "") {
      (self.sampling, self.way, self.scope, self.more) = (sampling, way, scope, more)
    }
  }

  static let cases = [
    Case("抽查 10%"),
    Case("抽查 按 信用 { 高 => 不少于 5% ; 中 => 7户 ; 低 => 全部 }"),
    Case("抽查 按 信用, 各 街镇 { 高 => 9% ; 否则 => 20% }", scope: "其中 人数 > 20"),
    Case("抽查 按 信用, 均衡 街镇 { 高 => 9% ; 否则 => 20% }"),
    Case("抽查 按 信用 { 否则 => 10% ; 必查 人数 > 95 ; 排除 街镇 == \"莘庄\" }"),
    Case("抽查 按 信用 { 否则 => 不少于 10% ; 必查 人数 > 95 计入 ; 优先 人数 < 10 }"),
    Case("抽查 按 信用 { 否则 => 10%, 其中 (人数 > 50) 不少于 12% }"),
    Case("抽查 按 信用 { 否则 => 10%, 涵盖 街镇 }"),
    Case("抽查 按 信用 { 否则 => 30%, 再 10% }"),
    Case("抽查 按 信用 { 否则 => 5% ; 总体 各 街镇 不少于 5户 }"),
    Case("抽查 30户 { 不重复 }", more: "轮次 每季度"),
    Case("抽查 5% { 排除 12个月内已抽 }", more: "轮次 每季度"),
    Case("抽查 轮查 24个月", more: "轮次 每季度"),
    Case("抽查 5%", more: "轮次 每季度"),
    Case("抽查 5%", scope: "除 名单 按 街镇"),
    Case("抽查 5%", more: "再抽 名单 按 代码 { 50% 允许为零 }"),
    Case("抽查 按 大(人数) { 真 => 50% ; 假 => 5% }"),
    Case("抽查 5%", scope: "除 名单"),
    Case("抽查 随 前案", scope: "其中 人数 > 50"),
    Case("抽查 同 前案"),
    // What is asked of a single object is asked of every row.
    Case("抽查 5%", .rows, scope: "其中 开头为(代码, \"K1\")"),
    Case("抽查 10% { 排除 100 / 人数 < 2 }", .fails),
    Case("抽查 按 信用 { 高 => 1% ; 否则 => 300户 }", .fails),
  ]

  @Test(arguments: cases)
  func isDrawn(_ one: Case) throws {
    let script = ScriptLoader().load(name: "脚本.yj", bytes: Array(Self.script(one).utf8))
    let errors = script.diagnostics.filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(errors.map(\.code.number))")
    let temporary = try TemporaryStore.sqlite()
    let (memory, watched) = (MemoryStore(), WatchedStore(base: temporary.store))
    for store in [memory, watched] as [any Store] { try Self.fill(store, script.program) }
    let plan = try #require(script.program.plans.last)
    for round in plan.allRounds.prefix(3) {
      let request = DrawRequest(plan: "食品安全", on: round.days.from, seed: "福彩 1")
      let expected = DrawOutcome(Session(script, store: memory), request)
      watched.watch.reset()
      let found = DrawOutcome(Session(script, store: watched), request)
      #expect(expected == found, "\(expected.text)\n\(found.text)")
      #expect((found.failure != nil) == (one.way == .fails), "\(found.text)")
      #expect(one.way != .engine || watched.watch.selections("食堂") > 0)
      #expect((watched.watch.scans("食堂") == 0) == (one.way == .engine))
      guard let result = found.result else { continue }
      watched.watch.reset()
      let lists = try ([memory, watched] as [any Store]).map { store in
        try Session(script, store: store).list(of: result, in: .chinese).rows
      }
      #expect(lists[0] == lists[1] && lists[0].count == result.drawn.count)
      #expect(watched.watch.scans("食堂") == 0)
    }
  }

  /// Wherever the run is stopped, that is what is told.
  @Test func stops() throws {
    let one = Case("抽查 5% { 排除 12个月内已抽 }", more: "轮次 每季度")
    let script = ScriptLoader().load(name: "脚本.yj", bytes: Array(Self.script(one).utf8))
    let temporary = try TemporaryStore.sqlite()
    let watched = WatchedStore(base: temporary.store)
    try Self.fill(watched, script.program)
    let rounds = try #require(script.program.plans.last).allRounds
    func request(_ round: Int) -> DrawRequest {
      DrawRequest(plan: "食品安全", on: rounds[round].days.from, seed: "福彩 1")
    }
    // So that the second round has earlier draws to look at.
    _ = try Session(script, store: watched).draw(request(0))
    var outcomes: Set<String> = []
    for patience in 0..<60 {
      let asked = Counter()
      let limits = Limits(interruption: { asked.next() > patience ? .timeout : nil })
      do throws(RunFailure) {
        _ = try Session(script, store: watched, limits: limits).sample(request(1))
        outcomes.insert("drawn")
      } catch {
        outcomes.insert(error.diagnostics.map(\.code.number).joined())
      }
    }
    #expect(outcomes == ["YJ0812", "drawn"])
  }

  private final class Counter: Sendable {
    private let count = Atomic<Int>(0)
    func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
  }

  /// Conditions on what nearly every row has a value of its own of.
  @Test func tooManyCombinations() throws {
    let one = Case("抽查 按 大(人数) { 真 => 5% ; 假 => 10户 }")
    let script = ScriptLoader().load(name: "脚本.yj", bytes: Array(Self.script(one).utf8))
    let temporary = try TemporaryStore.sqlite()
    let (memory, watched) = (MemoryStore(), WatchedStore(base: temporary.store))
    for store in [memory, watched] as [any Store] {
      try Self.fill(store, script.program, count: 65_600, areDistinct: true)
    }
    let day = try #require(CivilDate("2026-03-01"))
    let request = DrawRequest(plan: "食品安全", on: day, seed: "福彩 1")
    let outcomes = ([memory, watched] as [any Store]).map {
      DrawOutcome(Session(script, store: $0), request)
    }
    #expect(outcomes[0] == outcomes[1])
    #expect(outcomes[0].result?.rowCount == 65_600)
    #expect(watched.watch.scans("食堂") == 1 && watched.watch.selections("食堂") == 0)
  }

  private static func script(_ one: Case) -> String {
    """
    部门 教育局
    枚举 等级 有序 { 低, 中, 高 }
    名录 食堂 {
        主键 代码: 文本
        街镇: 文本
        信用: 等级
        人数: 整数
    }
    名录 名单 {
        主键 号: 文本
        街镇: 文本
        代码: 文本
    }
    函数 大(x: 整数) -> 布尔 = x > 90
    计划 前案 {
        期间 2026-03-01 至 2026-11-30
        牵头 教育局
        对象 食堂
        抽查 20%
    }
    计划 食品安全 {
        期间 2026-03-01 至 2026-11-30
        牵头 教育局
        对象 食堂 \(one.scope)
        \(one.more)
        \(one.sampling)
    }
    """
  }

  private static func fill(
    _ store: any Store, _ program: Program, count: Int = 400, areDistinct: Bool = false
  ) throws {
    var random = SplitMix64(seed: 3)
    let towns = ["七宝", "新虹", "浦锦", "莘庄"]
    let schemas = program.registries.map { RegistrySchema($0, program) }
    var canteens = TableBuilder(schemas[0].fields.map(\.kind))
    for index in 0..<count {
      let town = Int.random(in: 0..<4, using: &random)
      _ = canteens.append(utf8: "K\(index * 7 % count)".utf8.span, to: 0)
      _ = canteens.append(utf8: towns[town].utf8.span, to: 1)
      _ = canteens.append(Int64.random(in: 0..<3, using: &random), to: 2)
      let number = areDistinct ? Int64(index) : Int64.random(in: 0..<100, using: &random)
      _ = canteens.append(number, to: 3)
      canteens.endRow()
    }
    var list = TableBuilder(schemas[1].fields.map(\.kind))
    for index in 0..<60 {
      _ = list.append(utf8: "K\(index)".utf8.span, to: 0)
      _ = list.append(utf8: (index % 2 == 0 ? "浦锦" : "外地").utf8.span, to: 1)
      _ = list.append(utf8: "K\(index * 3 % 400)".utf8.span, to: 2)
      list.endRow()
    }
    for (schema, table) in zip(schemas, [canteens, list]) {
      let pending = try store.beginImport(schema)
      #expect(try pending.append(table.finish()).isEmpty)
      _ = try pending.commit(ImportOrigin(name: "made", fileDigest: nil))
    }
  }
}
