import Quantities

/// Writes JSON Lines: an object a row, with the names of the columns; cells without a value are left
/// out. Of the kinds of files it is the one in which every text is what it is.
public struct JSONLinesWriter: TableWriter {
  private let sink: ByteSink
  private var names: [String] = []

  /// A writer to a sink.
  public init(_ sink: @escaping ByteSink) { self.sink = sink }

  public mutating func start(_ header: [TableCell]) throws(ReadFailure) {
    names = header.map { if case .text(let name) = $0 { Self.quoted(name) } else { "\"\"" } }
  }

  public mutating func add(_ row: [TableCell]) throws(ReadFailure) {
    let members = zip(names, row).compactMap { name, cell in Self.text(cell).map { name + ":" + $0 }
    }
    try sink(Array(("{" + members.joined(separator: ",") + "}\n").utf8)[...])
  }

  public mutating func finish() throws(ReadFailure) {}

  private static func text(_ cell: TableCell) -> String? {
    switch cell {
    case .empty: nil
    case .text(let text): quoted(text)
    case .integer(let value): String(value)
    case .decimal(let value): value.description
    // Without a sign a number above 1 would have two meanings.
    case .percent(let value): quoted(CSVWriter.percent(value))
    case .date(let date): quoted(date.description)
    case .bool(let value): value ? "true" : "false"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
