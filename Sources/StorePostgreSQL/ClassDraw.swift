import Engine
import Store

/// A selection of the rows with the smallest tickets of their classes, worked out by the server.
///
/// Tickets are spread evenly, so the `n` smallest of `N` lie, but for one case in a million millions,
/// below the fraction (n + 7.5 √n + 30) / N of all tickets. The server counts the classes first and
/// then sorts only the rows whose tickets lie below; where a class then has too few, it sorts all.
struct ClassDraw {
  private let query: RowQuery
  private let registry: String
  private let fields: [Int]
  private let selection: TicketSelection

  init(
    _ snapshot: PostgreSQLSnapshot, _ registry: String, _ filter: RowFilter, _ fields: [Int],
    _ selection: TicketSelection
  ) throws(StoreError) {
    query = try RowQuery(snapshot, registry, filter, after: 0)
    guard selection.fits(query.schema) else {
      throw .invalidRows("\(registry): classes that do not fit the registry")
    }
    guard fields.allSatisfy(query.schema.fields.indices.contains) else {
      throw .invalidRows("\(registry): a selection of fields that do not exist")
    }
    self.registry = registry
    self.fields = fields
    self.selection = selection
  }

  func run(_ session: Session, _ meter: Meter) throws -> SelectedRows {
    let sizes = try self.sizes(session)
    let bounds = zip(selection.classes, sizes).map { ClassDraw.bound($0.count, of: $1) }
    let drawn = try draw(session, bounds, meter)
    var counts = Array(repeating: 0, count: sizes.count)
    for number in drawn.classes { counts[number] += 1 }
    let isShort = selection.classes.indices.contains {
      counts[$0] < min(selection.classes[$0].count, sizes[$0])
    }
    if !isShort { return drawn }
    return try draw(session, Array(repeating: nil, count: sizes.count), meter)
  }

  /// The first seven bytes of a ticket below which the wanted ones lie; nil where all may be wanted.
  static func bound(_ wanted: Int, of size: Int) -> [UInt8]? {
    let wanted = Double(max(0, wanted))
    let fraction = (wanted + 7.5 * wanted.squareRoot() + 30) / Double(max(1, size))
    guard fraction < 1 else { return nil }
    let number = UInt64(fraction * Double(UInt64(1) << 56))
    return (0..<7).map { UInt8(truncatingIfNeeded: number >> UInt64(48 - 8 * $0)) }
  }

  /// How many rows each class has.
  private func sizes(_ session: Session) throws -> [Int] {
    var sizes = Array(repeating: 0, count: selection.classes.count)
    let classes = ClassTable(selection, query.schema, after: query.values.count)
    try session.rows(
      """
      SELECT k.class, count(*) FROM \(query.table) AS r JOIN \(classes.table)
        ON \(classes.condition) WHERE \(query.condition) GROUP BY k.class
      """, query.values + classes.values
    ) { row in
      guard let number = row.integer(0, 0), let count = row.integer(0, 1),
        sizes.indices.contains(Int(number))
      else { throw StoreError.corrupt(registry) }
      sizes[Int(number)] = Int(count)
      return true
    }
    return sizes
  }

  private func draw(
    _ session: Session, _ bounds: [[UInt8]?], _ meter: Meter
  ) throws -> SelectedRows {
    let classes = ClassTable(selection, query.schema, after: query.values.count, bounds: bounds)
    let root = query.values.count + classes.values.count + 1
    let key = "c\(query.schema.key)"
    let columns = fields.map { ", c\($0)" }.joined()
    let used = Set(fields + [query.schema.key]).sorted().map { ", r.c\($0)" }.joined()
    let sql = """
      SELECT ticket, class\(columns) FROM (
        SELECT *, row_number() OVER (PARTITION BY class ORDER BY ticket, \(key)) AS place FROM (
          SELECT k.class, k.wanted, k.bound, sha256($\(root) || convert_to(r.\(key), 'UTF8')) AS ticket\(used)
          FROM \(query.table) AS r JOIN \(classes.table) ON \(classes.condition)
          WHERE \(query.condition)
        ) AS hashed WHERE bound = '' OR ticket < bound
      ) AS numbered WHERE place <= wanted ORDER BY ticket, \(key)
      """
    let kinds = fields.map { query.schema.fields[$0].kind }
    let wireKinds = kinds.map(WireKind.init)
    var rows = TableBuilder(kinds)
    var tickets: [[UInt8]] = []
    var numbers: [Int] = []
    let values = query.values + classes.values + [.bytes(selection.root)]
    try session.rows(sql, values) { row in
      try meter.charge(1)
      guard let ticket = row.bytes(0, 0), ticket.count == 32, let number = row.integer(0, 1),
        selection.classes.indices.contains(Int(number))
      else { throw StoreError.corrupt(registry) }
      tickets.append(ticket)
      numbers.append(Int(number))
      try read(row, from: 2, wireKinds, to: &rows, registry)
      return true
    }
    return SelectedRows(rows: rows.finish(), tickets: tickets, classes: numbers)
  }
}

/// The classes of a selection as a table `k` with a row for each tuple of values: the class's number,
/// how many rows are wanted, below which tickets they lie (empty for all). A field that may be absent
/// has two columns, the second of which says so: what is compared is then never NULL, and can be
/// looked up by its hash.
private struct ClassTable {
  let table: String
  let condition: String
  let values: [Parameter]

  /// - Parameter count: how many values the statement has before these.
  init(
    _ selection: TicketSelection, _ schema: RegistrySchema, after count: Int,
    bounds: [[UInt8]?] = []
  ) {
    var columns: [(name: String, kind: WireKind, values: [Parameter])] = [
      ("class", .integer, []), ("wanted", .integer, []), ("bound", .bytes, []),
    ]
    var tests: [String] = []
    for (index, field) in selection.fields.enumerated() {
      let kind = WireKind(schema.fields[field].kind)
      columns.append(("v\(index)", kind, []))
      columns.append(("n\(index)", .integer, []))
      if schema.fields[field].isOptional {
        tests.append("coalesce(r.c\(field), \(kind.blankText)) = k.v\(index)")
        tests.append("CASE WHEN r.c\(field) IS NULL THEN 1 ELSE 0 END = k.n\(index)")
      } else {
        tests.append("r.c\(field) = k.v\(index)")
        tests.append("k.n\(index) = 0")
      }
    }
    for (number, group) in selection.classes.enumerated() where group.count > 0 {
      for tuple in group.tuples where !tuple.contains(where: { $0?.hasNull ?? false }) {
        columns[0].values.append(.integer(number))
        columns[1].values.append(.integer(group.count))
        let bound = bounds.indices.contains(number) ? bounds[number] : nil
        columns[2].values.append(.bytes(bound ?? []))
        for (index, value) in tuple.enumerated() {
          let blank = columns[3 + 2 * index].kind.blank
          columns[3 + 2 * index].values.append(value.map { Parameter($0) } ?? blank)
          columns[4 + 2 * index].values.append(.integer(value == nil ? 1 : 0))
        }
      }
    }
    let places = columns.indices.map { "$\(count + $0 + 1)" }.joined(separator: ", ")
    let names = columns.map(\.name).joined(separator: ", ")
    table = "unnest(\(places)) AS k (\(names))"
    condition = tests.isEmpty ? "true" : SQLText.joined(tests, by: "AND")
    values = columns.map { .array($0.kind, $0.values) }
  }
}
