import Engine
import GRDB
import Store

/// What SQLite does by itself. Decimals are texts here, so it can tell only whether there is one.
extension SQLiteSnapshot: SelectingSnapshot {
  /// Two walks over the table take half as long again as reading the columns, which hold some 100
  /// bytes of a row: it pays where memory does.
  var worthwhileRowCount: Int { 2_000_000 }

  func canTest(_ filter: RowFilter, in schema: RegistrySchema) -> Bool {
    filter.fits(schema) && filter.isBounded && !filter.comparesDecimals
  }

  func scan(
    _ registry: String, fields: [Int], where filter: RowFilter, batchSize: Int, meter: Meter,
    _ body: (Engine.Table) throws(StoreError) -> Bool
  ) throws(StoreError) {
    try read { database in
      let rows = try filtered(registry, filter, fields, database)
      try watching(meter, database) {
        try rows.scan(database, batchSize) { (batch: Engine.Table) throws(StoreError) in
          try charge(meter, steps: batch.rowCount)
          return try body(batch)
        }
      }
    }
  }

  func counts(
    _ registry: String, where filter: RowFilter, by fields: [Int], meter: Meter
  ) throws(StoreError) -> GroupedCounts {
    try read { database in
      let rows = try filtered(registry, filter, fields, database)
      return try watching(meter, database) {
        if fields.isEmpty {
          return GroupedCounts(
            groups: Engine.Table(rowCount: 1, columns: []), counts: [try rows.count(database)])
        }
        // One walk over the table: SQLite would sort all rows to group them.
        let query = try rows.statement(database)
        var counts = TupleCounts()
        while try query.step() {
          let added = try counts.take(query, columns: fields.count)
          if added > 0 { try charge(meter, steps: 1, bytes: added) }
        }
        return try counts.groups(rows.kinds)
      }
    }
  }

  func select(
    _ registry: String, where filter: RowFilter, fields: [Int], _ selection: TicketSelection,
    meter: Meter
  ) throws(StoreError) -> SelectedRows {
    try read { database in
      let wanted = try filtered(registry, filter, fields, database)
      let schema = wanted.schema
      guard selection.fits(schema) else {
        throw StoreError.invalidRows("\(registry): a selection by values that do not exist")
      }
      // The key, what tells the class, and what else was asked for, in one walk over the table:
      // hashing here is several times faster than a function that SQLite calls, and needs no sorting.
      let deciding = [schema.key] + selection.fields
      let columns = deciding + Set(fields).subtracting(deciding).sorted()
      let rows = wanted.with(fields: columns)
      return try watching(meter, database) {
        let query = try rows.statement(database)
        let draw = try BackgroundDraw(selection, meter)
        var batch = RowBatch()
        func hand() throws {
          try charge(meter, steps: batch.rows.count)
          try draw.take(batch)
          batch = RowBatch()
        }
        while try query.step() {
          try batch.append(
            query, columns: CInt(columns.count), tuple: CInt(selection.fields.count))
          if batch.rows.count == SQLiteSnapshot.drawBatch { try hand() }
        }
        try hand()
        return try draw.finish(rows.kinds, fields.compactMap { columns.firstIndex(of: $0) })
      }
    }
  }

  /// Rows that are drawn from while the next ones are read.
  private static let drawBatch = 4_096

  private func filtered(
    _ registry: String, _ filter: RowFilter, _ fields: [Int], _ database: Database
  ) throws -> FilteredRows {
    let rows = try FilteredRows(registry, filter, fields, database)
    guard canTest(filter, in: rows.schema) else {
      throw StoreError.invalidRows("\(registry): a filter that cannot be tested")
    }
    return rows
  }
}

private func charge(_ meter: Meter, steps: Int, bytes: Int = 0) throws(StoreError) {
  do throws(LimitExceeded) {
    try meter.spend(steps: steps)
    try meter.spend(bytes: bytes)
  } catch {
    throw .limit(error)
  }
}
