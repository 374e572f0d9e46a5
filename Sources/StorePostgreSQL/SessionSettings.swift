import Store

/// What every session is told before its first use, and what it must find.
struct SessionSettings: Sendable {
  /// The oldest server that has everything that is used: `sha256` came with 11.
  static let oldestServer: CInt = 110_000

  /// Waits for locks, in seconds.
  let lockTimeout: Double
  /// How long a statement may take, in seconds; nil leaves it to the server's settings.
  let statementTimeout: Double?

  /// - Throws: `.unavailable` for a server or database that cannot hold a store.
  func apply(_ session: Session) throws(StoreError) {
    let version = unsafe session.library.serverVersion(session.connection)
    guard version >= SessionSettings.oldestServer else {
      throw .unavailable("PostgreSQL \(version / 10_000) is too old; 11 or later is needed")
    }
    let answer = try storeErrors(.opening) { try session.query(sql, parameters) }
    guard let encoding = answer.text(0, 0), encoding == "UTF8" else {
      // The order of keys is that of their UTF-8 bytes.
      throw .unavailable(
        "the database's encoding is \(answer.text(0, 0) ?? "unknown"), not UTF8: "
          + "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0")
    }
  }

  /// - Names are looked for in PostgreSQL's own schema only, so that nobody can slip in a function
  ///   of another meaning.
  /// - Policies that hide rows make a query fail instead of giving it fewer rows.
  /// - A walk over a table begins at its first row, whoever else is walking.
  /// - An event is on the disk when its append returns, also where the server's default is not to
  ///   wait.
  /// - Timeouts of the server, the role or the address hold where there are any; an open snapshot may
  ///   be idle.
  private var sql: String {
    """
    SELECT current_setting('server_encoding'),
      set_config('search_path', 'pg_catalog', false),
      set_config('client_min_messages', 'error', false),
      set_config('row_security', 'off', false),
      set_config('jit', 'off', false),
      set_config('synchronize_seqscans', 'off', false),
      set_config('idle_in_transaction_session_timeout', '0', false),
      CASE WHEN current_setting('synchronous_commit') = 'off'
        THEN set_config('synchronous_commit', 'on', false) END,
      CASE WHEN current_setting('lock_timeout') = '0'
        THEN set_config('lock_timeout', $1, false) END,
      CASE WHEN $2 <> '' AND current_setting('statement_timeout') = '0'
        THEN set_config('statement_timeout', $2, false) END
    """
  }

  private var parameters: [Parameter] {
    [
      .text(SessionSettings.milliseconds(lockTimeout)),
      .text(statementTimeout.map(SessionSettings.milliseconds) ?? ""),
    ]
  }

  /// At least one: 0 would be no limit.
  private static func milliseconds(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 2e6 else { return "0" }
    return String(Int(max(1, seconds * 1_000)))
  }
}
