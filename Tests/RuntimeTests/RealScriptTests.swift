import Foundation
import Quantities
import Runtime
import Semantics
import Source
import Syntax
import TestSupport
import Testing

/// The scripts in `examples/`, on their data: tested, drawn and verified.
@Suite struct RealScriptTests {
  private struct Case {
    let script: String
    let registry: String
    let data: Fixture
    let on: String
  }

  @Test func canteens() throws {
    try example(
      Case(
        script: "examples/校园食品/校园食品.yj", registry: "校园食堂",
        data: Fixture(path: Fixtures.repository + "/examples/校园食品/名录.csv"), on: "2026-03-01"))
  }

  private static let establishments = Fixtures.shared("data/chicago/establishments.csv")

  @Test(
    .enabled(if: establishments != nil, "shared/data/chicago is not beside the repository"))
  func chicago() throws {
    try example(
      Case(
        script: "examples/chicago/canvass.yj", registry: "establishments",
        data: try #require(Self.establishments), on: "2014-09-01"))
  }

  private func example(_ example: Case) throws {
    let day = try #require(CivilDate(example.on))
    let fixture = Fixture(path: Fixtures.repository + "/" + example.script)
    let bench = Bench(try fixture.text)
    #expect(bench.script.diagnostics.isEmpty, "\(bench.rendered(bench.script.diagnostics))")
    bench.give(example.registry, try example.data.text)
    _ = try bench.session.shows(asOf: day)
    let folder = (fixture.path as NSString).deletingLastPathComponent
    for result in bench.script.runTests(files: { try? Fixture(path: folder + "/" + $0).bytes }) {
      #expect(result.hasPassed, "\(bench.rendered(result.diagnostics))")
    }
    for plan in bench.script.program.plans {
      let drawn = try bench.session.draw(
        DrawRequest(plan: plan.name.text, on: day, seed: "2026-02-28 双色球"))
      let result = drawn.result
      #expect(
        result.strata.reduce(result.includedOnTop) { $0 + $1.counts.drawn } == result.drawn.count)
      #expect(
        result.strata.reduce(result.excluded + result.includedOnTop) { $0 + $1.counts.population }
          == result.inScope)
      let report = try verify(
        manifest: drawn.manifest, registry: ("\(example.registry).csv", try example.data.bytes))
      #expect(report.holds, "\(bench.rendered(report.diagnostics))")
    }
  }
}
