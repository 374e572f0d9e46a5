import Engine
import Quantities
import Store

/// A value as the checks write and compare it.
enum Cell: Hashable, CustomStringConvertible {
  case none
  case integer(Int64)
  case decimal(String)
  case text(String)

  var description: String {
    switch self {
    case .none: "-"
    case .integer(let value): "\(value)"
    case .decimal(let text): text
    case .text(let text): text.count > 40 ? "\(text.prefix(40))…" : "\"\(text)\""
    }
  }
}

// Texts are the same if their bytes are: Swift's own comparison would take "é" for "e\u{301}".
extension Cell {
  static func == (left: Cell, right: Cell) -> Bool {
    switch (left, right) {
    case (.none, .none): true
    case (.integer(let a), .integer(let b)): a == b
    case (.decimal(let a), .decimal(let b)): a == b
    case (.text(let a), .text(let b)): a == b && a.utf8.elementsEqual(b.utf8)
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .none: hasher.combine(0)
    case .integer(let value): hasher.combine(value)
    case .decimal(let text): hasher.combine(text)
    case .text(let text): hasher.combine(text)
    }
  }
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral value: Int64) { self = .integer(value) }
}

func schema(_ name: String, key: Int = 0, _ fields: (String, FieldKind, Bool)...) -> RegistrySchema
{
  RegistrySchema(
    name: name, key: key,
    fields: fields.map { FieldSchema(name: $0.0, kind: $0.1, isOptional: $0.2) })
}

func schema(_ name: String, key: Int, fields: [FieldSchema]) -> RegistrySchema {
  RegistrySchema(name: name, key: key, fields: fields)
}

/// Keys and a number.
let simple = schema("简单", ("键", .text, false), ("数", .integer, true))

func table(_ schema: RegistrySchema, _ rows: [[Cell]]) throws -> Table {
  var builder = TableBuilder(schema.fields.map(\.kind))
  for row in rows {
    for (column, cell) in row.enumerated() {
      let fits =
        switch cell {
        case .none:
          true
        case .integer(let value): builder.append(value, to: column)
        case .decimal(let text), .text(let text): builder.append(utf8: text.utf8.span, to: column)
        }
      if cell == .none { builder.appendMissing(to: column) }
      try expect(fits, "\(cell) in a sample of \(schema.name)")
    }
    builder.endRow()
  }
  return builder.finish()
}

func cells(_ table: Table) -> [[Cell]] {
  (0..<table.rowCount).map { row in
    table.columns.map { column in
      if let value = column.integer(at: row) { return .integer(value) }
      if let value = column.decimal(at: row) { return .decimal(value.description) }
      return column.text(at: row).map(Cell.text) ?? .none
    }
  }
}

let origin = ImportOrigin(name: "样本.csv", fileDigest: String(repeating: "0f", count: 32))

/// Imports rows in batches of the given size.
@discardableResult func importing(
  _ rows: [[Cell]], _ schema: RegistrySchema = simple, into store: any Store,
  _ mode: RegistryImportMode = .replace, batch: Int = 1_000
) throws -> RegistryVersion {
  let target = try store.beginImport(schema, mode)
  var start = 0
  while start < rows.count {
    let end = min(rows.count, start + batch)
    let duplicates = try target.append(try table(schema, Array(rows[start..<end])))
    try expectEqual(duplicates, [], "duplicates")
    start = end
  }
  return try target.commit(origin)
}

/// All rows of a registry, in the order of a scan.
func rows(
  _ snapshot: any StoreSnapshot, _ schema: RegistrySchema = simple, batch: Int = .max
) throws -> [[Cell]] {
  var found: [[Cell]] = []
  let fields = Array(schema.fields.indices)
  try snapshot.scan(schema.name, fields: fields, batchSize: batch) {
    (rows: Table) throws(StoreError) in
    found += cells(rows)
    return true
  }
  return found
}

/// `count` rows whose keys come in no order.
func scattered(_ count: Int) -> [[Cell]] {
  (0..<count).map { index in
    let number = index * 7_919 % count
    return [.text("k\(number)"), .integer(Int64(index))]
  }
}

/// Rows in the order in which every store gives them back.
func byKey(_ rows: [[Cell]]) -> [[Cell]] {
  func key(_ row: [Cell]) -> String {
    if case .text(let key)? = row.first { key } else { "" }
  }
  return rows.sorted { key($0).utf8.lexicographicallyPrecedes(key($1).utf8) }
}
