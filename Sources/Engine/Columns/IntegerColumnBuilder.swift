/// Collects integers, dates (day numbers), truth values (0 and 1) or positions of enum members; the
/// narrowest width that holds them is chosen at the end.
public struct IntegerColumnBuilder: Sendable {
  private var values: [Int64] = []
  private var known = KnownBuilder()

  /// A builder without rows.
  public init() {}

  /// How many rows were appended so far.
  public var count: Int { values.count }

  /// Makes room for `rows` rows in all.
  public mutating func reserveCapacity(_ rows: Int) { values.reserveCapacity(rows) }

  /// Adds a row with a value.
  public mutating func append(_ value: Int64) {
    values.append(value)
    known.appendKnown()
  }

  /// Adds a row without a value.
  public mutating func appendMissing() {
    values.append(0)
    known.appendMissing()
  }

  /// Adds a row; nil is a row without a value.
  public mutating func append(_ value: Int64?) {
    if let value { append(value) } else { appendMissing() }
  }

  /// Adds all rows of a column.
  public mutating func append(contentsOf column: IntegerColumn) {
    switch column.storage {
    case .bytes(let added): values.append(contentsOf: added.map(Int64.init))
    case .shorts(let added): values.append(contentsOf: added.map(Int64.init))
    case .words(let added): values.append(contentsOf: added.map(Int64.init))
    case .longs(let added): values.append(contentsOf: added)
    }
    known.append(contentsOf: column.known, count: column.count)
  }

  /// The column of everything appended so far.
  public func finish() -> IntegerColumn { IntegerColumn(values, known: known.finish()) }
}
