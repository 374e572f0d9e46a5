import Store

/// COPY: the quickest way for many rows.
extension Session {
  /// Hands over what a COPY … TO STDOUT sends, message by message: each holds one row, the first one
  /// the header too. The body returns false to stop.
  func copyOut(_ sql: String, _ body: (Span<UInt8>) throws -> Bool) throws {
    try begin()
    guard unsafe library.sendQuery(connection, sql) == 1 else { throw lost() }
    guard let started = try next() else { throw lost() }
    guard started.kind == .copyOut else {
      if started.kind == .failed {
        let failure = failure(started)
        _ = try? finish()
        throw failure
      }
      throw SessionFailure.misunderstood("COPY")
    }
    var isWanted = true
    do {
      while try copyNext(body, &isWanted) {}
    } catch {
      abandon()
      throw error
    }
    if isWanted { _ = try finish() } else { abandon() }
  }

  /// False when all was handed over, or the body wants no more.
  private func copyNext(
    _ body: (Span<UInt8>) throws -> Bool, _ isWanted: inout Bool
  ) throws -> Bool {
    var message: ClientLibrary.Buffer?
    let count = unsafe library.getCopyData(connection, &message, 1)
    defer { if unsafe message != nil { unsafe library.freeMemory(message) } }
    switch count {
    case 0: try wait()
    case -1: return false
    case ..<0: _ = try finish()
    default:
      guard let message = unsafe message else { return false }
      let bytes = unsafe UnsafeRawBufferPointer(start: message, count: Int(count))
      isWanted = try unsafe body(bytes.assumingMemoryBound(to: UInt8.self).span)
    }
    return isWanted
  }

  /// Gives up a statement that is still sending: asks the server to stop, and throws away the rest.
  /// The transaction has failed then, unless the server was quicker.
  func abandon() {
    // Asked later, the request would meet the next statement.
    guard !isBroken, isActive else { return }
    cancel()
    do {
      try uninterrupted { () throws(SessionFailure) in
        var message: ClientLibrary.Buffer?
        while true {
          let count = unsafe library.getCopyData(connection, &message, 1)
          if unsafe message != nil {
            unsafe library.freeMemory(message)
            unsafe message = nil
          }
          if count < 0 { break }
          if count == 0 { try wait() }
        }
        while try next() != nil {}
      }
    } catch {
      // A connection that is lost is marked so.
    }
  }

  /// Starts a COPY … FROM STDIN.
  func beginCopyIn(_ sql: String) throws(SessionFailure) {
    try begin()
    guard unsafe library.sendQuery(connection, sql) == 1 else { throw lost() }
    guard let started = try next() else { throw lost() }
    if started.kind == .copyIn { return }
    let problem: SessionFailure =
      started.kind == .failed ? failure(started) : .misunderstood("COPY")
    while try next() != nil {}
    throw problem
  }

  /// Sends bytes of a COPY. What the server has against them shows at the end.
  func copyIn(_ bytes: Span<UInt8>) throws(SessionFailure) {
    try checkInterruption()
    let sent = unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return CInt(1) }
      return unsafe library.putCopyData(
        connection, start.assumingMemoryBound(to: CChar.self),
        CInt(truncatingIfNeeded: bytes.count))
    }
    guard sent == 1 else { throw lost() }
  }

  /// Ends a COPY … FROM STDIN.
  func endCopyIn() throws(SessionFailure) {
    guard unsafe library.putCopyEnd(connection, nil) == 1 else { throw lost() }
    _ = try finish()
  }

  /// Gives up a COPY … FROM STDIN; the transaction has failed then.
  func abandonCopyIn() {
    guard !isBroken, isActive else { return }
    _ = unsafe library.putCopyEnd(connection, "given up")
    do {
      try uninterrupted { () throws(SessionFailure) in while try next() != nil {} }
    } catch {
      // A connection that is lost is marked so.
    }
  }
}
