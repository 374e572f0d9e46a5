import Engine
import GRDB
import GRDBSQLite
import Store

/// Asks a meter whether to go on while SQLite works, also where it hands over no rows.
private final class Watch {
  private let meter: Meter
  private(set) var limit: LimitExceeded?

  init(_ meter: Meter) { self.meter = meter }

  func mustStop() -> Bool {
    do throws(LimitExceeded) { try meter.spend(steps: 0) } catch { limit = error }
    return limit != nil
  }
}

/// Runs statements that stop, with `.limit`, as soon as the meter says so.
func watching<Result>(
  _ meter: Meter, _ database: Database, _ body: () throws -> Result
) throws -> Result {
  let watch = Watch(meter)
  let connection = unsafe database.sqliteConnection
  let context = unsafe Unmanaged.passUnretained(watch).toOpaque()
  // Some milliseconds of work. The watch lives until the handler is taken away.
  unsafe sqlite3_progress_handler(
    connection, 100_000,
    { context in
      guard let context = unsafe context else { return 0 }
      return unsafe Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue().mustStop() ? 1 : 0
    }, context)
  defer { unsafe sqlite3_progress_handler(connection, 0, nil, nil) }
  return try withExtendedLifetime(watch) {
    do { return try body() } catch {
      if let limit = watch.limit { throw StoreError.limit(limit) }
      throw error
    }
  }
}
