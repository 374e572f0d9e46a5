import Engine
import Store

/// Why the server did not do what it was asked.
enum SessionFailure: Error {
  /// It said no; `state` is the code of PostgreSQL's appendix "Error Codes".
  case refused(state: String, message: String)
  /// The connection is gone.
  case lost(String)
  /// The connection is gone, and whether the transaction was committed cannot be found out.
  case outcomeUnknown(String)
  /// The program's user gave up, or a limit was reached.
  case stopped(LimitExceeded)
  /// An answer that has not the form it must have.
  case misunderstood(String)

  /// Whether the whole transaction may be tried again: it could not be serialised, or was the victim
  /// of a deadlock.
  var isTransient: Bool {
    guard case .refused(let state, _) = self else { return false }
    return state == "40001" || state == "40P01"
  }

  /// Whether the server ends the session with this: it is stopping or starting, or the session was
  /// idle for too long.
  static func ends(_ state: String) -> Bool {
    ["57P01", "57P02", "57P03", "57P05", "25P03"].contains(state) || state.hasPrefix("08")
  }

  func isRefused(_ wanted: String) -> Bool {
    guard case .refused(let state, _) = self else { return false }
    return state == wanted
  }
}

/// What was being done.
enum Activity { case opening, reading, writing }

/// Runs something, and turns whatever the server says into the store's errors.
func storeErrors<Result>(
  _ activity: Activity, _ body: () throws -> Result
) throws(StoreError) -> Result {
  do { return try body() } catch {
    switch error {
    case let error as StoreError: throw error
    case let error as SessionFailure: throw StoreError(error, activity)
    default: throw .unavailable("\(error)")
    }
  }
}

extension StoreError {
  init(_ failure: SessionFailure, _ activity: Activity) {
    switch failure {
    case .refused(let state, let message): self = StoreError(state: state, message, activity)
    case .lost(let message): self = .interrupted(message)
    case .outcomeUnknown(let message): self = .outcomeUnknown(message)
    case .stopped(let limit): self = .limit(limit)
    case .misunderstood(let what): self = .corrupt(what)
    }
  }

  private init(state: String, _ message: String, _ activity: Activity) {
    switch state {
    case "42501": self = .forbidden(message)
    case let state where state.hasPrefix("28"): self = .forbidden(message)
    // Nothing but locks, time limits and other transactions in the way.
    case "55P03", "57014", "40001", "40P01", "53300": self = .busy(message)
    case let state where SessionFailure.ends(state):
      self = activity == .opening ? .unavailable(message) : .interrupted(message)
    // A text that is no UTF-8.
    case "22021", "22P05": self = .invalidRows(message)
    case "XX001", "XX002", "42P01", "42703", "42804": self = .corrupt(message)
    default: self = activity == .writing ? .cannotWrite(message) : .unavailable(message)
    }
  }
}
