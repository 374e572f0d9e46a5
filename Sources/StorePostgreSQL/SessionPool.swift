import Engine
import Store
import Synchronization

/// The sessions of a store: those that are in use belong to their users, idle ones wait here.
final class SessionPool: Sendable {
  /// Idle sessions that are kept.
  private static let mostIdle = 4

  private let library: ClientLibrary
  private let address: Address
  private let settings: SessionSettings
  private let interrupted: Session.Interrupted
  private let idle = Mutex<[Session]>([])

  init(
    _ library: ClientLibrary, _ address: Address, _ settings: SessionSettings,
    _ interrupted: @escaping Session.Interrupted
  ) {
    self.library = library
    self.address = address
    self.settings = settings
    self.interrupted = interrupted
  }

  /// An idle session that still works, or a new one.
  func take() throws(StoreError) -> Session {
    while let session = idle.withLock({ $0.popLast() }) {
      if session.isIdle { return session }
    }
    let session = try address.connect(library, interrupted)
    try settings.apply(session)
    return session
  }

  /// Takes a session back. Its transaction, if one is open, ends without its changes.
  func giveBack(_ session: Session) {
    session.rollback()
    guard session.isIdle else { return }
    idle.withLock { if $0.count < SessionPool.mostIdle { $0.append(session) } }
  }

  /// Lends a session.
  func with<Result>(_ body: (Session) throws -> Result) throws -> Result {
    let session = try take()
    defer { giveBack(session) }
    return try body(session)
  }
}
