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

  /// The key's index serves the scan; nothing is sorted.
  @Test func scansNeedNoSort() throws {
    let scratch = try Scratch()
    try importing(20_000, into: try scratch.store())
    let plan = try scratch.psql("EXPLAIN SELECT c0, c1 FROM rows_1 ORDER BY c0")
    #expect(plan.contains("Index Scan using rows_1_pkey") && !plan.contains("Sort"), "\(plan)")
  }
}
