public import Engine
public import Store

extension PostgreSQLStore {
  /// The format of what is stored, without bringing it to the newest, as opening it would.
  ///
  /// - Throws: `.unavailable` where there is no store.
  public static func format(
    address: String, schema: String = "yijian"
  ) throws(StoreError) -> StoreFormat {
    let format = PostgreSQLFormat(schema: schema)
    guard let found = try foundFormat(address, format) else {
      throw .unavailable("no store in the schema \(format.schema)")
    }
    return StoreFormat(found: found, known: format.version)
  }

  /// Whether the database holds a store, of whatever format; it stays as it is.
  public static func isThere(
    address: String, schema: String = "yijian"
  ) throws(StoreError) -> Bool {
    try foundFormat(address, PostgreSQLFormat(schema: schema)) != nil
  }

  private static func foundFormat(
    _ address: String, _ format: PostgreSQLFormat
  ) throws(StoreError) -> Int? {
    let library = try ClientLibrary()
    let target = try Address(address, library)
    let settings = SessionSettings(lockTimeout: 10, statementTimeout: nil)
    return try storeErrors(.opening) {
      try SessionPool(library, target, settings, { nil }).with { try format.found($0) }
    }
  }

  public func status() throws(StoreError) -> StoreStatus {
    let snapshot = try storeErrors(.reading) { try PostgreSQLSnapshot(pool, format) }
    let registries = try snapshot.registries()
    return try snapshot.reading { session in
      let answer = try session.query(
        """
        SELECT current_setting('server_version'),
          (SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = $1 AND c.relkind = 'r'),
          (SELECT count(DISTINCT stream) FROM \(format.schema).events),
          (SELECT count(*) FROM \(format.schema).events)
        """, [.text(format.name)])
      guard let version = answer.text(0, 0) else {
        throw SessionFailure.misunderstood("server_version")
      }
      return StoreStatus(
        engine: "PostgreSQL \(version)",
        format: StoreFormat(found: try format.found(session) ?? 0, known: format.version),
        byteCount: answer.integer(0, 1).map { Int($0) }, registryCount: registries.count,
        rowCount: registries.reduce(0) { $0 + $1.rowCount },
        streamCount: Int(answer.integer(0, 2) ?? 0), eventCount: Int(answer.integer(0, 3) ?? 0))
    }
  }

  /// PostgreSQL checks a page's checksum when it is read, where the cluster has checksums; so reading
  /// everything is the engine's own check as well.
  public func verify(_ meter: Meter) throws(StoreError) -> [StoreFault] {
    try snapshot().faults(meter)
  }
}
