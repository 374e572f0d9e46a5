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
    let histories = try reporting(console, session.script.sources) { () throws(RunFailure) in
      let all = try session.histories(plan: subject.plan)
      guard let date = on?.date else { return all }
      // A day of no round is refused.
      _ = try session.history(plan: subject.plan, on: date)
      return all.filter { isDay(date, of: $0.round) }
    }
    switch console.format {
    case .json:
      console.output([
        "schema": "yijian-history/1", "plan": .string(subject.plan),
        "events": .array(
          histories.flatMap { round, entries in entries.map { json($0, round) } }),
      ])
    case .text:
      for (round, entries) in histories {
        // Of one history it is clear whose it is.
        if histories.count > 1 { console.output("\(round)\n") }
        console.output(table(entries, console).text)
      }
    }
  }

  /// - Parameter round: as an ISO 8601 interval.
  private func isDay(_ date: CivilDate, of round: String) -> Bool {
    let ends = round.split(separator: "/").compactMap { CivilDate(String($0)) }
    return ends.count == 2 && ends[0] <= date && date <= ends[1]
  }

  private func table(_ history: [HistoryEntry], _ console: Console) -> TextTable {
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
    return table
  }

  private func json(_ entry: HistoryEntry, _ round: String) -> JSONValue {
    switch entry {
    case .seedCommitted(let commitment):
      [
        "event": .integer(commitment.event), "round": .string(round), "kind": "seed-committed",
        "commitment": .string(commitment.digest),
      ]
    case .drawn(let event, let on, let digest, let count, let reason):
      [
        "event": .integer(event), "round": .string(round), "kind": "drawn", "on": .string(on),
        "count": .integer(count),
        "manifestDigest": .string(digest), "redraw": .optional(reason),
      ]
    }
  }
}
