// Loads a registry into memory once, then answers every line of input with the seconds that a job
// took: `draw`, `filter` (the script's show line) or `tickets` (SHA-256 alone, on all cores).
// Usage: measure SCRIPT REGISTRY.csv

import Foundation
import Yijian

@main
enum Measure {
  static func main() throws {
    let arguments = CommandLine.arguments
    let text = try String(contentsOfFile: arguments[1], encoding: .utf8)
    let workspace = try Workspace(text, name: arguments[1])
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))
    let loading = try seconds {
      let file = RegistryFile(name: "registry.csv", bytes: bytes)
      _ = try workspace.replace("enterprises", by: file)
    }
    say("loaded in \(loading) s")
    guard let day = CivilDate("2026-01-01") else { return }
    let request = DrawRequest(plan: "yearly", on: day, seed: "benchmark")
    let keys = (0..<1_000_000).map { "\(910_000_000_000_000_000 + $0)" }
    while let job = readLine() {
      let time =
        switch job {
        case "draw": try seconds { _ = try workspace.session.sample(request) }
        case "filter": try seconds { _ = try workspace.values() }
        case "tickets": seconds { hash(keys) }
        default: 0.0
        }
      say("\(time)")
    }
  }

  static func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    let time = start.duration(to: .now).components
    return Double(time.seconds) + Double(time.attoseconds) * 1e-18
  }

  /// The tickets of some keys, thrown away.
  static func hash(_ keys: [String]) {
    DispatchQueue.concurrentPerform(iterations: 16) { part in
      let some = keys[(part * keys.count / 16)..<((part + 1) * keys.count / 16)]
      guard var tickets = try? DrawTickets(seed: "s", group: "g", period: "p") else { return }
      for key in some { _ = try? tickets.ticket(of: key) }
    }
  }
}
