import Source
import Testing

@testable import Syntax

@Suite struct KeywordTests {
  @Test func everyKeywordHasOneRow() {
    #expect(KeywordTable.rows.map(\.keyword).sorted(by: \.rawValue) == Keyword.allCases)
  }

  /// Both spellings, alone in a file, are found with their language; several words as one keyword.
  @Test func everySpellingIsFound() {
    for row in KeywordTable.rows {
      for (language, spelling) in [(Language.chinese, row.chinese), (.english, row.english)]
        + row.synonyms
      {
        let words = spelling.split(separator: " ").map {
          KeywordIndex.shared.word(Array($0.utf8)[...])
        }
        let forms = KeywordIndex.shared.forms[Int(words[0])]
        #expect(
          forms.contains {
            $0.keyword == row.keyword && $0.language == language && $0.words == words
          }, "\(spelling)")
      }
      #expect(row.keyword.spelling(in: .chinese) == row.chinese)
      #expect(row.keyword.spelling(in: .english) == row.english)
    }
  }

  /// A hard word of either set is one in both, so that a translated file has no name that is one.
  @Test func hardWords() {
    for keyword in Keyword.hardWords {
      for language in Language.allCases {
        let spelling = keyword.spelling(in: language)
        let tree = Observation("枚举 甲 { \(spelling) }").tree
        #expect(tree.diagnostics.map(\.code) == [.reservedName], "\(spelling)")
      }
    }
  }

  /// Every keyword that a file uses is recorded, with all its tokens.
  @Test(arguments: [
    ("函数 甲() -> 整数 = 3个月内", "函数 整数 个月"),
    (
      "plan a { sample by b { _ => at least 5 working days } }",
      "plan|sample|by|at least|working days"
    ),
    ("设 数 = 首个 数 首个 首个", "设 数 首个"),
    ("名录 名称 { 主键 主键: 日期? 缺失时 基准日 }", "名录 主键 日期 缺失时 基准日"),
    ("enum ordered ordered { title, count }", "enum ordered"),
    (
      "show draw(count, date: date, seed: seed) group by key count",
      "show|draw|date|seed|group by|count"
    ),
  ])
  func uses(_ text: String, _ expected: String) {
    let tree = Observation(text).tree
    let separator: Character =
      expected.contains("|") || !text.utf8.contains { $0 > 127 } ? "|" : " "
    let used = tree.keywords.map { use in
      use.tokens.map { tree.tokens[$0].value }.joined(separator: " ")
    }
    let wanted = expected.split(separator: separator).map(String.init)
    #expect(
      used
        == (wanted.count == 1 && separator == "|"
          ? expected.split(separator: " ").map(String.init) : wanted))
  }

  @Test(arguments: [
    ("20工作日", "20|工作日"), ("3个月内", "3|个月|内"), ("5户以上", "5|户|以上"), ("20days", "20|days"),
    ("2026-03-01至2026-11-30", "2026-03-01|至|2026-11-30"), ("不少于３０％", "不少于|30|%"),
    ("2..4", "2|..|4"), ("2.5", "2.5"), ("１２．５％", "12.5|%"), ("a.b", "a|.|b"), ("_ _a", "_|_a"),
    ("\"a\\u{4e00}\\n\\“\"", "a一\n“"), ("“a\"b”", "a\"b"), ("e\u{301}", "é"), ("\u{FEFF}a", "a"),
    ("a//b\nc／／d", "a|c"), ("≥≤≠×÷‰→⇒", ">=|<=|!=|*|/|‰|->|=>"), ("2026-03-012", "2026|-|03|-|012"),
    ("2026-13-1", "2026|-|13|-|1"), ("1999/1/2", "1999|/|1|/|2"),
  ])
  func tokens(_ text: String, _ expected: String) {
    let tokens = Observation(text).tree.tokens.dropLast().map(\.value)
    #expect(tokens == expected.split(separator: "|").map(String.init))
  }
}

extension [Keyword] {
  fileprivate func sorted(by key: KeyPath<Keyword, UInt16>) -> [Keyword] {
    sorted { $0[keyPath: key] < $1[keyPath: key] }
  }
}
