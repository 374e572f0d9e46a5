import Source
import Syntax

/// What parsing a text gives, as a text: the tree, then the diagnostics.
struct Observation {
  let tree: SyntaxTree

  init(_ bytes: [UInt8], name: String = "test.yj") {
    tree = parse(SourceFile(id: FileID(0), name: name, bytes: bytes))
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  var text: String {
    let diagnostics = diagnostics
    return dump(tree) + (diagnostics.isEmpty ? "" : "---\n" + diagnostics)
  }

  /// One line for each diagnostic: place, code, message, notes and fixes.
  var diagnostics: String {
    tree.diagnostics.map { describe($0) + "\n" }.joined()
  }

  private func describe(_ diagnostic: Diagnostic) -> String {
    let language = tree.keywordLanguage
    var result = "\(diagnostic.code.number) "
    result += diagnostic.code.message.text(in: language, filledWith: diagnostic.arguments)
    if case .source(let span) = diagnostic.location {
      let (line, column) = tree.file.position(at: span.start)
      result = "\(line):\(column) ‹\(tree.file.text(span))› " + result
    }
    for label in diagnostic.related {
      let (line, column) = tree.file.position(at: label.span.start)
      result += "\n    \(line):\(column) " + text(label.message)
    }
    for note in diagnostic.notes { result += "\n    " + text(note) }
    for fix in diagnostic.fixIts { result += "\n    fix: " + text(fix.title) }
    return result
  }

  private func text(_ message: Message) -> String {
    message.phrase.words.text(in: tree.keywordLanguage, filledWith: message.arguments)
  }
}
