import Foundation
import Store

/// Writers whose system calls fail: each ends with a clear error, or goes on, and nothing that it told
/// is lost, nor anything there of what it called failed.
struct Injection {
  let target: Target

  init(_ target: Target) { self.target = target }

  /// Which call fails how: what a broken or full disk answers.
  private static let failures = [
    ("pwrite64", "EIO"), ("pwrite64", "ENOSPC"), ("fdatasync", "EIO"), ("fdatasync", "ENOSPC"),
    ("ftruncate", "EIO"), ("pread64", "EIO"),
  ]
  /// How often a writer writes.
  private static let rounds = 6
  private static let calls = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144]

  private func wrapper(_ call: String, _ error: String, _ number: Int) -> [String] {
    [
      "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)",
      "-e", "inject=\(call):error=\(error):when=\(number)",
    ]
  }

  /// Calls fail one by one, by strace.
  func run(_ tool: ToolRuns?) throws {
    let start = ContinuousClock.now
    let campaign = try Campaign(target)
    for (call, error) in Injection.failures {
      var (count, failed) = (0, 0)
      for number in Injection.calls {
        for kind in Work.Kind.allCases {
          // The first reads are those of the program itself.
          let place = call == "pread64" ? number + 8 : number
          let isDone = try work(kind, campaign, under: wrapper(call, error, place))
          count += 1
          if !isDone { failed += 1 }
          // The first two may be of the log's beginning and of its folder.
          if isDone, call == "fdatasync", 3...Injection.rounds ~= number {
            throw Failure("\(kind): a write was acknowledged that did not reach the disk")
          }
        }
      }
      say("\(count) writers with a \(call) that fails with \(error), \(failed) gave up")
    }
    say("nothing lost (\(seconds(start)))")
    if let tool { try run(tool) }
  }

  private func run(_ tool: ToolRuns) throws {
    let start = ContinuousClock.now
    _ = (try tool.run("import"), try tool.run("draw"))
    var outcomes: [String: Int] = [:]
    for (call, error) in Injection.failures where call != "pread64" {
      for number in [1, 2, 20, 24, 40] {
        for command in ["import", "draw"] {
          let outcome = try tool.run(command, under: wrapper(call, error, number))
          outcomes["\(outcome)", default: 0] += 1
        }
      }
    }
    let ends = outcomes.keys.sorted().map { "\(outcomes[$0] ?? 0) \($0)" }
    say(
      """
      imports and draws of the tool with a failing call: \(ends.joined(separator: ", ")), nothing \
      lost (\(seconds(start)))
      """)
  }

  /// No file may grow beyond a size, as on a full disk.
  func runLimited() throws {
    let start = ContinuousClock.now
    let campaign = try Campaign(target)
    var (count, failed) = (0, 0)
    // Units of 512 bytes, or 1,024 where the shell says so.
    for limit in [8, 40, 80, 160, 400] {
      for kind in Work.Kind.allCases {
        let shell = ["sh", "-c", "ulimit -f \(limit); exec \"$0\" \"$@\""]
        if try !work(kind, campaign, under: shell) { failed += 1 }
        count += 1
      }
    }
    guard failed > 0 else { throw Failure("no writer met the limit of its files") }
    say(
      """
      \(count) writers with files that may not grow, \(failed) gave up, nothing lost \
      (\(seconds(start)))
      """)
  }

  /// Whether the writer did all that it was to do.
  private func work(
    _ kind: Work.Kind, _ campaign: Campaign, under wrapper: [String]
  ) throws -> Bool {
    let writer = try Writer(
      ["work", kind.rawValue, target.writersURL, "\(Injection.rounds)"], under: wrapper)
    let isDone = try writer.isFinished()
    do {
      try campaign.check([(kind, writer)], isUnsure: { _ in writer.isUnsure })
    } catch { throw Failure("\(wrapper.joined(separator: " ")): \(error)") }
    return isDone
  }
}
