import Source
import Testing

/// Some diagnostics over some files.
struct Scenario: Sendable, CustomTestStringConvertible {
  let name: String
  let files: [(name: String, text: String)]
  let diagnostics: @Sendable (SourceMap) -> [Diagnostic]

  var testDescription: String { name }

  func document(_ language: Language) -> DiagnosticDocument {
    var sources = SourceMap()
    for file in files { _ = sources.add(name: file.name, bytes: Array(file.text.utf8)) }
    return DiagnosticDocument(diagnostics(sources), in: sources, language: language)
  }

  static let why = Words(zh: "因为", en: "because")
  static let code = DiagnosticCode(
    "YJ9901", zh: "“{0}”不是数", en: "'{0}' is not a number", why: why, example: .situation(why))
  static let warning = DiagnosticCode(
    "YJ9902", .warning, zh: "没有用到“{0}”", en: "'{0}' is never used", why: why,
    example: .situation(why))
  static let message = say("改为“{0}”", "write '{0}'", "x")

  static func say(_ zh: String, _ en: String, _ arguments: String...) -> Message {
    Message(Phrase(zh: zh, en: en), arguments.map(MessageArgument.text))
  }

  /// The first place of some words in a file.
  static func span(_ words: String, _ sources: SourceMap, file index: Int32 = 0) -> Span {
    let file = sources[FileID(index)]
    let bytes = Array(words.utf8)
    let start = file.bytes.indices.first { file.bytes[$0...].starts(with: bytes) } ?? 0
    return Span(file: file.id, start: Int32(start), end: Int32(start + bytes.count))
  }

  private static let plan = """
    计划 校园食品安全一件事 {
        牵头 教育局
        抽查 按 信用, 均衡 街镇 {
            Ａ => ５％
            B => at least 10%
            总体 不超过 20%
        }
    }

    """

  static let all: [Scenario] = [
    Scenario(name: "labels", files: [("plan.yj", plan)]) { sources in
      [
        Diagnostic(
          warning, at: span("教育局", sources), [.text("教育局")],
          related: [Label(span("校园食品安全一件事", sources), say("在这个计划里", "in this plan"))]),
        Diagnostic(
          code, at: span("信用", sources), [.text("信用")], label: say("是枚举", "an enumeration"),
          related: [
            Label(span("街镇", sources), say("也不是数", "no number either")),
            Label(span("抽查", sources), say("这里要一个数", "a number is wanted here")),
            Label(span("均衡", sources), say("均衡的意思是\n摊派", "to spread")),
          ],
          notes: [
            say("数是这样的：12\n或者这样：12.5", "numbers look like 12\nor like 12.5"),
            say("见“{0}”", "see '{0}'", "手册"),
          ]),
      ]
    },
    Scenario(name: "fixes", files: [("plan.yj", plan)]) { sources in
      [
        Diagnostic(
          code, at: span("at least", sources), [.text("at least")],
          fixIts: [
            FixIt(
              say("改用中文：“{0}”", "use Chinese: '{0}'", "不少于"),
              [FixIt.Edit(span("at least", sources), "不少于")])
          ]),
        Diagnostic(
          code, at: span("{\n        Ａ", sources), [.text("{")],
          fixIts: [
            FixIt(
              say("拆成两行", "make it two lines"),
              [
                FixIt.Edit(span("Ａ", sources), "A => 全部\n        B"),
                FixIt.Edit(span("５％", sources), "不少于 5%"),
                FixIt.Edit(span("        总体 不超过 20%\n", sources), ""),
              ])
          ]),
      ]
    },
    Scenario(
      name: "odd-characters",
      files: [
        ("tab\u{1B}.yj", "\t设 x\t= “\u{202E}abc\u{7}”\r\n设 e\u{301}t = ｛食｝\n"),
        ("stdlib/信用.yj", "枚举 信用等级 { A }\n"),
      ]
    ) { sources in
      [
        Diagnostic(
          code, at: span("abc", sources), [.text("abc\n\u{202E}")], label: say("文本", "text")),
        Diagnostic(
          code, at: span("｛食｝", sources), [.text(String(repeating: "长", count: 300))],
          related: [
            Label(span("t =", sources), say("前面", "before")),
            Label(span("信用等级", sources, file: 1), say("在此声明", "declared here")),
          ]),
        Diagnostic(code, at: span("", sources).after, [.text("")], label: say("文件开头", "start")),
      ]
    },
    Scenario(name: "lines", files: [("plan.yj", plan)]) { sources in
      let outer = span("抽查", sources).joined(span("20%\n    }", sources))
      let last = Int32(sources.files[0].bytes.count)
      return [
        Diagnostic(
          warning, at: outer, [.text("抽查")], label: say("整段", "all of it"),
          related: [Label(span("牵头", sources), say("在此之前", "before it"))]),
        Diagnostic(
          code, at: Span(file: FileID(0), start: last, end: last), [.text("")],
          label: say("这里缺“}”", "'}' is missing here")),
      ]
    },
    Scenario(
      name: "long-line",
      files: [
        (
          "long.yj",
          String(repeating: "学校，", count: 200) + "错误" + String(repeating: "x", count: 400)
        )
      ]
    ) { sources in
      [
        Diagnostic(
          code, at: span("错误", sources), [.text("错误")], label: say("这里", "here"),
          related: [Label(Span(file: FileID(0), start: 3, end: 6), say("开头", "the start"))],
          fixIts: [FixIt(say("去掉", "remove it"), [FixIt.Edit(span("错误x", sources), "对")])])
      ]
    },
    Scenario(name: "places", files: []) { _ in
      [
        Diagnostic(code, at: .nowhere, [.number(3)], notes: [say("没有地方", "no place")]),
        Diagnostic(
          warning, at: .data(file: "食堂.csv", line: 777, column: 3),
          [.words(Words(zh: "甲", en: "A"))],
          notes: [say("第 3 列", "column 3")]),
        Diagnostic(warning, at: .data(file: "食堂.csv", line: 9, column: 12), [.text("乙")]),
      ]
    },
    Scenario(name: "empty", files: []) { _ in [] },
  ]
}
