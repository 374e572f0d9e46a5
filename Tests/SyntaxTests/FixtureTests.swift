import Source
import Syntax
import TestSupport
import Testing

/// Scripts beside the tree and the diagnostics that parsing them gives.
@Suite struct FixtureTests {
  static let all = Fixtures.files(in: "Tests/Fixtures/parse", extension: "yj")

  @Test(arguments: all)
  func tree(of fixture: Fixture) throws {
    let observation = Observation(try fixture.bytes)
    expectLossless(observation.tree)
    try expectGolden(observation.text, fixture.beside("expected"))
  }

  /// Full-width punctuation, digits and spaces are the same tokens as ASCII ones.
  @Test func fullWidth() throws {
    let wide = Observation(try Fixtures.file("parse/full-width.yj").bytes)
    let narrow = Observation(try Fixtures.file("parse/full-width-ascii.yj").bytes)
    #expect(dump(wide.tree) == dump(narrow.tree))
    #expect(wide.diagnostics == "")
  }

  /// Everyday wording is read as what its fix writes: with all fixes made, the tree is the same.
  @Test(arguments: ["everyday-zh", "everyday-en"])
  func fixes(_ name: String) throws {
    let wrong = Observation(try Fixtures.file("parse/mistakes/\(name).yj").bytes).tree
    let codes: [DiagnosticCode] = [.otherWording, .singleQuotes, .commentSign]
    let edits = wrong.diagnostics.filter { codes.contains($0.code) }.flatMap { $0.fixIts[0].edits }
    var bytes = wrong.file.bytes
    for edit in edits.sorted(by: { $0.span.start > $1.span.start }) {
      bytes.replaceSubrange(
        Int(edit.span.start)..<Int(edit.span.end), with: Array(edit.replacement.utf8))
    }
    let right = Observation(bytes).tree
    #expect(dump(right) == dump(wrong))
    #expect(right.diagnostics.allSatisfy { !codes.contains($0.code) })
    #expect(edits.count > 20)
  }

  /// In these files each mistake is marked on its line with ✗: exactly these are found, each at its
  /// place and in order. Some files have ten mistakes and more.
  @Test(arguments: Fixtures.files(in: "Tests/Fixtures/parse/mistakes", extension: "yj"))
  func mistakes(_ fixture: Fixture) throws {
    let tree = Observation(try fixture.bytes).tree
    var marked: [Int] = []
    for (line, text) in try fixture.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let isExplanation = line == 0
      let count = text.unicodeScalars.count { $0 == "✗" }
      marked += [Int](repeating: line + 1, count: isExplanation ? 0 : count)
    }
    let found = tree.diagnostics.compactMap { diagnostic -> Int? in
      guard case .source(let span) = diagnostic.location else { return nil }
      return tree.file.position(at: span.start).line
    }
    #expect(found == marked)
    #expect(found.count >= 10)
  }
}
