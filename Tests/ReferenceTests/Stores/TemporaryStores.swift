import Foundation
import Store
import StorePostgreSQL
import StoreSQLite

/// A store that goes with this value.
final class TemporaryStore {
  let store: any Store
  private let end: () -> Void

  private init(_ store: any Store, end: @escaping () -> Void = {}) {
    self.store = store
    self.end = end
  }

  deinit { end() }

  /// A file of its own.
  static func sqlite() throws -> TemporaryStore {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "yijian-agreement-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return TemporaryStore(try SQLiteStore(path: folder + "/store.sqlite")) {
      try? FileManager.default.removeItem(atPath: folder)
    }
  }

  /// The server that `scripts/test` starts for the tests; nil where none runs.
  static let server = ProcessInfo.processInfo.environment["YIJIAN_POSTGRES"]

  /// A schema of its own in the server.
  static func postgreSQL() throws -> TemporaryStore {
    guard let server else { throw StoreError.unavailable("no server") }
    let schema = "agreement \(UUID().uuidString)"
    return TemporaryStore(try PostgreSQLStore(address: server, schema: schema)) {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [
        "psql", "-X", "-q", server, "-c",
        "SET client_min_messages = error; DROP SCHEMA \"\(schema)\" CASCADE",
      ]
      guard (try? process.run()) != nil else { return }
      process.waitUntilExit()
    }
  }
}
