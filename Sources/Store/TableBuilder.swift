public import Engine
public import Quantities

/// Makes columns of rows in canonical form, or of cells that a store reads one by one.
public struct TableBuilder: Sendable {
  private enum Target {
    case integers(Int)
    case decimals(Int)
    case texts(Int)
  }

  private let targets: [Target]
  private var integers: [IntegerColumnBuilder] = []
  private var decimals: [DecimalColumnBuilder] = []
  private var texts: [TextColumnBuilder] = []
  /// Rows that have ended.
  public private(set) var rowCount = 0

  /// For columns of the given kinds, in this order.
  public init(_ kinds: [FieldKind]) {
    var counts = (0, 0, 0)
    targets = kinds.map { kind in
      switch kind {
      case .bool, .integer, .date, .enumeration:
        defer { counts.0 += 1 }
        return .integers(counts.0)
      case .decimal, .percent:
        defer { counts.1 += 1 }
        return .decimals(counts.1)
      case .text, .code:
        defer { counts.2 += 1 }
        return .texts(counts.2)
      }
    }
    integers = Array(repeating: IntegerColumnBuilder(), count: counts.0)
    decimals = Array(repeating: DecimalColumnBuilder(), count: counts.1)
    texts = Array(repeating: TextColumnBuilder(), count: counts.2)
  }

  /// Adds a cell without a value.
  public mutating func appendMissing(to column: Int) {
    switch targets[column] {
    case .integers(let index): integers[index].appendMissing()
    case .decimals(let index): decimals[index].appendMissing()
    case .texts(let index): texts[index].appendMissing()
    }
  }

  /// Adds an integer, truth value, day number or position of a member. False where the column does
  /// not hold integers.
  public mutating func append(_ value: Int64, to column: Int) -> Bool {
    guard case .integers(let index) = targets[column] else { return false }
    integers[index].append(value)
    return true
  }

  /// Adds a decimal. False where the column does not hold decimals.
  public mutating func append(_ value: Decimal, to column: Int) -> Bool {
    guard case .decimals(let index) = targets[column] else { return false }
    decimals[index].append(value)
    return true
  }

  /// Adds a text, or a decimal in plain notation. False where the column holds neither, or the
  /// bytes are no decimal.
  public mutating func append(utf8 text: Span<UInt8>, to column: Int) -> Bool {
    switch targets[column] {
    case .integers: return false
    case .decimals(let index):
      guard let value = Decimal(ascii: text) else { return false }
      decimals[index].append(value)
    case .texts(let index): texts[index].append(utf8: text)
    }
    return true
  }

  /// To be called after the cells of each row.
  public mutating func endRow() { rowCount += 1 }

  /// Adds a row in canonical form; false if it is none.
  public mutating func append(canonicalRow bytes: Span<UInt8>) -> Bool {
    var position = 0
    for column in targets.indices {
      switch CanonicalRow.next(in: bytes, at: &position) {
      case .absent: appendMissing(to: column)
      case .integer(let value): guard append(value, to: column) else { return false }
      case .text(let range):
        guard append(utf8: bytes.extracting(range), to: column) else { return false }
      case nil: return false
      }
    }
    endRow()
    return true
  }

  /// Adds all rows of a table; false if its columns are of other kinds.
  public mutating func append(contentsOf table: Table) -> Bool {
    guard table.columns.count == targets.count else { return false }
    for (target, column) in zip(targets, table.columns) {
      switch (target, column) {
      case (.integers(let index), .integers(let part)): integers[index].append(contentsOf: part)
      case (.decimals(let index), .decimals(let part)): decimals[index].append(contentsOf: part)
      case (.texts(let index), .texts(let part)): texts[index].append(contentsOf: part)
      default: return false
      }
    }
    rowCount += table.rowCount
    return true
  }

  /// The rows so far.
  public func finish() -> Table {
    Table(
      rowCount: rowCount,
      columns: targets.map { target in
        switch target {
        case .integers(let index): .integers(integers[index].finish())
        case .decimals(let index): .decimals(decimals[index].finish())
        case .texts(let index): .texts(texts[index].finish())
        }
      })
  }
}
