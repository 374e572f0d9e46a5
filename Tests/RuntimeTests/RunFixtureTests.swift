import Runtime
import Semantics
import Source
import Store
import Syntax
import TestSupport
import Testing

/// Whole scripts: what they show and what their tests find, as text. Data of a registry stands in
/// `SCRIPT.REGISTRY.csv`; files named in `给定` lines beside the script.
@Suite struct RunFixtureTests {
  @Test(arguments: Fixtures.files(in: "Tests/Fixtures/run", extension: "yj"))
  func script(_ fixture: Fixture) throws {
    let bench = Bench(try fixture.text, name: fixture.name + ".yj")
    var report = ""
    if !bench.script.diagnostics.isEmpty { report += bench.rendered(bench.script.diagnostics) }
    if !bench.script.hasErrors {
      for registry in bench.script.program.registries {
        let data = fixture.beside("\(registry.name.text).csv")
        if data.exists { bench.give(registry.name.text, try data.text) }
      }
      report += shows(bench) + tests(bench, fixture)
    }
    try expectGolden(report, fixture.beside("expected"))
  }

  /// Each line by itself, so that one that fails does not hide the others.
  private func shows(_ bench: Bench) -> String {
    let writer = ValueWriter(bench.script.program, bench.script.language)
    var report = ""
    for show in bench.script.program.shows {
      let source = bench.script.sources[show.span.file].text(show.span)
      report += source + "\n"
      do {
        report += "  " + writer.text(try bench.session.evaluate(show), show.type) + "\n"
      } catch {
        report += bench.rendered(error.diagnostics)
      }
    }
    return report
  }

  private func tests(_ bench: Bench, _ fixture: Fixture) -> String {
    let results = bench.script.runTests(files: { try? Fixtures.file("run/" + $0).bytes })
    var report = ""
    for result in results {
      let verdict = result.hasPassed ? "passed" : "FAILED"
      report += "\(verdict) \(result.title) (\(result.assertions))\n"
      if !result.diagnostics.isEmpty { report += bench.rendered(result.diagnostics) }
    }
    return report
  }
}
