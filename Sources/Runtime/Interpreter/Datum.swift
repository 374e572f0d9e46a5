import Semantics

/// A value while a script runs. Rows stay where they are, in columns, until somebody looks.
indirect enum Datum {
  typealias Constant = TypedExpression.Constant

  /// Absence included.
  case scalar(Constant)
  case record([Datum])
  case row(RegistryRows, Int32)
  case group(key: Datum, value: Datum)
  /// A list of rows of one registry.
  case rows(RowSet)
  case list([Datum])
  /// Ascending, each element once.
  case set([Datum])

  static var none: Datum { .scalar(.none) }
  static func bool(_ value: Bool) -> Datum { .scalar(.bool(value)) }
  static func integer(_ value: Int) -> Datum { .scalar(.integer(Int64(value))) }

  var isNone: Bool {
    if case .scalar(.none) = self { true } else { false }
  }

  /// Elements of a list or set, one by one; nil for what has none.
  var elements: [Datum]? {
    switch self {
    case .list(let elements), .set(let elements): elements
    case .rows(let rows): rows.indices.map { .row(rows.source, $0) }
    case .scalar, .record, .row, .group: nil
    }
  }

  /// The first element of a list or set.
  var first: Datum? {
    switch self {
    case .list(let elements), .set(let elements): elements.first
    case .rows(let rows): rows.count > 0 ? .row(rows.source, rows[0]) : nil
    case .scalar, .record, .row, .group: nil
    }
  }

  /// A field of a record or row; of a group the key is 0 and the value 1.
  func field(_ index: Int) throws(Stop) -> Datum {
    switch self {
    case .record(let fields): return fields[index]
    case .row(let source, let row): return .scalar(try source.value(field: index, row: row))
    case .group(let key, let value): return index == 0 ? key : value
    case .scalar, .rows, .list, .set: throw .impossible("a field of what has none")
    }
  }
}

/// Rows of a registry, in an order: all of them, or chosen ones.
struct RowSet {
  let source: RegistryRows
  /// Nil for all rows in the order of the store.
  let chosen: [Int32]?

  init(_ source: RegistryRows, _ chosen: [Int32]? = nil) {
    self.source = source
    self.chosen = chosen
  }

  var count: Int { chosen?.count ?? source.rowCount }

  /// How many objects the rows stand for.
  var objectCount: Int {
    guard let counts = source.objectCounts else { return count }
    return chosen.map { $0.reduce(0) { $0 + counts[Int($1)] } } ?? counts.reduce(0, +)
  }

  /// How many objects the row at a position stands for.
  func objectCount(at position: Int) -> Int {
    source.objectCounts.map { $0[Int(self[position])] } ?? 1
  }

  var indices: [Int32] { chosen ?? (0..<Int32(source.rowCount)).map { $0 } }

  subscript(position: Int) -> Int32 { chosen?[position] ?? Int32(position) }

  /// The rows at the given positions of this set.
  func at(_ positions: [Int32]) -> RowSet {
    guard let chosen else { return RowSet(source, positions) }
    return RowSet(source, positions.map { chosen[Int($0)] })
  }
}
