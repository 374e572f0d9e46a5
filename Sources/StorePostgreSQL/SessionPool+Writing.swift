import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension SessionPool {
  /// How often a transaction is tried that the server cannot serialise with others.
  private static let attempts = 6

  /// Runs a transaction and commits it. It is begun anew where the server says that others came in
  /// between, so the body must not do anything else than ask the session.
  ///
  /// A body that throws leaves nothing behind. Where the connection breaks off during the commit,
  /// another one is asked what became of the transaction.
  func writing<Result>(_ body: (Session) throws -> Result) throws -> Result {
    var attempt = 1
    while true {
      do { return try transaction(body) } catch let failure as SessionFailure {
        guard failure.isTransient, attempt < SessionPool.attempts else { throw failure }
      }
      // 4, 8, 16, 32, 64 milliseconds.
      _ = usleep(2_000 << UInt32(attempt))
      attempt += 1
    }
  }

  private func transaction<Result>(_ body: (Session) throws -> Result) throws -> Result {
    try with { session in
      try session.run("BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE")
      let result = try body(session)
      // Known before the commit, so that its outcome can be asked for afterwards.
      let number = try session.query("SELECT txid_current()").integer(0, 0) ?? 0
      do {
        try session.uninterrupted { () throws(SessionFailure) in try session.run("COMMIT") }
      } catch SessionFailure.lost(let message) {
        guard try wasCommitted(number, message) else { throw SessionFailure.lost(message) }
      }
      return result
    }
  }

  /// Asks a new session what became of a transaction whose commit was not answered. The server may be
  /// starting again, and the old session may not yet know that nobody listens.
  private func wasCommitted(_ number: Int64, _ message: String) throws(SessionFailure) -> Bool {
    for attempt in 0..<40 {
      if attempt > 0 { _ = usleep(250_000) }
      guard let session = try? take() else { continue }
      defer { giveBack(session) }
      let answer = try? session.query("SELECT txid_status($1)", [.integer(number)])
      switch answer?.text(0, 0) {
      case "committed": return true
      case "aborted": return false
      default: continue
      }
    }
    throw .outcomeUnknown(message)
  }
}
