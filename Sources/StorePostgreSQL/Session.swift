import Engine
import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A connection to the server. It never reconnects: what was begun on it ends with it.
///
/// Safe: the pointer lives as long as its owner, and whoever took a session from the pool is the
/// only one to use it until it is given back, so that no two threads do so at once.
@safe final class Session: @unchecked Sendable {
  /// Asked while the server is waited for.
  typealias Interrupted = @Sendable () -> Interruption?

  let library: ClientLibrary
  let connection: ClientLibrary.Connection
  private let interrupted: Interrupted
  /// Nothing more can be asked of the session.
  private(set) var isBroken = false
  /// Whether the statement under way is to be finished in any case.
  private var isUninterruptible = false
  /// Why the statement under way was cancelled.
  private var stopped: LimitExceeded?
  /// Asked as well, while one call lasts.
  private var meter: Meter?

  /// How long one wait lasts before the interruption is asked again, in milliseconds.
  private static let patience: CInt = 50
  /// How many waits a cancelled statement is given to end.
  private static let lastWaits = 100

  @unsafe init(
    _ library: ClientLibrary, _ connection: ClientLibrary.Connection,
    _ interrupted: @escaping Interrupted
  ) {
    self.library = library
    unsafe self.connection = unsafe connection
    self.interrupted = interrupted
    // Notices would go to the standard error stream.
    _ = unsafe library.setNoticeProcessor(connection, { _, _ in }, nil)
  }

  deinit { unsafe library.finish(connection) }

  /// Whether another statement can be run, and no transaction is open. An idle session to which the
  /// server has something to say is one that the server has ended.
  var isIdle: Bool {
    guard !isBroken, unsafe library.status(connection) == 0,
      unsafe library.transactionStatus(connection) == 0
    else { return false }
    return !isReadable(waiting: 0)
  }

  /// Whether a statement is under way (`PQTRANS_ACTIVE`).
  var isActive: Bool { unsafe library.transactionStatus(connection) == 1 }

  /// Whether the open transaction has failed, and only a rollback helps (`PQTRANS_INERROR`).
  var isInFailedTransaction: Bool { unsafe library.transactionStatus(connection) == 3 }

  private func isReadable(waiting milliseconds: CInt) -> Bool {
    var descriptor = pollfd(
      fd: unsafe library.socket(connection), events: Int16(POLLIN), revents: 0)
    return unsafe poll(&descriptor, 1, milliseconds) != 0
  }

  /// What libpq says about the connection, on one line.
  var message: String {
    guard let text = unsafe library.errorMessage(connection) else { return "no connection" }
    let words = unsafe String(cString: text).split { $0.isWhitespace }
    return words.joined(separator: " ")
  }

  func lost() -> SessionFailure {
    isBroken = true
    return .lost(message)
  }
}

// MARK: - Waiting

extension Session {
  /// Runs statements that must not be left half done, whatever the user wants.
  func uninterrupted<Result>(
    _ body: () throws(SessionFailure) -> Result
  ) throws(SessionFailure) -> Result {
    let before = isUninterruptible
    isUninterruptible = true
    defer { isUninterruptible = before }
    return try body()
  }

  /// Runs statements that also a meter may stop.
  func metered<Result>(_ meter: Meter, _ body: () throws -> Result) rethrows -> Result {
    self.meter = meter
    defer { self.meter = nil }
    return try body()
  }

  /// Why what is under way should stop; nil if it should not.
  private var reasonToStop: LimitExceeded? {
    if isUninterruptible { return nil }
    switch interrupted() {
    case .cancelled: return .cancelled
    case .timeout: return .timeout
    case nil: break
    }
    do throws(LimitExceeded) { try meter?.spend(steps: 0) } catch { return error }
    return nil
  }

  /// To be called before a statement is sent.
  func begin() throws(SessionFailure) {
    if isBroken { throw .lost("the connection was lost before") }
    stopped = nil
    try checkInterruption()
  }

  func checkInterruption() throws(SessionFailure) {
    if let reason = reasonToStop { throw .stopped(reason) }
  }

  /// Waits until the server has sent more, and takes it in.
  func wait() throws(SessionFailure) {
    var waits = 0
    while true {
      if stopped == nil, let reason = reasonToStop {
        stopped = reason
        cancel()
      }
      if isReadable(waiting: Session.patience) { break }
      guard let stopped else { continue }
      waits += 1
      if waits > Session.lastWaits {
        isBroken = true
        throw .stopped(stopped)
      }
    }
    if unsafe library.consumeInput(connection) != 1 { throw lost() }
  }

  /// Asks the server to give up the statement under way; its answer tells whether it did.
  func cancel() {
    guard let request = unsafe library.getCancel(connection) else { return }
    var reason: [CChar] = Array(repeating: 0, count: 256)
    _ = unsafe reason.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return CInt(0) }
      return unsafe library.cancel(request, start, CInt(buffer.count))
    }
    unsafe library.freeCancel(request)
  }

  /// The next answer to what was sent; nil after the last one.
  func next() throws(SessionFailure) -> ServerResult? {
    while unsafe library.isBusy(connection) == 1 { try wait() }
    guard let result = unsafe library.getResult(connection) else { return nil }
    return unsafe ServerResult(library, result)
  }

  /// What an answer says that is an error.
  func failure(_ result: ServerResult) -> SessionFailure {
    let (state, message) = result.failure
    if unsafe library.status(connection) != 0 { return lost() }
    if SessionFailure.ends(state) {
      isBroken = true
      return .lost(message)
    }
    if let stopped, state == "57014" { return .stopped(stopped) }
    return .refused(state: state, message: message)
  }

  /// Takes in all answers to what was sent; gives the last one, and throws the first error.
  func finish() throws(SessionFailure) -> ServerResult {
    var last: ServerResult?
    var problem: SessionFailure?
    while let result = try next() {
      if result.kind == .failed, problem == nil { problem = failure(result) }
      last = result
    }
    if let problem { throw problem }
    guard let last else { throw lost() }
    return last
  }
}

// MARK: - Statements

extension Session {
  /// Runs one or several statements without values; what they answer is not wanted.
  func run(_ sql: String) throws(SessionFailure) {
    try begin()
    guard unsafe library.sendQuery(connection, sql) == 1 else { throw lost() }
    _ = try finish()
  }

  /// Runs one statement.
  @discardableResult func query(
    _ sql: String, _ parameters: [Parameter] = []
  ) throws(SessionFailure) -> ServerResult {
    try begin()
    try send(sql, parameters)
    return try finish()
  }

  /// Runs one statement and hands over its rows as they come, one by one. A body that throws ends
  /// the statement; the transaction has failed then, unless the server was quicker.
  func rows(
    _ sql: String, _ parameters: [Parameter], _ body: (ServerResult) throws -> Bool
  ) throws {
    try begin()
    try send(sql, parameters)
    _ = unsafe library.setSingleRowMode(connection)
    do {
      while let result = try next() {
        if result.kind == .failed { throw failure(result) }
        // The last answer has no row.
        if result.rowCount > 0, try !body(result) { return abandon() }
      }
    } catch {
      abandon()
      throw error
    }
  }

  /// Sends one statement with its values, each beside its text's end: libpq wants pointers.
  func send(_ sql: String, _ parameters: [Parameter]) throws(SessionFailure) {
    var bytes: [CChar] = []
    var starts: [Int?] = []
    for parameter in parameters {
      starts.append(parameter.bytes == nil ? nil : bytes.count)
      for byte in parameter.bytes ?? [] { bytes.append(CChar(bitPattern: byte)) }
      bytes.append(0)
    }
    let types = parameters.map(\.type)
    let lengths = parameters.map { CInt(truncatingIfNeeded: $0.bytes?.count ?? 0) }
    let formats = Array(repeating: CInt(1), count: parameters.count)
    let sent = unsafe bytes.withUnsafeBufferPointer { buffer in
      let values = unsafe starts.map { start in
        unsafe start.flatMap { offset in unsafe buffer.baseAddress.map { unsafe $0 + offset } }
      }
      return unsafe library.sendQueryParams(
        connection, sql, CInt(truncatingIfNeeded: parameters.count), types, values, lengths,
        formats, 1)
    }
    guard sent == 1 else { throw lost() }
  }

  /// Ends the open transaction, if there is one, without its changes. A session on which this fails
  /// is broken.
  func rollback() {
    guard !isBroken, unsafe library.transactionStatus(connection) != 0 else { return }
    do { try uninterrupted { () throws(SessionFailure) in try run("ROLLBACK") } } catch {
      isBroken = true
    }
  }
}
