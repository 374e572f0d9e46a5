import ArgumentParser
import Yijian

struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Lays scripts out canonically; translates their keywords.",
    discussion: """
      A script is written only if every token and comment stays as it was. Scripts with errors are
      left alone.

      EXAMPLE
        yijian fmt plans/
        yijian fmt --check plans/
        yijian fmt --to en plan.yj
      """)

  @Argument(help: "Scripts or folders.")
  var paths: [String]

  @Flag(help: "Write nothing; tell which scripts would change.")
  var check = false

  @Option(help: "Translate the keywords: zh or en.")
  var to: LanguageChoice?

  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(format) }

  private func format(_ console: Console) throws {
    var findings = Findings()
    var changed: [String] = []
    let scripts = try Files.scripts(at: paths)
    for path in scripts {
      let bytes = try Files.read(path)
      let file = findings.sources.add(name: path, bytes: bytes)
      do {
        let text = try ScriptFormat.formatted(file, keywords: to?.language)
        guard Array(text.utf8) != bytes else { continue }
        changed.append(path)
        if !check { try Files.write(Array(text.utf8), to: path) }
      } catch let refusal as ScriptFormatRefusal {
        findings.add(refusal.diagnostics)
      }
    }
    show(changed, of: scripts.count, findings, console)
    let hasErrors = findings.diagnostics.contains { $0.severity == .error }
    if hasErrors || (check && !changed.isEmpty) { throw ExitStatus.findings }
  }

  private func show(_ changed: [String], of count: Int, _ findings: Findings, _ console: Console) {
    switch console.format {
    case .json:
      let document = DiagnosticDocument(
        findings.diagnostics, in: findings.sources, language: console.language)
      console.output([
        "schema": "yijian-format/1", "scripts": .integer(count), "written": .bool(!check),
        "changed": .array(changed.map { .string($0) }), "problems": JSONRenderer().json(document),
      ])
    case .text:
      console.show(findings.diagnostics, in: findings.sources)
      for path in changed { console.output(path + "\n") }
    }
  }
}
