import Source

/// What the grammar asks for at a place.
enum Expectation {
  case phrase(Phrase)
  case punctuation(Punctuation)
  case keyword(Keyword)
  /// One of several keywords.
  case oneOf([Keyword])

  static let name = Expectation.phrase(.aName)
  static let type = Expectation.phrase(.aType)
  static let expression = Expectation.phrase(.anExpression)
  static let pattern = Expectation.phrase(.aPattern)
  static let text = Expectation.phrase(.aText)
  static let citation = Expectation.phrase(.aCitation)
  static let wholeNumber = Expectation.phrase(.aWholeNumber)
  static let year = Expectation.phrase(.aYear)
  static let date = Expectation.phrase(.aDate)
  static let quantity = Expectation.phrase(.aQuantity)

  func argument(in language: Language) -> MessageArgument {
    switch self {
    case .phrase(let phrase): .words(phrase.words)
    case .punctuation(let punctuation):
      .words(Words(zh: " \(punctuation.rawValue) ", en: "'\(punctuation.rawValue)'"))
    case .keyword(let keyword): Diagnostic.quoted(keyword.spelling(in: language))
    case .oneOf(let keywords): .words(Expectation.alternatives(keywords, in: language))
    }
  }

  /// “年”、“季度”或“月”
  private static func alternatives(_ keywords: [Keyword], in language: Language) -> Words {
    let spellings = keywords.map { $0.spelling(in: language) }
    let last = spellings.count - 1
    var words = (zh: "", en: "")
    for (place, spelling) in spellings.enumerated() {
      words.zh += place == 0 ? "" : place == last ? "或" : "、"
      words.zh += "“\(spelling)”"
      words.en += place == 0 ? "" : place == last ? " or " : ", "
      words.en += "'\(spelling)'"
    }
    return Words(zh: words.zh, en: words.en)
  }
}

/// Mistakes in what stands where.
extension Diagnostic {
  static func expected(
    _ expectation: Expectation, in language: Language, found: MessageArgument, at span: Span
  ) -> Diagnostic {
    Diagnostic(.expected, at: span, [expectation.argument(in: language), found])
  }

  static func unexpected(
    _ text: String, at span: Span, note: Message, fix: FixIt?
  ) -> Diagnostic {
    Diagnostic(
      .unexpected, at: span, [quoted(text)], notes: [note], fixIts: fix.map { [$0] } ?? [])
  }

  /// An everyday wording of what has a form in the language.
  static func otherWording(
    _ text: String, _ right: String, writing replacement: String? = nil, at span: Span
  ) -> Diagnostic {
    let title = Message(.replaceWith, [.text(right)])
    return Diagnostic(
      .otherWording, at: span, [quoted(text), quoted(right)],
      fixIts: [FixIt(title, [.init(span, replacement ?? right)])])
  }

  static func unknownItem(
    _ text: String, at span: Span, allowed: [Keyword], in language: Language, fix: FixIt?
  ) -> Diagnostic {
    Diagnostic(
      .unknownItem, at: span, [quoted(text)], notes: [allowedNote(allowed, in: language)],
      fixIts: fix.map { [$0] } ?? [])
  }

  static func unknownClause(
    _ text: String, at span: Span, inside owner: Phrase, allowed: [Keyword],
    in language: Language, fix: FixIt?
  ) -> Diagnostic {
    Diagnostic(
      .unknownClause, at: span, [quoted(text), .words(owner.words)],
      notes: [allowedNote(allowed, in: language)], fixIts: fix.map { [$0] } ?? [])
  }

  private static func allowedNote(_ allowed: [Keyword], in language: Language) -> Message {
    let spellings = allowed.map { $0.spelling(in: language) }
    return Message(
      .allowedHere,
      [
        .words(
          Words.list(spellings))
      ])
  }

  /// A clause written behind an arm, though it is not about that arm.
  static func holdsOfAllStrata(_ text: String, at span: Span, comma: Span) -> Diagnostic {
    Diagnostic(
      .holdsOfAllStrata, at: span, [quoted(text)], notes: [Message(.holdsOfAllStrata)],
      fixIts: [FixIt(Message(.replaceWith, [.text(";")]), [.init(comma, ";")])])
  }

  static func missingPolicy(_ table: Name, in language: Language, at span: Span) -> Diagnostic {
    let policies: [Keyword] = [.first, .unique, .collect]
    return Diagnostic(
      .missingPolicy, at: span, [quoted(table.text)],
      fixIts: policies.map {
        let word = $0.spelling(in: language)
        return FixIt(Message(.insertText, [.text(word)]), [.init(span, " " + word)])
      })
  }

  static func partTwice(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(.clauseTwice, at: span, [.text(text)])
  }

  static func chainedComparison(at span: Span) -> Diagnostic {
    Diagnostic(.chainedComparison, at: span)
  }

  static func assignmentForEquality(at span: Span) -> Diagnostic {
    Diagnostic(.assignmentForEquality, at: span, fixIts: [replacing(span, with: "==")])
  }

  /// A keyword of the other set than the file's, whose right spelling is known.
  static func mixedKeywords(
    _ text: String, _ keyword: Keyword, fileLanguage language: Language, decidedAt first: Span,
    at span: Span
  ) -> Diagnostic {
    let right = keyword.spelling(in: language)
    let set: Phrase = language == .chinese ? .chineseKeywords : .englishKeywords
    return Diagnostic(
      .mixedKeywords, at: span, [quoted(text), .words(set.words), quoted(right)],
      related: [Label(first, Message(.setDecidedHere))], fixIts: [replacing(span, with: right)])
  }

  static func reservedName(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .reservedName, at: span, [quoted(text)], fixIts: [replacing(span, with: text + "_")])
  }

  static func nameStartsWithDigit(at span: Span) -> Diagnostic {
    Diagnostic(
      .nameStartsWithDigit, at: span,
      fixIts: [
        FixIt(
          Message(.insertText, [.text("_")]),
          [.init(Span(file: span.file, start: span.start, end: span.start), "_")])
      ])
  }
}
