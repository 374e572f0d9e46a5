public import Quantities

/// Collects decimals.
public struct DecimalColumnBuilder: Sendable {
  private var values: [Decimal] = []
  private var known = KnownBuilder()

  /// A builder without rows.
  public init() {}

  /// How many rows were appended so far.
  public var count: Int { values.count }

  /// Makes room for `rows` rows in all.
  public mutating func reserveCapacity(_ rows: Int) { values.reserveCapacity(rows) }

  /// Adds a row with a value.
  public mutating func append(_ value: Decimal) {
    values.append(value)
    known.appendKnown()
  }

  /// Adds a row without a value.
  public mutating func appendMissing() {
    values.append(.zero)
    known.appendMissing()
  }

  /// Adds a row; nil is a row without a value.
  public mutating func append(_ value: Decimal?) {
    if let value { append(value) } else { appendMissing() }
  }

  /// Adds all rows of a column.
  public mutating func append(contentsOf column: DecimalColumn) {
    values.append(contentsOf: column.values)
    known.append(contentsOf: column.known, count: column.count)
  }

  /// The column of everything appended so far.
  public func finish() -> DecimalColumn { DecimalColumn(values: values, known: known.finish()) }
}
