import Foundation
import Store
import Synchronization

@testable import StorePostgreSQL

/// The server that `scripts/test` starts for the tests (see scripts/postgres).
enum Server {
  /// Nil where none runs; then the tests say so, once, and are skipped.
  static let address: String? = {
    let address = ProcessInfo.processInfo.environment["YIJIAN_POSTGRES"]
    if address == nil {
      print("PostgreSQL: skipped, no server (scripts/postgres swift test starts one)")
    }
    return address
  }()

  static var isThere: Bool { address != nil }

  private static let count = Atomic<Int>(0)

  static func next() -> Int {
    Int(ProcessInfo.processInfo.processIdentifier) * 1_000
      + count.wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// A schema that nobody else uses.
  static func newSchema(_ name: String = "测试 \"x\"") -> String {
    "\(name) \(next())"
  }
}

/// A store in a schema of its own, which goes with it.
final class Scratch: Sendable {
  let address: String
  let program: String
  let schema: String

  init(_ address: String? = Server.address, schema: String = Server.newSchema()) throws {
    guard let address else { throw StoreError.unavailable("no server") }
    // Its own name, so that a test can find the sessions of its store.
    program = "t\(Server.next())"
    self.address = address + "&application_name=\(program)"
    self.schema = schema
  }

  deinit { _ = try? psql("DROP SCHEMA IF EXISTS \(quoted(schema)) CASCADE") }

  func store(
    mustExist: Bool = false, lockTimeout: Double = 10, statementTimeout: Double? = nil,
    importBuffer: Int = PostgreSQLImport.bufferLimit,
    interruption: @escaping Session.Interrupted = { nil }
  ) throws(StoreError) -> PostgreSQLStore {
    try PostgreSQLStore(
      address: address, schema: schema, mustExist: mustExist,
      settings: SessionSettings(lockTimeout: lockTimeout, statementTimeout: statementTimeout),
      interruption: interruption, libraries: ClientLibrary.names, importBuffer: importBuffer)
  }

  /// A session beside those of the store.
  func session() throws -> Session {
    let library = try ClientLibrary()
    return try Address(address, library).connect(library) { nil }
  }

  /// Ends the store's sessions from outside; gives how many there were.
  @discardableResult func terminate(where condition: String = "true") throws -> Int {
    let said = try psql(
      """
      SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity
      WHERE application_name = '\(program)' AND pid <> pg_backend_pid() AND \(condition)
      """)
    return Int(said) ?? 0
  }

  /// Waits until a session of the store shows in a query over `pg_stat_activity`.
  func waits(for condition: String) throws {
    for _ in 0..<200 {
      let said = try psql(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE application_name = '\(program)' AND pid <> pg_backend_pid() AND \(condition)
        """)
      if said != "0" { return }
      Thread.sleep(forTimeInterval: 0.02)
    }
    throw ProgramFailure(description: "no session came to \(condition)")
  }

  /// Runs statements with the schema as the search path; gives what was printed, without a heading.
  @discardableResult func psql(_ sql: String, address other: String? = nil) throws -> String {
    let (said, complaint) = try output(
      "psql",
      [
        "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", other ?? address, "-c",
        "SET search_path = \(quoted(schema)); SET client_min_messages = error", "-c", sql,
      ])
    if !complaint.isEmpty { throw ProgramFailure(description: complaint) }
    return said.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

struct ProgramFailure: Error, CustomStringConvertible {
  let description: String
}

/// Runs a program; gives what it printed and what it complained of.
func output(
  _ program: String, _ arguments: [String], environment: [String: String] = [:]
) throws -> (said: String, complaint: String) {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  let (said, complaint) = (Pipe(), Pipe())
  process.standardOutput = said
  process.standardError = complaint
  try process.run()
  let text = said.fileHandleForReading.readDataToEndOfFile()
  let problem = complaint.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (String(decoding: text, as: UTF8.self), String(decoding: problem, as: UTF8.self))
}
