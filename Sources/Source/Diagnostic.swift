/// The language that messages are shown in.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// Words that differ between Chinese and English, for use inside a message: the name of a type, say.
public struct Words: Hashable, Sendable {
  /// The words in Chinese.
  public let chinese: String
  /// The words in English.
  public let english: String

  /// The same words in both languages; a text of the catalogue may hold `{0}`, `{1}` …
  public init(zh chinese: String, en english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// Several things one after another.
  public static func list(_ items: [String]) -> Words {
    Words(zh: items.joined(separator: "、"), en: items.joined(separator: ", "))
  }

  /// The words in one language, with `{0}`, `{1}` … left as they stand.
  public func text(in language: Language) -> String {
    language == .chinese ? chinese : english
  }
}

/// What fills a `{0}` of a message template.
public enum MessageArgument: Hashable, Sendable {
  /// A name or a piece of the user's own text or data, shown as it stands.
  case text(String)
  /// A number, shown in decimal digits.
  case number(Int)
  /// Words that follow the language of the message.
  case words(Words)

  /// The argument in one language, the user's own text as it stands: `Message` makes it safe to
  /// show.
  public func text(in language: Language) -> String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .words(let words): words.text(in: language)
    }
  }
}

/// A phrase from the catalogue with its arguments: the text of a label, a note or a fix.
public struct Message: Hashable, Sendable {
  /// The phrase of the catalogue.
  public let phrase: Phrase
  /// What fills `{0}`, `{1}` … of the phrase, in this order.
  public let arguments: [MessageArgument]

  /// A phrase, with an argument for each of its numbers.
  public init(_ phrase: Phrase, _ arguments: [MessageArgument] = []) {
    self.phrase = phrase
    self.arguments = arguments
  }
}

/// Where a diagnostic points.
public enum Location: Hashable, Sendable {
  /// Words of a script.
  case source(Span)
  /// A cell of a data file: one-based line, one-based column (field) number.
  case data(file: String, line: Int, column: Int)
  /// A cell of a data file that people know by another name than its numbers: `食堂!B5` of a workbook,
  /// `12:信用` of a file of JSON objects.
  case cell(file: String, name: String, line: Int, column: Int)
  /// No place: the diagnostic is about a whole command, store or file.
  case nowhere
}

/// A further place that helps to understand a diagnostic.
public struct Label: Hashable, Sendable {
  /// The words to mark.
  public let span: Span
  /// What is said about them.
  public let message: Message

  /// A place and what is said about it.
  public init(_ span: Span, _ message: Message) {
    self.span = span
    self.message = message
  }
}

/// A way out that a tool can apply by itself.
public struct FixIt: Hashable, Sendable {
  /// One replacement in a script.
  public struct Edit: Hashable, Sendable {
    /// What is replaced; an empty span is an insertion.
    public let span: Span
    /// What takes its place; empty for a deletion.
    public let replacement: String

    /// Puts `replacement` in place of what the span covers.
    public init(_ span: Span, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// What the fix does.
  public let title: Message
  /// Replacements to be made together, all against the text as it is; they do not overlap.
  public let edits: [Edit]

  /// A fix of the given edits, to be made together.
  public init(_ title: Message, _ edits: [Edit]) {
    self.title = title
    self.edits = edits
  }
}

/// One mistake in the user's text or data, as a value: rendering happens elsewhere.
public struct Diagnostic: Hashable, Sendable, Error {
  /// The kind of mistake.
  public let code: DiagnosticCode
  /// What fills `{0}`, `{1}` … of the code's message, in this order.
  public let arguments: [MessageArgument]
  /// The place of the mistake.
  public let location: Location
  /// Shown under the underlined words.
  public var label: Message?
  /// Further places that help to understand the mistake.
  public var related: [Label]
  /// What else there is to say, without a place.
  public var notes: [Message]
  /// Ways out that a tool can apply; each stands alone.
  public var fixIts: [FixIt]

  /// A mistake at any location, with an argument for each number of the code's message.
  public init(
    _ code: DiagnosticCode, at location: Location, _ arguments: [MessageArgument] = [],
    label: Message? = nil, related: [Label] = [], notes: [Message] = [], fixIts: [FixIt] = []
  ) {
    self.code = code
    self.arguments = arguments
    self.location = location
    self.label = label
    self.related = related
    self.notes = notes
    self.fixIts = fixIts
  }

  /// A mistake in a script, with an argument for each number of the code's message.
  public init(
    _ code: DiagnosticCode, at span: Span, _ arguments: [MessageArgument] = [],
    label: Message? = nil, related: [Label] = [], notes: [Message] = [], fixIts: [FixIt] = []
  ) {
    self.init(
      code, at: .source(span), arguments, label: label, related: related, notes: notes,
      fixIts: fixIts)
  }

  /// The severity of the code; it is the same for every diagnostic with this code.
  public var severity: Severity { code.severity }
}
