import ArgumentParser
import Yijian

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Derives a draw again from its manifest and the registry files alone.",
    discussion: """
      EXAMPLE
        yijian verify published/yearly.json --registry canteens.csv --other blacklist=blacklist.csv
      """)

  @Argument(help: "The manifest.")
  var manifest: String

  @Option(help: "The registry's data file, as it was imported.")
  var registry: String

  @OptionGroup var reading: ReadingArguments

  @Option(help: "What was published of a secret list: is it an edition of this manifest?")
  var published: String?

  @Option(help: "A further registry that the plan reads, and its data file: NAME=FILE.")
  var other: [SettingArgument] = []

  @Option(
    parsing: .upToNextOption,
    help: "The manifests of the earlier draws that the draw relied on.")
  var history: [String] = []

  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(verifyManifest) }

  private func verifyManifest(_ console: Console) throws {
    let manifestBytes = try Files.read(manifest)
    let registryBytes = try Files.read(registry)
    var earlier: [(name: String, bytes: [UInt8])] = []
    for path in history { earlier.append((Files.name(of: path), try Files.read(path))) }
    var others: [String: RegistryData] = [:]
    for argument in other {
      others[argument.name] = (Files.name(of: argument.value), try Files.read(argument.value))
    }
    var report = try reporting(console, SourceMap()) { () throws(RunFailure) in
      try verify(
        manifest: manifestBytes, registry: (Files.name(of: registry), registryBytes),
        others: others, reading: reading.options, history: earlier,
        limits: limitOptions.limits())
    }
    if let published { report = try adding(published, of: manifestBytes, to: report, console) }
    switch console.format {
    case .json: console.output(json(report, console))
    case .text:
      // Each failed check is in the list already.
      if report.checks.isEmpty { console.show(report.diagnostics, in: report.sources) }
      console.output(text(report, console))
    }
    if !report.holds { throw ExitStatus.findings }
  }

  /// The report with a further check: whether what was published comes from this manifest.
  private func adding(
    _ path: String, of manifest: [UInt8], to report: VerificationReport, _ console: Console
  ) throws -> VerificationReport {
    let told = try Files.read(path)
    let edition = try reporting(console, SourceMap()) { () throws(RunFailure) in
      try publicEdition(ofManifest: manifest)
    }
    let check = VerificationReport.Check(
      member: Self.publishedEdition, holds: told == edition, recorded: Files.name(of: path),
      computed: console.text("与清单的公开版不同", "not the public edition of this manifest"))
    return VerificationReport(
      checks: report.checks + [check], diagnostics: report.diagnostics, sources: report.sources,
      result: report.result)
  }

  private func text(_ report: VerificationReport, _ console: Console) -> String {
    var text = ""
    for check in report.checks {
      let mark = !check.holds ? "✗" : check.isStated ? "·" : "✓"
      text += "  \(mark) \(Self.name(of: check.member, console))\n"
      if !check.holds {
        text += console.text(
          "      清单所载 \(check.recorded)\n      重新计算 \(check.computed)\n",
          "      in the manifest  \(check.recorded)\n      derived anew     \(check.computed)\n")
      }
    }
    return text + conclusion(report, console)
  }

  private func conclusion(_ report: VerificationReport, _ console: Console) -> String {
    guard report.holds else { return console.text("抽取不符\n", "not verified\n") }
    return console.text(
      "抽取属实：✓ 由清单所载的脚本、种子和名录文件重新得到；· 是清单自己的说明，请与事先公布的承诺和清单摘要核对\n",
      "verified: ✓ was derived anew from the manifest's scripts and seed and the registry file; · is "
        + "what the manifest says itself: compare it with what was published\n")
  }

  /// A member of the manifest in words; what is none by its own name.
  private static func name(of member: String, _ console: Console) -> String {
    if member == publishedEdition { return console.text("已公开的版本", "what was published") }
    return ManifestMember(rawValue: member)?.words.text(in: console.language) ?? member
  }

  /// The check that only `--published` adds.
  private static let publishedEdition = "published"

  private func json(_ report: VerificationReport, _ console: Console) -> JSONValue {
    let document = DiagnosticDocument(
      report.diagnostics, in: report.sources, language: console.language)
    return [
      "schema": "yijian-verification/1", "holds": .bool(report.holds),
      "checks": .array(
        report.checks.map { check in
          [
            "member": .string(check.member), "stated": .bool(check.isStated),
            "holds": .bool(check.holds), "recorded": .string(check.recorded),
            "computed": .string(check.computed),
          ]
        }),
      "problems": JSONRenderer().json(document),
    ]
  }
}
