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
  private struct Case: CustomTestStringConvertible, Sendable {
    let script: String
    let registry: String
    let data: Fixture?
    let on: String
    var testDescription: String { script }
  }

  private static var cases: [Case] {
    let root = Fixtures.repository
    return [
      Case(
        script: "examples/校园食品/校园食品.yj", registry: "校园食堂",
        data: Fixture(path: root + "/examples/校园食品/名录.csv"), on: "2026-03-01"),
      Case(
        script: "examples/chicago/canvass.yj", registry: "establishments",
        data: Fixtures.shared("data/chicago/establishments.csv"), on: "2014-09-01"),
    ]
  }

  @Test(arguments: cases)
  private func example(_ example: Case) throws {
    guard let data = example.data else { return }
    let day = try #require(CivilDate(example.on))
    let fixture = Fixture(path: Fixtures.repository + "/" + example.script)
    let bench = Bench(try fixture.text)
    #expect(bench.script.diagnostics.isEmpty, "\(bench.rendered(bench.script.diagnostics))")
    bench.give(example.registry, try data.text)
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
        manifest: drawn.manifest, registry: ("\(example.registry).csv", try data.bytes))
      #expect(report.holds, "\(bench.rendered(report.diagnostics))")
    }
  }
}
