import Semantics
public import Source
import StandardLibrary
import Syntax

/// Reads a script and the modules it uses, and checks them.
///
/// Modules whose path begins with `标准.` or `std.` are the standard library's, all others are asked
/// of the reader, each once.
public struct ScriptLoader {
  /// Gives the name and the text of a module, by its path as written with points between its
  /// parts: `标准.信用`. Nil where there is none.
  public typealias ModuleReader = (_ path: String) -> (name: String, bytes: [UInt8])?

  private let modules: ModuleReader
  private let usesStandardLibrary: Bool
  private let hosts: [HostFunction]

  /// - Parameters:
  ///   - usesStandardLibrary: false where every module must come from the reader.
  ///   - hosts: functions of the embedding program that scripts may call.
  public init(
    usesStandardLibrary: Bool = true, hosts: [HostFunction] = [],
    modules: @escaping ModuleReader = { _ in nil }
  ) {
    self.hosts = hosts
    self.modules = modules
    self.usesStandardLibrary = usesStandardLibrary
  }

  /// Parsing and checking never fail; what is wrong is in the script's diagnostics.
  public func load(name: String, bytes: [UInt8]) -> CheckedScript {
    var sources = SourceMap()
    return load(name: name, bytes: bytes, into: &sources)
  }

  /// The same for a script that is looked at together with others: its places are in one set of
  /// files with theirs, and a module that several of them use is one file.
  public func load(
    name: String, bytes: [UInt8], into sources: inout SourceMap
  ) -> CheckedScript {
    var texts = [SourceText(path: "", name: name, bytes: bytes)]
    let main = parse(sources.file(name: name, bytes: bytes))
    var trees = [main]
    var found: [(path: String, tree: SyntaxTree)] = []
    var wanted = usedModules(of: main).map(\.path)
    var asked: Set<String> = []
    var next = 0
    while next < wanted.count {
      let path = wanted[next]
      next += 1
      guard asked.insert(path).inserted, let module = module(path) else { continue }
      texts.append(SourceText(path: path, name: module.name, bytes: module.bytes))
      let tree = parse(sources.file(name: module.name, bytes: module.bytes))
      trees.append(tree)
      found.append((path, tree))
      wanted += usedModules(of: tree).map(\.path)
    }
    let checked = check(found, main: main, hostFunctions: hosts.map(\.declaration))
    return CheckedScript(
      program: checked.program,
      diagnostics: (trees.flatMap(\.diagnostics) + checked.diagnostics).sortedByPlace(),
      sources: sources, texts: texts, trees: trees, hosts: hosts)
  }

  private func module(_ path: String) -> (name: String, bytes: [UInt8])? {
    let isReserved = path.hasPrefix("标准.") || path.hasPrefix("std.")
    guard usesStandardLibrary, isReserved else { return modules(path) }
    return StandardLibrary.modules.first { $0.path == path }.map { ("\($0.path).yj", $0.bytes) }
  }
}
