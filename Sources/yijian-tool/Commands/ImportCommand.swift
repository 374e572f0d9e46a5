import ArgumentParser
import Foundation
import Yijian

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Imports a registry from a CSV file, checking every row.",
    discussion: """
      The header has the names of the registry's fields. A row with a problem is reported with line,
      column, value and reason; then nothing is stored, unless --rejects sets such rows aside.

      EXAMPLE
        yijian import plan.yj canteens canteens.csv --store sqlite:canteens.db
      """)

  @Argument(help: "The script that declares the registry.")
  var script: String

  @Argument(help: "The registry's name.")
  var registry: String

  @Argument(help: "The CSV file, UTF-8.")
  var file: String

  @Option(help: StoreURL.help)
  var store: StoreURL

  @Option(help: "Store the good rows, and write the others to this file, to be corrected.")
  var rejects: String?

  @Option(help: "The day that the rows show, for plans that want it: yyyy-mm-dd.")
  var asAt: DateArgument?

  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(importRows) }

  private func importRows(_ console: Console) throws {
    let checked = try Scripts.loadValid(script, console)
    let reader = try Files.FileReader(file)
    if let rejects, Files.areSame(rejects, file) {
      throw FileProblem(
        path: rejects,
        reason: console.text("不能与导入的文件相同", "must not be the file that is imported"))
    }
    let target = try opening(store, console)
    let rejected = rejects.map { RejectFile($0) }
    let progress = Progress(console, total: reader.size)
    let name = Files.name(of: file)
    let result: ImportResult
    do {
      result = try reporting(console, checked.sources) { () throws(RunFailure) in
        defer { progress.finish() }
        return try checked.importCSV(
          reader.byteSource, file: name, registry: registry, asAt: asAt?.date, into: target,
          mode: rejected?.mode ?? .refuseAll, meter: Meter(limitOptions.limits()),
          progress: { progress.show(bytes: $0.bytes, rows: $0.rows) })
      }
    } catch {
      rejected?.discard()
      throw error
    }
    try rejected?.keep()
    show(result, checked, console)
    if result.report.rowsRejected > 0 { throw ExitStatus.findings }
  }

  private func show(_ result: ImportResult, _ checked: CheckedScript, _ console: Console) {
    let report = result.report
    switch console.format {
    case .json:
      let document = DiagnosticDocument(
        result.diagnostics, in: checked.sources, language: console.language)
      console.output([
        "schema": "yijian-import/1", "registry": .string(registry),
        "version": .integer(report.version.version), "rows": .integer(report.version.rowCount),
        "rejected": .integer(report.rowsRejected),
        "digest": .string(report.version.digest),
        "fileDigest": .optional(report.version.origin.fileDigest),
        "unusedColumns": .array(report.unusedColumns.map { .string($0) }),
        "problems": JSONRenderer().json(document),
      ])
    case .text:
      console.show(result.diagnostics, in: checked.sources)
      if !report.unusedColumns.isEmpty {
        let names = report.unusedColumns.joined(separator: ", ")
        console.remark(console.text("没有用到的列：\(names)", "columns not used: \(names)"))
      }
      if let rejects, report.rowsRejected > 0 {
        console.remark(
          console.text(
            "\(report.rowsRejected) 行放在 \(rejects)。改好之后请与其余的行一起导入：导入会替换整个名录",
            "\(report.rowsRejected) rows are in \(rejects). Once corrected, import them together with "
              + "the others: an import replaces the registry"))
      }
      let digest = report.version.origin.fileDigest ?? report.version.digest
      console.output(
        console.text(
          "\(registry)：导入 \(report.version.rowCount) 行，第 \(report.version.version) 版，文件 SHA-256 \(digest)\n",
          "\(registry): \(report.version.rowCount) rows, version \(report.version.version), file SHA-256 \(digest)\n"
        ))
    }
  }
}
