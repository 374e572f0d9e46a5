/// The language that messages are shown in.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// Words that differ between Chinese and English, for use inside a message: the name of a type, say.
public struct Words: Hashable, Sendable {
  public let chinese: String
  public let english: String

  public init(zh chinese: String, en english: String) {
    self.chinese = chinese
    self.english = english
  }

  public func text(in language: Language) -> String {
    language == .chinese ? chinese : english
  }
}

/// What fills a `{0}` of a message template.
public enum MessageArgument: Hashable, Sendable {
  /// A name or a piece of the user's own text or data, shown as it stands.
  case text(String)
  case number(Int)
  case words(Words)

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
  public let phrase: Phrase
  public let arguments: [MessageArgument]

  public init(_ phrase: Phrase, _ arguments: [MessageArgument] = []) {
    self.phrase = phrase
    self.arguments = arguments
  }
}

/// Where a diagnostic points.
public enum Location: Hashable, Sendable {
  case source(Span)
  /// A cell of a data file: one-based line, one-based column (field) number.
  case data(file: String, line: Int, column: Int)
  case nowhere
}

/// A further place that helps to understand a diagnostic.
public struct Label: Hashable, Sendable {
  public let span: Span
  public let message: Message

  public init(_ span: Span, _ message: Message) {
    self.span = span
    self.message = message
  }
}

/// A way out that a tool can apply by itself.
public struct FixIt: Hashable, Sendable {
  public struct Edit: Hashable, Sendable {
    public let span: Span
    public let replacement: String

    public init(_ span: Span, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  public let title: Message
  public let edits: [Edit]

  public init(_ title: Message, _ edits: [Edit]) {
    self.title = title
    self.edits = edits
  }
}

/// One mistake in the user's text or data, as a value: rendering happens elsewhere.
public struct Diagnostic: Hashable, Sendable, Error {
  public let code: DiagnosticCode
  public let arguments: [MessageArgument]
  public let location: Location
  /// Shown under the underlined words.
  public var label: Message?
  public var related: [Label]
  public var notes: [Message]
  public var fixIts: [FixIt]

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

  public init(
    _ code: DiagnosticCode, at span: Span, _ arguments: [MessageArgument] = [],
    label: Message? = nil, related: [Label] = [], notes: [Message] = [], fixIts: [FixIt] = []
  ) {
    self.init(
      code, at: .source(span), arguments, label: label, related: related, notes: notes,
      fixIts: fixIts)
  }

  public var severity: Severity { code.severity }
}
