import Foundation
import Store

/// Writers that are killed, one after the other, at random moments.
struct Campaign {
  let url: String
  let kills: Int
  let tool: String?

  func run() throws {
    var acknowledged: [Work.Kind: Int] = [:]
    var told = 0
    var during = 0
    for round in 0..<kills {
      let kind = Work.Kind.allCases[round % Work.Kind.allCases.count]
      let writer = try Writer(["work", kind.rawValue, url])
      Thread.sleep(forTimeInterval: Double.random(in: 0...0.6))
      let lines = writer.killed().split(separator: "\n")
      if let last = lines.last.flatMap({ Int($0) }) { acknowledged[kind] = last }
      told += lines.count
      let store = try StoreFaults.open(url)
      for kind in Work.Kind.allCases {
        let work = Work(kind, store)
        let before = acknowledged[kind] ?? 0
        try work.check(acknowledged: before)
        // What is there without having been told was killed between the commit and the telling.
        let found = try work.count()
        if found > before { during += 1 }
        acknowledged[kind] = found
      }
      try expectSound(store)
    }
    print("\(kills) kills, \(told) writes acknowledged, \(during) more found, nothing lost")
    if let tool { try Draws(url: url, tool: tool).run(kills: max(8, kills / 4)) }
  }

  /// Several processes that write the same at the same time: each write is there once.
  func runTogether() throws {
    for kind in Work.Kind.allCases {
      let before = try Work(kind, try StoreFaults.open(url)).count()
      let writers = try (0..<4).map { _ in try Writer(["work", kind.rawValue, url, "10"]) }
      let numbers = try writers.flatMap { writer in
        try writer.finished().split(separator: "\n").compactMap { Int($0) }
      }
      guard numbers.sorted() == Array(before + 1...before + 40) else {
        throw Failure("\(kind): four writers were told \(numbers.sorted())")
      }
      let store = try StoreFaults.open(url)
      try Work(kind, store).check(acknowledged: before + 40)
      try expectSound(store)
    }
    print("4 writers at once, 10 writes each of \(Work.Kind.allCases.count) kinds, nothing lost")
  }
}

/// A process of this program that writes.
final class Writer {
  private let process = Process()
  private let output: URL

  /// - Parameter wrapper: a program with arguments that runs this one.
  init(_ arguments: [String], under wrapper: [String] = []) throws {
    output = FileManager.default.temporaryDirectory.appending(
      path: "store-faults-\(ProcessInfo.processInfo.globallyUniqueString)")
    try Data().write(to: output)
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.executableURL = wrapper.isEmpty ? program : URL(filePath: "/usr/bin/env")
    process.arguments = wrapper.isEmpty ? arguments : wrapper + [program.path] + arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
  }

  deinit { try? FileManager.default.removeItem(at: output) }

  /// Kills it; gives what it told before.
  func killed() -> String {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return (try? String(contentsOf: output, encoding: .utf8)) ?? ""
  }

  /// Waits until it ends by itself; whether it ended well.
  func ended() throws -> (told: String, isDone: Bool) {
    process.waitUntilExit()
    let told = try String(contentsOf: output, encoding: .utf8)
    guard process.terminationReason == .exit else { throw Failure("a writer crashed: \(told)") }
    return (told, process.terminationStatus == 0)
  }

  /// Waits until it ends by itself, which must be well.
  func finished() throws -> String {
    let (told, isDone) = try ended()
    guard isDone else { throw Failure("a writer failed: \(told)") }
    return told
  }
}
