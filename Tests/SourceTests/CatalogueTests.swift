import Source
import Testing

/// What must hold for every entry of the catalogue.
@Suite struct CatalogueTests {
  @Test func numbersAreUniqueAndSorted() {
    let numbers = DiagnosticCode.all.map(\.number)
    #expect(numbers == numbers.sorted())
    #expect(Set(numbers).count == numbers.count)
    for number in numbers {
      #expect(number.wholeMatch(of: /YJ0[1-8]\d\d/) != nil, "\(number)")
    }
  }

  @Test func bothLanguagesSayTheSame() {
    var problems: [String] = []
    for code in DiagnosticCode.all {
      for language in Language.allCases {
        if code.message.text(in: language).isEmpty { problems.append("\(code.number): message") }
        if code.explanation.text(in: language).isEmpty { problems.append("\(code.number): why") }
      }
      let chinese = code.message.placeholders(in: .chinese)
      if chinese != code.message.placeholders(in: .english)
        || chinese != Array(0..<chinese.count)
      {
        problems.append("\(code.number): placeholders")
      }
      switch code.example {
      case .script(let wrong, let right):
        if wrong.isEmpty || right.isEmpty || wrong == right {
          problems.append("\(code.number): example")
        }
      case .situation(let words):
        if words.chinese.isEmpty || words.english.isEmpty {
          problems.append("\(code.number): situation")
        }
      }
    }
    #expect(problems == [])
  }

  @Test(arguments: [
    ("{0}是{1}", ["a", "b"], "a是b"),
    ("{1}{0}{1}", ["a", "b"], "bab"),
    ("{ A, B }，{0}", ["x"], "{ A, B }，x"),
    ("{0} {2}", ["{2}", "b"], "{2} {2}"),
    ("{}{x}{0", ["a"], "{}{x}{0"),
    ("{{0}}", ["a"], "{a}"),
    ("{0}", ["a\u{202E}b\nc\u{1B}"], "a\\u{202E}b\\nc\\u{1B}"),
    ("{99999999999999999999}", ["a"], "{99999999999999999999}"),
  ])
  func templates(_ template: String, _ arguments: [String], _ expected: String) {
    let words = Words(zh: template, en: template)
    let filled = words.text(in: .english, filledWith: arguments.map(MessageArgument.text))
    #expect(filled == expected)
  }
}
