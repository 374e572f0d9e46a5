public import Engine
import Quantities

extension RegistrySchema {
  /// Whether the rows fit the schema: a column of the right kind for each field, values only where
  /// the kind has them, absent ones only where the field is optional, no text with U+0000, keys that
  /// are not empty and hold no control characters. Every store asks this before it takes rows.
  ///
  /// That texts are UTF-8 in NFC is left to whoever makes the rows.
  public func check(_ rows: Table) throws(StoreError) {
    guard rows.columns.count == fields.count else {
      throw .invalidRows("\(rows.columns.count) columns for \(fields.count) fields")
    }
    for (index, field) in fields.enumerated() {
      let column = rows.columns[index]
      guard column.count == rows.rowCount else {
        throw .invalidRows("\(field.name): \(column.count) values for \(rows.rowCount) rows")
      }
      if !field.isOptional, let row = firstAbsent(column) {
        throw .invalidRows("\(field.name): row \(row) of the batch has no value")
      }
      if let row = firstMisfit(column, field.kind) {
        throw .invalidRows("\(field.name): row \(row) of the batch has a value of another kind")
      }
      if case .texts(let texts) = column, let row = firstNull(texts) {
        throw .invalidRows("\(field.name): row \(row) of the batch has the character U+0000")
      }
    }
    try checkKeys(rows)
  }

  private func checkKeys(_ rows: Table) throws(StoreError) {
    guard fields.indices.contains(key), case .texts(let keys) = rows.columns[key] else {
      throw .invalidRows("the key is not a text")
    }
    var bytes: [UInt8] = []
    for row in 0..<rows.rowCount {
      bytes.removeAll(keepingCapacity: true)
      keys.appendUTF8(at: row, to: &bytes)
      guard keys.isKnown(at: row), RegistrySchema.isKey(bytes.span) else {
        throw .invalidRows("row \(row) of the batch has no key, or one with a control character")
      }
    }
  }

  /// Whether a text can be a key: not empty, and without control characters (U+0000 to U+001F,
  /// U+007F), because a ticket is the hash of the key as one line.
  public static func isKey(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] < 0x20 || text[index] == 0x7F { return false }
    return !text.isEmpty
  }
}

private func firstAbsent(_ column: Column) -> Int? {
  column.known?.bytes.firstIndex(of: 0)
}

/// The first row whose value a field of this kind cannot have.
private func firstMisfit(_ column: Column, _ kind: FieldKind) -> Int? {
  switch (kind, column) {
  case (.integer, .integers), (.decimal, .decimals), (.percent, .decimals), (.text, .texts),
    (.code, .texts):
    return nil
  case (.bool, .integers(let column)): return firstOutside(0...1, column)
  case (.enumeration(let members), .integers(let column)):
    return firstOutside(0...Int64(max(0, members.count - 1)), column)
  case (.date, .integers(let column)):
    let first = Int64(CivilDate.minimum.dayNumber)
    return firstOutside(first...Int64(CivilDate.maximum.dayNumber), column)
  default: return 0
  }
}

/// The first row whose text has U+0000.
private func firstNull(_ column: TextColumn) -> Int? {
  switch column.storage {
  case .dictionary(let codes, let values):
    // A value that no row has does not matter.
    guard values.contains(where: \.hasNull) else { return nil }
    return codes.firstIndex { values[Int($0)].hasNull }
  case .flat(let bytes, let offsets):
    guard let first = offsets.first, let last = offsets.last,
      let place = bytes[first..<last].firstIndex(of: 0)
    else { return nil }
    return (0..<column.count).first { offsets[$0 + 1] > place }
  }
}

private func firstOutside(_ range: ClosedRange<Int64>, _ column: IntegerColumn) -> Int? {
  (0..<column.count).first { !range.contains(column[$0]) && column.isKnown(at: $0) }
}
