import ArgumentParser
import Yijian

struct StoreCopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: "Copies registries and histories from one store into another, of any kind.",
    discussion: """
      The newest version of every registry and every entry of the histories. What the target has
      already is left, so a copy that was stopped can be started again; a target that has something
      else under the same name is refused.

      EXAMPLE
        yijian store copy --from sqlite:canteens.db --to sqlite:copy.db
      """)

  @Option(help: "The store that is read.")
  var from: StoreURL

  @Option(help: "The store that is written; it is made if it is not there.")
  var to: StoreURL

  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(copy) }

  private func copy(_ console: Console) throws {
    let source = try opening(from, mustExist: true, console)
    let target = try opening(to, console)
    let snapshot = try asking(console) { () throws(StoreError) in try source.snapshot() }
    let total = try asking(console) { () throws(StoreError) in try source.status() }.rowCount
    let progress = Progress(console, total: total)
    let report: StoreCopyReport
    do throws(StoreCopyFailure) {
      defer { progress.finish() }
      report = try target.copy(
        snapshot, meter: Meter(limitOptions.limits()),
        progress: { progress.show(bytes: $0, rows: $0) })
    } catch { throw told(error, console) }
    switch console.format {
    case .json:
      console.output([
        "schema": "yijian-store-copy/1", "registries": .integer(report.registries),
        "rows": .integer(report.rows), "events": .integer(report.events),
        "present": .integer(report.present),
      ])
    case .text:
      console.output(
        console.text(
          "复制了 \(report.registries) 个名录（\(report.rows) 行）和 \(report.events) 条历史记录；"
            + "已有的 \(report.present) 项未动\n",
          "\(report.registries) registries (\(report.rows) rows) and \(report.events) entries of "
            + "histories copied; \(report.present) were there already\n"))
    }
  }

  /// Says why, and gives the exit code.
  private func told(_ failure: StoreCopyFailure, _ console: Console) -> ExitStatus {
    func shown(_ error: StoreError) -> ExitStatus {
      let failure = RunFailure(error)
      console.show(failure.diagnostics, in: SourceMap())
      return failure.status
    }
    switch failure {
    case .source(let error), .target(let error): return shown(error)
    case .limit(let limit): return shown(.limit(limit))
    case .registryDiffers(let name):
      console.remark(
        console.text(
          "没有复制：目标存储里已有另外的名录“\(name)”",
          "nothing was copied: the target has another registry \"\(name)\""))
    case .streamDiffers(let name):
      console.remark(
        console.text(
          "没有复制：目标存储里已有另外的历史“\(name)”",
          "nothing was copied: the target has another history \"\(name)\""))
    }
    return .findings
  }
}
