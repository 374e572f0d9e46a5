import Source

/// Mistakes in the characters of a file.
extension Diagnostic {
  static func invalidEncoding(_ bytes: ArraySlice<UInt8>, at span: Span) -> Diagnostic {
    let shown = bytes.prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    let rest = bytes.count > 8 ? " …" : ""
    return Diagnostic(
      .invalidEncoding, at: span,
      [
        .number(Int(span.start)), .number(bytes.count),
        .text(shown.joined(separator: " ") + rest),
      ])
  }

  static func fileTooLarge(_ count: Int, limit: Int, file: FileID) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, at: Span(file: file, start: 0, end: 0), [.number(count), .number(limit)])
  }

  static func unknownCharacter(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownCharacter, at: span, [quoted(text)],
      fixIts: [intended[text].map { replacing(span, with: $0) } ?? deleting(span)])
  }

  /// What somebody who wrote these characters meant.
  private static let intended: [String: String] = [
    "《": "<", "》": ">", "〈": "<", "〉": ">", "—": "-", "——": "_", "–": "-", "…": "..",
    "……": "..", "‘": "\"", "’": "\"", "「": "“", "」": "”", "％": "%", "~": "..", "～": "..",
  ]

  static func controlCharacter(_ scalar: Scalar, at span: Span) -> Diagnostic {
    Diagnostic(
      .controlCharacter, at: span, [.text(codePoint(scalar))], fixIts: [deleting(span)])
  }

  static func hiddenCharacter(_ scalar: Scalar, at span: Span) -> Diagnostic {
    Diagnostic(.hiddenCharacter, at: span, [.text(codePoint(scalar))], fixIts: [deleting(span)])
  }

  static func hiddenCharacterInText(_ scalar: Scalar, at span: Span) -> Diagnostic {
    Diagnostic(
      .hiddenCharacterInText, at: span, [.text(codePoint(scalar))], fixIts: [deleting(span)])
  }

  static func lookAlike(_ name: String, _ latin: String, at span: Span) -> Diagnostic {
    Diagnostic(.lookAlike, at: span, [quoted(name)], fixIts: [replacing(span, with: latin)])
  }

  static func unclosedText(_ quote: Quote, at span: Span) -> Diagnostic {
    let closer = quote.closerText
    return Diagnostic(
      .unclosedText, at: span, [.text(closer)],
      fixIts: [FixIt(Message(.insertText, [.text(closer)]), [.init(span.after, closer)])])
  }

  static func unclosedTitle(at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedTitle, at: span,
      fixIts: [FixIt(Message(.insertText, [.text("》")]), [.init(span.after, "》")])])
  }

  static func unknownEscape(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownEscape, at: span, [.text(text)],
      fixIts: [
        FixIt(
          Message(.insertText, [.text("\\")]),
          [.init(Span(file: span.file, start: span.start, end: span.start), "\\")])
      ])
  }

  static func mixedQuotes(_ quote: Quote, opener: Span, closer: Span) -> Diagnostic {
    Diagnostic(
      .mixedQuotes, at: closer, related: [Label(opener, Message(.openedHere))],
      fixIts: [
        FixIt(
          Message(.useMatchingQuotes),
          [.init(opener, quote.openerText), .init(closer, quote.closerText)])
      ])
  }

  static func singleQuotes(_ content: String, opener: Span, closer: Span, at span: Span)
    -> Diagnostic
  {
    let quote: Quote = content.utf8.contains(UInt8(ascii: "\"")) ? .curly : .ascii
    return Diagnostic(
      .singleQuotes, at: span,
      fixIts: [
        FixIt(
          Message(.replaceWith, [.text(quote.openerText + content + quote.closerText)]),
          [.init(opener, quote.openerText), .init(closer, quote.closerText)])
      ])
  }

  /// A comment in the form of another language, with what makes it one of ours.
  static func commentSign(_ sign: String, edits: [FixIt.Edit], at span: Span) -> Diagnostic {
    Diagnostic(
      .commentSign, at: span, [.text(sign)],
      fixIts: [FixIt(Message(.replaceWith, [.text("//")]), edits)])
  }

  static func dateForm(_ date: String, at span: Span) -> Diagnostic {
    Diagnostic(.dateForm, at: span, [.text(date)], fixIts: [replacing(span, with: date)])
  }

  private static func codePoint(_ scalar: Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Parts of diagnostics.
extension Diagnostic {
  /// A piece of the script in the quotation marks of each language, shortened if it is long.
  static func quoted(_ text: String) -> MessageArgument {
    let shown = text.count > 40 ? String(text.prefix(39)) + "…" : text
    return .words(Words(zh: "“\(shown)”", en: "'\(shown)'"))
  }

  static func replacing(_ span: Span, with text: String) -> FixIt {
    FixIt(Message(.replaceWith, [.text(text)]), [.init(span, text)])
  }

  static func deleting(_ span: Span) -> FixIt { FixIt(Message(.deleteIt), [.init(span, "")]) }
}
