import Semantics
import Source
import TestSupport
import Testing

/// Scripts under `Tests/Fixtures/check`, each beside what is wrong with it, or, where nothing is,
/// beside what it declares.
@Suite struct CheckFixtureTests {
  static let fixtures = Fixtures.files(in: "Tests/Fixtures/check", extension: "yj")

  @Test(arguments: fixtures)
  func golden(_ fixture: Fixture) throws {
    let script = try CheckedScript(name: fixture.name + ".yj", text: fixture.text)
    var text = script.diagnostics.isEmpty ? "" : script.rendered
    if !script.diagnostics.contains(where: { $0.severity == .error }) {
      text += "== program\n" + ProgramOutline(program: script.result.program).text()
    }
    try expectGolden(text, fixture.beside("expected"))
  }

  @Test(arguments: Fixtures.files(in: "examples", extension: "yj"))
  func examplesAreRight(_ fixture: Fixture) throws {
    let script = try CheckedScript(name: fixture.name + ".yj", text: fixture.text)
    #expect(script.diagnostics.isEmpty, "\(script.rendered)")
  }

  @Test func fixturesAreThere() { #expect(Self.fixtures.count > 10) }
}
