/// Diagnostics ready to be shown: in one language, sorted by place, with every place looked up and
/// the lines of source around it cut out. All renderers start from this.
public struct DiagnosticDocument: Hashable, Sendable {
  /// The language of all texts of the document.
  public let language: Language
  /// The diagnostics, sorted by place.
  public let entries: [Entry]

  /// One diagnostic.
  public struct Entry: Hashable, Sendable {
    /// How bad the diagnostic is.
    public let severity: Severity
    /// The number of the code, `YJ0101`.
    public let code: String
    /// The message, its arguments filled in.
    public let message: String
    /// Nil where the diagnostic is about no place at all.
    public let place: Place?
    /// What is shown under the marked words, if anything.
    public let label: String?
    /// Further places that help to understand the mistake.
    public let related: [Related]
    /// What else there is to say, without a place.
    public let notes: [String]
    /// Ways out; each stands alone.
    public let fixes: [Fix]
    /// The lines to show: the file of the diagnostic first, then the files of related places.
    let excerpts: [Excerpt]
  }

  /// A further place with what is to say about it.
  public struct Related: Hashable, Sendable {
    /// The further place.
    public let place: Place
    /// What is said about it.
    public let message: String
  }

  /// A way out: what to put where.
  public struct Fix: Hashable, Sendable {
    /// What the fix does.
    public let title: String
    /// Replacements to be made together, all against the text as it is.
    public let edits: [Edit]
    /// The lines as they will be.
    let preview: [Excerpt]
  }

  /// One replacement of a fix.
  public struct Edit: Hashable, Sendable {
    /// What is replaced; an empty place is an insertion.
    public let place: Place
    /// What takes its place; empty for a deletion.
    public let replacement: String
  }

  /// A place in a file. Lines and columns count from 1, columns in Unicode scalars.
  public enum Place: Hashable, Sendable {
    /// Words of a script, from `start` up to but not including `end`.
    case source(file: String, start: Position, end: Position)
    /// A field of a data file; the column is the number of the field.
    case data(file: String, line: Int, column: Int)
    /// A cell of a data file that is known by a name, `食堂!B5` or `12:信用`.
    case cell(file: String, name: String, line: Int, column: Int)

    /// A point of a script.
    public struct Position: Hashable, Sendable {
      /// The line, from 1.
      public let line: Int
      /// The column in Unicode scalars, from 1.
      public let column: Int
      /// The UTF-8 byte offset in the file, from 0.
      public let offset: Int
    }
  }

  /// Builds the document. O(files, read once, plus a window around every place).
  public init(_ diagnostics: [Diagnostic], in sources: SourceMap, language: Language) {
    let builder = DocumentBuilder(diagnostics, sources, language)
    self.language = language
    self.entries = diagnostics.sortedByPlace().map(builder.entry)
  }

  /// How many diagnostics are of a severity.
  public func count(_ severity: Severity) -> Int {
    entries.count { $0.severity == severity }
  }

  /// `2 个错误，1 个警告`; nil where there is neither.
  public var summary: String? {
    let errors = count(.error)
    let warnings = count(.warning)
    let parts = [
      errors == 0 ? nil : (errors == 1 ? Phrase.oneError : .errorCount, errors),
      warnings == 0 ? nil : (warnings == 1 ? Phrase.oneWarning : .warningCount, warnings),
    ].compactMap(\.self)
    let texts = parts.map { Message($0.0, [.number($0.1)]).text(in: language) }
    guard texts.count == 2 else { return texts.first }
    return Message(.errorsAndWarnings, texts.map(MessageArgument.ready)).text(in: language)
  }
}

extension MessageArgument {
  /// A text that has been made ready for showing in the language that is being rendered.
  static func ready(_ text: String) -> MessageArgument { .words(Words(zh: text, en: text)) }
}
