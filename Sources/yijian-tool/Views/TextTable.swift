import Yijian

/// Rows of text in columns that line up, ideographs counting as two columns.
struct TextTable {
  enum Alignment { case left, right }

  let alignments: [Alignment]
  private var rows: [[String]] = []
  private var rules: Set<Int> = []

  init(_ alignments: [Alignment]) { self.alignments = alignments }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// A line between the last row and the next.
  mutating func addRule() { rules.insert(rows.count) }

  var text: String {
    var widths = [Int](repeating: 0, count: alignments.count)
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], displayWidth(of: cell))
      }
    }
    let total = widths.reduce(0, +) + 2 * (widths.count - 1)
    var text = ""
    for (index, row) in rows.enumerated() {
      if rules.contains(index) { text += "  " + String(repeating: "─", count: total) + "\n" }
      let cells = zip(row, zip(widths, alignments)).map { cell, shape in
        let padding = String(repeating: " ", count: shape.0 - displayWidth(of: cell))
        return shape.1 == .left ? cell + padding : padding + cell
      }
      var line = "  " + cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }
}
