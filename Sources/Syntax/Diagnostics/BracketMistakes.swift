import Source

/// Mistakes in pairing brackets, and in nesting.
extension Diagnostic {
  static func unclosedBracket(_ opener: Punctuation, at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedBracket, at: span,
      [.text(opener.rawValue), .text(opener.closer?.rawValue ?? "")])
  }

  static func bracketWithoutOpener(_ closer: Punctuation, at span: Span) -> Diagnostic {
    Diagnostic(
      .bracketWithoutOpener, at: span,
      [.text(closer.rawValue), .text(closer.opener?.rawValue ?? "")], fixIts: [deleting(span)])
  }

  static func mismatchedBracket(
    _ opener: Punctuation, at openerSpan: Span, closedBy closer: Punctuation, at span: Span
  ) -> Diagnostic {
    let right = opener.closer?.rawValue ?? ""
    return Diagnostic(
      .mismatchedBracket, at: span,
      [.text(opener.rawValue), .text(closer.rawValue), .text(right)],
      related: [Label(openerSpan, Message(.openedHere))], fixIts: [replacing(span, with: right)])
  }

  static func nestingTooDeep(limit: Int, at span: Span) -> Diagnostic {
    Diagnostic(.nestingTooDeep, at: span, [.number(limit)])
  }

  static func tooManyMistakes(_ limit: Int, at span: Span) -> Diagnostic {
    Diagnostic(.tooManyMistakes, at: span, [.number(limit)])
  }
}

extension Punctuation {
  /// The closing half of an opening bracket.
  var closer: Punctuation? {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    default: nil
    }
  }

  /// The opening half of a closing bracket.
  var opener: Punctuation? {
    switch self {
    case .rightParenthesis: .leftParenthesis
    case .rightBracket: .leftBracket
    case .rightBrace: .leftBrace
    default: nil
    }
  }
}
