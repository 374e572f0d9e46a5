import ArgumentParser
import Yijian

struct CommitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commit",
    abstract: "Records the hash of a seed before the draw, without telling the seed.",
    discussion: """
      Publish the number that is printed, freeze the registry, then draw with the same seed. A draw
      whose seed does not fit is refused.

      EXAMPLE
        yijian commit plan.yj yearly --store sqlite:canteens.db --seed 'lottery of 2026-02-28: 03'
      """)

  @OptionGroup var subject: PlanArguments

  @Option(help: "The seed: one line of text.")
  var seed: String

  @Option(help: "Any day of the round, for a plan that has several: yyyy-mm-dd.")
  var on: DateArgument?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "A value for a parameter that decides on the number of rounds: NAME=VALUE, as for draw.")
  var settings: [SettingArgument] = []

  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(commit) }

  private func commit(_ console: Console) throws {
    let checked = try Scripts.loadValid(subject.script, console)
    let session = Session(checked, store: try opening(subject.store, mustExist: true, console))
    let commitment = try reporting(console, checked.sources) { () throws(RunFailure) in
      try session.commitSeed(
        seed, plan: subject.plan, on: on?.date, parameters: settings.byName)
    }
    switch console.format {
    case .json:
      console.output([
        "schema": "yijian-commitment/1", "plan": .string(subject.plan),
        "commitment": .string(commitment.digest), "event": .integer(commitment.event),
      ])
    case .text:
      console.output(
        console.text("种子承诺 \(commitment.digest)\n", "seed commitment \(commitment.digest)\n"))
    }
  }
}
