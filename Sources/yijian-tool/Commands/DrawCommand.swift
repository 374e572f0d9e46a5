import ArgumentParser
import Yijian

struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draws a plan's sample, records it and writes its manifest.",
    discussion: """
      A plan's period is drawn once; drawing it again needs --redraw with the reason, and becomes a
      further record beside the first.

      EXAMPLE
        yijian draw plan.yj yearly --store sqlite:canteens.db --on 2026-03-01 \\
          --seed 'lottery of 2026-02-28: 03 07 12' --out published/ --list drawn.xlsx
      """)

  @OptionGroup var subject: PlanArguments

  @Option(help: "The date of the draw, within the plan's period: yyyy-mm-dd.")
  var on: DateArgument

  @Option(help: "The seed: one line of text that nobody could choose.")
  var seed: String

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "A value for a parameter of the plan: NAME=VALUE, such as rate=10%. May be repeated.")
  var settings: [SettingArgument] = []

  @Option(help: "Why the period is drawn again.")
  var redraw: String?

  @Option(help: "The folder that the manifest is written to.")
  var out: String?

  @Option(
    help:
      "Also write the drawn objects, with all fields of the registry, to a file: NAME.xlsx or NAME.csv."
  )
  var list: ListFile?

  @Flag(help: "The same as --format json.")
  var json = false

  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var options = common
    if json { options.format = .json }
    try options.perform(draw)
  }

  private func draw(_ console: Console) throws {
    let checked = try Scripts.loadValid(subject.script, console)
    let session = Session(
      checked, store: try opening(subject.store, mustExist: true, console),
      limits: limitOptions.limits(),
      toolVersion: "yijian \(YijianTool.version)")
    // The places are made first: a draw that is recorded should not want for a file.
    try list?.reserve()
    let path: String?
    do {
      path = try reserveManifest(session, console)
    } catch {
      list?.discard()
      throw error
    }
    let draw: RecordedDraw
    do {
      draw = try reporting(console, checked.sources) { () throws(RunFailure) in
        try session.draw(
          DrawRequest(
            plan: subject.plan, on: on.date, seed: seed, redrawReason: redraw,
            parameters: settings.byName))
      }
    } catch {
      if let path { Files.remove(path) }
      list?.discard()
      throw error
    }
    if let path { try Files.write(draw.manifest, to: path) }
    try writeList(of: draw, session, console)
    let view = DrawView(draw: draw, script: checked, console: console, manifestPath: path)
    switch console.format {
    case .json: console.output(view.json)
    case .text: console.output(view.text)
    }
  }

  private func writeList(
    of draw: RecordedDraw, _ session: Session, _ console: Console
  ) throws {
    guard let list else { return }
    do {
      let drawn = try reporting(console, session.script.sources) { () throws(RunFailure) in
        try session.list(of: draw.result, in: console.language)
      }
      try list.write(drawn, sheet: subject.plan)
    } catch {
      list.discard()
      throw error
    }
  }

  /// The first draw of a round has the plan's name (and the round's number), later ones their number
  /// behind it. A file that is
  /// there already is never overwritten.
  private func reserveManifest(_ session: Session, _ console: Console) throws -> String? {
    guard let out else { return nil }
    let draws = try reporting(console, session.script.sources) { () throws(RunFailure) in
      try session.history(plan: subject.plan, on: on.date).count {
        if case .drawn = $0 { true } else { false }
      }
    }
    try Files.makeFolder(out)
    let folder = out.hasSuffix("/") ? out : out + "/"
    let round = try reporting(console, session.script.sources) { () throws(RunFailure) in
      try session.round(plan: subject.plan, on: on.date, parameters: settings.byName)
    }
    let name = subject.plan + (round.map { "-\($0.number)" } ?? "")
    let path = folder + (draws == 0 ? "\(name).json" : "\(name).\(draws + 1).json")
    try Files.reserve(path)
    return path
  }
}
