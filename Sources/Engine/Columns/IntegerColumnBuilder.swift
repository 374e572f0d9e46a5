/// Collects integers, dates (day numbers), truth values (0 and 1) or positions of enum members; the
/// narrowest width that holds them is chosen at the end.
public struct IntegerColumnBuilder: Sendable {
  private var values: [Int64] = []
  private var known = KnownBuilder()

  public init() {}

  public var count: Int { values.count }

  public mutating func reserveCapacity(_ rows: Int) { values.reserveCapacity(rows) }

  public mutating func append(_ value: Int64) {
    values.append(value)
    known.appendKnown()
  }

  public mutating func appendMissing() {
    values.append(0)
    known.appendMissing()
  }

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
