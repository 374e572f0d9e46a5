/// The column of line numbers, and what is attached to it.
struct Gutter {
  let width: Int
  let paint: Paint

  private var indent: String { String(repeating: " ", count: width) }

  /// `  --> file:line:column`
  func arrow(to place: DiagnosticDocument.Place) -> String {
    let text =
      switch place {
      case .source(let file, let start, _): "\(visible(file)):\(start.line):\(start.column)"
      case .data(let file, let line, let column): "\(visible(file)):\(line):\(column)"
      case .cell(let file, let name, _, _): "\(visible(file)):\(visible(name))"
      }
    return indent + paint("-->", .gutter) + " " + text
  }

  var empty: String { bar("") }

  /// Between lines that do not follow one another.
  var gap: String { paint("...", .gutter) }

  func bar(_ text: String) -> String { indent + " " + paint("|", .gutter) + " " + text }

  func numbered(_ number: Int, _ text: String) -> String {
    let digits = String(number)
    let padding = String(repeating: " ", count: max(0, width - digits.count))
    return padding + paint(digits + " |", .gutter) + " " + text
  }

  /// A note or a fix; its further lines stand below its first word.
  func remark(_ phrase: Phrase, _ text: String, _ language: Language) -> [String] {
    let lines = Message(phrase, [.ready(text)]).text(in: language)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      indent + (index == 0 ? " " : "   ") + line
    }
  }
}
