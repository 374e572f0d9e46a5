/// A line of source made safe to show: tabs expanded, control and bidirectional characters written
/// as escapes, bytes that are no UTF-8 as `\xFF`, and a line that is too long cut to a window.
struct VisibleLine {
  /// Lines of at most so many bytes are shown whole.
  static let wholeLimit = 200
  /// At most so many bytes of what matters are kept in a window.
  static let focusLimit = 120
  /// The bytes kept on either side of it.
  static let margin = 40
  private static let tabWidth = 4

  let text: String
  /// The columns of every byte of the window.
  private let cells: [Range<Int>]
  private let window: Range<Int>

  /// `focus` is what must be visible, in the indices of `line`. O(window).
  init(_ line: ArraySlice<UInt8>, focus: Range<Int>) {
    let window = Self.window(of: line, around: focus)
    var text = window.lowerBound > line.startIndex ? "…" : ""
    var cells: [Range<Int>] = []
    cells.reserveCapacity(window.count)
    var column = text.isEmpty ? 0 : 1
    for element in ScalarReader.elements(of: line[window]) {
      let (piece, width) = Self.piece(element, of: line, at: column)
      text += piece
      // What has no width belongs to the character before it.
      let cell = width == 0 ? cells.last ?? column..<column : column..<column + width
      for _ in element.range { cells.append(cell) }
      column += width
    }
    if window.upperBound < line.endIndex { text += "…" }
    self.text = text
    self.cells = cells
    self.window = window
  }

  /// The columns of a range of bytes, cut to the window; one column where it is empty.
  func columns(of range: Range<Int>) -> Range<Int> {
    let inside = range.clamped(to: window)
    if inside.isEmpty {
      let index = Swift.max(0, Swift.min(range.lowerBound, window.upperBound) - window.lowerBound)
      let start = index < cells.count ? cells[index].lowerBound : cells.last?.upperBound ?? 0
      return start..<start + 1
    }
    let start = cells[inside.lowerBound - window.lowerBound].lowerBound
    let end = cells[inside.upperBound - 1 - window.lowerBound].upperBound
    return start..<Swift.max(start + 1, end)
  }

  private static func window(of line: ArraySlice<UInt8>, around focus: Range<Int>) -> Range<Int> {
    if line.count <= wholeLimit { return line.startIndex..<line.endIndex }
    let focusStart = Swift.min(Swift.max(focus.lowerBound, line.startIndex), line.endIndex)
    let focusEnd = Swift.min(focus.upperBound, focusStart + focusLimit)
    var start = Swift.max(line.startIndex, focusStart - margin)
    var end = Swift.min(line.endIndex, Swift.max(focusStart, focusEnd) + margin)
    // Not into the middle of a scalar; three steps are enough for what is well-formed.
    for _ in 0..<3 where start > line.startIndex && start < end && line[start] & 0xC0 == 0x80 {
      start -= 1
    }
    for _ in 0..<3 where end < line.endIndex && line[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }

  private static func piece(
    _ element: ScalarReader.Element, of line: ArraySlice<UInt8>, at column: Int
  ) -> (text: String, width: Int) {
    guard let scalar = element.scalar else {
      let digits = String(line[element.range.lowerBound], radix: 16, uppercase: true)
      return ("\\x" + digits, 2 + digits.utf8.count)
    }
    if scalar == "\t" {
      let width = tabWidth - column % tabWidth
      return (String(repeating: " ", count: width), width)
    }
    if isUnsafeToShow(scalar) {
      let text = escaped(scalar)
      return (text, text.utf8.count)
    }
    return (String(scalar), displayWidth(of: scalar))
  }
}
