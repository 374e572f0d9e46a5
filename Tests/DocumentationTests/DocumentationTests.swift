import Foundation
import Runtime
import Source
import Store
import Syntax
import Testing
import Yijian

/// Every example of the documents is executed: see the first paragraph of docs/language.md.
@Suite struct DocumentationTests {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let documents = [
    "docs/language.md", "docs/forms.md", "README.md", "README.zh-CN.md",
  ]

  /// A fenced block of a document.
  struct Block: CustomTestStringConvertible, Sendable {
    let document: String
    let line: Int
    /// What stands behind the fence: `yijian`, `yijian YJ0201`.
    let mark: String
    let text: String
    /// The `output` block that follows directly.
    let output: String?

    var testDescription: String { "\(document):\(line)" }

    /// Bytes of declarations before the example: not each example uses them all.
    var preludeCount = 0

    func behind(_ prelude: String) -> Block {
      var block = Block(
        document: document, line: line, mark: mark, text: prelude + text, output: output)
      block.preludeCount = prelude.utf8.count
      return block
    }
  }

  static func blocks(of document: String) throws -> [Block] {
    let text = try String(contentsOf: root.appending(path: document), encoding: .utf8)
    var found: [(line: Int, mark: String, text: String)] = []
    var open: (line: Int, mark: String, indent: Int, lines: [Substring])?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let bare = line.drop { $0 == " " }
      if bare.hasPrefix("```") {
        if let block = open {
          found.append((block.line, block.mark, block.lines.map { $0 + "\n" }.joined()))
          open = nil
        } else {
          open = (number + 1, String(bare.dropFirst(3)), line.count - bare.count, [])
        }
      } else {
        let indent = min(open?.indent ?? 0, line.count - bare.count)
        open?.lines.append(line.dropFirst(indent))
      }
    }
    return found.indices.map { index in
      let next = index + 1
      let output = next < found.count && found[next].mark == "output" ? found[next].text : nil
      return Block(
        document: document, line: found[index].line, mark: found[index].mark,
        text: found[index].text, output: output)
    }
  }

  static func scripts() throws -> [Block] {
    try documents.flatMap { document in
      let blocks = try blocks(of: document)
        .filter { $0.mark == "yijian" || $0.mark.hasPrefix("yijian ") }
      // Declarations that every example of the document stands behind.
      let prelude = blocks.filter { $0.mark == "yijian prelude" }.map(\.text).joined()
      return blocks.filter { $0.mark != "yijian prelude" }.map { $0.behind(prelude) }
    }
  }

  @Test(arguments: try scripts())
  func example(block: Block) throws {
    let script = ScriptLoader().load(name: block.testDescription, bytes: Array(block.text.utf8))
    let diagnostics = script.diagnostics.filter { diagnostic in
      guard case .source(let span) = diagnostic.location else { return true }
      return diagnostic.severity == .error || span.start >= block.preludeCount
    }
    let codes = diagnostics.map(\.code.number)
    if block.mark != "yijian" {
      #expect(codes == [String(block.mark.dropFirst("yijian ".count))])
      return
    }
    if block.document.hasPrefix("README"), codes.contains("YJ0201") { return }  // an excerpt
    let shown = DiagnosticDocument(diagnostics, in: script.sources, language: .english)
    #expect(codes.isEmpty, "\(TerminalRenderer(colour: false).render(shown))")
    guard !script.hasErrors else { return }
    for test in script.runTests() {
      let problems = DiagnosticDocument(test.diagnostics, in: script.sources, language: .english)
      #expect(test.hasPassed, "\(TerminalRenderer(colour: false).render(problems))")
    }
    if let output = block.output {
      let session = Session(script, store: MemoryStore())
      let language = try #require(script.trees.first).keywordLanguage
      let values = try session.shows().map { script.text($0, in: language) + "\n" }
      #expect(values.joined() == output)
    }
  }

  /// The keyword table at the end of the reference is the keyword table of the code; `UPDATE=1`
  /// writes it anew.
  @Test func keywordsAreListed() throws {
    let file = Self.root.appending(path: "docs/language.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let heading = "## Keywords\n"
    let start = try #require(text.range(of: heading, options: .backwards)).upperBound
    var rows: [String] = []
    for keyword in Keyword.allCases {
      let row = "| \(keyword.spelling(in: .chinese)) | `\(keyword.spelling(in: .english))` |\n"
      if !rows.contains(row) { rows.append(row) }
    }
    let table = "\n| 中文 | English |\n| --- | --- |\n" + rows.joined()
    if ProcessInfo.processInfo.environment["UPDATE"] != nil {
      try (text[..<start] + table).write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(text[start...] == table, "run UPDATE=1 swift test --filter keywordsAreListed")
    }
  }

  /// The shell lines that recompute a ticket give what the document prints.
  @Test func shellLinesGiveTheTicket() throws {
    let block = try #require(
      try Self.blocks(of: "docs/language.md").first { $0.mark == "sh" && $0.output != nil })
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", block.text]
    let pipe = Pipe()
    shell.standardOutput = pipe
    try shell.run()
    shell.waitUntilExit()
    let printed = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(printed == block.output)
    #expect(shell.terminationStatus == 0)
  }

  @Test func thereAreExamples() throws {
    let count = try Self.scripts().count
    print("documents: \(count) examples executed")
    #expect(count >= 20)
  }
}
