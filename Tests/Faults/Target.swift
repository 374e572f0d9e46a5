import Engine
import Foundation
import Store
import StorePostgreSQL
import StoreSQLite

/// The store that is hurt, and what can be seen of it from outside.
struct Target {
  /// Where it is. A new kind of store is one more case here.
  private enum Place {
    case file(String)
    case server(DatabaseServer)
  }

  let url: String
  private let place: Place

  init(_ url: String) throws {
    self.url = url
    if url.hasPrefix("sqlite:") {
      place = .file(String(url.dropFirst("sqlite:".count)))
    } else if url.hasPrefix("postgresql:") {
      place = .server(DatabaseServer(url))
    } else {
      throw Failure("\(url): no store that lasts")
    }
  }

  /// - Parameter patience: how long to wait for other writers, in seconds.
  func open(patience: Double = 10) throws -> any Store {
    switch place {
    case .file(let path): try SQLiteStore(path: path, timeout: patience)
    case .server: try PostgreSQLStore(address: url, lockTimeout: patience)
    }
  }

  /// What writers are told: the server can tell their sessions from others.
  var writersURL: String {
    switch place {
    case .file: url
    case .server(let server): server.writersURL
    }
  }

  /// The server that can be hurt.
  func server() throws -> DatabaseServer {
    guard case .server(let server) = place else { throw Failure("\(url) has no server") }
    return server
  }

  /// Waits until nothing is under way any more that writers began which are gone.
  func settle() throws {
    if case .server(let server) = place { try server.waitUntilIdle() }
  }

  /// Whether one of the writers, which are stopped, is in the middle of a transaction that writes.
  func isBeingWritten() throws -> Bool {
    switch place {
    case .file(let path): isLocked(path + "-shm")
    case .server(let server): try server.isBeingWritten()
    }
  }

  /// Waits until it is in the middle of a transaction that writes, or has ended, more or less.
  func waitUntilWritten(by writer: Writer) throws {
    switch place {
    case .file(let path): while writer.isRunning, !isLocked(path + "-shm") {}
    case .server(let server): try server.waitUntilWritten()
    }
  }

  func expectSound() throws {
    let faults = try open().verify(Meter())
    if !faults.isEmpty { throw Failure("the store has faults: \(faults)") }
  }
}

/// Whether a process holds the lock of SQLite's one writer, which is a byte of the file beside the
/// write-ahead log (SQLite, "WAL-mode File Format", 2.3.2). No store of this process may be open.
private func isLocked(_ path: String) -> Bool {
  let file = unsafe Foundation.open(path, O_RDWR)
  guard file >= 0 else { return false }
  defer { close(file) }
  var lock = flock()
  lock.l_type = Int16(F_WRLCK)
  lock.l_whence = Int16(SEEK_SET)
  lock.l_start = 120
  lock.l_len = 1
  guard unsafe fcntl(file, F_GETLK, &lock) == 0 else { return false }
  return lock.l_type != Int16(F_UNLCK)
}
