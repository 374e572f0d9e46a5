/// The fixed words of a rendered diagnostic.
extension Phrase {
  public static let severityError = Phrase(zh: "错误", en: "error")
  public static let severityWarning = Phrase(zh: "警告", en: "warning")
  public static let severityNote = Phrase(zh: "提示", en: "note")
  /// A severity, a code, a message.
  public static let diagnosticTitle = Phrase(zh: "{0}[{1}]：{2}", en: "{0}[{1}]: {2}")
  public static let diagnosticNote = Phrase(zh: "= 说明：{0}", en: "= note: {0}")
  public static let diagnosticFix = Phrase(zh: "= 修正：{0}", en: "= fix: {0}")
  public static let oneError = Phrase(zh: "1 个错误", en: "1 error")
  public static let errorCount = Phrase(zh: "{0} 个错误", en: "{0} errors")
  public static let oneWarning = Phrase(zh: "1 个警告", en: "1 warning")
  public static let warningCount = Phrase(zh: "{0} 个警告", en: "{0} warnings")
  public static let errorsAndWarnings = Phrase(zh: "{0}，{1}", en: "{0}, {1}")
}

extension Severity {
  public var phrase: Phrase {
    switch self {
    case .note: .severityNote
    case .warning: .severityWarning
    case .error: .severityError
    }
  }
}
