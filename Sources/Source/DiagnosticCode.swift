/// How bad a diagnostic is. Only errors stop a script from running.
public enum Severity: String, Sendable, Comparable {
  /// Information that calls for nothing.
  case note
  /// Probably not meant; the script runs.
  case warning
  /// A mistake: the script does not run, or the data is refused.
  case error

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// An entry of the catalogue: a kind of mistake, with everything there is to say about it.
///
/// The codes are static members in `Catalogue/`, one file per area. `{0}`, `{1}` … in a message
/// stand for the diagnostic's arguments.
public struct DiagnosticCode: Sendable {
  /// `YJ` and four digits; the first two name the area. Never reused.
  public let number: String
  /// How bad every mistake of this kind is.
  public let severity: Severity
  /// The message, with `{0}`, `{1}` … for the diagnostic's arguments.
  public let message: Words
  /// Why it is a mistake and what to do: shown by `yijian explain`.
  public let explanation: Words
  /// What makes an example of this mistake; both examples are executed by the tests.
  public let example: Example

  /// How the mistake can be shown.
  public enum Example: Sendable {
    /// A whole script that has this mistake, and the same script put right.
    case script(wrong: String, right: String)
    /// The mistake needs more than a script (a store, a data file, a manifest): how it comes about.
    case situation(Words)
  }

  /// An entry for the catalogue. `zh` and `en` are the message, `why` is the explanation.
  public init(
    _ number: String, _ severity: Severity = .error, zh: String, en: String, why: Words,
    example: Example
  ) {
    self.number = number
    self.severity = severity
    self.message = Words(zh: zh, en: en)
    self.explanation = why
    self.example = example
  }
}

extension DiagnosticCode: Hashable {
  public static func == (a: DiagnosticCode, b: DiagnosticCode) -> Bool { a.number == b.number }

  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

extension DiagnosticCode {
  /// Every code of the catalogue, in the order of their numbers.
  public static let all: [DiagnosticCode] = areas.flatMap { $0 }.sorted { $0.number < $1.number }

  private static let areas = [
    syntaxCodes,
    formatCodes,
    nameCodes,
    typeCodes,
    tableCodes,
    planCodes,
    lawCodes,
    matterCodes,
    completenessCodes,
    calendarCodes,
    timeCodes,
    overlayCodes,
    parameterCodes,
    frequencyCodes,
    relationCodes,
    samplingCodes,
    quantityCodes,
    roundCodes,
    roundDrawCodes,
    acrossCodes,
    acrossDataCodes,
    dataCodes,
    drawCodes,
    relationDrawCodes,
    runCodes,
  ]

  /// The code with a number such as `YJ0101`, in any case of letters.
  public static func numbered(_ number: String) -> DiagnosticCode? {
    let wanted = number.uppercased()
    return all.first { $0.number == wanted }
  }
}

/// A text of the catalogue that is not a message of its own: of a label, a note or a fix.
public struct Phrase: Hashable, Sendable {
  /// The text in both languages, with `{0}`, `{1}` … for the message's arguments.
  public let words: Words

  /// A phrase for the catalogue.
  public init(zh: String, en: String) { words = Words(zh: zh, en: en) }
}
