extension Words {
  /// The text with `{0}`, `{1}` … replaced by the arguments.
  ///
  /// A brace that is not part of such a number stands for itself, and so does a number without an
  /// argument; arguments are never searched for further numbers.
  public func text(in language: Language, filledWith arguments: [MessageArgument]) -> String {
    var result = ""
    for part in template(in: language) {
      switch part {
      case .text(let text): result += text
      case .argument(let index):
        result +=
          index < arguments.count ? arguments[index].shown(in: language) : "{\(index)}"
      }
    }
    return result
  }

  /// The numbers of the arguments that a text asks for, ascending, each once.
  package func placeholders(in language: Language) -> [Int] {
    var found: Set<Int> = []
    for case .argument(let index) in template(in: language) { found.insert(index) }
    return found.sorted()
  }

  private enum Part {
    case text(String)
    case argument(Int)
  }

  private func template(in language: Language) -> [Part] {
    var parts: [Part] = []
    var rest = Substring(text(in: language))
    var plain = ""
    while let character = rest.first {
      rest.removeFirst()
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      if character == "{", let index = Int(digits), rest.dropFirst(digits.count).first == "}" {
        parts.append(.text(plain))
        parts.append(.argument(index))
        plain = ""
        rest = rest.dropFirst(digits.count + 1)
      } else {
        plain.append(character)
      }
    }
    parts.append(.text(plain))
    return parts
  }
}

extension MessageArgument {
  /// The text for use inside a message: what comes from the user is made safe to show.
  func shown(in language: Language) -> String {
    switch self {
    case .text(let text): visible(text)
    case .number, .words: self.text(in: language)
    }
  }
}

extension Message {
  /// The phrase in one language, its arguments filled in and made safe to show.
  public func text(in language: Language) -> String {
    phrase.words.text(in: language, filledWith: arguments)
  }
}

extension Diagnostic {
  /// The message in one line, without its place.
  public func message(in language: Language) -> String {
    code.message.text(in: language, filledWith: arguments)
  }
}
