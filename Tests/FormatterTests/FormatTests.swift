import Formatter
import Source
import Syntax
import TestSupport
import Testing

@Suite struct FormatTests {
  /// `NAME.yj` is formatted to `NAME.expected`, and into the other language to `NAME.translated`.
  @Test(arguments: Fixtures.files(in: "Tests/Fixtures/format", extension: "yj"))
  func golden(_ fixture: Fixture) throws {
    let tree = try parsed(fixture)
    try #require(errors(tree) == "")
    try expectGolden(try format(tree), fixture.beside("expected"))
    try expectGolden(
      try translate(tree, to: tree.keywordLanguage.other), fixture.beside("translated"))
  }

  /// Every valid script of the repository: the checks inside `format` hold, the language goes
  /// there and back, and no comment is lost on the way.
  @Test(arguments: ["examples", "stdlib", "Tests/Fixtures"])
  func everyScript(_ folder: String) throws {
    var formattedCount = 0
    for fixture in Fixtures.files(in: folder, extension: "yj") {
      let tree = try parsed(fixture)
      if tree.diagnostics.contains(where: { $0.severity == .error }) { continue }
      formattedCount += 1
      let once = try format(tree)
      #expect(try format(parsed(once)) == once)
      let other = tree.keywordLanguage.other
      guard let there = try? translate(tree, to: other) else { continue }
      let back = try translate(parsed(there), to: tree.keywordLanguage)
      #expect(try translate(parsed(back), to: other) == there)
      if !usesSynonyms(tree) {
        #expect(back == once, "\(fixture.testDescription)\n\(difference(once, back))")
      }
      #expect(comments(there) == comments(once))
    }
    #expect(formattedCount > 0)
  }

  /// However a script is spaced, and wherever comments are put, it has one form, with every comment.
  @Test(arguments: Fixtures.files(in: "Tests/Fixtures/format", extension: "expected"))
  func anySpacing(_ fixture: Fixture) throws {
    let canonical = try fixture.text
    var generator = SplitMix64(seed: 20_260_301)
    for _ in 0..<20 {
      let tree = parsed(canonical)
      try #require(try format(parsed(respaced(tree, using: &generator))) == canonical)
      let (text, added) = commented(tree, using: &generator)
      let result = try format(parsed(text))
      try #require(comments(result) == comments(text))
      let kept = result.split(separator: "\n").filter { line in
        !added.contains(String(line.drop { $0 == " " }))
      }
      let expected = canonical.split(separator: "\n").map(String.init)
      try #require(kept.map(String.init) == expected)
    }
  }

  /// The scripts that come with the project have the one form; `UPDATE=1` gives it to them.
  @Test(arguments: ["examples", "stdlib"].flatMap { Fixtures.files(in: $0, extension: "yj") })
  func ownScriptsAreFormatted(_ fixture: Fixture) throws {
    let tree = try parsed(fixture)
    try #require(errors(tree) == "")
    try expectGolden(try format(tree), fixture)
  }

  /// Tokens put in other places, lost or doubled: whatever still is a script can be formatted.
  @Test(arguments: Fixtures.files(in: "Tests/Fixtures/format", extension: "yj"))
  func shuffledScripts(_ fixture: Fixture) throws {
    let tree = try parsed(fixture)
    var generator = SplitMix64(seed: 91)
    for _ in 0..<60 {
      let text = shuffled(tree, using: &generator)
      let changed = parsed(text)
      if changed.diagnostics.contains(where: { $0.severity == .error }) { continue }
      do { _ = try format(changed) } catch {
        Issue.record("refused:\n\(text)")
        return
      }
    }
  }

  @Test func scriptsWithErrorsAreRefused() {
    let tree = parsed("计划 {")
    let error = #expect(throws: FormatRefusal.self) { try format(tree) }
    #expect(error?.diagnostics.map(\.code) == tree.diagnostics.map(\.code))
    #expect(!tree.diagnostics.isEmpty)
  }

  @Test func namesThatWouldBecomeKeywordsAreRefused() throws {
    let tree = parsed("显示 甲.key == 1\n")
    #expect(throws: Never.self) { try format(tree) }
    let refusal = #expect(throws: FormatRefusal.self) { try translate(tree, to: .english) }
    #expect(refusal?.diagnostics.map(\.code) == [.translationIsReadDifferently])
  }

  /// What the formatter would do wrong is found: a token or a comment changed, lost or moved.
  @Test(arguments: [
    ("设 a = 1\n", "设 a = 2\n"),
    ("设 a = 1\n", "设 b = 1\n"),
    ("设 a = 1\n", "设 a = 1 + 1\n"),
    ("设 a = 1 + 1\n", "设 a = 1\n"),
    ("设 a = 1  // x\n", "设 a = 1\n"),
    ("设 a = 1  // x\n", "设 a = 1  // y\n"),
    ("// x\n设 a = 1\n", "设 a = 1\n\n// x\n"),
    ("设 a = 1\n", "设 a  = 1\n"),
    ("设 a = 1\n", "let a = 1\n"),
    ("设 a = 1\n", "设 a = 1"),
  ])
  func changesAreFound(_ original: String, _ result: String) {
    let before = parsed(original)
    #expect(Change(from: before, to: before, isTranslation: false) == nil)
    #expect(Change(from: before, to: parsed(result), isTranslation: false) != nil)
  }
}
