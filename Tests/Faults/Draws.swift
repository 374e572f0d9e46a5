import Foundation
import Store

/// The tool itself, killed while it imports and draws.
struct Draws {
  let url: String
  let tool: String

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

  func run(kills: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "store-faults-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appending(path: "plan.yj").path
    let rows = folder.appending(path: "places.csv").path
    try Draws.script.write(toFile: script, atomically: true, encoding: .utf8)
    let text = "code,size\n" + (1...5_000).map { "k\($0),\($0 % 7)\n" }.joined()
    try text.write(toFile: rows, atomically: true, encoding: .utf8)
    let importing = ["import", script, "places", rows, "--store", url]
    let drawing = [
      "draw", script, "yearly", "--store", url, "--on", "2026-03-01", "--seed", "03 07 12",
    ]
    let longest = try time { _ = try start(importing, for: nil) } * 1.3
    if try draws() == 0 { _ = try start(drawing, for: nil) }
    var before = (try imports(), try draws())
    var finished = 0
    for round in 0..<kills {
      let isDraw = round % 2 == 0
      let arguments = isDraw ? drawing + ["--redraw", "again \(round)"] : importing
      let isDone = try start(arguments, for: Double.random(in: 0...longest))
      let now = (try imports(), try draws())
      let (grown, other) =
        isDraw ? (now.1 - before.1, now.0 - before.0) : (now.0 - before.0, now.1 - before.1)
      guard other == 0, grown == 1 || grown == 0 && !isDone else {
        throw Failure("\(arguments[0]): done \(isDone), \(grown) more are there")
      }
      if isDone { finished += 1 }
      try expectSound(try StoreFaults.open(url))
      before = now
    }
    print("\(kills) kills of imports and draws of the tool, \(finished) too late, nothing lost")
  }

  private func imports() throws -> Int {
    try StoreFaults.open(url).snapshot().registry("places")?.version ?? 0
  }

  private func draws() throws -> Int {
    let snapshot = try StoreFaults.open(url).snapshot()
    return try snapshot.streams(startingWith: "draws/").reduce(0) {
      try $0 + snapshot.events(in: $1).count
    }
  }

  private func time(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    let (seconds, attoseconds) = start.duration(to: .now).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  /// Runs the tool for so long; whether it had ended by itself, with success.
  private func start(_ arguments: [String], for seconds: Double?) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let seconds {
      Thread.sleep(forTimeInterval: seconds)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    let isDone = process.terminationReason == .exit && process.terminationStatus == 0
    guard isDone || process.terminationReason == .uncaughtSignal else {
      throw Failure("\(arguments[0]) failed with \(process.terminationStatus)")
    }
    return isDone
  }
}
