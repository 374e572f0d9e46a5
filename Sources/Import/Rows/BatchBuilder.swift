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
  private(set) var rowCount = 0

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
      case .text, .uniformCode:
        counts.texts += 1
        return .texts(counts.texts - 1)
      }
    }
    integers = Array(repeating: IntegerColumnBuilder(), count: counts.integers)
    decimals = Array(repeating: DecimalColumnBuilder(), count: counts.decimals)
    texts = Array(repeating: FlatTexts(), count: counts.texts)
  }

  /// Bytes of texts.
  var textBytes: Int { texts.reduce(0) { $0 + $1.bytes.count } }

  mutating func appendAbsent(to field: Int) {
    switch slots[field] {
    case .integers(let slot): integers[slot].appendMissing()
    case .decimals(let slot): decimals[slot].appendMissing()
    case .texts(let slot): texts[slot].end(isKnown: false)
    }
  }

  mutating func append(
    _ value: CellValue, cell: ArraySlice<UInt8>, texts changed: [UInt8], to field: Int
  ) {
    switch (value, slots[field]) {
    case (.integer(let value), .integers(let slot)): integers[slot].append(value)
    case (.decimal(let value), .decimals(let slot)): decimals[slot].append(value)
    case (.cell, .texts(let slot)):
      texts[slot].bytes.append(contentsOf: cell)
      texts[slot].end(isKnown: true)
    case (.text(let range), .texts(let slot)):
      texts[slot].bytes.append(contentsOf: changed[range])
      texts[slot].end(isKnown: true)
    default: appendAbsent(to: field)
    }
  }

  mutating func endRow() { rowCount += 1 }

  /// The rows so far, and a new start.
  mutating func finish() -> Table {
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
    defer { rowCount = 0 }
    return Table(rowCount: rowCount, columns: columns)
  }
}

/// Texts one after the other.
private struct FlatTexts {
  var bytes: [UInt8] = []
  private var offsets = [0]
  private var known: [UInt8] = []
  private var hasAbsent = false

  mutating func end(isKnown: Bool) {
    offsets.append(bytes.count)
    known.append(isKnown ? 1 : 0)
    if !isKnown { hasAbsent = true }
  }

  var column: TextColumn {
    TextColumn(
      storage: .flat(bytes: bytes, offsets: offsets), known: hasAbsent ? KnownMask(known) : nil)
  }
}
