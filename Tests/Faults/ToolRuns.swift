import Foundation
import Store

/// The tool itself, hurt while it imports and draws.
final class ToolRuns {
  private static let script = """
    registry places {
        key code: Text
        size: Int
    }
    department health
    plan yearly {
        period 2026-01-01 to 2026-12-31
        lead health
        over places
        sample 5%
    }

    """

  /// What a store that fails may be called: not available, busy, cannot be written, lost, and lost
  /// during the commit.
  private static let errors = ["YJ0730", "YJ0731", "YJ0732", "YJ0781", "YJ0772"]

  private let target: Target
  private let tool: String
  private let folder: URL
  private var script: String { folder.appending(path: "plan.yj").path }
  private var rows: String { folder.appending(path: "places.csv").path }
  /// Imports and draws that are there.
  private var before = (imports: 0, draws: 0)
  private var number = 0
  /// How long the last run took, in seconds.
  private var took = 0.0

  init(_ target: Target, _ tool: String) throws {
    self.target = target
    self.tool = tool
    folder = FileManager.default.temporaryDirectory.appending(
      path: "store-faults-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try ToolRuns.script.write(toFile: script, atomically: true, encoding: .utf8)
    let text = "code,size\n" + (1...5_000).map { "k\($0),\($0 % 7)\n" }.joined()
    try text.write(toFile: rows, atomically: true, encoding: .utf8)
    before = try counts()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What a run of the tool did.
  enum Outcome: Equatable {
    case done
    /// With this code.
    case failed(String)
    case killed
  }

  /// Gives so many blows at random moments of imports and draws, in turns.
  func hurt(_ count: Int, by blows: [Blow]) throws {
    let start = ContinuousClock.now
    guard try run("import") == .done, try run("draw") == .done else {
      throw Failure("the tool does not work")
    }
    var longest: [String: Double] = [:]
    for command in ["import", "draw"] {
      _ = try run(command)
      longest[command] = took * 1.1
    }
    var outcomes: [String: Int] = [:]
    var inside = 0
    for round in 0..<count {
      let blow = blows[round / 2 % blows.count]
      let command = round.isMultiple(of: 2) ? "draw" : "import"
      let moment = Double.random(in: 0...(longest[command] ?? 1))
      let outcome = try run(command) { [target] writer in
        if round % 4 > 1 {
          // Aimed: transactions are short.
          try target.waitUntilWritten(by: writer)
        } else {
          Thread.sleep(forTimeInterval: moment)
        }
        writer.stop()
        if try target.isBeingWritten() { inside += 1 }
        try blow.fall(on: writer, of: target)
        writer.proceed()
      }
      outcomes["\(outcome)", default: 0] += 1
    }
    let names = blows.map(\.rawValue).joined(separator: ", ")
    let ends = outcomes.keys.sorted().map { "\(outcomes[$0] ?? 0) \($0)" }
    say(
      """
      \(count) imports and draws of the tool hurt (\(names)): \(ends.joined(separator: ", ")); \
      \(inside) within a writing transaction, nothing lost (\(seconds(start)))
      """)
  }

  /// Imports more than is sorted in memory, where the folder for temporary files has no room.
  func importWithoutRoom(_ folder: String) throws {
    let start = ContinuousClock.now
    let large = self.folder.appending(path: "large.csv").path
    let padding = String(repeating: "x", count: 600)
    let text = "code,size\n" + (1...45_000).map { "k\($0)\(padding),1\n" }.joined()
    try text.write(toFile: large, atomically: true, encoding: .utf8)
    _ = try run("import")
    let outcome = try run(
      "import", rows: large, under: ["env", "TMPDIR=\(folder)", "SQLITE_TMPDIR=\(folder)"])
    guard outcome == .failed("YJ0732") else { throw Failure("no room for sorting: \(outcome)") }
    guard try run("import", rows: large) == .done else { throw Failure("no import with room") }
    say("an import without room for sorting gave up (YJ0732), nothing lost (\(seconds(start)))")
  }

  /// Runs an import or a draw, and looks whether the store holds what the tool said.
  func run(
    _ command: String, rows: String? = nil, under wrapper: [String] = [],
    _ blow: (Writer) throws -> Void = { _ in }
  ) throws -> Outcome {
    number += 1
    let arguments =
      command == "import"
      ? importing(rows ?? self.rows, target.writersURL)
      : [
        "draw", script, "yearly", "--on", "2026-03-01", "--seed", "03 07 12", "--store",
        target.writersURL,
      ] + (before.draws > 0 ? ["--redraw", "again \(number)"] : [])
    let writer = try Writer(arguments, program: tool, under: wrapper)
    let start = ContinuousClock.now
    try blow(writer)
    let outcome = try outcome(writer)
    took = start.duration(to: .now) / .seconds(1)
    try target.settle()
    let now = try counts()
    let grown = command == "import" ? now.imports - before.imports : now.draws - before.draws
    let other = command == "import" ? now.draws - before.draws : now.imports - before.imports
    let allowed =
      switch outcome {
      case .done: 1...1
      case .failed: writer.isUnsure ? 0...1 : 0...0
      case .killed: 0...1
      }
    guard other == 0, allowed.contains(grown) else {
      throw Failure("\(command): \(outcome), \(grown) more are there: \(writer.told)")
    }
    try target.expectSound()
    before = now
    return outcome
  }

  private func importing(_ rows: String, _ url: String) -> [String] {
    ["import", script, "places", rows, "--store", url]
  }

  /// An import that stops within its transaction: another one is told that the store is busy, and the
  /// first goes on as if nothing had been.
  func importTwice() throws {
    let start = ContinuousClock.now
    _ = try run("import")
    for _ in 0..<40 {
      let first = try Writer(importing(rows, target.writersURL), program: tool)
      try target.waitUntilWritten(by: first)
      first.stop()
      let isInside = try first.isRunning && target.isBeingWritten()
      if isInside {
        let second = try Writer(importing(rows, target.url), program: tool)
        let outcome = try outcome(second)
        guard outcome == .failed("YJ0731") else {
          throw Failure("a second import: \(outcome): \(second.told)")
        }
      }
      first.proceed()
      guard try outcome(first) == .done else { throw Failure("the first import failed") }
      try target.settle()
      before.imports += 1
      guard try counts() == before else { throw Failure("not one import, but \(try counts())") }
      try target.expectSound()
      if isInside {
        return say(
          "of two imports at once one was told to wait (YJ0731), nothing lost (\(seconds(start)))")
      }
    }
    throw Failure("no import was met within a transaction")
  }

  private func outcome(_ writer: Writer) throws -> Outcome {
    switch try writer.end() {
    case .well: return .done
    case .killed: return .killed
    case .failed(let status):
      let told = writer.told
      guard status == 3, let code = ToolRuns.errors.first(where: { told.contains($0) }) else {
        throw Failure("the tool failed with \(status): \(told)")
      }
      return .failed(code)
    }
  }

  private func counts() throws -> (imports: Int, draws: Int) {
    let snapshot = try target.open().snapshot()
    let draws = try snapshot.streams(startingWith: "draws/").reduce(0) {
      try $0 + snapshot.events(in: $1).count
    }
    return (try snapshot.registry("places")?.version ?? 0, draws)
  }
}
