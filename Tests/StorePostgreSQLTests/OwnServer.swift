import Foundation
import Store

@testable import StorePostgreSQL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A server of a test's own, to be stopped, crashed and configured. It goes with its owner.
final class OwnServer: Sendable {
  let address: String
  let folder: String
  private let process: Process
  private let input: Pipe

  init() throws {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    process = Process()
    process.executableURL = root.appending(path: "scripts/postgres")
    process.arguments = [
      "sh", "-c", "echo $YIJIAN_POSTGRES; echo $YIJIAN_POSTGRES_FOLDER; exec cat",
    ]
    input = Pipe()
    let answer = Pipe()
    process.standardInput = input
    process.standardOutput = answer
    try process.run()
    var said = ""
    while said.count(where: { $0 == "\n" }) < 2 {
      let more = answer.fileHandleForReading.availableData
      if more.isEmpty { throw ProgramFailure(description: "no server: \(said)") }
      said += String(decoding: more, as: UTF8.self)
    }
    let lines = said.split(separator: "\n")
    address = String(lines[0])
    folder = String(lines[1])
  }

  deinit {
    // A signal would not do: children of some threads have them blocked.
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The address for the administrator of the cluster.
  var administrator: String { address.replacing("yijian@/yijian", with: "postgres@/postgres") }

  private var postmaster: pid_t? {
    let file = try? String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
    return file?.split(separator: "\n").first.flatMap { pid_t($0) }
  }

  /// Stops the server, with every session; scripts/postgres starts it again.
  func restart() throws {
    guard let before = postmaster else { throw ProgramFailure(description: "no server") }
    _ = kill(before, SIGINT)
    try waitUntilReady { self.postmaster != before }
  }

  /// Kills a session's process, so that the server loses what is in memory and recovers from its log.
  func crash(_ process: pid_t) throws {
    _ = kill(process, SIGKILL)
    try waitUntilReady { true }
  }

  /// Changes a setting of the server.
  func set(_ setting: String) throws {
    for statement in ["ALTER SYSTEM SET \(setting)", "SELECT pg_reload_conf()"] {
      let (_, complaint) = try output("psql", ["-X", "-q", administrator, "-c", statement])
      if !complaint.isEmpty { throw ProgramFailure(description: complaint) }
    }
    Thread.sleep(forTimeInterval: 0.3)
  }

  /// Lets a role in by its password only.
  func wantPassword(_ role: String) throws {
    let file = folder + "/data/pg_hba.conf"
    let rules = try String(contentsOfFile: file, encoding: .utf8)
    try "local all \(role) scram-sha-256\n\(rules)".write(
      toFile: file, atomically: false, encoding: .utf8)
    _ = try output("psql", ["-X", "-q", administrator, "-c", "SELECT pg_reload_conf()"])
    Thread.sleep(forTimeInterval: 0.3)
  }

  private func waitUntilReady(_ condition: () -> Bool) throws {
    for _ in 0..<200 {
      Thread.sleep(forTimeInterval: 0.05)
      guard condition() else { continue }
      let (said, _) = try output("psql", ["-X", "-q", "-A", "-t", administrator, "-c", "SELECT 1"])
      if said == "1\n" { return }
    }
    throw ProgramFailure(description: "the server did not come back")
  }
}
