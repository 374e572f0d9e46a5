import Source
import Syntax

/// The widths of the columns of every table: of the lines directly inside one pair of braces that
/// have a `|`.
struct TableAlignment {
  /// For a `|`, given as an index of a piece: how many columns its cell takes in this table.
  private(set) var padding: [Int: Int] = [:]

  init(_ layout: Layout, _ writer: LineWriter) {
    var tables: [Int: [[Cell]]] = [:]
    for line in layout.lines {
      guard case .pieces(let range) = line.content, let block = line.block,
        let cells = Self.cells(of: range, writer)
      else { continue }
      tables[block, default: []].append(cells)
    }
    // The tables do not touch one another, so their order does not matter.
    for rows in tables.values {
      let columns = rows.map(\.count).max() ?? 0
      for column in 0..<columns {
        let cells = rows.compactMap { column < $0.count ? $0[column] : nil }
        let width = cells.map(\.width).max() ?? 0
        for cell in cells { padding[cell.bar] = width - cell.width }
      }
    }
  }

  /// A cell with the `|` that ends it.
  private struct Cell {
    let bar: Int
    let width: Int
  }

  /// The cells but the last of a line; nil where it has none, or brackets that it does not close.
  private static func cells(of range: Range<Int>, _ writer: LineWriter) -> [Cell]? {
    var depth = 0
    var cells: [Cell] = []
    var start = range.lowerBound
    for index in range {
      let piece = writer.pieces[index]
      if piece.opensBracket { depth += 1 }
      if piece.closesBracket { depth -= 1 }
      if depth < 0 || (depth == 0 && piece.is(.semicolon)) { return nil }
      if depth == 0, piece.is(.bar) {
        cells.append(Cell(bar: index, width: displayWidth(of: writer.text(start..<index))))
        start = index + 1
      }
    }
    return depth == 0 && !cells.isEmpty ? cells : nil
  }
}
