import Quantities
import Runtime
import Source
import Store
import Synchronization
import Testing

/// Functions that the embedding program lends to a script.
@Suite struct HostTests {
  private struct Refusal: Error, CustomStringConvertible {
    let description = "查不到"
  }

  private let hosts = [
    HostFunction("分数", parameters: [.text, .integer], result: .integer) { values in
      guard case .text(let key) = values[0], case .integer(let base) = values[1] else {
        throw Refusal()
      }
      if key == "bad" { throw Refusal() }
      return .integer(base + Int64(key.utf8.count))
    },
    HostFunction("备注", parameters: [.optional(.text)], result: .optional(.text)) { $0[0] },
    HostFunction("谎报", parameters: [], result: .integer) { _ in .text("不是整数") },
  ]

  private func bench(_ text: String) -> Bench {
    Bench(
      """
      名录 食堂 { 主键 代码: 文本 ; 人数: 整数 ; 电话: 文本? }
      函数 够格(代码: 文本, 人数: 整数) -> 布尔 = 分数(代码, 人数) > 10
      \(text)
      """, hosts: hosts)
  }

  private let csv = "代码,人数,电话\na,1,110\nbb,9,\nccc,20,120\n"

  @Test(arguments: [
    ("显示 分数(\"abc\", 2)", Value.integer(5)),
    ("显示 食堂 其中 分数(代码, 人数) > 10 数", .integer(2)),
    ("显示 食堂 其中 够格(代码, 人数) 数", .integer(2)),
    ("显示 食堂 其中 人数 > 5 且 分数(代码, 人数) > 11 数", .integer(1)),
    ("显示 食堂 合计 分数(代码, 人数) * 2", .integer(72)),
    ("显示 食堂 其中 备注(电话) == 无 数", .integer(1)),
    ("显示 [\"x\", \"bad\"] 其中 它 != \"bad\" 且 分数(它, 1) == 2 数", .integer(1)),
  ])
  func calls(_ show: String, _ expected: Value) throws {
    let bench = bench(show)
    #expect(bench.script.diagnostics.isEmpty, "\(bench.rendered(bench.script.diagnostics))")
    bench.give("食堂", csv)
    #expect(try bench.session.shows().map(\.value) == [expected])
  }

  @Test(arguments: [
    ("显示 分数(\"bad\", 2)", "YJ0830"), ("显示 谎报()", "YJ0830"),
    ("显示 [\"x\", \"bad\"] 其中 分数(它, 1) > 0 数", "YJ0830"),
    ("显示 分数(1, 2)", "YJ0301"), ("显示 分数(\"a\")", "YJ0330"), ("显示 没有(1)", "YJ0201"),
  ])
  func mistakes(_ show: String, _ code: String) {
    #expect(codes { _ = try bench(show).session.shows() } == [code])
  }

  /// A draw records which functions it needs, and cannot be verified without them.
  @Test func drawsNameThem() throws {
    let bench = bench(
      """
      部门 局
      计划 抽 {
          期间 2026-01-01 至 2026-12-31
          牵头 局
          对象 食堂 其中 够格(代码, 人数)
          抽查 50%
      }
      """)
    bench.give("食堂", csv)
    let day = CivilDate("2026-02-02") ?? .minimum
    let drawn = try bench.session.draw(DrawRequest(plan: "抽", on: day, seed: "s"))
    #expect(drawn.result.inScope == 2 && drawn.result.drawn.count == 1)
    let document = try JSONValue(parsing: drawn.manifest)
    #expect(document["hostFunctions"] == ["分数"])
    #expect(
      codes {
        _ = try verify(manifest: drawn.manifest, registry: ("食堂.csv", Array(csv.utf8)))
      } == ["YJ0744"])
  }
}
