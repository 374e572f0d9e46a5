import Source
import Testing

@testable import Syntax

/// Inputs made to exhaust the stack, the time or the memory.
@Suite struct LimitTests {
  /// Each kind of nesting, 100,000 levels deep (20,000 for the longer ones), closed or not, gives one
  /// diagnostic.
  @Test(arguments: [
    ("设 甲 = ", "(", "1", ")"), ("设 甲 = ", "(", "1", ""), ("设 甲 = ", "[", "1", "]"),
    ("设 甲 = ", "{", "1", "}"), ("设 甲 = ", "{", "", ""), ("设 甲 = ", "非 ", "真", ""),
    ("设 甲 = ", "- ", "1", ""), ("设 甲 = ", "若 真 则 1 否则 ", "1", ""),
    ("设 甲 = 1", " + 1", "", ""), ("设 甲 = 1", " 且 1", "", ""), ("设 甲 = 乙", ".丙", "", ""),
    ("设 甲 = 1", " ?? 1", "", ""), ("设 甲 = ", "长度(", "1", ")"),
    ("判定 甲() -> 整数 首个 {\n乙\n", "非 ", "1 | 2\n}", ""),
    ("设 甲 = ", "分情况 1 { _ => ", "1", " }"), ("设 甲 = ", "(丙 其中 ", "丁", ")"),
    ("设 甲 = ", "(1 + ", "1", ") + 1"),
  ])
  func nesting(_ start: String, _ open: String, _ middle: String, _ close: String) {
    let depth = open.utf8.count <= 4 ? 100_000 : 20_000
    let text =
      start + String(repeating: open, count: depth) + middle
      + String(repeating: close, count: depth) + "\n设 乙 = 1\n"
    let observation = Observation(text)
    #expect(observation.tree.diagnostics.map(\.code.number) == ["YJ0115"])
    expectLossless(observation.tree)
  }

  @Test func nestedTypes() {
    let depth = 100_000
    let type = String(repeating: "列表[", count: depth) + "整数" + String(repeating: "]", count: depth)
    #expect(Observation("设 甲: \(type) = 1").tree.diagnostics.map(\.code) == [.nestingTooDeep])
  }

  /// What is just within the limit is read.
  @Test func deepest() {
    let text =
      "设 甲 = " + String(repeating: "(", count: 200) + "1" + String(repeating: ")", count: 200)
    #expect(Observation(text).diagnostics == "")
    #expect(Observation("设 甲 = 1" + String(repeating: " + 1", count: 200)).diagnostics == "")
  }

  /// One long line, in the forms that could need more than linear time. With 100 kB anything
  /// quadratic shows.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "设甲乙丙丁戊己庚辛", "\u{0}", "“", "“甲\"", "\"\\", "((((", ")", "[ } ", "{}", "2026-",
      "甲\u{200B}", "甲 = ", "é", "《", "'\\'", "/*", "# ", "!",
      "&&", "是 ", "{\n ", "计划 甲\n ", "1 + ",
    ])
  func longLine(_ piece: String) {
    let tree = Observation(String(repeating: piece, count: 100_000 / piece.utf8.count)).tree
    expectLossless(tree)
    #expect(tree.diagnostics.count <= DiagnosticList.limit + 1)
  }

  /// One line of 10 MB.
  @Test func longestLine() {
    let tree = Observation("设 甲 = 1 // " + String(repeating: "// 9", count: 2_500_000)).tree
    expectLossless(tree)
    #expect(tree.diagnostics.isEmpty)
  }

  @Test func tooManyMistakes() {
    let tree = Observation(String(repeating: "设 甲 = #\n", count: 3000)).tree
    #expect(tree.diagnostics.count == DiagnosticList.limit + 1)
    #expect(tree.diagnostics.last?.code == .tooManyMistakes)
  }

  @Test func tooLarge() {
    let file = SourceFile(id: FileID(0), name: "test.yj", text: "设 甲 = 1\n")
    #expect(parse(file, byteLimit: 11).diagnostics.map(\.code) == [.fileTooLarge])
    #expect(parse(file, byteLimit: 12).diagnostics.isEmpty)
  }
}
