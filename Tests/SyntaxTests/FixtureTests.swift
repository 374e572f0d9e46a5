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

  /// Each of these files has ten mistakes: ten are found, each on a line of its own, in order.
  @Test(arguments: ["ten-mistakes-zh", "ten-mistakes-en", "ten-mistakes-brackets"])
  func tenMistakes(_ name: String) throws {
    let tree = Observation(try Fixtures.file("parse/\(name).yj").bytes).tree
    let starts = tree.diagnostics.compactMap { diagnostic -> Int32? in
      if case .source(let span) = diagnostic.location { span.start } else { nil }
    }
    #expect(starts.count == 10)
    #expect(starts == starts.sorted())
  }
}
