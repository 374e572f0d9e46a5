import ArgumentParser
import Yijian

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks scripts: names, types, tables, sampling arithmetic. Needs no store.",
    discussion: """
      A folder stands for all .yj files below it.

      EXAMPLE
        yijian check plans/ --format json
      """)

  @Argument(help: "Scripts or folders.")
  var paths: [String]

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console()
    let scripts = try Files.scripts(at: paths)
    var all = Findings()
    for path in scripts {
      let script = try Scripts.load(path)
      all.add(script.diagnostics, in: script.sources)
    }
    console.show(all.diagnostics, in: all.sources)
    if all.diagnostics.isEmpty, console.format == .text {
      console.remark(
        console.text(
          "检查了 \(scripts.count) 个脚本，没有问题", "checked \(scripts.count) scripts: no problems"))
    }
    if all.diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
  }
}
