import Foundation
import Testing

/// The short form of `scripts/faults`: writers that are killed, that write at once, that wait, whose
/// files may not grow, whose connections end.
@Suite struct StoreFaultTests {
  private static let faults = Tool.binary.deletingLastPathComponent()
    .appending(path: "store-faults").path
  /// The server of scripts/postgres, where one runs.
  private static let server = ProcessInfo.processInfo.environment["YIJIAN_POSTGRES"]

  private func expectNothingLost(_ trial: [String], _ url: String) throws {
    let outcome = try Tool.execute(Self.faults, [trial[0], url] + trial.dropFirst())
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("nothing lost"))
  }

  @Test(arguments: [["campaign", "16", Tool.binary.path], ["together"], ["waiting"], ["limited"]])
  func nothingIsLostOfAFile(trial: [String]) throws {
    let folder = try Tool.Folder()
    try expectNothingLost(trial, "sqlite:" + folder.path("store.db"))
  }

  /// Trials of one server one after the other: its sessions tell whether a writer is at work.
  @Test(.enabled(if: server != nil)) func nothingIsLostOfADatabase() throws {
    let server = try #require(Self.server)
    let administrator = server.replacing("yijian@/yijian", with: "postgres@/postgres")
    let database = "faults_\(ProcessInfo.processInfo.processIdentifier)"
    func administer(_ statement: String) throws {
      let outcome = try Tool.execute(
        "/usr/bin/env", ["psql", "-X", "-q", administrator, "-c", statement])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    try administer("CREATE DATABASE \(database) OWNER yijian")
    defer { try? administer("DROP DATABASE \(database) WITH (FORCE)") }
    let url = server.replacing("@/yijian", with: "@/\(database)")
    try expectNothingLost(["campaign", "6"], url)
    try expectNothingLost(["dropped", "2", Tool.binary.path], url)
  }
}
