import Engine
import GRDB
import Quantities
import Store

/// Some fields of the rows of a registry's newest version that meet a filter.
struct FilteredRows {
  let schema: RegistrySchema
  private let table: String
  private let filter: SQLFilter
  private let fields: [Int]

  /// - Parameter filter: fits the registry's schema.
  init(
    _ registry: String, _ filter: RowFilter, _ fields: [Int], _ database: Database
  ) throws {
    guard let found = try newestVersions(database, named: registry).first else {
      throw StoreError.noSuchRegistry(registry)
    }
    schema = found.version.schema
    guard fields.allSatisfy(schema.fields.indices.contains) else {
      throw StoreError.invalidRows("\(registry): fields that do not exist")
    }
    guard filter.fits(schema) else {
      throw StoreError.invalidRows("\(registry): a filter that cannot be tested")
    }
    table = SQLiteFormat.rowTable(found.id)
    self.filter = SQLFilter(filter, schema, .question)
    self.fields = fields
  }

  private init(_ other: FilteredRows, fields: [Int]) {
    schema = other.schema
    table = other.table
    filter = other.filter
    self.fields = fields
  }

  /// The same rows with other fields, which exist.
  func with(fields: [Int]) -> FilteredRows { FilteredRows(self, fields: fields) }

  var kinds: [FieldKind] { fields.map { schema.fields[$0].kind } }

  /// A row for each row, in the order of the keys where that is asked for.
  func statement(_ database: Database, byKey: Bool = false) throws -> RawStatement {
    let columns = fields.isEmpty ? "NULL" : fields.map { "c\($0)" }.joined(separator: ", ")
    return try prepared(columns, byKey ? "ORDER BY c\(schema.key)" : "", database)
  }

  /// How many rows there are.
  func count(_ database: Database) throws -> Int {
    let query = try prepared("count(*)", "", database)
    guard try query.step() else { return 0 }
    return Int(query.integer(at: 0))
  }

  private func prepared(
    _ columns: String, _ ending: String, _ database: Database
  ) throws -> RawStatement {
    let query = try RawStatement(
      database, "SELECT \(columns) FROM \(table) WHERE \(filter.text) \(ending)")
    for (index, value) in zip(CInt(1)..., filter.values) {
      switch value {
      case .integer(let value): try query.bind(value, at: index)
      case .text(let text): try query.bind(text, at: index)
      case .decimal(let value): try query.bind(value.description, at: index)
      }
    }
    return query
  }

  /// Adds the cells of the statement's row to a table.
  func take(_ query: RawStatement, into table: inout TableBuilder) throws(StoreError) {
    for column in fields.indices where !query.append(CInt(column), to: &table) {
      throw .corrupt("\(schema.name).\(schema.fields[fields[column]].name)")
    }
    table.endRow()
  }

  /// Hands over the rows in the order of their keys.
  func scan(
    _ database: Database, _ batchSize: Int, _ body: (Engine.Table) throws(StoreError) -> Bool
  ) throws {
    guard batchSize > 0 else { throw StoreError.invalidRows("\(schema.name): batches of no rows") }
    let query = try statement(database, byKey: true)
    let kinds = kinds
    var batch = TableBuilder(kinds)
    while try query.step() {
      try take(query, into: &batch)
      if batch.rowCount == batchSize {
        guard try body(batch.finish()) else { return }
        batch = TableBuilder(kinds)
      }
    }
    if batch.rowCount > 0 { _ = try body(batch.finish()) }
  }
}
