/// The tree of a file as nested lists, without places: for tests, and to compare two trees.
package func dump(_ tree: SyntaxTree) -> String {
  tree.items.map { $0.dump + "\n" }.joined()
}

/// A node as a list of its parts; nil for a part that is not there.
func node(_ head: String, _ parts: String?...) -> String {
  "(" + ([head] + parts.compactMap { $0 }).joined(separator: " ") + ")"
}

/// A node with each of its parts on a line of its own.
func lines(_ head: String, _ parts: [String]) -> String {
  let indented = parts.map { part in
    "\n" + part.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
  }
  return "(" + head + indented.joined() + ")"
}

func list(_ parts: [String]) -> String { "[" + parts.joined(separator: " ") + "]" }

func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\" + String(scalar)
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

extension Name {
  var dump: String { isMissing ? "<missing>" : text }
}

extension TypeSyntax {
  var dump: String {
    switch kind {
    case .missing: "<missing>"
    case .builtin(let keyword): ":\(keyword)"
    case .named(let name): name.dump
    case .list(let element): node("list", element.dump)
    case .set(let element): node("set", element.dump)
    case .optional(let base): base.dump + "?"
    }
  }
}

extension Pattern {
  var dump: String {
    switch kind {
    case .missing: "<missing>"
    case .wildcard: "_"
    case .otherwise: "otherwise"
    case .value(let value): value.dump
    case .comparison(let operation, let value): node("\(operation)", value.dump)
    case .range(let low, let high): node("range", low.dump, high.dump)
    case .alternatives(let patterns): node("any-of", patterns.map(\.dump).joined(separator: " "))
    case .not(let pattern): node("not", pattern.dump)
    }
  }
}
