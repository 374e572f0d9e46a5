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

  @Option(help: "What was published of a secret list: is it an edition of this manifest?")
  var published: String?

  @Option(help: "A further registry that the plan reads, and its data file: NAME=FILE.")
  var other: [RegistryFileArgument] = []

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
      others[argument.registry] = (Files.name(of: argument.file), try Files.read(argument.file))
    }
    var report = try reporting(console, SourceMap()) { () throws(RunFailure) in
      try verify(
        manifest: manifestBytes, registry: (Files.name(of: registry), registryBytes),
        others: others, history: earlier,
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
      member: "published", holds: told == edition, recorded: Files.name(of: path),
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

  /// A member of the manifest in words; an unknown one by its own name.
  private static func name(of member: String, _ console: Console) -> String {
    guard let words = members[member] else { return member }
    return words.text(in: console.language)
  }

  private static let members: [String: Words] = [
    "format": Words(zh: "清单格式", en: "format of the manifest"),
    "tool": Words(zh: "工具版本", en: "version of the tool"),
    "draw": Words(zh: "抽取格式", en: "format of the draw"),
    "plan": Words(zh: "计划", en: "plan"),
    "lead": Words(zh: "牵头部门", en: "lead department"),
    "participants": Words(zh: "参与部门", en: "participating departments"),
    "on": Words(zh: "抽取日", en: "date of the draw"),
    "period": Words(zh: "期间", en: "period"),
    "group": Words(zh: "协同组", en: "coordination group"),
    "seed": Words(zh: "种子", en: "seed"),
    "seedCommitment": Words(zh: "种子承诺", en: "commitment to the seed"),
    "root": Words(zh: "根", en: "root"),
    "calendar": Words(zh: "工作日历", en: "calendar"),
    "registry": Words(zh: "名录：文件与内容的摘要、行数", en: "registry: digests of file and content, rows"),
    "otherRegistries": Words(zh: "其他名录", en: "other registries"),
    "registries": Words(zh: "其他名录：文件与内容的摘要", en: "other registries: digests of file and content"),
    "except": Words(zh: "除去的户数", en: "objects left out"),
    "leads": Words(zh: "各牵头部门发起的户数", en: "objects by initiator"),
    "drawLevels": Words(zh: "各抽取层级的户数", en: "objects by draw level"),
    "inspectionLevels": Words(zh: "各检查层级的户数", en: "objects by inspection level"),
    "sampleAs": Words(zh: "分层和数量同哪个计划", en: "the plan whose strata and quantities were used"),
    "along": Words(zh: "随哪个计划抽取", en: "the plan that was drawn along with"),
    "stage2": Words(zh: "第二阶段抽中的对象与签号", en: "objects and tickets of the second stage"),
    "published": Words(zh: "已公开的版本", en: "what was published"),
    "list": Words(zh: "名单是否公示", en: "whether the list is public"),
    "hostFunctions": Words(zh: "宿主函数", en: "host functions"),
    "counts": Words(zh: "范围与排除的户数", en: "objects in scope and excluded"),
    "strata": Words(zh: "各层总数、定额、抽中数", en: "population, quota and sample of every stratum"),
    "visits": Words(zh: "检查次数与人次", en: "visits and person-visits"),
    "redraw": Words(zh: "重抽理由", en: "reason for a redraw"),
    "drawn": Words(zh: "抽中的对象、签号与次序", en: "drawn objects, tickets and their order"),
    "history": Words(
      zh: "所依据的以前的抽取（没有别的，是清单自己的说明）",
      en: "the earlier draws relied on (that there are no others is stated)"),
    "round": Words(zh: "轮次", en: "round"),
    "sources": Words(zh: "脚本", en: "scripts"),
    "inspection": Words(zh: "检查单各项的对象数", en: "objects of each item of the checklists"),
    "digest": Words(zh: "清单摘要", en: "digest of the manifest"),
  ]

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
