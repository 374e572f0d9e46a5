import Quantities
import Runtime
import Source
import Testing

/// Rounds of a plan: each is drawn, committed to and recorded by itself.
@Suite struct RoundTests {
  private let script = """
    部门 教育局
    名录 食堂 {
        主键 代码: 文本
    }
    计划 分季度 {
        期间 2026-02-15 至 2026-12-31
        牵头 教育局
        对象 食堂
        频次 1次/月
        轮次 每季度
        抽查 全年 25%
    }

    """
  private let csv = "代码\n" + (100..<140).map { "k\($0)\n" }.joined()

  private func bench() -> Bench {
    let bench = Bench(script)
    bench.give("食堂", csv)
    return bench
  }

  private func request(_ date: String, reason: String? = nil) -> DrawRequest {
    DrawRequest(
      plan: "分季度", on: CivilDate(date) ?? .minimum, seed: "s", redrawReason: reason)
  }

  @Test func eachRoundIsDrawnOnce() throws {
    let bench = bench()
    let first = try bench.session.draw(request("2026-03-01"))
    #expect(first.result.periodText == "2026-02-15/2026-03-31")
    #expect(first.result.round?.number == 1 && first.result.round?.count == 4)
    #expect(first.result.drawn.count == 3 && first.result.visits == 6)
    #expect(codes { _ = try bench.session.draw(request("2026-02-15")) } == ["YJ0715"])
    let second = try bench.session.draw(request("2026-04-01"))
    #expect(second.event == 1 && second.result.periodText == "2026-04-01/2026-06-30")
    #expect(second.result.root != first.result.root)
    #expect(second.result.drawn.count == 3 && second.result.visits == 9)
    let again = try bench.session.draw(request("2026-06-30", reason: "名录更正"))
    #expect(again.event == 2)
    let last = try bench.session.sample(request("2026-12-31"))
    #expect(last.periodText == "2026-10-01/2026-12-31" && last.drawn.count == 2)
    #expect(codes { _ = try bench.session.sample(request("2026-02-14")) } == ["YJ0704"])
  }

  /// Without a draw only a date says which round is meant.
  @Test func aRoundIsNamedByADate() throws {
    let bench = bench()
    let july = try #require(CivilDate("2026-07-01"))
    #expect(codes { _ = try bench.session.commitSeed("s", plan: "分季度") } == ["YJ0728"])
    let commitment = try bench.session.commitSeed("s", plan: "分季度", on: july)
    #expect(try bench.session.draw(request("2026-04-01")).result.commitment == nil)
    #expect(try bench.session.draw(request("2026-09-30")).result.commitment == commitment)
    #expect(codes { _ = try bench.session.history(plan: "分季度") } == ["YJ0728"])
    #expect(try bench.session.history(plan: "分季度", on: july).count == 2)
    #expect(codes { _ = try bench.session.manifest(plan: "分季度", event: 2) } == ["YJ0728"])
    #expect(try bench.session.manifest(plan: "分季度", event: 2, on: july) != nil)
    #expect(try bench.session.round(plan: "分季度", on: july)?.number == 3)
    let histories = try bench.session.histories(plan: "分季度")
    #expect(histories.map(\.round) == ["2026-04-01/2026-06-30", "2026-07-01/2026-09-30"])
    #expect(histories.map(\.entries.count) == [1, 2])
  }

  @Test func aManifestNamesItsRound() throws {
    let drawn = try bench().session.draw(request("2026-08-08"))
    let manifest = try JSONValue(parsing: drawn.manifest)
    #expect(manifest["period"] == "2026-07-01/2026-09-30")
    #expect(manifest["round"]?["number"] == 3 && manifest["round"]?["count"] == 4)
    let file = ("食堂.csv", Array(csv.utf8))
    #expect(try verify(manifest: drawn.manifest, registry: file).holds)
    let text = String(decoding: drawn.manifest, as: UTF8.self)
    let forged = Array(text.replacing("\"number\": 3", with: "\"number\": 4").utf8)
    let report = try verify(manifest: forged, registry: file)
    #expect(report.checks.filter { !$0.holds }.map(\.member) == ["round.number", "digest"])
  }
}

/// A number of rounds that is decided with the draw.
@Suite struct OpenRoundTests {
  private let script = """
    部门 教育局
    名录 食堂 {
        主键 代码: 文本
    }
    计划 分次 {
        期间 2026-01-01 至 2026-12-31
        牵头 教育局
        对象 食堂
        参数 次数: 整数 1..4
        参数 门槛: 文本
        轮次 (次数)
        抽查 全年 30% {
            排除 代码 == 门槛
        }
    }

    """
  private let csv = "代码\n" + (100..<140).map { "k\($0)\n" }.joined()

  private func bench() -> Bench {
    let bench = Bench(script)
    bench.give("食堂", csv)
    return bench
  }

  private func request(_ date: String, _ count: String, reason: String? = nil) -> DrawRequest {
    DrawRequest(
      plan: "分次", on: CivilDate(date) ?? .minimum, seed: "s", redrawReason: reason,
      parameters: ["次数": count, "门槛": "k100"])
  }

  /// Nobody gets a second draw for the same time by dividing the period otherwise.
  @Test func theFirstDrawSettlesTheNumber() throws {
    let bench = bench()
    // Rehearsals settle nothing.
    #expect(try bench.session.sample(request("2026-02-01", "1")).drawn.count == 12)
    let first = try bench.session.draw(request("2026-02-01", "2"))
    #expect(first.result.drawn.count == 6 && first.result.round?.count == 2)
    #expect(first.result.periodText == "2026-01-01/2026-06-30")
    #expect(codes { _ = try bench.session.draw(request("2026-02-01", "1")) } == ["YJ0738"])
    #expect(codes { _ = try bench.session.draw(request("2026-11-01", "4")) } == ["YJ0738"])
    #expect(codes { _ = try bench.session.draw(request("2026-11-01", "5")) } == ["YJ0754"])
    #expect(codes { _ = try bench.session.draw(request("2026-03-01", "2")) } == ["YJ0715"])
    let second = try bench.session.draw(request("2026-08-01", "2"))
    #expect(second.result.drawn.count == 6 && second.result.round?.number == 2)
  }

  /// So does a commitment, for which only the parameters of the rounds are needed.
  @Test func aCommitmentSettlesTheNumber() throws {
    let bench = bench()
    let july = try #require(CivilDate("2026-07-01"))
    let given = ["次数": "3"]
    #expect(codes { _ = try bench.session.commitSeed("s", plan: "分次", on: july) } == ["YJ0753"])
    #expect(
      codes { _ = try bench.session.commitSeed("s", plan: "分次", parameters: given) }
        == ["YJ0728"])
    let commitment = try bench.session.commitSeed(
      "s", plan: "分次", on: july, parameters: given)
    #expect(codes { _ = try bench.session.draw(request("2026-02-01", "2")) } == ["YJ0738"])
    #expect(try bench.session.draw(request("2026-08-31", "3")).result.commitment == commitment)
    #expect(try bench.session.round(plan: "分次", on: july, parameters: given)?.number == 2)
  }

  /// What is on record says which rounds there are.
  @Test func theHistoryKnowsItsRounds() throws {
    let bench = bench()
    let (march, july) = (CivilDate("2026-03-01"), CivilDate("2026-07-01"))
    #expect(try bench.session.history(plan: "分次").isEmpty)
    _ = try bench.session.draw(request("2026-08-01", "2"))
    #expect(try bench.session.history(plan: "分次").count == 1)
    #expect(try bench.session.history(plan: "分次", on: july).count == 1)
    #expect(try bench.session.history(plan: "分次", on: march).isEmpty)
    _ = try bench.session.draw(request("2026-01-01", "2"))
    #expect(codes { _ = try bench.session.history(plan: "分次") } == ["YJ0728"])
    #expect(try bench.session.manifest(plan: "分次", event: 1, on: march) != nil)
    #expect(
      codes { _ = try bench.session.history(plan: "分次", on: CivilDate("2027-01-01")) }
        == ["YJ0704"])
  }

  @Test func aManifestIsDerivedWithItsRounds() throws {
    let drawn = try bench().session.draw(request("2026-08-08", "3"))
    let manifest = try JSONValue(parsing: drawn.manifest)
    #expect(manifest["period"] == "2026-05-01/2026-08-31")
    #expect(manifest["round"]?["number"] == 2 && manifest["round"]?["count"] == 3)
    let file = ("食堂.csv", Array(csv.utf8))
    #expect(try verify(manifest: drawn.manifest, registry: file).holds)
    let text = String(decoding: drawn.manifest, as: UTF8.self)
    let forged = Array(text.replacing("\"value\": \"3\"", with: "\"value\": \"2\"").utf8)
    #expect(forged != drawn.manifest)
    #expect(try !verify(manifest: forged, registry: file).holds)
  }
}

/// Earlier draws decide who can be drawn: from the store, and from manifests.
@Suite struct EarlierDrawTests {
  private let script = """
    部门 教育局
    名录 食堂 {
        主键 代码: 文本
    }
    计划 分季度 {
        期间 2026-01-01 至 2026-12-31
        牵头 教育局
        对象 食堂
        轮次 每季度
        抽查 25% {
            不重复
            排除 12个月内已抽 于 "去年"
        }
    }

    """
  private let csv = "代码\n" + (100..<140).map { "k\($0)\n" }.joined()

  private func bench() -> Bench {
    let bench = Bench(script)
    bench.give("食堂", csv)
    return bench
  }

  private func request(_ date: String, reason: String? = nil, seed: String = "s") -> DrawRequest {
    DrawRequest(
      plan: "分季度", on: CivilDate(date) ?? .minimum, seed: seed, redrawReason: reason)
  }

  /// Four rounds come to everybody once, whatever is drawn anew in between.
  @Test func fourRoundsCoverAll() throws {
    let bench = bench()
    var seen: Set<String> = []
    for (index, month) in ["02", "05", "08", "11"].enumerated() {
      let first = try bench.session.draw(request("2026-\(month)-01"))
      #expect(first.result.strata[0].counts.drawnBefore == index * 10)
      let coverage = try #require(first.result.coverage)
      #expect(coverage.drawn == index * 10 + 10 && coverage.population == 40)
      let drawn = try bench.session.draw(
        request("2026-\(month)-02", reason: "名录更正", seed: "t"))
      #expect(drawn.result.drawn.count == 10)
      #expect(drawn.result.earlier?.draws.count == index)
      seen.formUnion(drawn.result.drawn.map(\.key))
      #expect(seen.count == index * 10 + 10)
    }
  }

  @Test func aManifestNamesWhatItReliedOn() throws {
    let bench = bench()
    let first = try bench.session.draw(request("2026-02-01"))
    let second = try bench.session.draw(request("2026-05-01"))
    let third = try bench.session.draw(request("2026-08-01"))
    let manifest = try JSONValue(parsing: third.manifest)
    let named = manifest["history"]?["draws"]?.array ?? []
    #expect(named.map { $0["digest"]?.string } == [first.digest, second.digest])
    #expect(named.first?["period"] == "2026-01-01/2026-03-31" && named.first?["event"] == 1)
    #expect(manifest["history"]?["covered"] == 30)
    #expect(manifest["strata"]?.array?.first?["drawnBefore"] == 20)

    let file = ("食堂.csv", Array(csv.utf8))
    let earlier = [("一.json", first.manifest), ("二.json", second.manifest)]
    #expect(try verify(manifest: third.manifest, registry: file, history: earlier).holds)
    #expect(try verify(manifest: first.manifest, registry: file).holds)
    #expect(
      codes {
        _ = try verify(
          manifest: third.manifest, registry: file, history: Array(earlier.prefix(1)))
      } == ["YJ0736"])
    let text = String(decoding: second.manifest, as: UTF8.self)
    let key = second.result.drawn[0].key
    let forged = Array(text.replacing("\"\(key)\"", with: "\"k999\"").utf8)
    #expect(
      codes {
        _ = try verify(
          manifest: third.manifest, registry: file,
          history: [earlier[0], ("二.json", forged)])
      } == ["YJ0737"])
  }
}
