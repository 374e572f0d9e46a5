import ArgumentParser
import Yijian

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs the tests that scripts contain.",
    discussion: """
      EXAMPLE
        yijian test examples/
      """)

  @Argument(help: "Scripts or folders.")
  var paths: [String]

  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(test) }

  private func test(_ console: Console) throws {
    var outcome = Outcome()
    for path in try Files.scripts(at: paths) {
      let script = try Scripts.load(path, into: &outcome.findings.sources)
      outcome.findings.add(script.diagnostics)
      if script.hasErrors {
        outcome.hasErrors = true
        continue
      }
      let folder = Scripts.folder(of: path)
      let results = script.runTests(limits: limitOptions.limits) { name in
        try? Files.read(name.hasPrefix("/") ? name : folder + name)
      }
      outcome.add(path, results)
    }
    show(outcome, console)
    if outcome.hasErrors { throw ExitStatus.findings }
    if outcome.reachedLimit { throw ExitStatus.limitExceeded }
    if outcome.failed > 0 { throw ExitStatus.testsFailed }
  }

  private struct Outcome {
    var findings = Findings()
    var tests: [(path: String, result: TestResult)] = []
    var hasErrors = false

    var failed: Int { tests.count { !$0.result.hasPassed } }
    var reachedLimit: Bool { tests.contains { $0.result.reachedLimit } }
    var assertions: Int { tests.reduce(0) { $0 + $1.result.assertions } }

    mutating func add(_ path: String, _ results: [TestResult]) {
      for result in results {
        tests.append((path, result))
        findings.add(result.diagnostics)
      }
    }
  }

  private func show(_ outcome: Outcome, _ console: Console) {
    let passed = outcome.tests.count - outcome.failed
    switch console.format {
    case .json:
      let document = DiagnosticDocument(
        outcome.findings.diagnostics, in: outcome.findings.sources, language: console.language)
      console.output([
        "schema": "yijian-tests/1", "passed": .integer(passed), "failed": .integer(outcome.failed),
        "assertions": .integer(outcome.assertions),
        "tests": .array(
          outcome.tests.map { test in
            [
              "script": .string(test.path), "title": .string(test.result.title),
              "passed": .bool(test.result.hasPassed),
              "assertions": .integer(test.result.assertions),
            ]
          }),
        "problems": JSONRenderer().json(document),
      ])
    case .text:
      console.show(outcome.findings.diagnostics, in: outcome.findings.sources)
      var text = ""
      for test in outcome.tests {
        text += (test.result.hasPassed ? "  ✓ " : "  ✗ ") + "\(test.path)  \(test.result.title)\n"
      }
      text += console.text(
        "\(passed) 个测试通过，\(outcome.failed) 个未通过，\(outcome.assertions) 条断言\n",
        "\(passed) tests passed, \(outcome.failed) failed, \(outcome.assertions) assertions\n")
      console.output(text)
    }
  }
}
