import Source

extension Change {
  /// A mistake of the formatter's own, caught before anything was written.
  var wouldChangeScript: Diagnostic { Diagnostic(.formatWouldChangeScript, at: span) }

  func isReadDifferently(in language: Language) -> Diagnostic {
    let keywords = Words(
      zh: language == .chinese ? "中文" : "英文", en: language == .chinese ? "Chinese" : "English")
    return Diagnostic(
      .translationIsReadDifferently, at: span, [.words(keywords), .text(words)],
      notes: [Message(.renameBeforeTranslation)])
  }
}
