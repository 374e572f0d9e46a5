package import Source
package import Syntax

/// What checking a script gives: the typed program, and what was wrong.
///
/// The program may be run only if no diagnostic of the check or of the parsing is an error:
/// otherwise parts of it are missing or have the type `unknown`.
package struct CheckResult: Sendable {
  package let program: Program
  /// In the order of their places. Those of the parser are in the trees.
  package let diagnostics: [Diagnostic]

  package init(program: Program, diagnostics: [Diagnostic]) {
    self.program = program
    self.diagnostics = diagnostics
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Resolves the names of a script and of the modules it uses, and checks the types of everything.
///
/// A pure function of the trees. Modules that the main file does not reach are left alone; a path
/// in a `使用` line that is not among the modules is reported. Tests and `显示` lines of modules
/// belong to nobody here: they are checked where the module itself is the main file.
///
/// - Parameter hostFunctions: functions of the embedding program that the script may call.
package func check(
  _ modules: [(path: String, tree: SyntaxTree)], main: SyntaxTree,
  hostFunctions: [HostFunctionDeclaration] = []
) -> CheckResult {
  var checker = Checker(modules: modules, main: main)
  checker.program.hostFunctions = hostFunctions
  checker.checkAll()
  checker.dropConsequences()
  return CheckResult(program: checker.program, diagnostics: checker.diagnostics.sortedByPlace())
}

/// The modules that a file names in its `使用` lines, with where it does.
package func usedModules(of tree: SyntaxTree) -> [(path: String, span: Span)] {
  tree.items.compactMap { item in
    guard case .use(let use) = item, !use.path.isEmpty else { return nil }
    return (use.path.map(\.text).joined(separator: "."), use.pathSpan)
  }
}

extension UseItem {
  /// Where the path is written.
  var pathSpan: Span {
    guard let first = path.first, let last = path.last else { return span }
    return first.span.joined(last.span)
  }
}
