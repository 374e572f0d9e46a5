import Yijian

/// A line on the terminal that says how far a long job is; silent elsewhere.
final class Progress {
  private let console: Console
  private let total: Int
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  init(_ console: Console, total: Int) {
    self.console = console
    self.total = total
    isShown = Console.errorIsTerminal && console.format == .text
  }

  /// Nothing appears in the first half second, then ten times a second at most.
  func show(bytes: Int, rows: Int) {
    let now = ContinuousClock.now
    guard isShown, start.duration(to: now) > .milliseconds(500),
      last.map({ $0.duration(to: now) > .milliseconds(100) }) ?? true
    else { return }
    last = now
    let share = total > 0 ? " \(min(100, bytes * 100 / total))%" : ""
    console.status(console.text("导入 \(rows) 行\(share)", "importing: \(rows) rows\(share)"))
  }

  func finish() {
    if last != nil { console.status("") }
  }
}
