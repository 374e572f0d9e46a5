import Engine
import Store

/// Filters, counts and selections that the server works out itself. Texts compare by their bytes
/// because their columns have the collation "C", decimals by value because they are `numeric`.
extension PostgreSQLSnapshot: SelectingSnapshot {
  /// How many values a statement can have bound; the protocol's limit is 65,535.
  private static let mostValues = 30_000

  func canTest(_ filter: RowFilter, in schema: RegistrySchema) -> Bool {
    guard filter.fits(schema), filter.isBounded else { return false }
    let values = SQLFilter(filter, schema, .numbered(after: 0)).values
    // No text of the server holds U+0000, so it does not take one either.
    return values.count <= PostgreSQLSnapshot.mostValues && values.allSatisfy { !$0.hasNull }
  }

  func scan(
    _ registry: String, fields: [Int], where filter: RowFilter, batchSize: Int, meter: Meter,
    _ body: (Table) throws(StoreError) -> Bool
  ) throws(StoreError) {
    let query = try RowQuery(self, registry, filter, after: 0)
    let schema = query.schema
    guard fields.allSatisfy(schema.fields.indices.contains), batchSize > 0 else {
      throw .invalidRows("\(registry): a scan of fields or batches that do not exist")
    }
    let kinds = fields.map { schema.fields[$0].kind }
    let wireKinds = kinds.map(WireKind.init)
    let columns = fields.map { "c\($0)" }.joined(separator: ", ")
    let sql =
      "SELECT \(columns) FROM \(query.table) WHERE \(query.condition) ORDER BY c\(schema.key)"
    var batch = TableBuilder(kinds)
    var isWanted = true
    try reading { session in
      try session.metered(meter) {
        try session.rows(sql, query.values) { row in
          try read(row, from: 0, wireKinds, to: &batch, registry)
          if batch.rowCount < batchSize { return true }
          try meter.charge(batch.rowCount)
          isWanted = try body(batch.finish())
          batch = TableBuilder(kinds)
          return isWanted
        }
      }
      if isWanted, batch.rowCount > 0 {
        try meter.charge(batch.rowCount)
        _ = try body(batch.finish())
      }
    }
  }

  func counts(
    _ registry: String, where filter: RowFilter, by fields: [Int], meter: Meter
  ) throws(StoreError) -> GroupedCounts {
    let query = try RowQuery(self, registry, filter, after: 0)
    let schema = query.schema
    guard fields.allSatisfy(schema.fields.indices.contains) else {
      throw .invalidRows("\(registry): counts by fields that do not exist")
    }
    let kinds = fields.map { schema.fields[$0].kind }
    let wireKinds = kinds.map(WireKind.init)
    let columns = fields.map { ", c\($0)" }.joined()
    var sql = "SELECT count(*)\(columns) FROM \(query.table) WHERE \(query.condition)"
    if !fields.isEmpty {
      let groups = fields.map { "c\($0)" }.joined(separator: ", ")
      let order = fields.map { "c\($0) NULLS FIRST" }.joined(separator: ", ")
      sql += " GROUP BY \(groups) ORDER BY \(order)"
    }
    var groups = TableBuilder(kinds)
    var counts: [Int] = []
    try reading { session in
      try session.metered(meter) {
        try session.rows(sql, query.values) { row in
          try meter.charge(1)
          guard let count = row.integer(0, 0) else { throw StoreError.corrupt(registry) }
          counts.append(Int(count))
          try read(row, from: 1, wireKinds, to: &groups, registry)
          return true
        }
      }
    }
    return GroupedCounts(groups: groups.finish(), counts: counts)
  }

  func select(
    _ registry: String, where filter: RowFilter, fields: [Int], _ selection: TicketSelection,
    meter: Meter
  ) throws(StoreError) -> SelectedRows {
    let draw = try ClassDraw(self, registry, filter, fields, selection)
    return try reading { session in try session.metered(meter) { try draw.run(session, meter) } }
  }
}

/// What a query over a registry's rows is made of.
struct RowQuery {
  let schema: RegistrySchema
  let table: String
  let condition: String
  let values: [Parameter]

  /// - Parameter count: how many values the statement has before those of the filter.
  init(
    _ snapshot: PostgreSQLSnapshot, _ registry: String, _ filter: RowFilter, after count: Int
  ) throws(StoreError) {
    guard let found = snapshot.stored(registry) else { throw .noSuchRegistry(registry) }
    schema = found.version.schema
    guard snapshot.canTest(filter, in: schema) else {
      throw .invalidRows("\(registry): a filter that the server cannot test")
    }
    table = snapshot.format.rowTable(found.id)
    let written = SQLFilter(filter, schema, .numbered(after: count))
    condition = written.text
    values = written.values.map { Parameter($0) }
  }
}

func read(
  _ row: ServerResult, from first: Int, _ kinds: [WireKind], to table: inout TableBuilder,
  _ registry: String
) throws(StoreError) {
  guard row.append(row: 0, from: first, kinds, to: &table) else {
    throw .corrupt(registry)
  }
}

extension Meter {
  func charge(_ rows: Int) throws(StoreError) {
    do throws(LimitExceeded) { try spend(steps: rows) } catch { throw .limit(error) }
  }
}

extension RowValue {
  /// Whether it is a text with U+0000, which no row of the server has.
  var hasNull: Bool {
    if case .text(let text) = self { text.hasNull } else { false }
  }
}
