import Source
import Syntax
import TestSupport

func parsed(_ text: String) -> SyntaxTree {
  parse(SourceFile(id: FileID(0), name: "test.yj", text: text))
}

func parsed(_ fixture: Fixture) throws -> SyntaxTree {
  parse(SourceFile(id: FileID(0), name: fixture.testDescription, bytes: try fixture.bytes))
}

/// The errors of a script as people see them; empty for a valid one.
func errors(_ tree: SyntaxTree) -> String {
  let document = DiagnosticDocument(
    tree.diagnostics.filter { $0.severity == .error }, in: SourceMap([tree.file]),
    language: .english)
  return TerminalRenderer(colour: false).render(document)
}

extension Language {
  var other: Language { self == .chinese ? .english : .chinese }
}

/// Whether a keyword is spelled in a way that the formatter does not write: `天`, `1 persons`.
func usesSynonyms(_ tree: SyntaxTree) -> Bool {
  tree.keywords.contains { use in
    let words = tree.tokens[use.tokens].map(\.value).joined(separator: " ")
    let previous = tree.tokens[..<use.tokens.lowerBound].last?.value
    let isSingular = tree.keywordLanguage == .english && previous == "1" && use.keyword.isUnit
    return isSingular || words != use.keyword.spelling(in: tree.keywordLanguage)
  }
}

extension Keyword {
  fileprivate var isUnit: Bool { isCountingUnit || isDurationUnit }
}

/// What stands behind `//` anywhere outside texts, found without the formatter's own code.
func comments(_ text: String) -> [String] {
  let tree = parsed(text)
  return tree.tokens.flatMap { token in
    let bytes = tree.file.bytes[Int(token.triviaStart)..<Int(token.start)]
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { String($0.drop { $0 != "/" && $0 != "／" }) }
      .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }
      .filter { !$0.isEmpty }
  }
}

/// The same tokens and comments with other white space: none of it should matter.
func respaced(_ tree: SyntaxTree, using generator: inout SplitMix64) -> String {
  rewritten(tree, using: &generator) { trivia, generator in
    let spaces = [" ", "  ", "\t", "\u{3000}", " \t "]
    return trivia.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      index, line in
      let words = line.drop { $0 == " " }
      let space = spaces[Int(generator.next() % UInt64(spaces.count))]
      // A space where there was none could part what belongs together.
      return index == 0 && line.isEmpty ? "" : space + words
    }.joined(separator: generator.next() % 2 == 0 ? "\n" : "\r\n")
  }
}

/// The script with comments on lines of their own, and these comments.
func commented(
  _ tree: SyntaxTree, using generator: inout SplitMix64
) -> (text: String, added: Set<String>) {
  var added: Set<String> = []
  let text = rewritten(tree, using: &generator) { trivia, generator in
    guard let lineEnd = trivia.firstIndex(of: "\n"), generator.next() % 2 == 0 else {
      return trivia
    }
    let comment = "// ＋\(added.count)，{ | \"“"
    added.insert(comment)
    let behind = trivia.index(after: lineEnd)
    return trivia[..<behind] + "   " + comment + " \n" + trivia[behind...]
  }
  return (text, added)
}

/// The script with one or two of its tokens, or the white space before them, lost, doubled or moved.
func shuffled(_ tree: SyntaxTree, using generator: inout SplitMix64) -> String {
  var parts: [ArraySlice<UInt8>] = []
  for token in tree.tokens {
    parts.append(tree.file.bytes[Int(token.triviaStart)..<Int(token.start)])
    parts.append(tree.file.bytes[Int(token.start)..<Int(token.end)])
  }
  for _ in 0...generator.next() % 2 where !parts.isEmpty {
    let place = Int.random(in: parts.indices, using: &generator)
    let other = Int.random(in: parts.indices, using: &generator)
    switch generator.next() % 4 {
    case 0: parts.remove(at: place)
    case 1: parts.insert(parts[place], at: other)
    case 2: parts.swapAt(place, other)
    default: parts[place] = parts[other]
    }
  }
  return String(decoding: parts.joined(), as: UTF8.self)
}

private func rewritten(
  _ tree: SyntaxTree, using generator: inout SplitMix64,
  _ change: (String, inout SplitMix64) -> String
) -> String {
  var text = ""
  for token in tree.tokens {
    let bytes = tree.file.bytes[Int(token.triviaStart)..<Int(token.start)]
    text += change(String(decoding: bytes, as: UTF8.self), &generator)
    text += tree.file.text(token.span(in: tree.file.id))
  }
  return text
}
