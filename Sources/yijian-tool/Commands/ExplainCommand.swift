import ArgumentParser
import Yijian

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a diagnostic code, with a wrong and a right example.",
    discussion: """
      EXAMPLE
        yijian explain YJ0101
      """)

  @Argument(help: "A code such as YJ0101.")
  var code: String

  @OptionGroup var common: CommonOptions

  func run() throws { try common.perform(explain) }

  private func explain(_ console: Console) throws {
    guard let found = DiagnosticCode.numbered(code) else {
      throw ValidationError(
        console.text(
          "没有代码 \(code)；代码形如 YJ0101，出现在每条消息的开头", "there is no code \(code); codes look like YJ0101")
      )
    }
    let language = console.language
    switch console.format {
    case .json: console.output(json(found, language))
    case .text: console.output(text(found, console))
    }
  }

  private func text(_ code: DiagnosticCode, _ console: Console) -> String {
    let language = console.language
    var text = "\(code.number)  \(Self.message(of: code, language))\n\n"
    text += code.explanation.text(in: language) + "\n"
    switch code.example {
    case .script(let wrong, let right):
      text += "\n" + console.text("错误的写法：", "Wrong:") + "\n\n" + Self.indented(wrong)
      text += "\n" + console.text("正确的写法：", "Right:") + "\n\n" + Self.indented(right)
    case .situation(let words):
      text += "\n" + console.text("出现于：", "Arises when: ") + words.text(in: language) + "\n"
    }
    return text
  }

  /// The message with dots where a script's own words would stand.
  private static func message(of code: DiagnosticCode, _ language: Language) -> String {
    code.message.text(in: language, filledWith: Array(repeating: .text("…"), count: 10))
  }

  private static func indented(_ script: String) -> String {
    script.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  private func json(_ code: DiagnosticCode, _ language: Language) -> JSONValue {
    var wrong: JSONValue = nil
    var right: JSONValue = nil
    var situation: JSONValue = nil
    switch code.example {
    case .script(let bad, let good):
      wrong = .string(bad)
      right = .string(good)
    case .situation(let words): situation = .string(words.text(in: language))
    }
    return [
      "schema": "yijian-explain/1", "code": .string(code.number),
      "severity": .string(code.severity.rawValue),
      "message": .string(Self.message(of: code, language)),
      "explanation": .string(code.explanation.text(in: language)),
      "wrong": wrong, "right": right, "situation": situation,
    ]
  }
}
