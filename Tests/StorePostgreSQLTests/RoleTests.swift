import Foundation
import Store
import Testing

@testable import StorePostgreSQL

/// The statements of docs/stores.md, and what the three roles can do with them.
@Suite(.enabled(if: Server.isThere)) struct RoleTests {
  private static func statements() throws -> [String] {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/stores.md"), encoding: .utf8)
    return text.components(separatedBy: "```sql\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  private func run(_ statements: String, _ address: String, _ server: OwnServer) throws {
    let file = server.folder + "/statements.sql"
    try statements.write(toFile: file, atomically: true, encoding: .utf8)
    let (_, complaint) = try output(
      "psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", file, address])
    #expect(complaint == "")
  }

  private func expectForbidden(_ what: String, _ body: () throws -> Void) {
    let error = #expect(throws: StoreError.self, "\(what)") { try body() }
    guard case .forbidden(let message)? = error else {
      Issue.record("\(what): \(String(describing: error))")
      return
    }
    #expect(message.contains("permission denied"), "\(what)")
  }

  @Test func rolesHaveWhatTheyNeedAndNoMore() throws {
    let server = try OwnServer()
    let blocks = try Self.statements()
    try #require(blocks.count == 2)
    _ = try output("psql", ["-X", "-q", server.administrator, "-c", "DROP DATABASE yijian"])
    try run(blocks[0], server.administrator, server)
    func store(_ role: String) throws -> PostgreSQLStore {
      try PostgreSQLStore(address: server.address.replacing("yijian@", with: "\(role)@"))
    }
    // Before the owner came there is nothing, and the others cannot make it.
    expectForbidden("the draw before the import") { _ = try store("yijian_draw") }
    try importing(100, into: try store("yijian_import"))
    try run(
      blocks[1], server.administrator.replacing("/postgres?", with: "/yijian?"), server)

    let owner = try store("yijian_import")
    let (draw, read) = (try store("yijian_draw"), try store("yijian_read"))
    #expect(try draw.append([1], kind: "k", to: "s", expectedVersion: 0).version == 1)
    expectForbidden("an append by the reader") {
      _ = try read.append([2], kind: "k", to: "s", expectedVersion: 1)
    }
    for other in [draw, read] {
      #expect(try countRows(other.snapshot()) == 100)
      #expect(try other.snapshot().events(in: "s").count == 1)
      #expect(try other.status().eventCount == 1)
      expectForbidden("an import") { try importing(5, into: other) }
    }
    // Rows of a later import can be read as well, and the history cannot be rewritten.
    #expect(try importing(50, into: owner).version == 2)
    #expect(try countRows(read.snapshot()) == 50)
    for statement in [
      "UPDATE yijian.events SET kind = 'x'", "DELETE FROM yijian.events",
      "TRUNCATE yijian.events", "DELETE FROM yijian.rows_2", "CREATE TABLE yijian.x ()",
      "UPDATE yijian.registry_versions SET digest = ''", "CREATE TEMPORARY TABLE y ()",
    ] {
      for role in ["yijian_draw", "yijian_read"] {
        let address = server.address.replacing("yijian@", with: "\(role)@")
        let (_, complaint) = try output("psql", ["-X", "-q", address, "-c", statement])
        #expect(complaint.contains("permission denied"), "\(role): \(statement)")
      }
    }
    let (_, stranger) = try output("psql", ["-X", "-q", server.address, "-c", "SELECT 1"])
    #expect(stranger.contains("permission denied for database"))
  }
}
