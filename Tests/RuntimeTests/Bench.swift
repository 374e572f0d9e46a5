import Import
import Quantities
import Runtime
import Source
import Store
import Testing

/// A script with a store in memory: what most tests here begin with.
struct Bench {
  let script: CheckedScript
  let store = MemoryStore()
  var session: Session { Session(script, store: store, toolVersion: "yijian test") }

  init(_ text: String, name: String = "脚本.yj", hosts: [HostFunction] = []) {
    script = ScriptLoader(hosts: hosts).load(name: name, bytes: Array(text.utf8))
  }

  /// Imports rows of a registry; fails the test if that goes wrong.
  func give(
    _ registry: String, _ csv: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do {
      _ = try script.importRegistry(
        registry, from: DataFile(name: "\(registry).csv", bytes: Array(csv.utf8)), into: store)
    } catch {
      Issue.record("\(rendered(error.diagnostics))", sourceLocation: sourceLocation)
    }
  }

  func rendered(_ diagnostics: [Diagnostic]) -> String {
    TerminalRenderer(colour: false).render(
      DiagnosticDocument(diagnostics, in: script.sources, language: .chinese))
  }
}

/// The numbers of the codes of what was thrown; empty where nothing was.
func codes(_ body: () throws -> Void) -> [String] {
  do {
    try body()
    return []
  } catch let failure as RunFailure {
    return failure.diagnostics.map(\.code.number)
  } catch {
    return ["\(error)"]
  }
}
