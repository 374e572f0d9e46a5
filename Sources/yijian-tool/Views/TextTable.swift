import Yijian

/// Rows of text in columns that line up, ideographs counting as two columns.
struct TextTable {
  enum Alignment { case left, right }

  let alignments: [Alignment]
  /// Columns of the terminal; the last cell of a row goes on below where there are too few.
  private let width: Int?
  private var rows: [[String]] = []
  private var rules: Set<Int> = []

  init(_ alignments: [Alignment], width: Int? = nil) {
    self.alignments = alignments
    self.width = width
  }

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
    let others = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    let room = width.map { max(20, $0 - 2 - others) } ?? .max
    let total = others + min(room, widths.last ?? 0)
    var text = ""
    for (index, row) in rows.enumerated() {
      if rules.contains(index) { text += "  " + String(repeating: "─", count: total) + "\n" }
      let lines = (row.last ?? "").wrapped(to: room)
      let cells = zip(row, zip(widths, alignments)).enumerated().map { column, part in
        let cell = column == row.count - 1 ? lines[0] : part.0
        let padding = String(repeating: " ", count: max(0, part.1.0 - displayWidth(of: cell)))
        return part.1.1 == .left ? cell + padding : padding + cell
      }
      var line = "  " + cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      text += line + "\n"
      for line in lines.dropFirst() {
        text += String(repeating: " ", count: others + 2) + line + "\n"
      }
    }
    return text
  }
}

extension String {
  /// Lines of at most so many columns, broken behind commas, semicolons and spaces where there are any.
  func wrapped(to width: Int) -> [String] {
    if displayWidth(of: self) <= width { return [self] }
    var lines: [String] = []
    var line: [Character] = []
    var used = 0
    /// Behind the last place where the line may be broken.
    var end = 0
    for character in self {
      let size = displayWidth(of: String(character))
      if used + size > width, !line.isEmpty {
        let cut = end > 0 ? end : line.count
        lines.append(String(line[..<cut]).trimmingSpaces)
        line.removeFirst(cut)
        used = displayWidth(of: String(line))
        end = 0
      }
      line.append(character)
      used += size
      if " ，；、,;".contains(character) { end = line.count }
    }
    return lines + (line.isEmpty ? [] : [String(line)])
  }

  private var trimmingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
