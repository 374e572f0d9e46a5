/// The place of a cell in a sheet: `B5` is column 2, row 5.
package struct CellReference: Hashable, Sendable {
  package let row: Int
  package let column: Int

  /// The last row and column that a sheet can have (ECMA-376; the limits of the programs).
  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B5`, also `$B$5`; nil for anything else and for what no sheet has.
  init?(_ text: some Sequence<UInt8>) {
    var column = 0
    var row = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
      case 0x30...0x39: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      if column > Self.lastColumn || row > Self.lastRow { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// `B5`
  package var name: String { Self.columnName(column) + "\(row)" }

  /// `B`, `AA`
  static func columnName(_ column: Int) -> String {
    var name = ""
    var rest = column
    while rest > 0 {
      name = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + name
      rest = (rest - 1) / 26
    }
    return name
  }
}

/// A range of cells: `A1:F1`.
struct CellRange: Hashable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>
  let name: String

  init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
      .map { CellReference($0.utf8) }
    guard corners.count == 2, let from = corners[0], let to = corners[1], from.row <= to.row,
      from.column <= to.column
    else { return nil }
    rows = from.row...to.row
    columns = from.column...to.column
    name = text
  }
}
