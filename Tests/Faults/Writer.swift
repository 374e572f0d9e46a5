import Foundation

/// What may happen to a writer.
enum Blow: String {
  /// It is killed.
  case kill
  /// Its connections are ended.
  case drop
  /// The server is killed.
  case crash
  /// The server stops, and starts again.
  case restart

  /// Gives the blow; the writer goes on after all but the first.
  func fall(on writer: Writer, of target: Target) throws {
    switch self {
    case .kill: writer.kill()
    case .drop: try target.server().dropConnections()
    case .crash: try target.server().crash()
    case .restart: try target.server().restart()
    }
  }
}

/// A process that writes: this program, or the tool.
final class Writer {
  private let process = Process()
  private let output: URL

  /// - Parameters:
  ///   - program: this one if nil.
  ///   - wrapper: a program with arguments that runs it.
  init(_ arguments: [String], program: String? = nil, under wrapper: [String] = []) throws {
    output = FileManager.default.temporaryDirectory.appending(
      path: "store-faults-\(ProcessInfo.processInfo.globallyUniqueString)")
    try Data().write(to: output)
    let program = program ?? URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
    process.executableURL = URL(filePath: wrapper.isEmpty ? program : "/usr/bin/env")
    process.arguments = wrapper.isEmpty ? arguments : wrapper + [program] + arguments
    let file = try FileHandle(forWritingTo: output)
    process.standardOutput = file
    process.standardError = file
    try process.run()
  }

  deinit { try? FileManager.default.removeItem(at: output) }

  private var identifier: pid_t { process.processIdentifier }

  var isRunning: Bool { process.isRunning }

  /// What it said so far.
  var told: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

  /// The writes that it told as done.
  var numbers: [Int] { told.split(separator: "\n").compactMap { Int($0) } }

  /// Stops it where it is, until `proceed` or `kill`.
  func stop() {
    guard process.isRunning else { return }
    Foundation.kill(identifier, SIGSTOP)
    for _ in 0..<1_000 {
      let state = try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)
      if let state, !state.contains(") T ") { usleep(500) } else { return }
    }
  }

  func proceed() {
    if process.isRunning { Foundation.kill(identifier, SIGCONT) }
  }

  func kill() {
    guard process.isRunning else { return }
    Foundation.kill(identifier, SIGKILL)
    process.waitUntilExit()
  }

  /// How a process ended by itself.
  enum End: Equatable {
    case well
    /// With this status, after it said why.
    case failed(Int32)
    case killed
  }

  /// Waits until it ends.
  func end() throws -> End {
    process.waitUntilExit()
    if process.terminationReason == .exit {
      return process.terminationStatus == 0 ? .well : .failed(process.terminationStatus)
    }
    if process.terminationStatus == SIGKILL { return .killed }
    throw Failure("a writer crashed: \(told)")
  }

  /// Waits until a writer of this program ends by itself; whether it did all that it was to do.
  func isFinished() throws -> Bool {
    let end = try end()
    if end == .well { return true }
    guard end == .failed(1), told.contains("store-faults: ") else {
      throw Failure("a writer ended without a word (\(end)): \(told)")
    }
    return false
  }

  /// Whether it gave up without knowing whether the last write took effect.
  var isUnsure: Bool { told.contains("outcomeUnknown") || told.contains("YJ0772") }
}
