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
