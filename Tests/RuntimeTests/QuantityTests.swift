import Quantities
import Runtime
import Source
import Store
import Testing

/// What a draw says of parts, layers, alternatives and capacities, and that it can be verified.
@Suite struct QuantityTests {
  private let day = CivilDate("2026-03-02") ?? .minimum
  private let script = Canteens.script(
    """
    抽查 按 信用, 各 街镇 {
        A => 不少于 每名检查人员 1户 或 10%, 其中 近一年投诉 >= 4 不少于 20%
        B => 50%, 涵盖 近一年投诉, 再 5%
        C, D => 全部, 再 50%, 再 10%
        优先 就餐人数 > 400
    }
    """, more: "力量 市场监管局 3人 { 监督检查 9000工作日; 每户 1工作日 }")

  private func drawn() throws -> (DrawResult, RecordedDraw, String) {
    let bench = Bench(script)
    #expect(bench.script.diagnostics.isEmpty, "\(bench.rendered(bench.script.diagnostics))")
    let csv = Canteens.csv(Canteens.rows(500, seed: 4))
    bench.give("食堂", csv)
    let drawn = try bench.session.draw(DrawRequest(plan: "食品安全", on: day, seed: "一"))
    return (drawn.result, drawn, csv)
  }

  @Test func countsOfParts() throws {
    let (result, _, _) = try drawn()
    let rows = Canteens.rows(500, seed: 4).filter { $0.diners > 0 }
    let byKey = Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0) })
    let drawn = result.drawn.compactMap { object in byKey[object.key].map { (object, $0) } }
    // A: in every town at least 20 % of those with complaints.
    let many = rows.filter { $0.tier == "A" && $0.complaints >= 4 }
    let taken = drawn.filter { $0.1.tier == "A" && $0.1.complaints >= 4 }
    #expect(result.strata[0].parts.map(\.label) == ["近一年投诉 >= 4"])
    #expect(result.strata[0].parts.map(\.population) == [many.count])
    #expect(result.strata[0].parts.map(\.drawn) == [taken.count])
    for town in Set(many.map(\.town)) {
      let wanted = (many.count { $0.town == town } + 4) / 5
      #expect(taken.count { $0.1.town == town } >= wanted)
    }
    // The capacity is not the lead's, but the only one.
    #expect(Set(result.strata[0].cells.compactMap(\.alternative)) == ["不少于 每名检查人员 1户"])
    // B: each number of complaints in every town.
    for town in Set(rows.map(\.town)) {
      let all = rows.filter { $0.tier == "B" && $0.town == town }
      let some = drawn.filter { $0.1.tier == "B" && $0.1.town == town }
      #expect(Set(some.map(\.1.complaints)) == Set(all.map(\.complaints)))
      #expect(some.count { $0.0.layers == 2 } == (all.count + 19) / 20)
    }
    #expect(result.strata[1].parts.map(\.isCovering) == [true])
    // C and D: everybody, half of each town twice, a tenth three times.
    let graver = drawn.filter { $0.1.tier > "B" }
    #expect(graver.count == rows.count { $0.tier > "B" })
    #expect(result.strata[2].layers[0] == graver.count { $0.0.layers >= 2 })
    #expect(result.strata[2].layers[1] == graver.count { $0.0.layers == 3 })
    for town in Set(rows.map(\.town)) {
      let all = graver.filter { $0.1.town == town }
      #expect(all.count { $0.0.layers >= 2 } == (all.count + 1) / 2)
      #expect(all.count { $0.0.layers == 3 } == (all.count + 9) / 10)
      // Those with many diners go first.
      let first = all.filter { $0.0.layers == 3 }.contains { $0.1.diners <= 400 }
      let last = all.filter { $0.0.layers < 3 }.contains { $0.1.diners > 400 }
      #expect(!first || !last)
    }
    let layers = result.drawn.reduce(0) { $0 + Int64($1.layers) }
    #expect(result.visits == layers * 2 * 4)
    #expect(
      result.loads == [
        .init(department: "市场监管局", persons: 3, needed: result.visits * 2, available: 9_000)
      ])
  }

  @Test func manifestHolds() throws {
    let (result, recorded, csv) = try drawn()
    let report = try verify(
      manifest: recorded.manifest, registry: ("食堂.csv", Array(csv.utf8)))
    #expect(report.holds && report.result == result)
    let manifest = try JSONValue(parsing: recorded.manifest)
    let strata = manifest["strata"]?.array ?? []
    #expect(strata[1]["parts"]?.array?.first?["values"]?.integer == 7)
    #expect(strata[2]["layers"]?.array?.count == 2)
    #expect(manifest["visits"]?["workingDays"]?.array?.count == 1)
    #expect(manifest["drawn"]?.array?.contains { $0["layer"]?.integer == 3 } == true)
    let text = String(decoding: recorded.manifest, as: UTF8.self)
    let other = text.replacing("\"layer\": 3", with: "\"layer\": 2", maxReplacements: 1)
    #expect(other != text)
    let forged = try verify(
      manifest: Array(other.utf8), registry: ("食堂.csv", Array(csv.utf8)))
    #expect(!forged.holds)
  }

  /// Every town has one, whatever the tiers give it; the manifest lists them and can be verified.
  @Test func areas() throws {
    let script = Canteens.script(
      """
      抽查 按 信用, 均衡 街镇 {
          A, B => 2%
          C => 不少于 5%
          D => 全部
          总体 各 街镇 不少于 2户
          总体 各 就餐人数 > 400 不超过 90%
          必查 近一年投诉 >= 6
      }
      """)
    let bench = Bench(script)
    #expect(bench.script.diagnostics.isEmpty, "\(bench.rendered(bench.script.diagnostics))")
    let rows = Canteens.rows(120, seed: 6)
    let csv = Canteens.csv(rows)
    bench.give("食堂", csv)
    let recorded = try bench.session.draw(DrawRequest(plan: "食品安全", on: day, seed: "一"))
    let result = recorded.result
    #expect(result.areas.map(\.label) == ["街镇", "就餐人数 > 400"])
    let byKey = Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0) })
    for value in result.areas[0].values {
      let all = rows.filter { $0.diners > 0 && $0.town == value.label && $0.complaints < 6 }
      #expect(value.population == all.count && value.bounds == 2...all.count)
      let drawn = result.drawn.filter { $0.stratum != nil && byKey[$0.key]?.town == value.label }
      #expect(value.drawn == drawn.count && value.drawn >= 2)
    }
    let report = try verify(
      manifest: recorded.manifest, registry: ("食堂.csv", Array(csv.utf8)))
    #expect(report.holds && report.result == result)
    let manifest = try JSONValue(parsing: recorded.manifest)
    #expect(manifest["areas"]?.array?.count == 2)
    let text = String(decoding: recorded.manifest, as: UTF8.self)
    let other = text.replacing("\"least\": 2", with: "\"least\": 1", maxReplacements: 1)
    #expect(other != text)
    #expect(
      try !verify(manifest: Array(other.utf8), registry: ("食堂.csv", Array(csv.utf8))).holds)
  }
}
