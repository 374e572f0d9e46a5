public import Quantities

/// Collects decimals.
public struct DecimalColumnBuilder: Sendable {
  private var values: [Decimal] = []
  private var known = KnownBuilder()

  public init() {}

  public var count: Int { values.count }

  public mutating func reserveCapacity(_ rows: Int) { values.reserveCapacity(rows) }

  public mutating func append(_ value: Decimal) {
    values.append(value)
    known.appendKnown()
  }

  public mutating func appendMissing() {
    values.append(.zero)
    known.appendMissing()
  }

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
