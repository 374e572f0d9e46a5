import ArgumentParser
import Yijian

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks scripts: names, types, tables, sampling arithmetic. Needs no store.",
    discussion: """
      A folder stands for all .yj files below it. With a store, gaps and overlaps also say how many
      objects they are about.

      EXAMPLE
        yijian check plans/ --format json
        yijian check plan.yj --store sqlite:canteens.db
      """)

  @Argument(help: "Scripts or folders.")
  var paths: [String]

  @Flag(help: "Also report what plans lack in the six respects (六个全).")
  var complete = false
  @Option(help: "memory: or sqlite:PATH")
  var store: StoreURL?

  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(check) }

  private func check(_ console: Console) throws {
    let scripts = try Files.scripts(at: paths)
    var all = Findings()
    var isUnavailable = false
    var reports: [PlanCompleteness] = []
    let store = try store.map { try opening($0, mustExist: true, console) }
    for path in scripts {
      do {
        let script = try Scripts.load(path)
        all.add(try diagnostics(script, store, console), in: script.sources)
        if complete {
          all.add(script.incompleteness, in: script.sources)
          reports += script.completeness
        }
      } catch let error as FileProblem {
        all.add([error.diagnostic], in: SourceMap())
        isUnavailable = true
      }
    }
    console.show(all.diagnostics, in: all.sources)
    for report in reports where console.format == .text {
      console.output(CompletenessView(report: report, console: console).text)
    }
    if all.diagnostics.isEmpty, console.format == .text {
      console.remark(
        console.text(
          "检查了 \(scripts.count) 个脚本，没有问题", "scripts checked: \(scripts.count), no problems"))
    }
    if isUnavailable { throw ExitStatus.unavailable }
    if all.diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
  }

  private func diagnostics(
    _ script: CheckedScript, _ store: (any Store)?, _ console: Console
  ) throws -> [Diagnostic] {
    guard let store else { return script.diagnostics }
    return try reporting(console, script.sources) { () throws(RunFailure) in
      try script.diagnostics(counting: store)
    }
  }
}
