import Digest
import Quantities
import Runtime
import Source
import Store
import Testing

/// The append-only history of a round: commitments, draws, redraws.
@Suite struct HistoryTests {
  private let day = CivilDate("2026-04-01") ?? .minimum

  private func bench() -> Bench {
    let bench = Bench(Canteens.script("抽查 10%"))
    bench.give("食堂", Canteens.csv(Canteens.rows(60)))
    return bench
  }

  private func request(_ seed: String, reason: String? = nil) -> DrawRequest {
    DrawRequest(plan: "食品安全", on: day, seed: seed, redrawReason: reason)
  }

  @Test func aRoundIsDrawnOnce() throws {
    let bench = bench()
    #expect(codes { _ = try bench.session.draw(request("s", reason: "没有先例")) } == ["YJ0716"])
    let first = try bench.session.draw(request("s"))
    #expect(first.event == 1)
    #expect(codes { _ = try bench.session.draw(request("s")) } == ["YJ0715"])
    #expect(codes { _ = try bench.session.draw(request("s", reason: "")) } == ["YJ0715"])
    let second = try bench.session.draw(request("t", reason: "名录有误，已更正"))
    #expect(second.event == 2)
    #expect(
      try bench.session.history(plan: "食品安全") == [
        .drawn(
          event: 1, on: "2026-04-01", digest: first.digest, count: first.result.drawn.count,
          redrawReason: nil),
        .drawn(
          event: 2, on: "2026-04-01", digest: second.digest, count: second.result.drawn.count,
          redrawReason: "名录有误，已更正"),
      ])
    #expect(try bench.session.manifest(plan: "食品安全", event: 1) == first.manifest)
    let document = try JSONValue(parsing: second.manifest)
    #expect(document["redraw"]?["of"] == 1)
    #expect(document["redraw"]?["digest"]?.string == first.digest)
  }

  @Test func theSeedIsTheOneCommittedTo() throws {
    let bench = bench()
    let commitment = try bench.session.commitSeed("双色球 2026031", plan: "食品安全")
    #expect(commitment.digest == (try SHA256.hex(of: "yijian-seed/1\n双色球 2026031")))
    #expect(commitment.registryVersion == 1)
    #expect(codes { _ = try bench.session.draw(request("别的")) } == ["YJ0717"])
    let drawn = try bench.session.draw(request("双色球 2026031"))
    #expect(drawn.result.commitment == commitment && drawn.event == 2)
    // The draw has used the commitment up, and a redraw needs one of its own.
    #expect(codes { _ = try bench.session.draw(request("一", reason: "重抽")) } == ["YJ0722"])
    let second = try bench.session.commitSeed("一", plan: "食品安全")
    #expect(second.event == 3)
    // It cannot be changed; to say it again changes nothing.
    #expect(codes { _ = try bench.session.commitSeed("二", plan: "食品安全") } == ["YJ0721"])
    #expect(try bench.session.commitSeed("一", plan: "食品安全") == second)
    #expect(codes { _ = try bench.session.draw(request("二", reason: "重抽")) } == ["YJ0717"])
    #expect(try bench.session.draw(request("一", reason: "重抽")).result.commitment == second)
    #expect(codes { _ = try bench.session.commitSeed("", plan: "食品安全") } == ["YJ0718"])
    #expect(codes { _ = try bench.session.commitSeed("a\nb", plan: "食品安全") } == ["YJ0705"])
  }

  @Test func plansHaveRoundsOfTheirOwn() throws {
    let bench = Bench(
      Canteens.script("抽查 10%")
        + """
        计划 另一件事 {
            期间 2026-03-01 至 2026-11-30
            牵头 教育局
            对象 食堂
            协同组 "食品安全"
            抽查 5%
        }
        """)
    bench.give("食堂", Canteens.csv(Canteens.rows(60)))
    let a = try bench.session.draw(request("s"))
    let b = try bench.session.draw(DrawRequest(plan: "另一件事", on: day, seed: "s"))
    #expect(a.event == 1 && b.event == 1 && a.result.root == b.result.root)
  }

  /// A seed in another normal form is the same seed.
  @Test func seedsAreNormalised() throws {
    let a = try bench().session.sample(request("e\u{301}"))
    let b = try bench().session.sample(request("\u{E9}"))
    #expect(a.root == b.root && a.seed == b.seed)
  }
}
