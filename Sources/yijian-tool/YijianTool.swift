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
      CheckCommand.self, FormatCommand.self, ImportCommand.self, ExportCommand.self,
      CommitCommand.self, DrawCommand.self, ManifestCommand.self, VerifyCommand.self,
      TestCommand.self, RunCommand.self,
      ExplainCommand.self, StoreCommand.self,
    ])

  /// Runs the command and turns whatever happens into the exit codes of the contract.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      Foundation.exit(status.rawValue)
    } catch {
      // ArgumentParser's own: help and version are fine, a wrong call is not; all else is our bug.
      let text = fullMessage(for: error)
      let console = Console(format: .text, language: .english, colour: .never)
      switch exitCode(for: error) {
      case .success:
        console.output(text + "\n")
        Foundation.exit(ExitStatus.ok.rawValue)
      case .validationFailure:
        console.remark(text)
        Foundation.exit(ExitStatus.usage.rawValue)
      default:
        console.remark("yijian: internal error: \(text)")
        Foundation.exit(ExitStatus.internalError.rawValue)
      }
    }
  }
}
