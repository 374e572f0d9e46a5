import Engine
import Quantities

/// Writes the rows of a table in canonical form (see `CanonicalRow`). It goes column by column, first
/// to measure and then to write, so that the loops see one kind of value each.
struct RowEncoder {
  private enum Cells {
    case integers(IntegerColumn)
    /// The text of row `i` is `bytes[offsets[i]..<offsets[i + 1]]`.
    case texts(bytes: [UInt8], offsets: [Int], known: [UInt8]?)
  }

  private let columns: [Cells]
  /// Bytes of each row.
  private(set) var lengths: [Int]
  /// Where in its row each key's text begins, and its bytes.
  private(set) var keyOffsets: [Int] = []
  private(set) var keyLengths: [Int] = []

  /// - Parameter key: the column of the key, which has a text in every row.
  init(_ table: Table, key: Int) {
    columns = table.columns.map(RowEncoder.cells)
    lengths = Array(repeating: 0, count: table.rowCount)
    for (index, cells) in columns.enumerated() {
      let before = index == key ? lengths : []
      measure(cells)
      if index == key {
        keyOffsets = before.map { $0 + CanonicalRow.textOffset }
        keyLengths = lengths.indices.map { lengths[$0] - keyOffsets[$0] }
      }
    }
  }

  private static func cells(_ column: Column) -> Cells {
    switch column {
    case .integers(let column): return .integers(column)
    case .decimals(let column):
      var bytes: [UInt8] = []
      var offsets = [0]
      for value in column.values {
        appendPlain(value, to: &bytes)
        offsets.append(bytes.count)
      }
      return .texts(bytes: bytes, offsets: offsets, known: column.known?.bytes)
    case .texts(let column):
      if case .flat(let bytes, let offsets) = column.storage {
        return .texts(bytes: bytes, offsets: offsets, known: column.known?.bytes)
      }
      var bytes: [UInt8] = []
      var offsets = [0]
      for row in 0..<column.count {
        column.appendUTF8(at: row, to: &bytes)
        offsets.append(bytes.count)
      }
      return .texts(bytes: bytes, offsets: offsets, known: column.known?.bytes)
    }
  }

  private mutating func measure(_ cells: Cells) {
    switch cells {
    case .integers(let column):
      let known = column.known?.bytes
      for row in lengths.indices {
        lengths[row] += RowEncoder.isAbsent(row, known) ? 1 : CanonicalRow.integerLength
      }
    case .texts(_, let offsets, let known):
      for row in lengths.indices {
        let length = offsets[row + 1] - offsets[row]
        lengths[row] += RowEncoder.isAbsent(row, known) ? 1 : CanonicalRow.textOffset + length
      }
    }
  }

  /// Adds all rows, one after the other.
  func write(to bytes: inout [UInt8]) {
    var cursors: [Int] = []
    cursors.reserveCapacity(lengths.count)
    var end = bytes.count
    for length in lengths {
      cursors.append(end)
      end += length
    }
    bytes.append(contentsOf: repeatElement(0, count: end - bytes.count))
    var target = bytes.mutableSpan
    for cells in columns {
      switch cells {
      case .integers(let column): RowEncoder.write(column, to: &target, at: &cursors)
      case .texts(let texts, let offsets, let known):
        for row in cursors.indices {
          if RowEncoder.isAbsent(row, known) {
            cursors[row] += 1
            continue
          }
          let range = offsets[row]..<offsets[row + 1]
          var place = cursors[row]
          target[place] = 2
          let length = UInt32(truncatingIfNeeded: range.count)
          target[place + 1] = UInt8(truncatingIfNeeded: length >> 24)
          target[place + 2] = UInt8(truncatingIfNeeded: length >> 16)
          target[place + 3] = UInt8(truncatingIfNeeded: length >> 8)
          target[place + 4] = UInt8(truncatingIfNeeded: length)
          place += CanonicalRow.textOffset
          for index in range {
            target[place] = texts[index]
            place += 1
          }
          cursors[row] = place
        }
      }
    }
  }

  private static func write(
    _ column: IntegerColumn, to target: inout MutableSpan<UInt8>, at cursors: inout [Int]
  ) {
    let known = column.known?.bytes
    for row in cursors.indices {
      if isAbsent(row, known) {
        cursors[row] += 1
        continue
      }
      let place = cursors[row]
      let value = UInt64(bitPattern: column[row])
      target[place] = 1
      for index in 0..<8 {
        target[place + 1 + index] = UInt8(truncatingIfNeeded: value >> UInt64(56 - 8 * index))
      }
      cursors[row] = place + CanonicalRow.integerLength
    }
  }

  private static func isAbsent(_ row: Int, _ known: [UInt8]?) -> Bool {
    guard let known else { return false }
    return known[row] == 0
  }

  /// Adds a number in plain notation, as `description` gives it.
  private static func appendPlain(_ value: Decimal, to bytes: inout [UInt8]) {
    guard let coefficient = UInt64(exactly: value.coefficient.magnitude) else {
      return bytes.append(contentsOf: value.description.utf8)
    }
    if value.isNegative { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = coefficient
    var digits = 0
    // From the last digit to the first; then turned round.
    repeat {
      if digits == value.places, digits > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      digits += 1
    } while rest > 0 || digits <= value.places
    bytes[start...].reverse()
  }
}
