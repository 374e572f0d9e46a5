import ArgumentParser
import Foundation
import Yijian

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Imports a registry from a CSV, Excel or JSON Lines file, checking every row.",
    discussion: """
      The header has the names of the registry's fields, or those that the fields' columns are said
      to have. What each column holds is shown before anything is stored. A row with a problem is
      reported with its place, value and reason; then nothing is stored, unless --rejects sets such
      rows aside.

      EXAMPLE
        yijian import plan.yj canteens canteens.xlsx --store sqlite:canteens.db
      """)

  @Argument(help: "The script that declares the registry.")
  var script: String

  @Argument(help: "The registry's name.")
  var registry: String

  @Argument(help: "The data file: CSV, .xlsx or one JSON object a line.")
  var file: String

  @Option(help: StoreURL.help)
  var store: StoreURL

  @OptionGroup var reading: ReadingArguments

  @Option(
    help: """
      Store the good rows, and write the others to this file, to be corrected: as they stand, or as a \
      workbook if it is called .xlsx.
      """)
  var rejects: String?

  @Option(help: "The day that the rows show, for plans that want it: yyyy-mm-dd.")
  var asAt: DateArgument?

  @OptionGroup var mannerOptions: ImportMannerOptions
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
    let meter = Meter(limitOptions.limits())
    let trial = try trialStore(console)
    defer { trial?.remove() }
    let target = ImportingStore(
      try trial?.open(console) ?? opening(store, mustExist: mannerOptions.dryRun, console),
      mannerOptions.manner(), meter: meter)
    let rejected = rejects.map { RejectFile($0) }
    let progress = Progress(console, total: reader.size)
    let name = Files.name(of: file)
    var settings = ImportSettings()
    settings.reading = reading.options
    settings.asAt = asAt?.date
    settings.mode = rejected?.mode ?? .refuseAll
    settings.progress = { progress.show(bytes: $0.bytes, rows: $0.rows) }
    var quality: DataQuality?
    settings.examined = { quality = $0 }
    let result: ImportResult
    do throws(RunFailure) {
      defer { progress.finish() }
      result = try checked.importRegistry(
        registry, from: DataFile(name: name, source: reader.byteSource, access: reader.access),
        settings, into: target, meter: meter)
    } catch {
      rejected?.discard()
      refuse(error, quality, checked, console)
      throw error.status
    }
    try rejected?.keep()
    let difference = target.difference.map {
      DifferenceView(
        difference: $0, schema: result.report.version.schema, isMerge: mannerOptions.merge,
        console: console)
    }
    show(result, difference, checked, console, isNew: trial != nil)
    if result.report.rowsRejected > 0 { throw ExitStatus.findings }
  }

  /// A trial where there is no store yet is made in one that is thrown away, and leaves nothing.
  private func trialStore(_ console: Console) throws -> TrialStore? {
    guard mannerOptions.dryRun,
      try asking(console, { () throws(StoreError) in try !store.isThere() })
    else { return nil }
    return try TrialStore()
  }

  /// Says why nothing was imported, and what the columns hold as far as they were read.
  private func refuse(
    _ failure: RunFailure, _ quality: DataQuality?, _ checked: CheckedScript, _ console: Console
  ) {
    let view = quality.map { QualityView(quality: $0, console: console) }
    switch console.format {
    case .text:
      console.show(failure.diagnostics, in: checked.sources)
      if let view { console.remark(view.text) }
      if rejects == nil, failure.diagnostics.contains(where: { $0.code == .importRefused }) {
        console.remark(
          console.text(
            "加上 --rejects 文件，不合格的行另存到那里，其余照常导入",
            "--rejects FILE sets these rows aside and imports the others"))
      }
    case .json:
      let document = DiagnosticDocument(
        failure.diagnostics, in: checked.sources, language: console.language)
      guard case .object(let members) = JSONRenderer().json(document) else { return }
      let quality = view.map { [JSONValue.Member("quality", $0.json)] } ?? []
      console.output(.object(members + quality))
    }
  }

  private func show(
    _ result: ImportResult, _ difference: DifferenceView?, _ checked: CheckedScript,
    _ console: Console, isNew: Bool
  ) {
    let report = result.report
    switch console.format {
    case .json:
      let document = DiagnosticDocument(
        result.diagnostics, in: checked.sources, language: console.language)
      console.output([
        "schema": "yijian-import/1", "registry": .string(registry),
        "version": .integer(report.version.version), "rows": .integer(report.version.rowCount),
        "rejected": .integer(report.rowsRejected),
        "digest": .optional(mannerOptions.dryRun ? nil : report.version.digest),
        "dryRun": .bool(mannerOptions.dryRun), "merged": .bool(mannerOptions.merge),
        "difference": difference?.json ?? .null,
        "fileDigest": .string(report.fileDigest),
        "read": [
          "format": .string(report.reading.format.rawValue),
          "encoding": .optional(report.reading.encoding?.rawValue),
          "sheet": .optional(report.reading.sheet),
          "headerLine": report.reading.headerLine.map { .integer($0) } ?? .null,
        ],
        "quality": QualityView(quality: report.quality, console: console).json,
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
            "\(report.rowsRejected) 行放在 \(rejects)。改好之后用 --merge 导入；不带 --merge 会替换整个名录",
            "\(report.rowsRejected) rows are in \(rejects). Once corrected, import them with --merge:\n"
              + "without it an import replaces the registry"))
      }
      console.output(words(report.reading, console))
      console.output(QualityView(quality: report.quality, console: console).text)
      if isNew {
        console.output(
          console.text("存储还不存在，导入时新建\n", "there is no store yet; an import makes it\n"))
      } else if let difference {
        console.output(difference.text)
      }
      if mannerOptions.dryRun {
        return console.output(
          console.text("\(registry)：试导入，没有存储任何内容\n", "\(registry): dry run, nothing was stored\n"))
      }
      console.output(
        console.text(
          "\(registry)：导入 \(report.version.rowCount) 行，第 \(report.version.version) 版\n文件 SHA-256 \(report.fileDigest)\n",
          "\(registry): \(report.version.rowCount) rows, version \(report.version.version)\nfile SHA-256 \(report.fileDigest)\n"
        ))
    }
  }

  /// What the file was taken for.
  private func words(_ reading: FileReading, _ console: Console) -> String {
    let header = reading.headerLine.map {
      console.text("，表头在第 \($0) 行", ", header in row \($0)")
    }
    switch reading.format {
    case .csv, .jsonLines:
      let format = reading.format == .csv ? "CSV" : "JSON Lines"
      let encoding = reading.encoding == .gb18030 ? "GB18030" : "UTF-8"
      return console.text(
        "文件按 \(format)、\(encoding) 读取\(header ?? "")\n",
        "read as \(format) in \(encoding)\(header ?? "")\n")
    case .xlsx:
      return console.text(
        "文件按工作簿读取，表“\(reading.sheet ?? "")”\(header ?? "")\n",
        "read as a workbook, sheet \"\(reading.sheet ?? "")\"\(header ?? "")\n")
    }
  }
}
