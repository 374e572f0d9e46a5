import Engine
import Store
import Testing

@testable import StorePostgreSQL

@Suite(.enabled(if: Server.isThere)) struct RowTableTests {
  /// Rows that a snapshot may still read are dropped by a later import.
  @Test func replacedRowsGoWhenNobodyReadsThem() throws {
    let scratch = try Scratch()
    let store = try scratch.store()
    func tables() throws -> String {
      try scratch.psql(
        """
        SELECT count(*) FROM pg_class WHERE relname LIKE 'rows%' AND relkind = 'r'
          AND relnamespace = \(literal(quoted(scratch.schema)))::regnamespace
        """)
    }
    try importing(10, into: store)
    do {
      let snapshot = try store.snapshot()
      try importing(20, into: store)
      try importing(30, into: store)
      #expect(try tables() == "2")
      #expect(try countRows(snapshot) == 10)
    }
    try importing(40, into: store)
    #expect(try tables() == "1")
    #expect(try countRows(store.snapshot()) == 40)
  }

  /// PostgreSQL's indexes cannot hold these keys.
  @Test func keysThatAreLong() throws {
    let scratch = try Scratch()
    let store = try scratch.store()
    var state: UInt64 = 1
    let sample = (0..<40).map { _ -> String in
      String(
        decoding: (0..<4_000).map { _ -> UInt8 in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return UInt8(33 + (state >> 40) % 90)
        }, as: UTF8.self)
    }
    var keys = TextColumnBuilder()
    var numbers = IntegerColumnBuilder()
    for key in sample {
      keys.append(key)
      numbers.append(1)
    }
    let target = try store.beginImport(simple)
    _ = try target.append(
      Table(rowCount: 40, columns: [.texts(keys.finish()), .integers(numbers.finish())]))
    _ = try target.commit(origin)
    var found: [String] = []
    try store.snapshot().scan("简单", fields: [0], batchSize: 7) {
      (batch: Table) throws(StoreError) in
      for row in 0..<batch.rowCount { found.append(batch.columns[0].text(at: row) ?? "") }
      return true
    }
    #expect(found == sample.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  /// Scans take the rows as they stand in the table; a row that somebody has moved is noticed.
  @Test func rowsThatHaveBeenMoved() throws {
    let scratch = try Scratch()
    let store = try scratch.store()
    try importing(1_000, into: store)
    try scratch.psql("UPDATE rows_1 SET c1 = c1 WHERE c0 = 'k500'")
    let moved = #expect(throws: StoreError.self) { _ = try countRows(store.snapshot()) }
    guard case .corrupt? = moved else {
      Issue.record("\(String(describing: moved))")
      return
    }
    #expect(try !store.verify(Meter()).isEmpty)
    try scratch.psql("CLUSTER rows_1 USING rows_1_pkey")
    #expect(try countRows(store.snapshot()) == 1_000)
    #expect(try store.verify(Meter()).isEmpty)
  }

  /// A restored table may have its rows in any order.
  @Test func rowsThatWereRestored() throws {
    let scratch = try Scratch()
    let store = try scratch.store()
    try importing(1_000, into: store)
    try scratch.psql(
      """
      CREATE TABLE restored AS SELECT * FROM rows_1 ORDER BY md5(c0); DROP TABLE rows_1;
      ALTER TABLE restored RENAME TO rows_1
      """)
    #expect(try countRows(store.snapshot()) == 1_000)
    #expect(try store.verify(Meter()).isEmpty)
  }
}
