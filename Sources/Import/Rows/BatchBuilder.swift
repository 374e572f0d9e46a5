import Engine
import Store

/// Collects decoded rows until there are enough for the store. Texts are kept flat: a dictionary
/// would be made for each batch and thrown away.
struct BatchBuilder {
  private enum Slot {
    case integers(Int)
    case decimals(Int)
    case texts(Int)
  }

  private let slots: [Slot]
  private var integers: [IntegerColumnBuilder]
  private var decimals: [DecimalColumnBuilder]
  private var texts: [FlatTexts]
  private var rowCount = 0
  private var good: [Int32] = []

  init(_ schema: RegistrySchema) {
    var counts = (integers: 0, decimals: 0, texts: 0)
    slots = schema.fields.map { field in
      switch field.kind {
      case .bool, .integer, .date, .enumeration:
        counts.integers += 1
        return .integers(counts.integers - 1)
      case .decimal, .percent:
        counts.decimals += 1
        return .decimals(counts.decimals - 1)
      case .text, .code:
        counts.texts += 1
        return .texts(counts.texts - 1)
      }
    }
    integers = Array(repeating: IntegerColumnBuilder(), count: counts.integers)
    decimals = Array(repeating: DecimalColumnBuilder(), count: counts.decimals)
    texts = Array(repeating: FlatTexts(), count: counts.texts)
  }

  /// Adds a value to a column.
  ///
  /// - Parameters:
  ///   - cell: the bytes of a `.cell`.
  ///   - changed: where the bytes of a `.text` stand.
  mutating func append(
    _ value: CellValue, cell: Span<UInt8>, texts changed: [UInt8], to field: Int
  ) {
    switch (value, slots[field]) {
    case (.integer(let value), .integers(let slot)): integers[slot].append(value)
    case (.decimal(let value), .decimals(let slot)): decimals[slot].append(value)
    case (.cell, .texts(let slot)): texts[slot].append(cell)
    case (.text(let range), .texts(let slot)):
      texts[slot].append(changed.span.extracting(range))
    case (_, .integers(let slot)): integers[slot].appendMissing()
    case (_, .decimals(let slot)): decimals[slot].appendMissing()
    case (_, .texts(let slot)): texts[slot].appendAbsent()
    }
  }

  /// To be called after the cells of each row. Rows that are not good are left out at the end.
  mutating func endRow(isGood: Bool) {
    if isGood { good.append(Int32(truncatingIfNeeded: rowCount)) }
    rowCount += 1
  }

  /// The columns of all rows so far and the table of the good ones, and a new start.
  mutating func finish() -> (all: [Column], good: Table) {
    let columns = slots.map { slot -> Column in
      switch slot {
      case .integers(let slot):
        defer { integers[slot] = IntegerColumnBuilder() }
        return .integers(integers[slot].finish())
      case .decimals(let slot):
        defer { decimals[slot] = DecimalColumnBuilder() }
        return .decimals(decimals[slot].finish())
      case .texts(let slot):
        defer { texts[slot] = FlatTexts() }
        return .texts(texts[slot].column)
      }
    }
    defer {
      rowCount = 0
      good.removeAll(keepingCapacity: true)
    }
    if good.count == rowCount { return (columns, Table(rowCount: rowCount, columns: columns)) }
    return (columns, Table(rowCount: good.count, columns: columns.map { $0.gather(good) }))
  }
}

/// Texts one after the other.
private struct FlatTexts {
  private var bytes: [UInt8] = []
  private var offsets = [0]
  private var known: [UInt8] = []
  private var hasAbsent = false

  mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    offsets.append(bytes.count)
    known.append(1)
  }

  mutating func appendAbsent() {
    offsets.append(bytes.count)
    known.append(0)
    hasAbsent = true
  }

  var column: TextColumn {
    TextColumn(
      storage: .flat(bytes: bytes, offsets: offsets), known: hasAbsent ? KnownMask(known) : nil)
  }
}
