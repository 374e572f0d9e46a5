import Semantics
import Source
import Syntax
import TestSupport
import Testing

/// Findings as people see them. `UPDATE=1` rewrites the goldens.
@Suite struct CoverageDiagnosticsTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let matrix: WrittenMatrix

    init(_ name: String, _ matrix: WrittenMatrix) {
      self.name = name
      self.matrix = matrix
    }

    var testDescription: String { name }
  }

  @Test(arguments: examples) func golden(_ example: Example) throws {
    let matrix = example.matrix
    let diagnostics = matrix.diagnostics()
    var text = ""
    for language in Language.allCases {
      let document = DiagnosticDocument(
        diagnostics, in: SourceMap([matrix.file]), language: language)
      text += TerminalRenderer(colour: false).render(document) + "\n"
    }
    for diagnostic in diagnostics {
      for fix in diagnostic.fixIts {
        let fixed = matrix.applying(fix)
        text += "--- \(diagnostic.code.number)\n" + fixed.text
        // A suggestion ends what was found.
        let left = fixed.diagnostics().filter { $0.code == diagnostic.code }
        #expect(!left.map(\.arguments).contains(diagnostic.arguments))
      }
    }
    try expectGolden(text, Fixtures.file("coverage/\(example.name).expected"))
  }

  /// The table of the language's description has nothing wrong with it.
  static let risk = WrittenMatrix(
    .table(.first), [("投诉", .integer), ("未检", .optional(.duration(.naturalDays)))],
    members: ["低", "中", "高"],
    """
    风险 首个 {
        投诉   | 未检      | 结果
        >= 5   | _         | 高
        2..4   | > 365     | 高
        2..4   | _         | 中
        _      | 无        | 中
        _      | > 730     | 中
        _      | _         | 低
    }

    """)

  static let examples: [Example] = [
    Example("complete", risk),
    Example(
      "gaps",
      WrittenMatrix(
        .table(.first), [("投诉", .integer), ("未检", .optional(.duration(.naturalDays)))],
        """
        风险 首个 {
            投诉   | 未检      | 结果
            >= 5   | _         | 高
            2..4   | > 365     | 高   // 半年以上
            _      | 无        | 中
            <= 1   | > 730     | 中 // 两年以上
        }

        """)),
    Example(
      "gap-of-decimals",
      WrittenMatrix(
        .table(.unique), [("rate", .percent), ("kind", .text), ("since", .optional(.date))],
        language: .english,
        """
        tier unique {
            rate      | kind  | since         | result
            <= 5%     | "a"   | _             | 1
            10%..20%  | "a"   | _             | 2
            > 20%     | "a"   | < 2026-03-01  | 2
        }

        """)),
    Example(
      "no-rules",
      WrittenMatrix(
        .table(.first), [("投诉", .count(.cases))], "风险 首个 {\n    投诉 | 结果\n}\n")),
    Example(
      "overlaps",
      WrittenMatrix(
        .table(.unique), [("等", .enumeration(EnumerationID(0))), ("户数", .count(.objects))],
        members: ["A", "B", "C"],
        """
        次数 唯一 {
            等    | 户数    | 结果
            A     | <= 10   | 1
            A     | >= 10   | 2
            B, C  | < 100   | 3
            B, C  | >= 100  | 4
            C     | >= 50   | 5
        }

        """)),
    Example(
      "overlap-of-catch-all",
      WrittenMatrix(
        .table(.unique), [("等", .enumeration(EnumerationID(0)))], members: ["A", "B", "C"],
        """
        次数 唯一 {
            等  | 结果
            A   | 1
            B   | 2
            B   | 3
            _   | 4
        }

        """)),
    Example(
      "dead-rules",
      WrittenMatrix(
        .table(.first), [("投诉", .integer), ("严重", .bool)],
        """
        风险 首个 {
            投诉   | 严重 | 结果
            >= 3   | _    | 高
            <= 2   | 真   | 高
            _      | 真   | 中
            7      | 假   | 中
            8..9   | _    | 中
            _      | _    | 低
            _      | 假   | 低
        }

        """)),
    Example(
      "impossible",
      WrittenMatrix(
        .table(.collect), [("投诉", .integer), ("等", .enumeration(EnumerationID(0)))],
        members: ["A", "B"],
        """
        加分 汇总 {
            投诉      | 等    | 结果
            9..5      | _     | 1
            1, 4..2   | _     | 2
            _         | 非 _  | 3
            _         | < A   | 4
        }

        """)),
    Example(
      "match",
      WrittenMatrix(
        .match, [("信用", .optional(.enumeration(EnumerationID(0))))],
        members: ["A", "B", "C", "D"],
        """
        分情况 信用 {
            A => 1
            C => 2
        }

        """)),
    Example(
      "match-on-one-line",
      WrittenMatrix(
        .match, [("grade", .enumeration(EnumerationID(0))), ("open", .bool)],
        members: ["A", "B"], language: .english, "match grade, open { A | 真 => 1; B | _ => 2 }\n")),
    Example(
      "dead-arms",
      WrittenMatrix(
        .match, [("信用", .enumeration(EnumerationID(0)))], members: ["A", "B", "C"],
        """
        分情况 信用 {
            >= B => 1
            C => 2
            A => 3
            否则 => 4
        }

        """)),
    Example(
      "strata",
      WrittenMatrix(
        .strata, [("人数", .integer)],
        """
        抽查 按 人数 {
            > 500 => 全部
            100..500 => 10%
        }

        """)),
  ]
}
