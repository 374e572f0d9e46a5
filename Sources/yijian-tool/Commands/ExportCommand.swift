import ArgumentParser
import Yijian

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a registry as it is stored into a CSV, Excel or JSON Lines file.",
    discussion: """
      The file has the names that an import looks for; importing it gives the same rows. After imports
      with --merge it is what a draw can be verified with.

      EXAMPLE
        yijian export plan.yj canteens canteens.jsonl --store sqlite:canteens.db
      """)

  @Argument(help: "The script that declares the registry.")
  var script: String

  @Argument(help: "The registry's name.")
  var registry: String

  @Argument(help: "The file to write: NAME.csv, NAME.xlsx or NAME.jsonl.")
  var file: ExportFile

  @Option(help: StoreURL.help)
  var store: StoreURL

  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(export) }

  private func export(_ console: Console) throws {
    let checked = try Scripts.loadValid(script, console)
    let source = try opening(store, mustExist: true, console)
    try file.reserve()
    var writer = file.writer(sheet: registry)
    let version: RegistryVersion
    do throws(ExportFailure) {
      version = try checked.exportRegistry(
        registry, to: &writer, from: source, meter: Meter(limitOptions.limits()))
    } catch {
      file.discard()
      switch error {
      case .file(let failure): throw FileProblem(path: file.path, reason: failure.message)
      case .run(let failure):
        console.show(failure.diagnostics, in: checked.sources)
        throw failure.status
      }
    }
    do { try file.keep() } catch {
      file.discard()
      throw error
    }
    switch console.format {
    case .json:
      console.output([
        "schema": "yijian-export/1", "registry": .string(registry),
        "version": .integer(version.version), "rows": .integer(version.rowCount),
        "digest": .string(version.digest), "file": .string(file.path),
      ])
    case .text:
      console.output(
        console.text(
          "\(registry)：第 \(version.version) 版，\(version.rowCount) 行，写入 \(file.path)\n内容 SHA-256 \(version.digest)\n",
          "\(registry): version \(version.version), \(version.rowCount) rows, written to \(file.path)\n"
            + "content SHA-256 \(version.digest)\n"))
    }
  }
}
