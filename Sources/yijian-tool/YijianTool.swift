import ArgumentParser
import Foundation
import Yijian

@main
struct YijianTool: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "yijian",
    abstract: "Plans of supervision as scripts: checked, drawn, verifiable.",
    discussion: """
      EXAMPLE
        yijian check plan.yj
        yijian import plan.yj canteens canteens.csv --store sqlite:canteens.db
        yijian draw plan.yj yearly --store sqlite:canteens.db --on 2026-03-01 --seed 'lottery 03 07'

      EXIT STATUS
        0 ok, 1 findings, 2 usage, 3 input or store unavailable, 4 limit exceeded, 5 tests failed,
        70 internal error
      """,
    version: version,
    subcommands: [
      CheckCommand.self, FormatCommand.self, ImportCommand.self, CommitCommand.self,
      DrawCommand.self, VerifyCommand.self, TestCommand.self, RunCommand.self, ExplainCommand.self,
    ])

  /// Runs the command and turns whatever happens into the exit codes of the contract.
  static func main() {
    Interrupt.watch()
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      Foundation.exit(status.rawValue)
    } catch {
      // ArgumentParser's own: help and version are fine, all else is a wrong call.
      let text = fullMessage(for: error)
      let isHelp = exitCode(for: error) == .success
      let console = Console(format: .text, language: .english, colour: .never)
      if isHelp { console.output(text + "\n") } else { console.remark(text) }
      Foundation.exit(isHelp ? 0 : ExitStatus.usage.rawValue)
    }
  }
}
