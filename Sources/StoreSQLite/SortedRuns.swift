import GRDB
import Store

/// Rows that do not fit in memory, in temporary tables of one connection: each a run of rows in
/// canonical form, sorted by key.
struct SortedRuns {
  private let name: String
  private let key: Int
  private(set) var count = 0

  /// - Parameter name: begins the tables' names; no other import of the connection has it.
  init(_ schema: RegistrySchema, name: String) {
    self.name = name
    key = schema.key
  }

  private func table(_ run: Int) -> String { "temp.\(name)_\(run)" }

  /// Stores rows that are sorted by key as another run.
  mutating func add(_ rows: RowBuffer, _ database: Database) throws {
    try database.inTransaction(.deferred) {
      try database.execute(sql: "CREATE TABLE \(table(count)) (row BLOB NOT NULL)")
      let insert = try RawStatement(database, "INSERT INTO \(table(count)) VALUES (?)")
      for row in rows.rows { try insert.run(blob: rows.bytes.span.extracting(row.range)) }
      return .commit
    }
    count += 1
  }

  /// Whether a row with the key is in one of the runs.
  func contains(_ wanted: ArraySlice<UInt8>, _ database: Database) throws -> Bool {
    for run in 0..<count {
      let size = try RawStatement(database, "SELECT max(rowid) FROM \(table(run))")
      let query = try RawStatement(database, "SELECT row FROM \(table(run)) WHERE rowid = ?")
      var low: Int64 = 1
      var high = try size.step() ? size.integer(at: 0) : 0
      while low <= high {
        let middle = (low + high) / 2
        query.reset()
        try query.bind(middle, at: 1)
        guard try query.step(), let row = query.bytes(at: 0) else { break }
        let found = row[keyRange(row)]
        if found == wanted { return true }
        if found.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle - 1 }
      }
    }
    return false
  }

  func drop(_ database: Database) throws {
    for run in 0..<count { try database.execute(sql: "DROP TABLE IF EXISTS \(table(run))") }
  }

  /// The first row of each run, for a merge.
  fileprivate func heads(_ database: Database) throws -> [Head] {
    let common = try commonPrefix(database)
    var heads: [Head] = []
    for run in 0..<count {
      let query = try RawStatement(database, "SELECT row FROM \(table(run)) ORDER BY rowid")
      var head = Head(query, key: key, common: common)
      if try head.advance() { heads.append(head) }
    }
    return heads
  }

  /// Bytes that all keys begin with: in a sorted run, those that its first and last key share.
  private func commonPrefix(_ database: Database) throws -> Int {
    var shared: ArraySlice<UInt8>?
    for run in 0..<count {
      for order in ["ASC", "DESC"] {
        let query = try RawStatement(
          database, "SELECT row FROM \(table(run)) ORDER BY rowid \(order) LIMIT 1")
        guard try query.step(), let row = query.bytes(at: 0) else { continue }
        let key = row[keyRange(row)]
        let common = zip(shared ?? key, key).prefix { $0 == $1 }.count
        shared = key.prefix(common)
      }
    }
    return shared?.count ?? 0
  }

  private func keyRange(_ row: [UInt8]) -> Range<Int> { StoreSQLite.keyRange(of: row, at: key) }
}

/// Where the key stands in a row in canonical form.
private func keyRange(of row: [UInt8], at key: Int) -> Range<Int> {
  var position = 0
  for _ in 0..<key { _ = CanonicalRow.next(in: row.span, at: &position) }
  guard case .text(let range)? = CanonicalRow.next(in: row.span, at: &position) else {
    return 0..<0
  }
  return range
}

/// The rows of an import in ascending order of their keys, one by one: those of a buffer that is
/// sorted, or, where rows were put aside, those of the runs.
struct SortedRows {
  private let buffer: RowBuffer
  private var position = 0
  private var heads: [Head]

  /// - Parameter buffer: is not looked at if there are runs.
  init(_ buffer: RowBuffer, _ runs: SortedRuns, _ database: Database) throws {
    heads = try runs.heads(database)
    self.buffer = buffer
  }

  /// Replaces `row` by the next row in canonical form; false at the end.
  mutating func next(_ row: inout [UInt8]) throws -> Bool {
    guard var least = heads.indices.first else {
      guard position < buffer.rows.count else { return false }
      row.removeAll(keepingCapacity: true)
      row.append(contentsOf: buffer.bytes[buffer.rows[position].range])
      position += 1
      return true
    }
    for index in heads.indices.dropFirst() where heads[index].precedes(heads[least]) {
      least = index
    }
    heads[least].hand(over: &row)
    if !(try heads[least].advance()) { heads.remove(at: least) }
    return true
  }
}

/// The first row of a run that has not been handed over.
private struct Head {
  private let query: RawStatement
  private var row: [UInt8] = []
  private let key: Int
  private var keyRange = 0..<0
  private let common: Int
  /// The eight bytes of the key after the common ones, so that most comparisons need no more.
  private var prefix: UInt64 = 0

  /// - Parameter common: bytes that the keys of all runs begin with.
  init(_ query: RawStatement, key: Int, common: Int) {
    self.query = query
    self.key = key
    self.common = common
  }

  /// Moves on to the next row; false at the end.
  mutating func advance() throws -> Bool {
    guard try query.step() else { return false }
    row.removeAll(keepingCapacity: true)
    query.appendBytes(at: 0, to: &row)
    keyRange = StoreSQLite.keyRange(of: row, at: key)
    prefix = RowBuffer.prefix(of: keyRange.dropFirst(common), in: row)
    return true
  }

  /// Gives the row away; `advance` is next.
  mutating func hand(over other: inout [UInt8]) { swap(&row, &other) }

  func precedes(_ other: Head) -> Bool {
    if prefix != other.prefix { return prefix < other.prefix }
    return row[keyRange].lexicographicallyPrecedes(other.row[other.keyRange])
  }
}
