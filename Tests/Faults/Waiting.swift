import Engine
import Foundation
import Store

/// A writer that stops in the middle of a transaction and keeps its locks: others wait for as long as
/// they are told, and then say that the store is busy; readers do not wait.
struct Waiting {
  let target: Target
  let tool: ToolRuns?

  init(_ target: Target, _ tool: ToolRuns?) {
    self.target = target
    self.tool = tool
  }

  func run() throws {
    let start = ContinuousClock.now
    let campaign = try Campaign(target)
    if let tool { _ = (try tool.run("import"), try tool.run("draw")) }
    let writer = try stoppedWriter()
    defer { writer.kill() }
    let store = try target.open(patience: 0.5)
    let reading = ContinuousClock.now
    let found = try Work(.replace, store).count()
    try target.expectSound()
    let others = try store.snapshot().events(in: "waiting").count
    var busy = 0
    do {
      _ = try store.append([1], kind: "k", to: "waiting", expectedVersion: others)
    } catch StoreError.busy { busy += 1 }
    do {
      try Work(.replace, store).run(rounds: 1)
      throw Failure("two imports of a registry at once")
    } catch StoreError.busy { busy += 1 }
    guard reading.duration(to: .now) < .seconds(20), try Work(.replace, store).count() == found
    else {
      throw Failure("a writer that waits changed something")
    }
    var words = ""
    if let tool, busy == 2 {
      // Where one lock is for all.
      for command in ["import", "draw"] {
        let outcome = try tool.run(command)
        guard outcome == .failed("YJ0731") else { throw Failure("\(command): \(outcome)") }
      }
      words = ", and so was the tool (YJ0731)"
    }
    writer.proceed()
    Thread.sleep(forTimeInterval: 0.3)
    writer.stop()
    writer.kill()
    try campaign.check([(.replace, writer)], isUnsure: { _ in true })
    try tool?.importTwice()
    say(
      """
      a writer stopped within a transaction: \(busy) of 2 others were told that the store is busy\
      \(words), readers did not wait, nothing lost (\(seconds(start)))
      """)
  }

  /// A writer that has locks and does not go on.
  private func stoppedWriter() throws -> Writer {
    let writer = try Writer(["work", Work.Kind.replace.rawValue, target.writersURL])
    for _ in 0..<2_000 {
      Thread.sleep(forTimeInterval: Double.random(in: 0.001...0.02))
      // While it opens the store, it may hold locks that nobody gets past.
      if writer.numbers.isEmpty { continue }
      writer.stop()
      if try target.isBeingWritten() { return writer }
      writer.proceed()
    }
    writer.kill()
    throw Failure("the writer was never met within a transaction")
  }
}
