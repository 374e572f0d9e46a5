import Semantics
import Source
import Syntax
import TestSupport

/// A script with the standard library, parsed and checked.
struct CheckedScript {
  let sources: SourceMap
  let tree: SyntaxTree
  let result: CheckResult

  init(name: String, text: String) throws {
    var sources = SourceMap()
    let file = sources.add(name: name, bytes: Array(text.utf8))
    let modules = try CheckedScript.modules(&sources)
    tree = parse(file)
    result = check(modules, main: tree)
    self.sources = sources
  }

  /// The standard library.
  static func modules(
    _ sources: inout SourceMap
  ) throws -> [(path: String, tree: SyntaxTree)] {
    try Fixtures.files(in: "stdlib", extension: "yj").map { fixture in
      let relative = fixture.path.dropFirst(Fixtures.repository.count + "/stdlib/".count)
      let path = relative.dropLast(".yj".count).replacing("/", with: ".")
      let module = sources.add(name: String(relative), bytes: try fixture.bytes)
      return (String(path), parse(module))
    }
  }

  static func modules() throws -> [(path: String, tree: SyntaxTree)] {
    var sources = SourceMap()
    return try modules(&sources)
  }

  /// Those of the parser, then those of the checker.
  var diagnostics: [Diagnostic] { tree.diagnostics + result.diagnostics }

  /// The diagnostics in both languages.
  var rendered: String {
    var text = ""
    for language in Language.allCases {
      let document = DiagnosticDocument(diagnostics, in: sources, language: language)
      text += "== \(language.rawValue)\n" + TerminalRenderer(colour: false).render(document)
    }
    return text
  }
}
