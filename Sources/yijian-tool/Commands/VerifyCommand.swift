import ArgumentParser
import Yijian

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Derives a draw again from its manifest and the registry file alone.",
    discussion: """
      EXAMPLE
        yijian verify published/yearly.json --registry canteens.csv
      """)

  @Argument(help: "The manifest.")
  var manifest: String

  @Option(help: "The registry's data file, as it was imported.")
  var registry: String

  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console()
    let manifestBytes = try Files.read(manifest)
    let registryBytes = try Files.read(registry)
    let report = try reporting(console, SourceMap()) { () throws(RunFailure) in
      try verify(
        manifest: manifestBytes, registry: (Files.name(of: registry), registryBytes),
        limits: limitOptions.limits())
    }
    switch console.format {
    case .json: console.output(json(report, console))
    case .text:
      console.show(report.diagnostics, in: report.sources)
      console.output(text(report, console))
    }
    if !report.holds { throw ExitStatus.findings }
  }

  private func text(_ report: VerificationReport, _ console: Console) -> String {
    var text = ""
    for check in report.checks {
      text += (check.holds ? "  ✓ " : "  ✗ ") + check.member + "\n"
      if !check.holds {
        text += console.text(
          "      清单所载 \(check.recorded)\n      重新计算 \(check.computed)\n",
          "      in the manifest  \(check.recorded)\n      derived anew     \(check.computed)\n")
      }
    }
    return text
      + (report.holds
        ? console.text(
          "抽取属实：由清单和名录重新得到同样的结果\n", "verified: the manifest and the registry give the same draw\n")
        : console.text("抽取不符\n", "not verified\n"))
  }

  private func json(_ report: VerificationReport, _ console: Console) -> JSONValue {
    let document = DiagnosticDocument(
      report.diagnostics, in: report.sources, language: console.language)
    return [
      "schema": "yijian-verification/1", "holds": .bool(report.holds),
      "checks": .array(
        report.checks.map { check in
          [
            "member": .string(check.member), "holds": .bool(check.holds),
            "recorded": .string(check.recorded), "computed": .string(check.computed),
          ]
        }),
      "problems": JSONRenderer().json(document),
    ]
  }
}
