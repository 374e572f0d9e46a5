import ArgumentParser
import Yijian

struct ManifestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifest",
    abstract: "Lists a plan's recorded draws, or prints the manifest of one.",
    discussion: """
      EXAMPLE
        yijian manifest plan.yj yearly --store sqlite:canteens.db
        yijian manifest plan.yj yearly --store sqlite:canteens.db --event 2 > yearly.json
        yijian manifest plan.yj yearly --store sqlite:canteens.db --event 2 --public > told.json
      """)

  @OptionGroup var subject: PlanArguments

  @Option(help: "The number of a recorded draw.")
  var event: Int?

  @Option(help: "Any day of the round, for a plan that has several: yyyy-mm-dd.")
  var on: DateArgument?
  @Flag(
    name: .customLong("public"),
    help: "The edition that may be published: without the drawn objects, if their list is secret.")
  var isPublic = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if isPublic, event == nil { throw ValidationError("--public needs --event") }
  }

  func run() throws { try common.perform(show) }

  private func show(_ console: Console) throws {
    let checked = try Scripts.loadValid(subject.script, console)
    let session = Session(checked, store: try opening(subject.store, mustExist: true, console))
    guard let event else { return try list(session, console) }
    let manifest = try reporting(console, checked.sources) { () throws(RunFailure) in
      try session.manifest(plan: subject.plan, event: event, on: on?.date)
    }
    guard let manifest else {
      throw ValidationError(
        console.text("没有第 \(event) 号抽取记录", "no draw is recorded under the number \(event)"))
    }
    let edition = try reporting(console, checked.sources) { () throws(RunFailure) in
      isPublic ? try publicEdition(ofManifest: manifest) : manifest
    }
    console.output(String(decoding: edition, as: UTF8.self))
  }

  private func list(_ session: Session, _ console: Console) throws {
    let history = try reporting(console, session.script.sources) { () throws(RunFailure) in
      try session.history(plan: subject.plan, on: on?.date)
    }
    switch console.format {
    case .json:
      console.output([
        "schema": "yijian-history/1", "plan": .string(subject.plan),
        "events": .array(history.map(json)),
      ])
    case .text:
      var table = TextTable([.right, .left, .left])
      for entry in history {
        switch entry {
        case .seedCommitted(let commitment):
          table.add([
            "\(commitment.event)", console.text("种子承诺", "seed commitment"), commitment.digest,
          ])
        case .drawn(let event, let on, let digest, let count, let reason):
          let what = console.text("\(on) 抽取 \(count) 户", "\(on): \(count) drawn")
          table.add(["\(event)", what + (reason.map { "（\($0)）" } ?? ""), digest])
        }
      }
      console.output(table.text)
    }
  }

  private func json(_ entry: HistoryEntry) -> JSONValue {
    switch entry {
    case .seedCommitted(let commitment):
      [
        "event": .integer(commitment.event), "kind": "seed-committed",
        "commitment": .string(commitment.digest),
      ]
    case .drawn(let event, let on, let digest, let count, let reason):
      [
        "event": .integer(event), "kind": "drawn", "on": .string(on), "count": .integer(count),
        "manifestDigest": .string(digest), "redraw": .optional(reason),
      ]
    }
  }
}
