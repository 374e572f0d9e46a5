import Quantities
import Runtime
import Source
import Store
import Testing

/// Draws, end to end from script and data, against the same draw worked out by hand.
@Suite struct DrawTests {
  private let day = CivilDate("2026-03-01") ?? .minimum
  private let period = "2026-03-01/2026-11-30"

  private func draw(
    _ sampling: String, _ rows: [Canteens.Row], more: String = "", seed: String = "福彩 2026031"
  ) throws -> DrawResult {
    let bench = Bench(Canteens.script(sampling, more: more))
    #expect(bench.script.diagnostics.isEmpty, "\(bench.rendered(bench.script.diagnostics))")
    bench.give("食堂", Canteens.csv(rows))
    return try bench.session.sample(DrawRequest(plan: "食品安全", on: day, seed: seed))
  }

  @Test(arguments: ["抽查 10%", "抽查 各 街镇 { 否则 => 10% }"])
  func withoutStrata(_ sampling: String) throws {
    let result = try draw(sampling, Canteens.rows(90))
    #expect(result.strata.map(\.label) == [""])
    #expect(result.lead == .init(name: "教育局", title: nil))
    #expect(result.participants == [.init(name: "市场监管局", title: "闵行区市场监督管理局")])
  }

  /// Ratios and counts by stratum, computed here with integers only.
  @Test func strataAgreeWithSortedTickets() throws {
    let rows = Canteens.rows(900)
    let result = try draw(
      "抽查 按 信用 { A => 5% ; B => 不少于 10% ; C => 7户 ; D => 全部 }", rows)
    let root = try Canteens.root(seed: "福彩 2026031", group: "食品安全", period: period)
    #expect(result.root == root)
    var expected: Set<String> = []
    for (index, tier) in ["A", "B", "C", "D"].enumerated() {
      let keys = rows.filter { $0.diners > 0 && $0.tier == tier }.map(\.key)
      let quota = [(keys.count + 19) / 20, (keys.count + 9) / 10, 7, keys.count][index]
      expected.formUnion(try Canteens.ordered(keys, root: root).prefix(quota))
      #expect(
        result.strata[index].counts
          == .init(population: keys.count, included: 0, quota: quota, drawn: quota))
      #expect(result.strata[index].label == tier)
    }
    #expect(result.drawn.map(\.key) == (try Canteens.ordered(Array(expected), root: root)))
    #expect(result.inScope == rows.filter { $0.diners > 0 }.count)
  }

  /// Must-include objects: on top of the quotas, or counted; exclusions before both.
  @Test(arguments: [false, true])
  func includesAndExcludes(counted: Bool) throws {
    let rows = Canteens.rows(600, seed: 7)
    let result = try draw(
      """
      抽查 按 信用 {
          A, B => \(counted ? "不少于 " : "")10% ; C, D => \(counted ? "不少于 " : "")20%
          必查 近一年投诉 >= 6\(counted ? " 计入" : "") ; 排除 街镇 == "浦锦"
      }
      """, rows)
    let root = result.root
    let left = rows.filter { $0.diners > 0 && $0.town != "浦锦" }
    let must = left.filter { $0.complaints >= 6 }
    var expected = Set(must.map(\.key))
    for tiers in [["A", "B"], ["C", "D"]] {
      let percent = tiers == ["A", "B"] ? 10 : 20
      let all = left.filter { tiers.contains($0.tier) }
      let random = all.filter { $0.complaints < 6 }
      let base = counted ? all.count : random.count
      let quota = (base * percent + 99) / 100
      let number = counted ? max(0, quota - (all.count - random.count)) : quota
      expected.formUnion(try Canteens.ordered(random.map(\.key), root: root).prefix(number))
    }
    #expect(result.drawn.map(\.key) == (try Canteens.ordered(Array(expected), root: root)))
    #expect(result.includedOnTop == (counted ? 0 : must.count))
    #expect(result.excluded == rows.filter { $0.diners > 0 && $0.town == "浦锦" }.count)
    #expect(result.drawn.filter(\.isIncluded).count == must.count)
  }

  /// `各`: a quota for every cell; `均衡`: one quota, spread by the largest remainder.
  @Test(arguments: ["各", "均衡"])
  func cells(_ word: String) throws {
    let rows = Canteens.rows(500, seed: 3).filter { $0.diners > 0 }
    let result = try draw("抽查 按 信用, \(word) 街镇 { A => 9% ; 否则 => 21% }", rows)
    var expected: Set<String> = []
    for (index, percent) in [9, 21].enumerated() {
      let stratum = rows.filter { ($0.tier == "A") == (index == 0) }
      // By code point.
      let towns = Set(stratum.map(\.town)).sorted {
        Array($0.unicodeScalars).lexicographicallyPrecedes($1.unicodeScalars)
      }
      let sizes = towns.map { town in stratum.filter { $0.town == town }.count }
      var quotas = sizes.map { ($0 * percent + 99) / 100 }
      if word == "均衡" {
        let quota = (stratum.count * percent + 99) / 100
        quotas = sizes.map { quota * $0 / stratum.count }
        let order = sizes.indices.sorted {
          let (a, b) = (quota * sizes[$0] % stratum.count, quota * sizes[$1] % stratum.count)
          return a != b ? a > b : $0 < $1
        }
        for cell in order.prefix(quota - quotas.reduce(0, +)) { quotas[cell] += 1 }
      }
      #expect(result.strata[index].cells.map(\.label) == towns)
      #expect(result.strata[index].cells.map(\.counts.quota) == quotas)
      for (town, quota) in zip(towns, quotas) {
        let keys = stratum.filter { $0.town == town }.map(\.key)
        expected.formUnion(try Canteens.ordered(keys, root: result.root).prefix(quota))
      }
    }
    #expect(result.drawn.map(\.key) == (try Canteens.ordered(Array(expected), root: result.root)))
  }

  /// Worked out by hand with `printf` and `sha256sum`:
  /// root = sha256("yijian-draw/1\nseed\n食品安全\n2026-03-01/2026-11-30").
  @Test func byHand() throws {
    let rows = ["a", "b", "c", "d", "e"].map {
      Canteens.Row(key: $0, town: "七宝", tier: "A", diners: 1, complaints: 0)
    }
    let result = try draw("抽查 40%", rows, seed: "seed")
    #expect(result.root == "f3fe597b5df9902d0a47854c1eacf84ae147974861ae7a763175404454b94cde")
    #expect(result.drawn.map(\.key) == ["b", "c"])
    #expect(result.drawn.map { String($0.ticket.prefix(8)) } == ["316b66f0", "6fa3f2e6"])
    // Two visits in each of the four quarters that March to November touch.
    #expect(result.visits == 2 * 2 * 4)
    #expect(result.personVisits.map(\.personVisits) == [32, 16])
    #expect(result.personVisits.map(\.title) == ["闵行区市场监督管理局", nil])
  }

  /// Plans of one group share tickets, so the smaller sample lies within the larger.
  @Test func groupsNest() throws {
    let rows = Canteens.rows(300, seed: 5)
    let small = try draw("抽查 5%", rows, more: "协同组 \"一件事\"")
    let large = try draw("抽查 10%", rows, more: "协同组 \"一件事\"")
    let alone = try draw("抽查 10%", rows)
    let largeKeys = Set(large.drawn.map(\.key))
    #expect(small.drawn.allSatisfy { largeKeys.contains($0.key) })
    #expect(small.root == large.root && large.root != alone.root)
  }

  @Test(arguments: [
    ("抽查 按 信用 { A => 不超过 5% ; 否则 => 10% }", "YJ0709"),
    ("抽查 按 信用 { A => 60户 ; 否则 => 10% }", "YJ0707"),
    ("抽查 按 信用 { A => 21%..24% ; 否则 => 10% }", "YJ0708"),
    ("抽查 按 信用 { A => 不少于 1% ; D => 全部 ; 否则 => 不少于 5% ; 总体 不超过 8% }", "YJ0711"),
    ("抽查 按 信用 { A => 不超过 20% ; 否则 => 不超过 20% ; 总体 不少于 9户 }", "YJ0710"),
  ])
  func quotasThatCannotBe(_ sampling: String, _ code: String) throws {
    let rows = (0..<12).map {
      Canteens.Row(
        key: "k\($0)", town: "七宝", tier: $0 < 6 ? "A" : ["B", "C", "D"][$0 % 3], diners: 1,
        complaints: 0)
    }
    #expect(codes { _ = try draw(sampling, rows) } == [code])
  }

  /// A stratum without objects gives none and is no mistake; nor is a registry without rows.
  @Test func emptyStrata() throws {
    let rows = Canteens.rows(40).filter { $0.tier != "D" }
    let result = try draw("抽查 按 信用 { D => 全部 ; 否则 => 10% }", rows)
    #expect(result.strata[0].counts == .init())
    let nothing = try draw("抽查 按 信用, 各 街镇 { D => 全部 ; 否则 => 10% }", [])
    #expect(nothing.drawn.isEmpty && nothing.strata.count == 2)
  }

  @Test func requestsThatCannotBe() throws {
    let bench = Bench(Canteens.script("抽查 10%"))
    let outside = CivilDate("2026-12-01") ?? .minimum
    func ask(_ plan: String, _ on: CivilDate, _ seed: String) -> [String] {
      codes { _ = try bench.session.sample(DrawRequest(plan: plan, on: on, seed: seed)) }
    }
    #expect(ask("食品安全", day, "s") == ["YJ0701"])
    bench.give("食堂", Canteens.csv(Canteens.rows(20)))
    #expect(ask("食品", day, "s") == ["YJ0703"])
    #expect(ask("食品安全", outside, "s") == ["YJ0704"])
    #expect(ask("食品安全", day, "a\nb") == ["YJ0705"])
    #expect(ask("食品安全", day, "") == ["YJ0718"])
    #expect(ask("食品安全", day, "s") == [])
    // Another declaration of the same registry than the data was imported under.
    let other = Bench(Canteens.script("抽查 10%").replacing("就餐人数: 整数\n", with: "就餐人数: 整数?\n"))
    let session = Session(other.script, store: bench.store)
    #expect(
      codes { _ = try session.sample(DrawRequest(plan: "食品安全", on: day, seed: "s")) }
        == (other.script.hasErrors ? ["YJ0320"] : ["YJ0702"]))
  }

  /// The order of the file's rows has no say.
  @Test func orderOfRowsDoesNotMatter() throws {
    let rows = Canteens.rows(200)
    let sampling = "抽查 按 信用, 均衡 街镇 { A => 5% ; 否则 => 不少于 20% ; 总体 不超过 15% }"
    let a = try draw(sampling, rows)
    let b = try draw(sampling, rows.reversed())
    #expect(a.drawn == b.drawn && a.strata == b.strata)
    #expect(a.registry.digest == b.registry.digest)
  }
}
