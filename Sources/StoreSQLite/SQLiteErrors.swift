import GRDB
import GRDBSQLite
import Store

/// What was being done when SQLite failed.
enum SQLiteActivity { case opening, reading, writing }

/// Runs something, and turns whatever SQLite says into the store's errors.
func storeErrors<Result>(
  _ activity: SQLiteActivity, _ body: () throws -> Result
) throws(StoreError) -> Result {
  do { return try body() } catch {
    switch error {
    case let error as StoreError: throw error
    case let error as StatementFailure:
      throw storeError(code: error.code, message: error.message, activity)
    case let error as DatabaseError:
      throw storeError(
        code: error.extendedResultCode.rawValue, message: error.message ?? "\(error)", activity)
    default: throw .unavailable("\(error)")
    }
  }
}

/// The same while opening a file, which the message names.
func opening<Result>(_ path: String, _ body: () throws -> Result) throws(StoreError) -> Result {
  do throws(StoreError) { return try storeErrors(.opening, body) } catch {
    if case .unavailable(let message) = error, !message.hasPrefix(path) {
      throw .unavailable("\(path): \(message)")
    }
    throw error
  }
}

/// - Parameter code: the extended one.
func storeError(code: CInt, message: String, _ activity: SQLiteActivity) -> StoreError {
  // What the disk did not confirm stands in the log all the same. The next write takes its place, but
  // a program that finds the log as it is takes it for committed.
  if code == extendedIOErrorOfSync, activity == .writing { return .outcomeUnknown(message) }
  return switch code & 0xFF {
  // The last: another program that has not ended reads the log of one that was killed.
  case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .busy(message)
  case SQLITE_CORRUPT: .corrupt(message)
  case SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_PERM, SQLITE_AUTH: .unavailable(message)
  default: activity == .writing ? .cannotWrite(message) : .unavailable(message)
  }
}

/// `SQLITE_IOERR_FSYNC`, a macro that Swift does not see.
private let extendedIOErrorOfSync = SQLITE_IOERR | 4 << 8
