package import Semantics
public import Source
package import Syntax

/// The text of a script or module, as it was read.
public struct SourceText: Hashable, Sendable {
  /// As in a `使用`/`use` line; empty for the script itself.
  public let path: String
  /// The name shown to people.
  public let name: String
  public let bytes: [UInt8]

  public init(path: String, name: String, bytes: [UInt8]) {
    self.path = path
    self.name = name
    self.bytes = bytes
  }
}

/// A script with the modules it uses, parsed and checked. Only one without errors can be run.
public struct CheckedScript: Sendable {
  package let program: Program
  /// Of parsing and checking, in the order of the files and of the places in them.
  public let diagnostics: [Diagnostic]
  /// Names and texts of the files that diagnostics point into.
  public let sources: SourceMap
  /// The script first, then its modules in the order in which they were first used.
  public let texts: [SourceText]
  package let trees: [SyntaxTree]
  /// What the embedding program lends to the script, in the order of the program's declarations.
  public let hosts: [HostFunction]

  package init(
    program: Program, diagnostics: [Diagnostic], sources: SourceMap, texts: [SourceText],
    trees: [SyntaxTree], hosts: [HostFunction] = []
  ) {
    self.program = program
    self.diagnostics = diagnostics
    self.sources = sources
    self.texts = texts
    self.trees = trees
    self.hosts = hosts
  }

  /// The keyword set that the script itself is written in.
  public var language: Language { trees.first?.keywordLanguage ?? .chinese }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
