import Runtime
import Semantics
import Source
import TestSupport
import Testing

/// Every module of the standard library and every published plan in `examples/cases`: checked
/// without a problem, and with tests of its own that pass. (Their layout is a test of the formatter.)
@Suite struct ScriptsTests {
  static let scripts = ["stdlib", "examples/cases"].flatMap {
    Fixtures.files(in: $0, extension: "yj")
  }

  @Test(arguments: scripts)
  func isRight(_ file: Fixture) throws {
    let name = file.testDescription
    let folder = String(file.path.dropLast(file.name.count + ".yj".count))
    let script = ScriptLoader { path in
      let name = path.split(separator: ".").joined(separator: "/") + ".yj"
      guard let bytes = try? Fixture(path: folder + name).bytes else { return nil }
      return (name, bytes)
    }.load(name: name, bytes: try file.bytes)
    expectNone(script.diagnostics, of: script)
    guard !script.hasErrors else { return }
    let tests = script.runTests(files: { try? Fixture(path: folder + $0).bytes })
    #expect(!tests.isEmpty || script.program.plans.isEmpty, "no test in \(name)")
    for test in tests { expectNone(test.diagnostics, of: script) }
  }

  private func expectNone(_ diagnostics: [Diagnostic], of script: CheckedScript) {
    let shown = DiagnosticDocument(diagnostics, in: script.sources, language: .chinese)
    #expect(diagnostics.isEmpty, "\(TerminalRenderer(colour: false).render(shown))")
  }

  @Test func thereAreScripts() {
    print("scripts of our own: \(Self.scripts.count) checked and tested")
    #expect(Self.scripts.count >= 10)
  }
}
