import Foundation

/// The PostgreSQL server that `scripts/postgres` started, and starts again when it stops.
struct DatabaseServer {
  private static let writer = "store-faults-writer"
  /// Their sessions.
  private static let writers = """
    FROM pg_stat_activity WHERE datname = current_database() AND application_name = '\(writer)'
    """

  let url: String

  init(_ url: String) { self.url = url }

  var writersURL: String {
    url + (url.contains("?") ? "&" : "?") + "application_name=\(DatabaseServer.writer)"
  }

  /// Waits until the server answers and no session of a writer is left: a commit that was sent may
  /// still take effect after its sender is gone.
  func waitUntilIdle() throws {
    for _ in 0..<600 {
      if (try? ask("SELECT count(*) \(DatabaseServer.writers)")) == "0" { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Failure("the server did not come to rest")
  }

  /// Whether a writer has changed something that is not committed.
  func isBeingWritten() throws -> Bool {
    try ask("SELECT count(*) \(DatabaseServer.writers) AND backend_xid IS NOT NULL") != "0"
  }

  /// Waits until a writer has changed something that is not committed, or for three seconds: in the
  /// server, because transactions are short.
  func waitUntilWritten() throws {
    _ = try ask(
      """
      DO $$ BEGIN
        WHILE clock_timestamp() < now() + interval '3 s' LOOP
          PERFORM pg_stat_clear_snapshot();
          EXIT WHEN EXISTS (SELECT \(DatabaseServer.writers) AND backend_xid IS NOT NULL);
        END LOOP;
      END $$
      """)
  }

  /// Ends the writers' sessions.
  func dropConnections() throws {
    _ = try ask("SELECT count(pg_terminate_backend(pid)) \(DatabaseServer.writers)")
  }

  /// Kills all processes of the server at once.
  func crash() throws {
    let main = try postmaster()
    // It must not begin to tidy up.
    kill(main, SIGSTOP)
    for child in children(of: main) { kill(child, SIGKILL) }
    kill(main, SIGKILL)
    try waitUntilBack(main)
  }

  /// Stops the server without waiting for its sessions.
  func restart() throws {
    let main = try postmaster()
    kill(main, SIGINT)
    try waitUntilBack(main)
  }

  private func waitUntilBack(_ before: pid_t) throws {
    for _ in 0..<1_200 {
      Thread.sleep(forTimeInterval: 0.05)
      if let now = try? postmaster(), now != before, (try? ask("SELECT 1")) == "1" { return }
    }
    throw Failure("the server did not come back")
  }

  private func postmaster() throws -> pid_t {
    guard let folder = ProcessInfo.processInfo.environment["YIJIAN_POSTGRES_FOLDER"],
      let file = try? String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8),
      let number = file.split(separator: "\n").first.flatMap({ pid_t($0) })
    else { throw Failure("no server of scripts/postgres") }
    return number
  }

  private func children(of parent: pid_t) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { process in
      let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      return status?.contains("\nPPid:\t\(parent)\n") ?? false
    }
  }

  /// The answer to a query that has one value.
  private func ask(_ query: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["psql", "-X", "-q", "-A", "-t", url, "-c", query]
    let answer = Pipe()
    process.standardOutput = answer
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = answer.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure("psql: no answer to \(query)") }
    return String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
