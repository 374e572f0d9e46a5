import ArgumentParser
import Yijian

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs a script's show lines against a store.",
    discussion: """
      EXAMPLE
        yijian run plan.yj --store sqlite:canteens.db --on 2026-03-01
      """)

  @Argument(help: "The script.")
  var script: String

  @Option(help: StoreURL.help)
  var store: StoreURL

  @Option(help: "The as-of date, for scripts that use it: yyyy-mm-dd.")
  var on: DateArgument?

  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(run) }

  private func run(_ console: Console) throws {
    let checked = try Scripts.loadValid(script, console)
    let session = Session(
      checked, store: try opening(store, mustExist: true, console), limits: limitOptions.limits())
    let values = try reporting(console, checked.sources) { () throws(RunFailure) in
      try session.shows(asOf: on?.date)
    }
    switch console.format {
    case .json:
      console.output([
        "schema": "yijian-run/1",
        "values": .array(
          values.map { value in
            let file = checked.sources[value.span.file]
            return [
              "line": .integer(file.position(at: value.span.start).line),
              "expression": .string(file.text(value.span)),
              "value": checked.json(value),
            ]
          }),
      ])
    case .text:
      console.output(values.map { checked.text($0, in: console.language) + "\n" }.joined())
    }
  }
}
