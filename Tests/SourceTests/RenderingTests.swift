import Source
import TestSupport
import Testing

/// Each scenario is rendered in both languages, in colour and as JSON, into one golden file.
@Suite struct RenderingTests {
  @Test(arguments: Scenario.all)
  func golden(_ scenario: Scenario) throws {
    var text = ""
    for language in Language.allCases {
      let document = scenario.document(language)
      text += "== \(language.rawValue)\n" + TerminalRenderer(colour: false).render(document)
    }
    let document = scenario.document(.chinese)
    let coloured = TerminalRenderer(colour: true).render(document)
    text += "== colour\n" + coloured.replacing("\u{1B}", with: "␛")
    text += "== json\n" + JSONRenderer().render(document)
    try expectGolden(text, Fixtures.file("rendering/\(scenario.name).expected"))
  }

  @Test func colourChangesNothingElse() {
    for scenario in Scenario.all {
      let document = scenario.document(.chinese)
      let plain = TerminalRenderer(colour: false).render(document)
      let coloured = TerminalRenderer(colour: true).render(document)
      #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
  }

  /// A line of 10 MB with a thousand mistakes in it: the output stays small, and the whole takes
  /// about as long as reading the line once.
  @Test func longLine() {
    let text = String(repeating: "食a", count: 2_500_000)
    var sources = SourceMap()
    let file = sources.add(name: "long.yj", bytes: Array(text.utf8))
    let diagnostics = (0..<1000).map { index in
      let start = Int32(index * 4 * 2_500)
      return Diagnostic(Scenario.code, at: Span(file: file.id, start: start, end: start + 4))
    }
    let document = DiagnosticDocument(diagnostics, in: sources, language: .chinese)
    let rendered = TerminalRenderer(colour: false).render(document)
    #expect(rendered.utf8.count < 400_000)
    #expect(rendered.contains("--> long.yj:1:2505001\n"))
  }

  /// No span, however odd, may stop the renderer.
  @Test func oddSpans() {
    let bytes: [UInt8] =
      Array("\u{FEFF}设 a\t= “食\u{301}”\r\n\n\u{202E}x".utf8) + [0xFF, 0xE9, 0x0A]
    var sources = SourceMap()
    let file = sources.add(name: "a.yj", bytes: bytes)
    for start in 0...Int32(bytes.count + 2) {
      for end in start...Int32(bytes.count + 3) {
        let span = Span(file: file.id, start: start, end: end)
        let fix = FixIt(Scenario.message, [FixIt.Edit(span, "b")])

        let diagnostic = Diagnostic(Scenario.code, at: span, fixIts: [fix])
        let document = DiagnosticDocument([diagnostic], in: sources, language: .english)
        let rendered = TerminalRenderer(colour: false).render(document)
        #expect(rendered.contains("^") && !rendered.contains("\u{202E}"))
      }
    }
  }

  @Test(arguments: [
    ("abc", 3), ("食堂", 4), ("（％）", 6), ("e\u{301}", 1), ("が", 2), ("か\u{3099}", 2),
    ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("“…×", 3), ("𠮷", 2), ("ｱ", 1),
  ])
  func widths(_ text: String, _ width: Int) { #expect(displayWidth(of: text) == width) }
}
