import Yijian

/// Reading scripts with the modules beside them.
enum Scripts {
  /// Loads a script; a module `公共.部门` is the file `公共/部门.yj` in the script's folder.
  static func load(_ path: String) throws(FileProblem) -> CheckedScript {
    var sources = SourceMap()
    return try load(path, into: &sources)
  }

  /// The same for a script that is looked at together with others.
  static func load(
    _ path: String, into sources: inout SourceMap
  ) throws(FileProblem) -> CheckedScript {
    let bytes = try Files.read(path)
    let folder = folder(of: path)
    let loader = ScriptLoader { module in
      let name = folder + module.replacing(".", with: "/") + ".yj"
      guard let bytes = try? Files.read(name) else { return nil }
      return (name, bytes)
    }
    return loader.load(name: path, bytes: bytes, into: &sources)
  }

  /// Loads a script and shows its problems; stops the command if there are errors.
  static func loadValid(_ path: String, _ console: Console) throws -> CheckedScript {
    let script = try load(path)
    if script.hasErrors {
      console.show(script.diagnostics, in: script.sources)
      throw ExitStatus.findings
    }
    console.warn(script.diagnostics, in: script.sources)
    return script
  }

  /// The folder of a path with its last slash, or nothing.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
