import Quantities

/// Writes CSV for spreadsheets: UTF-8 with its mark, lines that end with CRLF.
///
/// A text that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, a
/// tab or a carriage return, gets an apostrophe before it, since CSV has no other way of saying that
/// something is a text. An import takes it off again.
public struct CSVWriter: TableWriter {
  private let sink: ByteSink

  /// A writer to a sink.
  public init(_ sink: @escaping ByteSink) { self.sink = sink }

  public mutating func start(_ header: [TableCell]) throws(ReadFailure) {
    try sink([0xEF, 0xBB, 0xBF])
    try add(header)
  }

  public mutating func add(_ row: [TableCell]) throws(ReadFailure) {
    try sink(Array(Self.line(row).utf8)[...])
  }

  static func line(_ row: [TableCell]) -> String {
    row.map(text).joined(separator: ",") + "\r\n"
  }

  public mutating func finish() throws(ReadFailure) {}

  private static func text(_ cell: TableCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): quoted(TextMark.isNeeded(text.utf8) ? "'" + text : text)
    case .integer(let value): String(value)
    case .decimal(let value): value.description
    case .percent(let value): percent(value)
    case .date(let date): date.description
    case .bool(let value): value ? "TRUE" : "FALSE"
    }
  }

  static func percent(_ value: Decimal) -> String {
    guard let hundredfold = try? value.multiplied(by: 100) else { return value.description }
    return hundredfold.description + "%"
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes =
      text.isEmpty
      || text.unicodeScalars.contains {
        $0 == "\"" || $0 == "," || $0 == "\n" || $0 == "\r"
      }
    guard needsQuotes else { return text }
    return "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
